from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from cpecbot.languages import Language
from cpecbot.rendering.richtext.text import plain
from cpecbot.rendering.surfaces.console import paint
from cpecbot.rendering.surfaces.telegram import render_answer
from fakes.languages import EN, LANGUAGES
from rendering.samples import ARTICLES, answered, label


def printed(language: Language, terminal: bool, width: int = 80) -> str:
    console = Console(file=StringIO(), force_terminal=terminal, width=width, highlight=False, color_system=None)
    for message in render_answer(answered(language), ARTICLES, label):
        for part in paint(message, terminal):
            console.print(part, soft_wrap=not terminal)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_a_pipe_gets_every_quote_unbroken_and_its_answering_words_under_it(language: Language) -> None:
    output = printed(language, terminal=False)
    for found in answered(language).quotes:
        words = " · ".join(ARTICLES[found.source].text[mark.start : mark.end] for mark in found.highlights)
        assert f"    {found.text}\n    → {words}\n" in output


def test_a_pipe_gets_no_colours() -> None:
    assert "\x1b" not in printed(EN, terminal=False)


def test_a_terminal_gets_quotes_indented_and_wrapped() -> None:
    output = printed(EN, terminal=True, width=60)
    assert all(len(line) <= 70 for line in output.splitlines() if line.startswith("    On January"))
    assert "\n    On January 4, 2026," in output
    assert "→" not in output


def test_what_a_terminal_would_obey_is_shown_as_a_mark() -> None:
    shown = "".join(str(part) for part in paint(plain("red \x1b[31m and \x9b31m bell \x07"), terminal=True))
    assert not set("\x1b\x9b\x07") & set(shown)
    assert "red \ufffd[31m" in shown
