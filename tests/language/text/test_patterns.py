"""Alternatives as expressions."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.text.patterns import any_of, either, longest_first


@given(st.lists(st.text(min_size=1)), st.text())
def test_any_of_words_matches_them_alone(words: list[str], other: str) -> None:
    pattern = re.compile(any_of(words))
    assert all(pattern.fullmatch(word) for word in words)
    assert (pattern.fullmatch(other) is not None) == (other in words)


def test_no_words_match_nothing_not_even_no_text() -> None:
    assert re.search(any_of([]), "") is None
    assert re.search(either([]), "a") is None


def test_a_word_that_begins_with_another_is_found_whole() -> None:
    found = re.match(any_of(longest_first(["Lt", "Lt. Gen"])), "Lt. Gen. Noor")
    assert found is not None
    assert found[0] == "Lt. Gen"
