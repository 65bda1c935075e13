"""Whether two values of one thing may both be true, and the one form in which equal values are equal.

Bounds, years and their days, rounding and unresolved weekdays all leave something open.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import isclose

from cpecbot.language.values.finding import compatible
from cpecbot.language.values.units import BASE_UNITS
from cpecbot.models import Value, ValueKind

_ROUNDED = frozenset({ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.PERCENT, ValueKind.NUMBER})
_ROUNDING = 0.02
# What is converted from another unit is rounded once more: 5 miles, 8 km.
_CONVERTED = 0.06
# 1,400 people may be 1,411; 100 are not 98.
_ROUND, _MANY = 100, 1000


def is_exact(value: Value | None) -> bool:
    """Whether the value leaves nothing open: no bound, no year, no week."""
    if value is None:
        return True
    if value.kind in (ValueKind.DATE, ValueKind.WEEKDAY):
        return value.first is not None and value.year_known
    return value.low == value.high


def shares_number(one: Value | None, other: Value | None) -> bool:
    """Whether a bound of one is a bound of the other, or both are the same day of a year."""
    if one is None or other is None:
        return False
    if one.first is not None and other.first is not None:
        return (one.first.month, one.first.day) == (other.first.month, other.first.day)
    return bool({one.low, one.high} & {other.low, other.high} - {None})


def may_both_hold(one: Value | None, other: Value | None) -> bool:
    if one is None or other is None:
        return False
    if one.kind is other.kind is ValueKind.SCORE:
        return {one.unit, _turned(one.unit)} >= {other.unit}
    if _is_range(one) and _is_range(other):
        return _same_days(one, other)
    if not (one.year_known and other.year_known) and _within_a_day(one, other):
        return True
    return (
        _rounded(one, other)
        or _converted(one, other)
        or (compatible(one, other) and _weekday_fits(one, other) and _weekday_fits(other, one))
    )


def _turned(score: str | None) -> str:
    """As the other side tells it: 1-2 for 2-1."""
    return "-".join(reversed((score or "").split("-")))


def _same_days(one: Value, other: Value) -> bool:
    """Whether two ranges have the same ends, as far as their years are known."""
    if one.year_known and other.year_known:
        return (one.first, one.last) == (other.first, other.last)
    ends = ((one.first, other.first), (one.last, other.last))
    return all(left and right and (left.month, left.day) == (right.month, right.day) for left, right in ends)


def _rounded(one: Value, other: Value) -> bool:
    """Whether two sums or measures differ by no more than rounding: 98.73 million is "100 million"."""
    if one.kind is not other.kind or one.kind not in _ROUNDED or one.unit != other.unit:
        return False
    if one.low is None or other.low is None or one.low != one.high or other.low != other.high:
        return False
    if not isclose(one.low, other.low, rel_tol=_ROUNDING):
        return False
    places = {_last_place(one.low), _last_place(other.low)}
    if one.kind is ValueKind.NUMBER and (max(places) < _ROUND or min(one.low, other.low) < _MANY):
        return False
    return len(places) > 1 and abs(one.low - other.low) < max(places)


def _converted(one: Value, other: Value) -> bool:
    """Whether two measures in two units of one dimension are about as much."""
    if one.unit == other.unit or one.kind is not other.kind or not (one.low and other.low):
        return False
    (base, factor), (against, by) = (BASE_UNITS.get(each.unit or "", (each.unit, 1.0)) for each in (one, other))
    return base == against and isclose(one.low * factor, other.low * by, rel_tol=_CONVERTED)


def _last_place(number: float) -> float:
    """What the last digit that is no zero counts: 10 of 880, 0.01 of 98.73."""
    exponent = Decimal(f"{number:.12g}").normalize().as_tuple().exponent
    return 10.0**exponent if isinstance(exponent, int) else 0.0


def _within_a_day(one: Value, other: Value) -> bool:
    """Calendars without a year convert with a day's doubt."""
    if one.first is None or other.first is None:
        return False
    return abs((one.first.replace(year=2000) - other.first.replace(year=2000)).days) <= 1


def _weekday_fits(weekday: Value, day: Value) -> bool:
    """Whether a weekday of an unknown week can be the given day."""
    if weekday.kind is not ValueKind.WEEKDAY or weekday.first is not None or day.first is None or not day.year_known:
        return True
    return day.first != day.last or str(day.first.isoweekday()) == weekday.unit


def _is_range(value: Value) -> bool:
    """Days from–to that are not just a month or a year."""
    if value.kind is not ValueKind.DATE or value.first is None or value.last is None or value.first == value.last:
        return False
    whole_year = value.first.timetuple().tm_yday == 1 and value.first.year == value.last.year
    whole_month = value.first.day == 1 and value.first.month == value.last.month
    return not (whole_year or whole_month)


def shown(value: Value) -> str:
    """The value in a form that is equal for equal values of all languages, calendars and digits."""
    if value.kind in (ValueKind.DATE, ValueKind.WEEKDAY):
        return _shown_date(value)
    if value.kind is ValueKind.VERSION:
        return f"{value.unit}"
    unit = f" {value.unit}" if value.unit else ""
    low, high = _plain(value.low), _plain(value.high)
    if value.low == value.high:
        return f"{low}{unit}"
    if value.high is None:
        return f">={low}{unit}"
    if value.low is None:
        return f"<={high}{unit}"
    return f"{low}-{high}{unit}"


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:.10g}" if abs(number) < 1e6 else f"{number:.0f}"


def _shown_date(value: Value) -> str:
    if value.first is None or value.last is None:
        return f"weekday {value.unit}"
    if value.first == value.last:
        return _shown_day(value.first, value)
    if (value.first.month, value.first.day, value.last.month, value.last.day) == (1, 1, 12, 31):
        years = (value.first.year, value.last.year)
        return f"{years[0]}" if years[0] == years[1] else f"{years[0]}/{years[1]}"
    return f"{_shown_day(value.first, value)}/{_shown_day(value.last, value)}"


def _shown_day(day: date, value: Value) -> str:
    return day.isoformat() if value.year_known else day.strftime("--%m-%d")
