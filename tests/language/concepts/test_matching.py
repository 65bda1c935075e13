"""Which forms lie in a phrase, at a cost that a long sentence does not multiply."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cpecbot.language.concepts.matching import Candidate, by_place, constituents, within
from fakes.languages import EN, ZH


def found(first: int, last: int, *, spaced: bool = True) -> Candidate:
    return Candidate((f"{first}-{last}",), EN if spaced else ZH, first, last, None)


@pytest.mark.parametrize(("first", "last", "inside"), [(2, 4, True), (2, 5, False), (1, 3, False), (4, 6, False)])
def test_only_shorter_forms_wholly_in_a_phrase_are_within_it(first: int, last: int, inside: bool) -> None:
    assert bool(within(found(2, 5), by_place([found(first, last)]))) is inside


def test_where_no_spaces_part_words_one_character_is_none() -> None:
    candidates = by_place([found(0, 1, spaced=False), found(0, 2, spaced=False), found(2, 4, spaced=False)])
    assert [each.last for each in within(found(0, 4, spaced=False), candidates)] == [2, 4]
    assert len(constituents(found(0, 4, spaced=False), candidates)) == 2


@pytest.mark.parametrize("length", [100, 1000])
def test_as_many_are_looked_at_for_a_phrase_in_a_text_of_any_length(length: int) -> None:
    class Counted(dict[int, Sequence[Candidate]]):
        asked = 0

        def get(self, key: int, *_: object) -> Sequence[Candidate]:  # type: ignore[override]
            self.asked += 1
            return super().get(key, ())

    candidates = Counted(by_place(found(place, place + 1) for place in range(length)))
    assert len(within(found(7, 10), candidates)) == 3
    assert candidates.asked == 3
