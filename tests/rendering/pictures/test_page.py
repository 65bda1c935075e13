from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from cpecbot.languages import Language
from cpecbot.rendering.pictures.page import Bubble, Theme, render_page, to_html
from cpecbot.rendering.richtext.text import plain
from cpecbot.rendering.surfaces.telegram import render_answer
from fakes.languages import AR, EN, LANGUAGES
from rendering.samples import ARTICLES, answered, label, unanswered


class Reader(HTMLParser):
    """Collects the text under blockquotes and fails on tags that do not close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.quotes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in ("meta", "br", "input"):
            self.open.append(tag)
        if tag == "blockquote":
            self.quotes.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "blockquote" in self.open:
            self.quotes[-1] += data


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_a_page_shows_every_quote_word_for_word(language: Language) -> None:
    answer = answered(language)
    reader = Reader()
    reader.feed(render_page([Bubble(text) for text in render_answer(answer, ARTICLES, label)], language))
    assert reader.open == []
    assert reader.quotes[: len(answer.quotes)] == [found.text for found in answer.quotes]


def test_a_page_loads_nothing() -> None:
    messages = render_answer(unanswered(), ARTICLES, label)
    page = render_page([Bubble(text, buttons=(("👍", "👎"),)) for text in messages], EN, theme=Theme.DARK)
    assert not re.search(r"<script|<link|<img|url\(|@import|src=", page)
    assert 'data-theme="dark"' in page


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_the_mark_beside_the_name_is_drawn_alike_in_every_language(language: Language) -> None:
    """A Chinese font would set it to the left of a wide square, half out of its circle."""
    assert '<span class="avatar" lang="en">' in render_page([Bubble(plain("text"))], language)


def test_markup_in_a_text_is_only_text() -> None:
    assert to_html(plain("<b>&")) == '<p dir="auto">&lt;b&gt;&amp;</p>'


def test_a_quote_in_the_line_of_its_source_leaves_no_empty_line() -> None:
    (message,) = render_answer(answered(AR), ARTICLES, label)
    html = to_html(message)
    assert "</p><blockquote" in html
    assert not re.search('<p dir="auto">[\u2066-\u2069 ]*</p>', html)
    assert "<br>" in html
