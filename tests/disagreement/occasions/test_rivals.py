"""Values that are too far apart, or may be rounded or of another zone, are of no one thing."""

from __future__ import annotations

from datetime import date

import pytest

from cpecbot.disagreement.occasions.rivals import is_far
from cpecbot.disagreement.occasions.slots import Slot, sort_of
from cpecbot.disagreement.reading.sentence import Amount
from cpecbot.models import Span, Value, ValueKind
from fakes.readings import reading


def slot(value: Value) -> Slot:
    return Slot(Amount(value, 0, 1), reading("x"), sort_of(value) or "", ())


def number(kind: ValueKind, low: float, unit: str | None = None) -> Slot:
    return slot(Value(kind, Span(0, 1), low, low, unit))


def clock(hour: int, minute: int, unit: str | None = None) -> Slot:
    return number(ValueKind.TIME, hour * 60 + minute, unit)


def year(number: int) -> Slot:
    return slot(Value(ValueKind.DATE, Span(0, 1), first=date(number, 1, 1), last=date(number, 12, 31)))


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        (number(ValueKind.PERCENT, 10), number(ValueKind.PERCENT, 20), False),
        (number(ValueKind.PERCENT, 10), number(ValueKind.PERCENT, 21), True),
        (number(ValueKind.PERCENT, -2), number(ValueKind.PERCENT, 3), False),
        (clock(18, 3), clock(18, 4), False),
        (clock(18, 0), clock(18, 4), True),  # about six
        (clock(18, 5), clock(18, 9), True),
        (clock(18, 5), clock(18, 11), False),
        (clock(18, 3), clock(18, 18), True),  # a zone may be a quarter of an hour away
        (clock(18, 3), clock(18, 17), False),
        (clock(6, 3), clock(6, 4, "half_day"), True),
        (year(1987), year(1992), False),
        (year(1987), year(1993), True),
    ],
)
def test_what_is_far_apart(one: Slot, other: Slot, far: bool) -> None:
    assert is_far(one, other) is far


def test_how_far_may_be_asked() -> None:
    assert is_far(number(ValueKind.NUMBER, 100), number(ValueKind.NUMBER, 130), 1.25)
    assert not is_far(number(ValueKind.NUMBER, 100), number(ValueKind.NUMBER, 125), 1.25)


@pytest.mark.parametrize(
    ("value", "sort"),
    [
        (Value(ValueKind.MONEY, Span(0, 1), 5, 5, "USD"), "money"),
        (Value(ValueKind.QUANTITY, Span(0, 1), 5, 5, "kilometre"), "quantity:metre"),
        (Value(ValueKind.DURATION, Span(0, 1), 5, 5, "year"), "duration:month"),
        (Value(ValueKind.NUMBER, Span(0, 1), 5, 5), "count"),
        (Value(ValueKind.NUMBER, Span(0, 1), 5, 5, "half"), None),
        (Value(ValueKind.DATE, Span(0, 1), first=date(2024, 5, 1), last=date(2024, 5, 31)), None),
    ],
)
def test_values_are_compared_in_their_sort(value: Value, sort: str | None) -> None:
    assert sort_of(value) == sort
