"""What docs/deployment.md and SECURITY.md name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cpecbot.bot import BotConfig
from cpecbot.bot.interface import Monitor
from cpecbot.bot.measures import Measures
from cpecbot.bot.operating.stopping import CUT_SHORT
from cpecbot.bot.receiving.http_server import BODY_PATIENCE, HEAD_PATIENCE, LARGEST_BODY, MOST_CONNECTIONS
from cpecbot.settings import Settings
from cpecbot.storage.disk import LOCK_PATIENCE

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "deployment.md").read_text("utf-8")
WATCHING = PAGE.split("## Watching over it")[1].split("\n## ")[0]
SECURITY = (ROOT / "SECURITY.md").read_text("utf-8")
LOOKED_UP = {
    *("failures_total", "last_poll_age_seconds", "receiving", "storage_up", "articles", "build_info"),
    *("storage_waiting", "storage_dropped_total"),
}


@pytest.mark.parametrize("text", [PAGE, SECURITY], ids=["deployment", "security"])
def test_files_and_settings_that_are_named_exist(text: str) -> None:
    for path in re.findall(r"(?:config|docs)/[\w./-]*\w/?", text):
        assert (ROOT / path).exists(), path
    for setting in re.findall(r"CPECBOT_([A-Z_]+)", text):
        assert setting.lower() in Settings.model_fields
    for setting in re.findall(r"`(\w+_(?:ids|port|url|listen)|burst|cooldown)`", text):
        assert setting in Settings.model_fields


def test_every_metric_is_named_and_none_that_is_not_there() -> None:
    counted = {family.name for family in Measures().registry.collect()}
    told = {re.sub("_total$", "", name) for name in re.findall(r"`(cpecbot_\w+)`", WATCHING)}
    looked_up = {f"cpecbot_{re.sub('_total$', '', name)}" for name in LOOKED_UP}
    assert told == counted | looked_up


def test_figures_are_those_of_the_program() -> None:
    assert f"127.0.0.1:{Monitor().port}" in PAGE
    assert f"within the last {BotConfig('').poll + BotConfig('').silence:.0f} seconds" in PAGE
    assert f"every {BotConfig('').token_check:.0f} seconds" in PAGE
    assert f"| {CUT_SHORT} |" in PAGE
    assert f"waited for, {LOCK_PATIENCE:.0f} seconds at most" in PAGE
    assert LARGEST_BODY == 1_000_000
    assert f"{HEAD_PATIENCE:.0f} seconds for its head and {BODY_PATIENCE:.0f} for its body" in SECURITY
    assert f"{MOST_CONNECTIONS} connections" in SECURITY
