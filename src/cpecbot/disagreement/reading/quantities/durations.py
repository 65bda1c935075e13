"""Units of time that stand without a number: "every week", "a year"."""

from __future__ import annotations

from collections.abc import Iterator, Set

from cpecbot.disagreement.reading.sentence import Mark, Reading
from cpecbot.language.values.units import DURATIONS
from cpecbot.models import Value, ValueKind


def bare_durations(reading: Reading, taken: Set[int]) -> Iterator[tuple[Mark, Value]]:
    """Each as one of its unit, where none of its words is ``taken``, with the mark that it was read from."""
    covered = set(taken)
    for mark in reading.meant:
        if mark.key in DURATIONS and covered.isdisjoint(range(mark.first, mark.last)):
            covered.update(range(mark.first, mark.last))
            place = reading.span(mark.first, mark.last).shift(-reading.sentence.span.start)
            yield mark, Value(ValueKind.DURATION, place, 1.0, 1.0, mark.key)
