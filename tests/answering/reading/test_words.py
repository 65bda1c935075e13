"""The words of a question beside its concepts and values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.answering.reading.words import blank, unspaced_grammar, word_units
from cpecbot.languages import Language
from cpecbot.models import Span
from fakes.languages import EN, LANGUAGES, UR, ZH


@given(st.text(), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted)))
def test_what_is_not_blank_keeps_its_place(text: str, ends: list[list[int]]) -> None:
    spans = [Span(min(start, len(text)), min(end, len(text))) for start, end in ends]
    left = blank(text, spans)
    assert len(left) == len(text)
    for place, (letter, kept) in enumerate(zip(text, left, strict=True)):
        assert kept == (" " if Span(place, place + 1).overlaps_any(spans) else letter)


@pytest.mark.parametrize(
    ("text", "found"),
    [("船在海上", ["在", "上"]), ("the boat", []), ("誰的船", ["誰", "的"]), ("", [])],
)
def test_grammar_is_found_where_no_space_sets_it_apart(text: str, found: list[str]) -> None:
    assert [span.slice(text) for span in unspaced_grammar(text, LANGUAGES)] == found


@pytest.mark.parametrize(
    ("text", "language", "unspaced", "words"),
    [
        ("the boats on rivers", EN, [], ["boats", "rivers"]),
        ("دریا کی کشتیاں", UR, [], ["دریا", "کشتیاں"]),
        ("木匠唱歌", ZH, [], ["木匠唱歌"]),  # one run: no space says where a word ends
        ("木匠唱歌", ZH, [Span(0, 2), Span(2, 4)], ["木匠", "唱歌"]),
    ],
)
def test_words_are_parted_by_spaces_or_by_the_vocabulary(
    text: str, language: Language, unspaced: list[Span], words: list[str]
) -> None:
    assert [unit.text for unit in word_units(text, unspaced, (), [language])] == words


def test_a_name_is_no_grammar() -> None:
    assert [unit.text for unit in word_units("the boat of Who", [], [Span(12, 15)], [EN])] == ["boat", "Who"]
    assert [unit.text for unit in word_units("the boat of Who", [], [], [EN])] == ["boat"]


def test_a_word_is_light_that_says_nearly_nothing() -> None:
    assert {unit.text: unit.light for unit in word_units("boats go", [], [], [EN])} == {"boats": False, "go": True}
