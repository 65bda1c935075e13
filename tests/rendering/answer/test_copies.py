"""How the copies of a quote are told: how many at a glance, by name on request."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cpecbot.languages import Language
from cpecbot.models import Quote
from cpecbot.rendering.answer.closing import closing_blocks, more_text
from cpecbot.rendering.answer.context import Context, make_context
from cpecbot.rendering.answer.copies import copied_blocks
from cpecbot.rendering.answer.document import answer_blocks, quote_blocks
from cpecbot.rendering.answer.layout import Limits
from cpecbot.rendering.surfaces.json import answer_to_json
from fakes.languages import AR, EN, FA, UR, ZH
from rendering.samples import ARTICLES, HELD_EN, SEVENTH_EN, answered, label

SOURCES = {source[:3]: source for source in ARTICLES}
COPIED = replace(HELD_EN, copies=(SOURCES["002"], SOURCES["003"]))


def context(language: Language = EN) -> Context:
    return make_context(ARTICLES, label, language)


def header(quote: Quote, language: Language = EN) -> str:
    answer = replace(answered(language), quotes=(quote,), understood=None)
    shown = next(block.text for block in answer_blocks(answer, context(language), Limits()) if quote.text in block.text)
    return shown.splitlines()[0]


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        (EN, "APP and 1 copy", "APP and 2 copies"),
        (AR, "APP ونسخة واحدة", "APP ونسختان"),
        (FA, "APP و ۱ بازنشر", "APP و ۲ بازنشر"),
        (UR, "APP اور 1 نقل", "APP اور 2 نقول"),
        (ZH, "APP 及 1 份转载", "APP 及 2 份转载"),
    ],
)
def test_the_header_counts_the_copies_behind_the_outlet(language: Language, one: str, two: str) -> None:
    bare = str.maketrans("", "", "\u2066\u2067\u2068\u2069\u200e\u200f")
    assert one in header(replace(COPIED, copies=(SOURCES["002"],)), language).translate(bare)
    assert two in header(COPIED, language).translate(bare)
    assert "APP · " in header(HELD_EN, language).translate(bare)


def test_a_source_without_an_outlet_has_its_copies_behind_its_number() -> None:
    assert header(replace(SEVENTH_EN, copies=(SOURCES["002"],))).startswith("1. source 003 and 1 copy · ")


def test_where_a_quote_stands_alone_its_copies_are_named() -> None:
    (block,) = quote_blocks(COPIED, "The context", context(), Limits())
    assert block.text.endswith("\nAlso printed by sources 002 and 003.")
    (plain,) = quote_blocks(HELD_EN, "The context", context(), Limits())
    assert "printed" not in plain.text


def test_on_request_they_are_named_with_the_numbers_of_their_quotes() -> None:
    (block,) = copied_blocks((HELD_EN, COPIED, replace(COPIED, copies=(SOURCES["001"],))), context())
    assert block.text == "2. Also printed by sources 002 and 003.\n3. Also printed by source 001."
    assert copied_blocks((HELD_EN,), context()) == []


def test_there_is_more_to_ask_for_where_copies_are_only_counted() -> None:
    answer = replace(answered(), quotes=(COPIED,), more=(), disagreements=(), also_speaking=())
    assert more_text(answer, context(), 0) == "2 copies"
    assert more_text(answer, context(), 1) == "1 more difference"
    assert more_text(replace(answer, quotes=(HELD_EN,)), context(), 0) == ""


def test_who_prints_what_only_speaks_of_it_speaks_of_it_too() -> None:
    answer = replace(answered(), also_speaking=(COPIED,), more=(COPIED,), without_value=(), silent_sources=())
    (block,) = closing_blocks(answer, context())
    assert block.text == "Sources 002, 003 and 004 also speak of it."


def test_programs_are_told_the_sources_of_the_copies() -> None:
    answer = replace(answered(), quotes=(COPIED, HELD_EN))
    quotes = answer_to_json(answer, ARTICLES, label)["quotes"]
    assert [quote["copies"] for quote in quotes] == [[SOURCES["002"], SOURCES["003"]], []]
