"""docs/settings.md lists every setting as config/default.toml has it, and none that is not there."""

from __future__ import annotations

import re
import tomllib

import pytest

from cpecbot.resources import default_config
from cpecbot.settings import SECRETS, Settings
from pages import text_of

FILE = default_config().read_text("utf-8")
DEFAULTS = tomllib.loads(FILE)
ROWS = dict(re.findall(r"^\| `(\w+)` \| ([^|]*) \|", text_of("settings"), re.MULTILINE))


def test_it_names_every_setting_in_the_order_of_the_file() -> None:
    assert set(ROWS) == set(Settings.model_fields)
    in_file = re.findall(r"^(?:# )?(\w+) = ", FILE, re.MULTILINE)
    assert [name for name in ROWS if name not in SECRETS] == in_file


@pytest.mark.parametrize("name", Settings.model_fields)
def test_a_default_is_that_of_the_file(name: str) -> None:
    """Or there is none, and what that means is told; secrets have none, and are named as variables."""
    if name in SECRETS:
        assert ROWS[name] == "secret"
        assert f"CPECBOT_{name.upper()}" in FILE
    elif name in DEFAULTS:
        assert tomllib.loads(f"value = {ROWS[name].strip('`')}") == {"value": DEFAULTS[name]}
    else:
        assert ROWS[name].startswith("none: ")
