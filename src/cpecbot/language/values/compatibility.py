"""Whether two values can be true of the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import inf, isclose

from msgspec.structs import replace

from cpecbot.language.values.clock import HALF_A_DAY, HALF_DAY
from cpecbot.language.values.units import BASE_UNITS
from cpecbot.models import Value, ValueKind

_AMOUNTS = frozenset(
    {ValueKind.ORDINAL, ValueKind.NUMBER, ValueKind.PERCENT, ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.DURATION}
)
_DAYS = frozenset({ValueKind.DATE, ValueKind.WEEKDAY})
# "62 billion" for 62.0 and "1,100 MW" for 1.1 GW are one value; so are 100 acres and 40.47 hectares.
_TOLERANCE = 1e-3
_WEEK = timedelta(days=7)


def compatible(a: Value, b: Value) -> bool:
    """Whether both can hold: their ranges meet, in one unit; a year contains its days.

    A weekday that is not resolved, and a date whose year neither side knows, is compatible with whatever it cannot be
    held against. Values of different kinds or dimensions are not compatible: compare only what could be the same thing.
    """
    if a.kind in _DAYS and b.kind in _DAYS:
        return _same_days(a, b)
    if a.kind is not b.kind:
        return False
    if a.kind is ValueKind.VERSION:
        return _version(a) == _version(b)
    if a.kind is ValueKind.SCORE:
        return a.unit == b.unit
    if a.kind is ValueKind.TIME:
        return _same_time(a, b)
    return a.kind in _AMOUNTS and _same_amount(a, b)


def _same_time(a: Value, b: Value) -> bool:
    """Of a time whose half of the day nobody told only the place on the clock counts."""
    apart = (a.low or 0) - (b.low or 0)
    return apart == 0 or (HALF_DAY in {a.unit, b.unit} and apart % HALF_A_DAY == 0)


def _same_amount(a: Value, b: Value) -> bool:
    unit_a, factor_a = BASE_UNITS.get(a.unit or "", (a.unit, 1.0))
    unit_b, factor_b = BASE_UNITS.get(b.unit or "", (b.unit, 1.0))
    if unit_a != unit_b:
        return False
    return _meets(_low(a, factor_a), _high(b, factor_b)) and _meets(_low(b, factor_b), _high(a, factor_a))


def _low(value: Value, factor: float) -> float:
    return -inf if value.low is None else value.low * factor


def _high(value: Value, factor: float) -> float:
    return inf if value.high is None else value.high * factor


def _meets(low: float, high: float) -> bool:
    return low <= high or isclose(low, high, rel_tol=_TOLERANCE)


def _version(value: Value) -> tuple[int, ...]:
    parts = [int(part) for part in (value.unit or "").split(".") if part.isdecimal()]
    while len(parts) > 1 and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


def _same_days(a: Value, b: Value) -> bool:
    if a.kind is b.kind is ValueKind.WEEKDAY and a.unit != b.unit:
        return False
    return any(_meet(one, other) for one in _days_meant(a) for other in _days_meant(b))


def _days_meant(value: Value) -> Iterator[Value]:
    """Of a weekday the last one and the next: "it begins on Thursday" is read as well as "it began on Thursday"."""
    yield value
    if value.kind is ValueKind.WEEKDAY and value.first and value.last and value.last < date.max - _WEEK:
        yield replace(value, first=value.first + _WEEK, last=value.last + _WEEK)


def _meet(a: Value, b: Value) -> bool:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return True
    if a.year_known and b.year_known:
        return a.first <= b.last and b.first <= a.last
    return _same_days_of_any_year(a, b)


def _same_days_of_any_year(a: Value, b: Value) -> bool:
    """Whether the days meet once one side's year is left open."""
    open_side, other = (a, b) if not a.year_known else (b, a)
    if open_side.first is None or other.first is None or other.last is None:
        return True
    if (other.last - other.first).days >= 366:
        return True
    return any(
        _days_of(open_side, year)[0] <= other.last.toordinal()
        and other.first.toordinal() <= _days_of(open_side, year)[1]
        for year in (other.first.year - 1, other.first.year, other.last.year)
        if year >= 1
    )


def _days_of(value: Value, year: int) -> tuple[int, int]:
    """First and last ordinal day of a value whose year is set to ``year``."""
    if value.first is None or value.last is None:
        raise ValueError("the value covers no days")
    first = value.first.replace(year=year, day=min(value.first.day, 28) if value.first.month == 2 else value.first.day)
    return first.toordinal(), first.toordinal() + (value.last - value.first).days
