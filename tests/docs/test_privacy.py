"""What docs/privacy.md says of the database is so: every table and column stands there, kept as long as it says.

And ``/privacy`` says the same in the chat, in each language.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cpecbot.bot.commands.table import COMMANDS
from cpecbot.bot.interface import BotConfig
from cpecbot.bot.services.cooldown import REMEMBERED
from cpecbot.bot.showing.screens import privacy
from cpecbot.i18n import format_number
from cpecbot.languages import Language
from cpecbot.rendering.richtext.text import utf16_length
from cpecbot.rendering.surfaces.telegram import MESSAGE_UNITS
from cpecbot.settings import Settings
from cpecbot.storage.inbox import KEEP_IDS
from cpecbot.storage.schema import MIGRATIONS
from cpecbot.storage.storage import KEEP_REPLIES, KEEP_TURN
from fakes.languages import LANGUAGES

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "privacy.md").read_text("utf-8")
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


class TestInTheChat:
    """The facts of the page, in a few sentences."""

    @pytest.fixture(params=LANGUAGES, ids=lambda language: language.code)
    def language(self, request: pytest.FixtureRequest) -> Language:
        return request.param

    @pytest.fixture
    def told(self, language: Language) -> str:
        return privacy(BotConfig("").remembered_answers, language).text

    def test_each_table_and_the_memory_have_a_line(self, told: str) -> None:
        """In the order of the page."""
        assert sum("•" in line for line in told.splitlines()) == len(ROWS) + 1

    @pytest.mark.parametrize(
        ("row", "words", "figure"),
        [
            ("turns", "ten minutes", KEEP_TURN / 60),
            ("replies", "seven days", KEEP_REPLIES / 86_400),
            ("inbox", "25 hours", KEEP_IDS / 3_600),
        ],
    )
    def test_it_tells_how_long_as_the_page_does(
        self, told: str, language: Language, row: str, words: str, figure: float
    ) -> None:
        """In the line of the same table."""
        assert words in ROWS[row]
        line = [line for line in told.splitlines() if "•" in line][[*ROWS].index(row)]
        assert format_number(int(figure), language) in line

    def test_it_tells_how_much_is_in_memory(self, told: str, language: Language) -> None:
        remembered = BotConfig("").remembered_answers
        assert f"the last {remembered:,} questions" in TEXT
        *_, line = (line for line in told.splitlines() if "•" in line)
        assert format_number(remembered, language) in line
        assert format_number(77, language) in privacy(77, language).text

    def test_it_leads_to_the_same_commands(self, told: str) -> None:
        """What is allowed in one of them, and deleted by the other."""
        named = set(re.findall(r"/[a-z]+", told))
        assert named == {"/settings", "/forget"}
        assert all(f"`{command}`" in TEXT for command in named)
        assert {"👍", "👎"} <= {*told}

    def test_it_fits_a_message(self, told: str) -> None:
        assert utf16_length(told) <= MESSAGE_UNITS
