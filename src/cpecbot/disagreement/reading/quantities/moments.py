"""As of which day a figure is told, and how it is meant: so far, at an earlier time, each, in the past 24 hours.

Reports of one event differ because they are of different days; only figures that are meant alike can contradict.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import ClassVar

from msgspec import Struct

from cpecbot.disagreement.reading.segments import Segments, segments
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.language.text.lists import Phrases
from cpecbot.language.text.patterns import any_of, longest_first
from cpecbot.language.text.simplified import fold_simply
from cpecbot.language.values.units import BASE_UNITS
from cpecbot.languages import Language
from cpecbot.models import Span, Value, ValueKind
from cpecbot.tables import Table

# A report tells what is new: what it dates longer before its own day is another occurrence.
_NEWS = timedelta(days=31)


class Manner(StrEnum):
    """How a figure is meant: two that are meant differently tell of different things."""

    EARLIER = "earlier"  # told before: "earlier reports", "the previous toll"
    EACH = "each"  # of one of several: "each", "per head"
    PLANNED = "planned"  # of what is to be: "expected", "would"
    BEFORE = "before"  # up to then: "before the renovation", "six years ago"
    AFTER = "after"  # from then on: "after six years"
    WITHIN = "within"  # until it is done: "within three months"
    ROUGHLY = "roughly"  # "about", "nearly"
    SO_FAR = "so_far"  # counted until the hour of the report: "so far", "as of 10 a.m."
    THEN = "then"  # of a day that was named before: "on that day"
    SINCE = "since"  # counted from a day on, or in a stretch of time: "since June", "in the past week"


# Where a clause says what came before or after, the figure is mostly meant alike; but not where two are opposite.
_TIMES = frozenset({Manner.BEFORE, Manner.AFTER})
_OF_A_STRETCH = _TIMES | {Manner.WITHIN}
_LOOSE = _OF_A_STRETCH | {Manner.ROUGHLY}
# What says nothing of what is counted.
_HARMLESS = _LOOSE | {Manner.SO_FAR, Manner.THEN}


class FiguresFile(Table):
    """``figures.toml``: words in the clause of a figure that say how it is meant."""

    file: ClassVar[str] = "figures.toml"

    earlier: Phrases = ()
    each: Phrases = ()
    planned: Phrases = ()
    before: Phrases = ()
    after: Phrases = ()
    within: Phrases = ()
    roughly: Phrases = ()
    since: Phrases = ()
    so_far: Phrases = ()
    then: Phrases = ()


class Moment(Struct, frozen=True):
    """``day`` is that of the report, or the one that a report without a day names; None where nothing tells it.

    ``past`` is a time long before the report; ``window`` the days and stretches of time that the figure is counted in.
    ``beside`` are the manners right beside it.
    """

    day: date | None = None
    manners: frozenset[Manner] = frozenset()
    beside: frozenset[Manner] = frozenset()
    past: tuple[date, date] | None = None
    window: frozenset[str] = frozenset()

    def comparable(self, other: Moment) -> bool:
        """Whether both are of one time, or of days on which one occurrence is still reported."""
        if self.manners - _HARMLESS != other.manners - _HARMLESS or self.window != other.window:
            return False
        if self.beside - {Manner.ROUGHLY} != other.beside - {Manner.ROUGHLY} or self.manners ^ other.manners >= _TIMES:
            return False
        if self.past or other.past:
            return bool(self.past and other.past and _meet(self.past, other.past))
        return self.day is None or other.day is None or abs(self.day - other.day) <= _NEWS

    def surely_with(self, other: Moment) -> bool:
        """Whether nothing shows that one is of a day that only its own report names."""
        return (Manner.THEN in self.manners) is (Manner.THEN in other.manners)

    def as_of(self) -> date | None:
        """The day that its figure can be shown with."""
        return self.past[1] if self.past else self.day


TIMELESS = Moment()


def _meet(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def moment(reading: Reading, place: Span) -> Moment:
    """That of the figure at ``place`` of the sentence of ``reading``, in code points of the sentence."""
    text, language = reading.sentence.reading, reading.sentence.language
    parts = segments(text, language)
    here = parts.clause(place)
    marks = language.once(_Marks).of(text)
    times = [value for value in _times(reading) if parts.clause(value.span) == here and not value.span.overlaps(place)]
    dated = [value for value in times if value.kind is ValueKind.DATE and value.first and value.last]
    said = [
        (manner, span)
        for manner, span in marks
        if parts.clause(span) == here
        and not (manner is Manner.PLANNED and span.overlaps_any(value.span for value in dated))  # the month of May
    ]
    since = [span for manner, span in said if manner is Manner.SINCE]
    window = {_key(each) for each in times if each.kind is ValueKind.DURATION or _beside(each.span, since, text)}
    manners: set[Manner] = {manner for manner, _ in said if manner is not Manner.SINCE}
    # "After the renovation, it had", "as of noon, it was": what comes first is a clause of its own.
    manners |= {manner for manner, _ in marks if manner in _TIMES or manner in _HARMLESS - _LOOSE}
    timed = any(each.value.span == place and each.value.kind is ValueKind.DURATION for each in reading.amounts)
    follow = reading.grammar.marks_follow or not language.profile.spaced
    at = [(manner, span) for manner, span in said if _beside(place, [span], text)]
    beside = {manner for manner, span in at if manner is Manner.ROUGHLY or (timed and (span > place) is follow)}
    beside &= _LOOSE
    past = _past(place, reading, parts, window)
    return Moment(
        reading.published or _own_day(dated),
        frozenset(manners),
        frozenset(beside),
        (past.first, past.last) if past and past.first and past.last else None,
        frozenset(window),
    )


def _past(place: Span, reading: Reading, parts: Segments, window: Collection[str]) -> Value | None:
    """The date nearest to a figure, if it lies long before the report: "in 2022, when a tremor killed"."""
    dates = [value for value in _times(reading) if value.kind is ValueKind.DATE and _key(value) not in window]
    nearest = min(dates, key=lambda value: parts.distance(value.span, place).words, default=None)
    return nearest if nearest is not None and _is_past(nearest, reading.published) else None


def _times(reading: Reading) -> Iterator[Value]:
    for amount in reading.amounts:
        if amount.first >= reading.dateline and amount.value.kind in (ValueKind.DATE, ValueKind.DURATION):
            yield amount.value


def _is_past(value: Value, published: date | None) -> bool:
    """Whether ``value`` lies so long before the report that it dates something else."""
    known = value.year_known and value.last is not None and published is not None
    return bool(known and value.last and published and published - value.last > _NEWS)


def _key(value: Value) -> str:
    """Equal for equal stretches of time and for one day of any year."""
    if value.first is not None:
        return f"{value.first:%m-%d}"
    unit, factor = BASE_UNITS.get(value.unit or "", (value.unit, 1.0))
    return f"{(value.low or value.high or 0.0) * factor:g} {unit}"


def _own_day(dated: list[Value]) -> date | None:
    """The one day that a clause names, where the report tells none."""
    days = {value.first for value in dated if value.first == value.last and value.year_known}
    return days.pop() if len(days) == 1 else None


def _beside(place: Span, marks: list[Span], text: str) -> bool:
    """Whether nothing but space parts ``place`` from any of ``marks``."""
    gaps = (text[mark.end : place.start] if mark.end <= place.start else text[place.end : mark.start] for mark in marks)
    return any(not gap.strip() for gap in gaps)


class _Marks:
    """The words of one language for how a figure is meant; those in the sentences asked of last are kept."""

    def __init__(self, language: Language) -> None:
        rules = language.read(FiguresFile)
        self._language = language
        self._manners: dict[str, list[Manner]] = {}
        for manner in Manner:
            for phrase in getattr(rules, manner.value):
                self._manners.setdefault(fold_simply(phrase, language).text, []).append(manner)
        words = any_of(longest_first(self._manners))
        self._words = re.compile(rf"\b(?:{words})\b" if language.profile.spaced else words)
        self.of = lru_cache(maxsize=2048)(self._found)

    def _found(self, text: str) -> tuple[tuple[Manner, Span], ...]:
        folded = fold_simply(text, self._language)
        return tuple(
            (manner, folded.original(Span(*found.span())))
            for found in self._words.finditer(folded.text)
            for manner in self._manners[found.group()]
        )
