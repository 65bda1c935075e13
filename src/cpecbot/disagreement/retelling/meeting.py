"""Which values of two statements are of one sort, and whether they say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from cpecbot.disagreement.grouping.agreement import is_exact, may_both_hold, shares_number
from cpecbot.disagreement.retelling.statement import Measure
from cpecbot.language.values.units import BASE_UNITS
from cpecbot.models import Value, ValueKind

_DAYS = frozenset({ValueKind.DATE, ValueKind.WEEKDAY})


class Met(Struct, frozen=True):
    """Two values of one sort, and whether they say the same."""

    here: Measure
    there: Measure
    agree: bool


def met_values(measures: Iterable[Measure], others: Iterable[Measure]) -> Iterator[Met]:
    """Values of one sort: each with one that agrees, or else with one that agrees with nothing."""
    rest, waiting = list(others), list[Measure]()
    for measure in measures:
        same = next((each for each in rest if agree(measure.value, each.value)), None)
        if same is None:
            waiting.append(measure)
        else:
            rest.remove(same)
            yield Met(measure, same, agree=True)
    for measure in waiting:
        near = next((each for each in rest if _comparable(measure.value, each.value)), None)
        if near is not None:
            rest.remove(near)
            yield Met(measure, near, agree=False)


def _comparable(one: Value, other: Value) -> bool:
    """Whether two values measure the same sort of thing."""
    if one.kind in _DAYS and other.kind in _DAYS:
        # A weekday of no known week may be any day.
        return one.kind is other.kind or None not in (one.first, other.first)
    if one.kind is not other.kind:
        return is_plain(one) is not is_plain(other) and _bounds(one) == _bounds(other)
    return one.kind is ValueKind.MONEY or _base(one) == _base(other)


def agree(one: Value, other: Value) -> bool:
    """Whether two values say the same: "above 14 billion" is not "above 12 billion", though both may be true."""
    if not _comparable(one, other):
        return False
    if one.kind is not other.kind and not {one.kind, other.kind} <= _DAYS:
        return (one.low, one.high) == (other.low, other.high)
    if not may_both_hold(one, other):
        return False
    return one.kind in _DAYS or (is_exact(one) and is_exact(other)) or shares_number(one, other)


def is_plain(value: Value) -> bool:
    """Whether it is but a number, of which another text may tell the unit: "under ten", "under the age of ten"."""
    return value.kind is ValueKind.NUMBER and value.unit is None


def _bounds(value: Value) -> tuple[bool, bool] | tuple[float, ...]:
    """Which side of it is open; its number where none is."""
    if value.low is None or value.high is None:
        return value.low is None, value.high is None
    return value.low, value.high


def _base(value: Value) -> str | None:
    return BASE_UNITS.get(value.unit or "", (value.unit, 1.0))[0]


def has_unit(value: Value) -> bool:
    """Whether a value tells what it measures: two sums of money may be of one thing, two numbers of anything."""
    return value.kind in (ValueKind.MONEY, ValueKind.PERCENT, ValueKind.QUANTITY)
