"""What docs/privacy.md says of the database is so: every table and column stands there, kept as long as it says."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cpecbot.bot.commands.table import COMMANDS
from cpecbot.bot.interface import BotConfig
from cpecbot.bot.services.cooldown import REMEMBERED
from cpecbot.settings import Settings
from cpecbot.storage.inbox import KEEP_IDS
from cpecbot.storage.schema import MIGRATIONS
from cpecbot.storage.storage import KEEP_REPLIES, KEEP_TURN

TEXT = (Path(__file__).resolve().parents[1] / "docs" / "privacy.md").read_text("utf-8")
ROWS = {row.split("`")[1]: row for row in TEXT.splitlines() if row.startswith("| `")}


def schema() -> dict[str, list[str]]:
    """The columns of each table, as a new file has them."""
    with closing(sqlite3.connect(":memory:")) as file:
        file.executescript("".join(MIGRATIONS))
        tables = [name for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {table: [row[1] for row in file.execute(f"PRAGMA table_info({table})")] for table in tables}


def test_it_names_every_table_and_none_that_is_not_there() -> None:
    assert set(ROWS) == set(schema())


@pytest.mark.parametrize("table", schema())
def test_it_names_every_column(table: str) -> None:
    for column in schema()[table]:
        assert f"`{column}`" in ROWS[table], column


def test_it_says_how_long_as_the_program_does() -> None:
    assert (KEEP_TURN, KEEP_REPLIES, KEEP_IDS) == (600, 7 * 86_400, 25 * 3_600)
    assert "ten minutes" in ROWS["turns"]
    assert "seven days" in ROWS["replies"]
    assert "25 hours" in ROWS["inbox"]
    assert f"the last {BotConfig('').remembered_answers:,} questions" in TEXT
    assert f"{REMEMBERED:,} people at most" in TEXT


def test_what_it_tells_to_use_is_there() -> None:
    commands = {f"/{command.name}" for command in COMMANDS}
    elsewhere = {"/metrics", "/readyz"}
    assert set(re.findall(r"`(/\w+)`", TEXT)) - elsewhere <= commands
    for setting in ("database", "history"):
        assert setting in Settings.model_fields
        assert f"the setting `{setting}`" in TEXT
