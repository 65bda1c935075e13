"""Places that touch one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.text.overlaps import Overlaps
from cpecbot.models import Span

_SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(1, 8))


@pytest.mark.parametrize(
    ("place", "found"),
    [(Span(0, 2), []), (Span(0, 3), [1]), (Span(4, 5), [0, 1]), (Span(5, 6), [0]), (Span(6, 9), [])],
)
def test_what_ends_where_another_begins_does_not_touch_it(place: Span, found: list[int]) -> None:
    assert Overlaps([Span(4, 6), Span(2, 5)]).of(place) == found


@given(places=st.lists(_SPANS), place=_SPANS)
def test_they_are_those_that_overlap_in_their_order(places: list[Span], place: Span) -> None:
    assert Overlaps(places).of(place) == [number for number, each in enumerate(places) if each.overlaps(place)]
