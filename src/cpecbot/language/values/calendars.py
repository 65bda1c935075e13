"""Persian (Jalali) and Islamic (Hijri) calendar dates as Gregorian days."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum


class Calendar(Enum):
    GREGORIAN = "gregorian"
    JALALI = "jalali"
    HIJRI = "hijri"


# Nowruz of 1354 AP, the start of a 33-year cycle of leap years.
_JALALI_EPOCH = (1354, date(1975, 3, 21))
_JALALI_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
# 1 Muharram of AH 1 in the civil tabular calendar, 16 July 622 Julian, as a proleptic Gregorian ordinal.
_HIJRI_EPOCH = 227015


def _jalali_leap(year: int) -> bool:
    """The 33-year rule, which equals the astronomical calendar for 1178-1633 AP."""
    return year % 33 in _JALALI_LEAP


def _jalali_new_year(year: int) -> date:
    epoch_year, epoch = _JALALI_EPOCH
    low, high = sorted((year, epoch_year))
    days = (high - low) * 365 + sum(map(_jalali_leap, range(low, high)))
    return epoch + timedelta(days if year >= epoch_year else -days)


def _jalali_month_length(year: int, month: int) -> int:
    if month <= 6:
        return 31
    return 30 if month <= 11 or _jalali_leap(year) else 29


def _hijri_day(year: int, month: int, day: int) -> date:
    """The tabular (civil) calendar; a sighted or Umm al-Qura month may start a day earlier or later."""
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return date.fromordinal(_HIJRI_EPOCH + days - 1)


def _gregorian_days(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        following = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), following - timedelta(1)
    return date(year, month, day), date(year, month, day)


def _jalali_days(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return _jalali_new_year(year), _jalali_new_year(year + 1) - timedelta(1)
    length = _jalali_month_length(year, month)
    if day is not None and day > length:
        raise ValueError(f"month {month} of {year} AP has {length} days")
    start = _jalali_new_year(year) + timedelta(sum(_jalali_month_length(year, past) for past in range(1, month)))
    if day is None:
        return start, start + timedelta(length - 1)
    return start + timedelta(day - 1), start + timedelta(day - 1)


def _hijri_days(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """A day on either side is included: countries differ by one on when a month starts."""
    if day is not None and day > 30:
        raise ValueError("an Islamic month has 29 or 30 days")
    one = timedelta(1)
    if month is None:
        return _hijri_day(year, 1, 1) - one, _hijri_day(year + 1, 1, 1)
    if day is None:
        return _hijri_day(year, month, 1) - one, _hijri_day(year + month // 12, month % 12 + 1, 1)
    return _hijri_day(year, month, day) - one, _hijri_day(year, month, day) + one


def gregorian_days(calendar: Calendar, year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """The first and last Gregorian day of a year, month or day; ValueError when there is no such day."""
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        raise ValueError("no such month or day")
    days = {
        Calendar.GREGORIAN: _gregorian_days,
        Calendar.JALALI: _jalali_days,
        Calendar.HIJRI: _hijri_days,
    }[calendar]
    return days(year, month, day)


def year_of(calendar: Calendar, day: date) -> int:
    """The year of ``calendar`` in which a Gregorian day falls (in the Islamic calendar, give or take a day)."""
    if calendar is Calendar.JALALI:
        year = day.year - 621
        return year if _jalali_new_year(year) <= day else year - 1
    if calendar is Calendar.HIJRI:
        year = int((day.toordinal() - _HIJRI_EPOCH) / 354.3667) + 1
        return year if _hijri_day(year, 1, 1) <= day else year - 1
    return day.year
