"""What a wrapped text says is shown on one line, wherever it is shown; its span and its words stay the article's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import Cli
from cpecbot.languages import Language
from cpecbot.models import Article, Quote, Span
from cpecbot.rendering.answer.unwrapping import on_one_line
from cpecbot.rendering.pictures.page import Bubble, render_page
from cpecbot.rendering.surfaces.markdown import to_markdown
from cpecbot.rendering.surfaces.telegram import render_quote
from fakes.languages import EN, LANGUAGES, ZH

ENGLISH = (
    "The harbour board met on Sunday and put off its decision on a new\n"
    "breakwater that fishermen of the bay have been asking for since the\n"
    "storms of last winter. No date was given.\n\n"
    "The fishermen called the delay a disgrace, and said that they would\n"
    "bring their boats to the quay of the town hall on the day after."
)
CHINESE = (
    "港务局星期日开会，今年第三次推迟就新防波堤作出决定，自去年冬季的风暴\r\n"
    "以来，渔民一直要求修建防波堤。会议没有公布新的日期。"
)


def quoted(text: str, language: Language, *marked: str) -> tuple[Quote, dict[str, Article]]:
    marks = tuple(Span(text.index(words), text.index(words) + len(words)) for words in marked)
    whole = Quote("a", Span(0, len(text)), text, language, highlights=marks)
    return whole, {"a": Article("a", text, language)}


@pytest.mark.parametrize(
    ("text", "language", "marked", "shown"),
    [
        (ENGLISH, EN, ["board", "new\nbreakwater", "day after"], ["board", "new breakwater", "day after"]),
        (CHINESE, ZH, ["星期日", "风暴\r\n以来", "日期"], ["星期日", "风暴以来", "日期"]),
    ],
)  # fmt: skip
def test_the_marked_words_stay_marked(text: str, language: Language, marked: list[str], shown: list[str]) -> None:
    quote, articles = quoted(text, language, *marked)
    joined = on_one_line(quote, articles["a"])
    assert [mark.shift(-joined.span.start).slice(joined.text) for mark in joined.highlights] == shown
    assert len(joined.span) == len(joined.text)


def test_a_blank_line_between_paragraphs_stays() -> None:
    quote, articles = quoted(ENGLISH, EN)
    assert len(on_one_line(quote, articles["a"]).text.splitlines()) == 3


def test_lines_of_a_text_that_is_not_wrapped_stay() -> None:
    quote, articles = quoted("The board met.\nNo date was given.", EN)
    assert on_one_line(quote, articles["a"]) == quote


def test_telegram_markdown_and_page_show_one_line() -> None:
    quote, articles = quoted(CHINESE, ZH, "风暴\r\n以来")
    (message,) = render_quote(quote, articles, lambda concept, _: concept, EN)
    assert "自去年冬季的风暴以来，渔民" in message.text
    assert "**风暴以来**" in to_markdown([message])
    assert "<b>风暴以来</b>" in render_page([Bubble(message)], EN, LANGUAGES)


def test_the_console_shows_one_line_and_json_the_slice(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_bytes(ENGLISH.encode())
    asked = ("ask", "--corpus", str(tmp_path), "What did the harbour board put off?")
    assert "its decision on a new breakwater that fishermen" in cli(*asked).out
    first = json.loads(cli(*asked, "--json").out)["quotes"][0]
    assert first["text"] == ENGLISH[first["start"] : first["end"]]
    assert "new\nbreakwater" in first["text"]
    listed = cli("segment", "--corpus", str(tmp_path)).out.splitlines()
    assert len(listed) == 3
    assert "new breakwater" in listed[0]
