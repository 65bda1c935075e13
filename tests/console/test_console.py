"""The terminal: a prompt for a person, plain lines for a pipe."""

from __future__ import annotations

import io
import locale
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from cpecbot.answering import Library
from cpecbot.console import console
from cpecbot.console.showing import Table
from cpecbot.models import AskOptions
from cpecbot.settings.settings import Bidi
from fakes.languages import LANGUAGES

QUESTION = "When was the seventh round of the dialogue held?"


class Terminal(io.StringIO):
    """A screen, or a keyboard, that says it is one."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def keyboard() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


def piped(monkeypatch: pytest.MonkeyPatch, library: Library, text: str, tmp_path: Path) -> str:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    monkeypatch.setattr(sys, "stdout", out)
    console.converse(library, AskOptions(), tmp_path / "history")
    return out.getvalue()


def test_a_pipe_gets_plain_answers_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, library: Library, tmp_path: Path
) -> None:
    out = piped(monkeypatch, library, f"{QUESTION}\n\n   \n/quit\nnever asked\n", tmp_path)
    assert out.startswith("1. APP")
    assert out.endswith("Goodbye.\n\n")
    assert "\x1b" not in out
    assert "❯" not in out
    assert not (tmp_path / "history").exists()


def test_what_takes_long_is_done_behind_a_reply(
    monkeypatch: pytest.MonkeyPatch, library: Library, tmp_path: Path
) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{QUESTION}\n"))
    monkeypatch.setattr(sys, "stdout", out)
    shown: list[str] = []
    console.converse(library, AskOptions(), tmp_path / "history", meanwhile=lambda: shown.append(out.getvalue()))
    (before,) = shown
    assert before == out.getvalue() != ""


def test_a_quote_stands_unbroken_on_its_line_in_a_pipe(
    monkeypatch: pytest.MonkeyPatch, library: Library, tmp_path: Path
) -> None:
    quote = library.ask(QUESTION).quotes[0]
    out = piped(monkeypatch, library, QUESTION, tmp_path)
    assert quote.text in [line.strip() for line in out.splitlines()]


def test_a_person_is_welcomed_prompted_and_remembered(
    monkeypatch: pytest.MonkeyPatch, library: Library, tmp_path: Path, keyboard: PipeInput
) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    keyboard.send_text(f"{QUESTION}\rdropped\x03/quit\r")
    history = tmp_path / "state" / "history"
    console.converse(library, AskOptions(), history)
    out = screen.getvalue()
    assert out.startswith("Ask about the China–Pakistan Economic Corridor.")
    assert "\x1b[1mJanuary 4, 2026" in out
    assert "dropped" not in out
    assert QUESTION in history.read_text("utf-8")
    if os.name == "posix":
        assert stat.S_IMODE(history.stat().st_mode) == 0o600


def test_the_end_of_the_input_ends_the_conversation(
    monkeypatch: pytest.MonkeyPatch, library: Library, tmp_path: Path, keyboard: PipeInput
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stdout", Terminal())
    keyboard.send_text("\x04")
    console.converse(library, AskOptions(), tmp_path / "history")


def test_the_locale_decides_the_first_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, language in (("fa_IR", "fa"), ("de_DE", "en"), (None, "en")):
        monkeypatch.setattr(locale, "getlocale", lambda name=name: (name, "UTF-8"))
        assert console._locale_language(LANGUAGES).code == language


class TestTables:
    """In columns, unless that would cut words in two."""

    WORDS = Table("Sources", ("Source", "Outlet", ""), (("004", "APP", "statements"), ("005", "", "statements")))

    def shown(self, table: Table, width: int, bidi: Bidi = "terminal") -> list[str]:
        file = io.StringIO()
        console.show([table], Console(file=file, force_terminal=True, color_system=None, width=width), bidi)
        return [line.rstrip() for line in file.getvalue().splitlines()]

    def test_words_that_fit_stand_in_columns(self) -> None:
        assert self.shown(self.WORDS, 40)[1:3] == [" Source  Outlet", " 004     APP     statements"]

    def test_where_they_do_not_each_row_is_a_line(self) -> None:
        assert self.shown(self.WORDS, 20) == ["Sources", " 004 · APP ·", " statements", " 005 · statements", ""]

    def test_figures_stay_in_columns(self) -> None:
        table = Table("Who speaks", ("Topic", "004"), (("counterterrorism", "12"),))
        assert "12" in self.shown(table, 12)[2]

    def test_signs_stand_to_the_right_as_figures_do(self) -> None:
        table = Table("Who speaks", ("Topic", "004"), (("peace", "–"), ("Gaza", "12")))
        assert self.shown(table, 30)[2:4] == [" peace    –", " Gaza    12"]

    def test_columns_move_together_before_a_word_is_cut(self) -> None:
        table = Table("Who speaks", ("Topic", "004"), (("counterterrorism", "12"),))
        assert self.shown(table, 23)[2] == " counterterrorism   12"
        assert self.shown(table, 22)[2] == " counterterrorism  12"

    def test_what_has_words_for_its_rows_is_told_in_them_where_columns_do_not_fit(self) -> None:
        rows, told = (("counterterrorism", "12"),), ("counterterrorism: 004 × 12",)
        table = Table("Who speaks", ("Topic", "004"), rows, "number of statements: 1+", told=told)
        assert self.shown(table, 20) == ["Who speaks", " counterterrorism:", " 004 × 12", ""]

    def test_a_pipe_gets_every_cell_however_many_there_are(self, monkeypatch: pytest.MonkeyPatch) -> None:
        out = io.StringIO()
        monkeypatch.setattr(sys, "stdout", out)
        header, row = [f"a long name {number}" for number in range(300)], [f"{number}" for number in range(300)]
        console.show([Table("Who speaks", ("Topic", *header), (("Gaza", *row),))])
        _, headed, shown, _ = out.getvalue().splitlines()
        assert shown.split() == ["Gaza", *row]
        assert all(name in headed for name in header)

    RIGHT_TO_LEFT = Table("منابع", ("منبع", "رسانه"), (("004", "ایرنا"), ("005", "مهر")))

    def test_a_terminal_that_reorders_lines_is_given_no_columns_to_turn(self) -> None:
        assert self.shown(self.RIGHT_TO_LEFT, 40) == ["منابع", " \u200f004 · ایرنا", " \u200f005 · مهر", ""]

    def test_one_that_does_not_is_given_them_from_right_to_left(self) -> None:
        title, header, first, second, _ = self.shown(self.RIGHT_TO_LEFT, 20, "cpecbot")
        assert (title, header) == ("ﻊﺑﺎﻨﻣ".rjust(20), "ﻪﻧﺎﺳﺭ  ﻊﺒﻨﻣ".rjust(19))
        assert (first, second) == ("ﺎﻧﺮﯾﺍ   004".rjust(19), "ﺮﻬﻣ   005".rjust(19))

    def test_a_source_links_to_where_it_stands(self) -> None:
        file = io.StringIO()
        table = Table("Sources", ("Source",), (("004",), ("005",)), links=("https://example.org/a b", None))
        console.show([table], Console(file=file, force_terminal=True, color_system="truecolor", width=40))
        assert file.getvalue().count("\x1b]8;id=") == 1
        assert ";https://example.org/a%20b\x1b\\004\x1b]8;;" in file.getvalue()
