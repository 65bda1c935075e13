"""From the written parts of a date to its Gregorian days; what is not written is taken from the reference day."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from cpecbot.language.values.dates.calendars import Calendar, gregorian_days, year_of
from cpecbot.language.values.dates.partial import Partial

_UNKNOWN_YEAR = 1


class Days(Struct, frozen=True):
    """The Gregorian days of an expression over tokens ``[start, end)``.

    They are None where nothing tells the month, or where the calendar has no rule here; ``numbers`` are then those that
    the days have in their month, if they are written.
    """

    first: date | None
    last: date | None
    start: int
    end: int
    year_known: bool
    calendar: Calendar = Calendar.GREGORIAN
    numbers: tuple[int, int] | None = None


def resolve(left: Partial, right: Partial, reference: date | None) -> Days | None:
    """The days from the first of ``left`` to the last of ``right``; None when there are none, or none in order."""
    known = left.year is not None
    numbers = (left.day, right.day) if left.day and right.day and left.month is None else None
    calendar = left.calendar
    if calendar is Calendar.LUNAR or (numbers and reference is None):
        in_order = numbers is None or numbers[0] <= numbers[1]
        return Days(None, None, left.start, right.end, False, calendar, numbers) if in_order else None
    try:
        first, last = _days(left, reference)[0], _days(right, reference)[1]
    except (ValueError, OverflowError):
        return None
    if numbers and first > last:  # 6日至9日, of which the 6th has been and the 9th is to come
        last = last.replace(year=first.year, month=first.month)
    if first > last and not known and first.year > _UNKNOWN_YEAR and not left.open_end:
        first = first.replace(year=first.year - 1, day=min(first.day, 28) if first.month == 2 else first.day)
    if first > last:
        return None
    return Days(first, last, left.start, right.end, known, calendar, numbers)


def _days(partial: Partial, reference: date | None) -> tuple[date, date]:
    if partial.year is not None:
        return gregorian_days(partial.calendar, partial.year, partial.month, partial.day)
    if reference is not None and partial.month is None and partial.day is not None:
        return _last_such_day(partial.day, reference)
    if reference is not None:
        year = year_of(partial.calendar, reference)
        return gregorian_days(partial.calendar, year, partial.month, partial.day)
    # A leap year, so that 29 February is a day; the year is then taken off.
    year = {Calendar.GREGORIAN: 2024, Calendar.JALALI: 1403, Calendar.HIJRI: 1447}[partial.calendar]
    first, last = gregorian_days(partial.calendar, year, partial.month, partial.day)
    return _without_year(first), _without_year(last)


def _without_year(day: date) -> date:
    return date(_UNKNOWN_YEAR, day.month, min(day.day, 28) if day.month == 2 else day.day)


def _last_such_day(day: int, reference: date) -> tuple[date, date]:
    """The last ``day`` of a month at or just before the reference; a day ahead may be a time zone's doing."""
    month_start = reference.replace(day=1)
    if day > reference.day + 1:
        month_start = (month_start - timedelta(1)).replace(day=1)
    found = month_start.replace(day=day)
    return found, found
