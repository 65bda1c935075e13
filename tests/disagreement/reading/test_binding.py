"""Which noun a number stands at: how far it reaches, and what counts as farther."""

from __future__ import annotations

import pytest

from cpecbot.disagreement.reading.binding import bound, nearest, phrase
from fakes.languages import ZH
from fakes.readings import filled, reading

NOUN = frozenset({"noun"})


def reached(written: str, right: int = 9, left: int = 9) -> int | None:
    given = reading(written)
    found = nearest(given.amounts[0], given, NOUN, right, left)
    return found.first if found else None


@pytest.mark.parametrize(("gap", "found"), [(0, True), (3, True), (4, False)])
def test_a_number_reaches_three_words_to_the_right(gap: int, found: bool) -> None:
    given = reading(filled("n:7", gap, "t:noun"))
    assert (bound(given.amounts[0], given, NOUN) is not None) is found


@pytest.mark.parametrize(("gap", "found"), [(0, True), (2, True), (3, False)])
def test_and_two_to_the_left(gap: int, found: bool) -> None:
    given = reading(filled("t:noun", gap, "n:7"))
    assert (bound(given.amounts[0], given, NOUN) is not None) is found


def test_the_nearer_noun_has_the_number() -> None:
    assert reached("t:noun x n:7 t:noun") == 3
    assert reached("t:noun n:7 x t:noun") == 0


def test_other_terms_are_no_nouns() -> None:
    assert reached("n:7 t:other x t:noun") == 3


@pytest.mark.parametrize(("gap", "expected"), [(5, 7), (6, 8), (7, 0)])
def test_a_clause_mark_between_counts_as_six_words(gap: int, expected: int) -> None:
    """Beside the number, but in the clause before, is a noun; in its own clause another, ``gap`` words away."""
    assert reached(f"t:noun | {filled('n:7', gap, 't:noun')}") == expected


def test_a_noun_that_the_value_itself_ends_with_is_at_it() -> None:
    """As the dollars of "30 billion dollars" would be."""
    assert reached("n:7/2 t:noun x t:noun") == 1
    assert reached("n:7/3 t:noun x t:noun") == 3


@pytest.mark.parametrize(
    ("written", "end"), [("n:7 t:noun x x", 4), ("n:7 t:noun | x x", 2), (filled("n:7 t:noun", 9, "x"), 10)]
)
def test_a_phrase_goes_on_to_the_end_of_its_clause_but_eight_words_at_most(written: str, end: int) -> None:
    assert phrase(reading(written), 0, 2) == (0, end)


def test_in_characters_a_phrase_goes_on_three_times_as_far() -> None:
    assert phrase(reading(filled("n:7 t:noun", 40, "x"), ZH), 0, 2) == (0, 26)


def test_a_phrase_takes_values_in_whole() -> None:
    given = reading(f"{filled('n:7 t:noun', 7, 'n:8/3')} x x x x")
    assert phrase(given, 0, 2) == (0, 12)
