"""How much of what one statement tells another tells too, thing by thing and value by value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from cpecbot.disagreement.grouping.agreement import may_both_hold
from cpecbot.disagreement.grouping.telling import Matching
from cpecbot.disagreement.reading.sentence import Amount
from cpecbot.disagreement.retelling.statement import Statement
from cpecbot.language.values.units import BASE_UNITS
from cpecbot.models import Value, ValueKind

# A value that both give says more than a word; one that is of the same kind, but another, says as much as half of one.
_VALUE = 1.5
_AT_ODDS = 0.5
_DAYS = frozenset({ValueKind.DATE, ValueKind.WEEKDAY})


@dataclass(frozen=True, slots=True)
class Met:
    """Two values of one kind, and whether both may be true."""

    here: Amount
    there: Amount
    agree: bool


@dataclass(frozen=True, slots=True)
class Nearness:
    """``items`` are the places of what both tell, in the items of each.

    ``told`` is the share of the point that the other tells, ``of_it`` the share of the other that the point tells.
    """

    items: tuple[tuple[int, int], ...]
    values: tuple[Met, ...]
    told: float
    of_it: float

    @property
    def score(self) -> float:
        return sqrt(self.told * self.of_it)


def nearness(point: Statement, other: Statement, matching: Matching) -> Nearness:
    items = tuple(_matched(point, other, matching))
    values = tuple(_met(point, other))
    here = sum(point.weights[place] for place in {one for one, _ in items})
    there = sum(other.weights[place] for place in {one for _, one in items})
    common = sum(_VALUE if met.agree else _VALUE * _AT_ODDS for met in values)
    return Nearness(
        items,
        values,
        (here + common) / max(sum(point.weights) + _VALUE * len(point.amounts), 0.1),
        (there + common) / max(sum(other.weights) + _VALUE * len(other.amounts), 0.1),
    )


def _matched(point: Statement, other: Statement, matching: Matching) -> Iterator[tuple[int, int]]:
    for here, one in enumerate(point.items):
        for there, another in enumerate(other.items):
            if matching.same(one, another):
                yield here, there


def _met(point: Statement, other: Statement) -> Iterator[Met]:
    """Values of one sort: each with one that agrees, or else with one that agrees with nothing."""
    rest, waiting = list(other.amounts), list[Amount]()
    for amount in point.amounts:
        same = next((each for each in rest if agree(amount.value, each.value)), None)
        if same is None:
            waiting.append(amount)
        else:
            rest.remove(same)
            yield Met(amount, same, agree=True)
    for amount in waiting:
        near = next((each for each in rest if comparable(amount.value, each.value)), None)
        if near is not None:
            rest.remove(near)
            yield Met(amount, near, agree=False)


def comparable(one: Value, other: Value) -> bool:
    """Whether two values measure the same sort of thing."""
    if one.kind in _DAYS and other.kind in _DAYS:
        return True
    return one.kind is other.kind and (one.kind is ValueKind.MONEY or _base(one) == _base(other))


def agree(one: Value, other: Value) -> bool:
    return comparable(one, other) and may_both_hold(one, other)


def _base(value: Value) -> str | None:
    return BASE_UNITS.get(value.unit or "", (value.unit, 1.0))[0]
