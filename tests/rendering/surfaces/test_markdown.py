from __future__ import annotations

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from cpecbot.languages import Language
from cpecbot.models import Article, Quote, Span
from cpecbot.rendering.richtext.text import RichTextBuilder, plain
from cpecbot.rendering.surfaces.markdown import render_answer, to_markdown
from fakes.languages import EN, LANGUAGES
from rendering.samples import ARTICLES, answered, label, unanswered


def quoted(markdown: str) -> list[str]:
    """The text of each blockquote, as a CommonMark parser reads it."""
    found: list[str] = []
    depth = 0
    for token in MarkdownIt().parse(markdown):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "blockquote_open":
            found.append("")
        elif token.type == "inline" and depth:
            found[-1] += "".join(_text(child) for child in token.children or [])
    return found


def _text(token: Token) -> str:
    return "\n" if token.type in ("softbreak", "hardbreak") else token.content


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_every_quote_reads_word_for_word(language: Language) -> None:
    answer = answered(language)
    shown = quoted(render_answer(answer, ARTICLES, label))
    assert shown[: len(answer.quotes)] == [found.text for found in answer.quotes]


@pytest.mark.parametrize(
    "text",
    ["1. *not* a [list](x) `code` <b> & | # ~x~", "- dash", "# heading", "> quote", "a_b_c ![x](y)", "5) x\n+ y"],
)
def test_what_looks_like_markup_in_a_quote_is_read_as_it_stands(text: str) -> None:
    article = Article("x", text, EN)
    answer = unanswered()
    found = Quote("x", Span(0, len(text)), text, EN)
    assert quoted(render_answer(replace(answer, nearest=found), {"x": article}, label)) == [text]


def test_an_outlet_is_linked_to_its_article() -> None:
    assert "[**APP**](https://www.app.com.pk/cpec)" in render_answer(answered(), ARTICLES, label)


def test_lines_of_a_paragraph_stay_apart() -> None:
    builder = RichTextBuilder()
    builder.append(plain("a\nb\n\nc"))
    assert to_markdown([builder.build()]) == "a\\\nb\n\nc\n"
