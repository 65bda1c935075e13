"""Index keys of values: a date is found by each day, month and year that it covers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from cpecbot.language.values.clock import HALF_A_DAY
from cpecbot.models import Value, ValueKind

SCORE_KEY = f"v:{ValueKind.SCORE}"
"""Found by who asks for the score of a match: whatever it is, it tells."""
_DAYS = frozenset({ValueKind.DATE, ValueKind.RELATIVE_DAY})
_LONGEST_RANGE_OF_DAYS = 31
_LONGEST_RANGE_OF_YEARS = 30


def value_keys(value: Value) -> tuple[str, ...]:
    """Every key that a question may find this value by."""
    if value.kind in _DAYS:
        return tuple(_date_keys(value))
    key = exact_key(value)
    any_score = (SCORE_KEY,) if value.kind is ValueKind.SCORE else ()
    return (key, *any_score) if key else ()


def exact_key(value: Value) -> str | None:
    """The one key that a question for this very value asks: a year asks for the year, a day for the day."""
    if value.kind in _DAYS:
        return _exact_date_key(value)
    if value.kind in {ValueKind.WEEKDAY, ValueKind.VERSION, ValueKind.SCORE}:
        return f"v:{value.kind}:{value.unit}"
    if value.kind is ValueKind.TIME:  # by its place on the clock: the half of the day is often left out
        return f"v:time:{(value.low or 0) % HALF_A_DAY:g}"
    amount = value.low if value.low is not None else value.high
    if amount is None:
        return None
    # An anniversary is "the 75th" in one language and "75" in another.
    unit = f":{value.unit}" if value.unit else ""
    return f"v:{amount:g}{unit}"


def _exact_date_key(value: Value) -> str | None:
    first, last = value.first, value.last
    if first is None or last is None:
        return next(_numbers_of_days(value), None)
    if not value.year_known:
        return f"v:monthday:{first:%m-%d}" if first == last else f"v:monthname:{first:%m}"
    if (last - first).days < 1:
        return f"v:day:{first.isoformat()}"
    if (first.year, first.month) == (last.year, last.month):
        return f"v:month:{first:%Y-%m}"
    return f"v:year:{first.year:04}" if first.year == last.year else f"v:years:{first.year:04}-{last.year:04}"


def _date_keys(value: Value) -> Iterator[str]:
    first, last = value.first, value.last
    yield from _numbers_of_days(value)
    if first is None or last is None:
        return
    days = (last - first).days
    if days <= _LONGEST_RANGE_OF_DAYS:
        yield from _day_keys(first, days, year_known=value.year_known)
    if value.year_known:
        if last.year - first.year <= _LONGEST_RANGE_OF_YEARS:
            yield from (f"v:year:{year:04}" for year in range(first.year, last.year + 1))
        yield f"v:years:{first.year:04}-{last.year:04}"


def _numbers_of_days(value: Value) -> Iterator[str]:
    """Of days that are written without their month."""
    if value.low is not None and value.high is not None:
        yield from (f"v:dayofmonth:{day:02}" for day in range(int(value.low), int(value.high) + 1))


def _day_keys(first: date, days: int, *, year_known: bool) -> Iterator[str]:
    covered = [first + timedelta(days=offset) for offset in range(days + 1)]
    for day in covered:
        yield f"v:monthday:{day:%m-%d}"
        if year_known:
            yield f"v:day:{day.isoformat()}"
    for month in dict.fromkeys((day.year, day.month) for day in covered):
        yield f"v:monthname:{month[1]:02}"
        if year_known:
            yield f"v:month:{month[0]:04}-{month[1]:02}"
