"""What is installed, held against what it is tested with."""

from __future__ import annotations

import pytest

from cpecbot.commands.doctor import versions
from cpecbot.commands.doctor.findings import Level
from cpecbot.settings import load_settings

pytestmark = pytest.mark.usefixtures("elsewhere")


def test_what_is_tested_is_well() -> None:
    ((level, found),) = [(each.level, each.found) for each in versions.look(load_settings())]
    assert level is Level.OK
    assert "cpecbot 0.1.0" in found


def test_another_version_is_told_and_one_that_is_missing_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """What only tests need may be missing."""
    installed = {"httpx": "0.0.1", "click": None, "pytest": None}
    real = versions._installed
    monkeypatch.setattr(versions, "_installed", lambda name: installed[name] if name in installed else real(name))
    found = {each.level: each.found for each in versions.look(load_settings())}
    assert set(found) == {Level.WARNING, Level.WRONG}
    assert "httpx 0.0.1" in found[Level.WARNING]
    assert found[Level.WRONG] == "not installed: click"
