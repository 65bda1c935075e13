"""What a phone shows of an answer at once."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cpecbot.languages import Language
from cpecbot.models import About, Answer, View
from cpecbot.rendering.answer.context import make_context
from cpecbot.rendering.answer.glance import LINES, fitted, glance_blocks
from cpecbot.rendering.answer.layout import Limits
from cpecbot.rendering.richtext.height import height
from cpecbot.rendering.richtext.text import EntityKind, RichText, join
from fakes.languages import LANGUAGES
from rendering.samples import ARTICLES, CONDITION_NOTE, HELD_EN, ROUND_NOTE, answered, label

NO_LIMITS = Limits()


def glance(answer: Answer) -> tuple[RichText, int]:
    context = make_context(ARTICLES, label, answer.told_in, brief=True)
    blocks, notes = glance_blocks(answer, context, NO_LIMITS)
    return join(blocks), notes


def fit(answer: Answer) -> Answer:
    return fitted(answer, make_context(ARTICLES, label, answer.told_in, brief=True), NO_LIMITS)


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_it_fits_with_the_best_quote_first_and_nothing_is_lost(language: Language) -> None:
    whole = answered(language)
    answer = fit(whole)
    assert answer.quotes[0] == whole.quotes[0]
    assert answer.quotes + answer.more == whole.quotes + whole.more
    assert len(answer.quotes) < len(whole.quotes)
    text, notes = glance(answer)
    assert height(text) <= LINES
    assert notes


def test_who_differs_is_told_before_further_quotes_are() -> None:
    """In the open, where that fits beside the best quote."""
    text, _ = glance(fit(replace(answered(), disagreements=(ROUND_NOTE,))))
    assert "⚖️ Where the sources differ\nThe round:\n000 says" in text.text


def test_without_differences_there_is_room_for_more_quotes() -> None:
    alone = fit(replace(answered(), disagreements=()))
    assert len(alone.quotes) > len(fit(answered()).quotes)


def test_a_difference_that_fits_nowhere_is_folded_away() -> None:
    """Under the same words; it takes three lines, and opens."""
    quotes = answered().quotes
    text, notes = glance(replace(answered(), quotes=(*quotes, *quotes)))
    assert "⚖️ Where the sources differ\nThe round:\n000 says" in text.text
    assert notes == 2
    (fold,) = (each for each in text.entities if each.kind is EntityKind.EXPANDABLE_BLOCKQUOTE)
    assert text.covered_by(fold).startswith("The round")


def test_what_fits_once_fits_again() -> None:
    """As after a restart, when the answer is found anew."""
    once = fit(answered())
    assert fit(once) == once


def test_an_answer_that_fits_is_left_as_it_is() -> None:
    answer = replace(answered(), quotes=(HELD_EN,), disagreements=(CONDITION_NOTE,))
    assert fit(answer) == answer
    unanswered = replace(answered(), quotes=())
    assert fit(unanswered) == unanswered


def test_it_says_who_and_when_and_leaves_the_rest_to_the_context() -> None:
    text, _ = glance(replace(answered(), quotes=(HELD_EN,), disagreements=()))
    assert text.text.startswith("1. APP · 5 January 2026 · source 004\n")


def test_a_side_is_quoted_with_the_telling_part_of_its_words() -> None:
    """Cut at words, with dots outside the marks."""
    long = replace(ROUND_NOTE, sides=(replace(ROUND_NOTE.sides[0], quotes=(HELD_EN,)), ROUND_NOTE.sides[1]))
    text, _ = glance(replace(answered(), quotes=(HELD_EN,), disagreements=(long,)))
    assert "…“" in text.text or "”…" in text.text
    assert HELD_EN.text not in text.text.partition("⚖️")[2]


def test_what_is_asked_of_the_differences_themselves_stands_in_the_open() -> None:
    quotes = answered().quotes
    about = replace(answered(), quotes=(*quotes, *quotes), about=About(View.DIFFERENCES))
    text, notes = glance(about)
    assert notes == 2
    assert "The round:\n000 says" in text.text
