"""What becomes of the program when the bot itself stumbles."""

from __future__ import annotations

import logging

import pytest

from cpecbot.bot import build_application, run
from cpecbot.bot.operating import running
from cpecbot.bot.operating.stopping import CUT_SHORT
from cpecbot.corpus import Corpus
from cpecbot.errors import SettingsError
from cpecbot.storage import Storage
from fakes.bot import CONFIG
from fakes.library import FakeLibrary
from fakes.telegram import TOKEN


def started(corpus: Corpus, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    async def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(running, "_answer", fail)
    run(build_application(CONFIG, FakeLibrary(corpus), Storage()), TOKEN)


def test_what_should_not_happen_is_told_in_the_log_and_by_the_status(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Python would show a trace, with whatever is in it, where lines of the log are expected."""
    with pytest.raises(SystemExit) as stopped, caplog.at_level(logging.CRITICAL):
        started(corpus, monkeypatch, RuntimeError(f"https://api.telegram.org/bot{TOKEN}/getMe"))
    assert stopped.value.code == CUT_SHORT
    assert "RuntimeError" in caplog.text
    assert TOKEN.partition(":")[2] not in caplog.text


@pytest.mark.parametrize("error", [SettingsError("set it otherwise"), PermissionError("no")])
def test_what_a_person_can_mend_is_left_to_the_command_line(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """Which tells it in one line."""
    with pytest.raises(type(error)):
        started(corpus, monkeypatch, error)
