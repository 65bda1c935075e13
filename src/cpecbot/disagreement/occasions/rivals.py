"""What speaks against two values being of one thing: another measure, period, manner, clock, or far another size."""

from __future__ import annotations

from msgspec.structs import replace

from cpecbot.disagreement.occasions.counted import counts_another
from cpecbot.disagreement.occasions.slots import TIME, YEAR, Slot
from cpecbot.disagreement.reading.quantities.moments import Manner, Moment, moment
from cpecbot.language.values.units import UNSPECIFIED_CURRENCY
from cpecbot.models import Value, ValueKind

# Two figures of one thing are near each other: one that is so many times the other is of something else.
_TIMES = 2.0
# What is told of an earlier year is of one of the years around it.
_YEARS = 5
# Zones are quarters of an hour apart, in minutes, and so are the parts of what happens.
_ZONE = 15
# What a time that is no multiple of less may be rounded to.
_ROUNDED_TO = (15, 5, 1)


def rule_out(one: Slot, other: Slot) -> bool:
    """Whether how two values of one sort are meant shows that they are not of the same."""
    if one.changes is not other.changes or _apart(one.properties, other.properties):
        return True
    if _apart(one.periods, other.periods) or not _of_one_time(one, other) or is_far(one, other):
        return True
    return counts_another(one, other) or _in_other_currencies(one.value, other.value)


def _apart(one: frozenset[object], other: frozenset[object]) -> bool:
    return bool(one and other and one.isdisjoint(other))


def _in_other_currencies(one: Value, other: Value) -> bool:
    units = {each.unit for each in (one, other) if each.kind is ValueKind.MONEY}
    return len(units - {UNSPECIFIED_CURRENCY}) > 1


def _of_one_time(one: Slot, other: Slot) -> bool:
    if one.sort in (TIME, YEAR):
        return True
    here, there = _moment(one), _moment(other)
    if here.comparable(there):
        return True
    # What nothing has been done to may be of what is planned.
    open_ended = [each for each in (one, other) if each.counts and not each.counts.deeds]
    return bool(open_ended) and _as_done(here).comparable(_as_done(there))


def _moment(slot: Slot) -> Moment:
    """When it is told of; what is raised from "the earlier figure" is not itself the earlier one."""
    told = moment(slot.reading, slot.value.span)
    return replace(told, manners=told.manners - {Manner.EARLIER}) if slot.reached else told


def _as_done(told: Moment) -> Moment:
    return replace(told, manners=told.manners - {Manner.PLANNED})


def is_far(one: Slot, other: Slot, times: float = _TIMES) -> bool:
    """Whether the two are too far apart to be of one thing: one is more than so many ``times`` the other."""
    if one.sort == TIME:
        return _of_other_clocks(one.value, other.value)
    if one.sort == YEAR:
        years = [each.value.first.year for each in (one, other) if each.value.first]
        return max(years) - min(years) > _YEARS
    low, high = sorted(abs(_number(each.value)) for each in (one, other))
    return high > times * low


def _of_other_clocks(one: Value, other: Value) -> bool:
    """Whether two times may be of one zone each, or rounded, or of two parts of what happened."""
    if one.unit or other.unit:
        return True  # nobody told which half of the day
    minutes = int(_number(one)), int(_number(other))
    gap = abs(minutes[0] - minutes[1])
    rounded = max(next(step for step in _ROUNDED_TO if each % step == 0) for each in minutes)
    return gap < rounded or gap >= _ZONE


def _number(value: Value) -> float:
    return value.low if value.low is not None else value.high or 0.0
