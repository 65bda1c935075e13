from __future__ import annotations

import re
from base64 import b64decode
from html.parser import HTMLParser

import pytest

from cpecbot.languages import Language
from cpecbot.rendering.pictures.page import Bubble, Theme, render_page
from cpecbot.rendering.richtext.text import plain
from cpecbot.rendering.surfaces.telegram import render_answer
from fakes.languages import AR, EN, LANGUAGES, UR
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
    reader.feed(render_page([Bubble(text) for text in render_answer(answer, ARTICLES, label)], language, LANGUAGES))
    assert reader.open == []
    assert reader.quotes[: len(answer.quotes)] == [found.text for found in answer.quotes]


def test_a_page_loads_nothing() -> None:
    messages = render_answer(unanswered(), ARTICLES, label)
    page = render_page([Bubble(text, buttons=(("👍", "👎"),)) for text in messages], EN, LANGUAGES, theme=Theme.DARK)
    assert not re.search(r"<script|<link|<img|url\((?!\"data:font/woff;base64,)|@import|src=", page)
    assert 'data-theme="dark"' in page


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_the_mark_beside_the_name_is_drawn_alike_in_every_language(language: Language) -> None:
    """A Chinese font would set it to the left of a wide square, half out of its circle."""
    assert '<span class="avatar" lang="en">' in render_page([Bubble(plain("text"))], language, LANGUAGES)


def test_markup_in_a_text_is_only_text() -> None:
    assert '<p dir="auto">&lt;b&gt;&amp;</p>' in render_page([Bubble(plain("<b>&"))], EN, LANGUAGES)


def test_a_quote_in_the_line_of_its_source_leaves_no_empty_line() -> None:
    (message,) = render_answer(answered(AR), ARTICLES, label)
    html = render_page([Bubble(message)], AR, LANGUAGES)
    assert "</p><blockquote" in html
    assert not re.search('<p dir="auto">[\u2066-\u2069 ]*</p>', html)
    assert "<br>" in html


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_a_page_brings_the_letters_that_it_shows(language: Language) -> None:
    """As many as it needs: some 300 kB at most."""
    answer = answered(language)
    page = render_page([Bubble(text) for text in render_answer(answer, ARTICLES, label)], language, LANGUAGES)
    fonts = [b64decode(data) for data in re.findall(r"base64,([^\"]+)", page)]
    assert fonts
    assert all(font.startswith(b"wOFF") for font in fonts)
    assert len(page) < 300_000


def test_a_quote_is_set_in_the_letters_of_its_language() -> None:
    """Persian within an Urdu page is not in Nastaliq."""
    answer = answered(UR)
    page = render_page([Bubble(text) for text in render_answer(answer, ARTICLES, label)], UR, LANGUAGES)
    assert '<blockquote><p dir="auto" lang="fa">' in page
    assert ':lang(ur) { font-family: "Noto Nastaliq Urdu", ' in page
    assert ':lang(fa) { font-family: "cpecbot Latin Arabic", ' in page
