"""Persian (Jalali) and Islamic (Hijri) calendar dates as Gregorian days.

Jalali: persiantools, which follows the official calendar of Iran. Hijri: hijridate, the Umm al-Qura calendar that Saudi
Arabia has published for 1343-1500 AH (1924-2077); outside of it the civil tabular calendar (Reingold and Dershowitz,
*Calendrical Calculations*, ch. 7). Both libraries are loaded when the first such date is met.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

_ONE = timedelta(1)
# 1 Muharram of AH 1 in the civil tabular calendar, 16 July 622 Julian, as a proleptic Gregorian ordinal.
_HIJRI_EPOCH = 227015
_HIJRI_PUBLISHED = range(1343, 1501)


class Calendar(Enum):
    """Those of which the days are known, and the Chinese lunar one, whose dates are only recognised."""

    GREGORIAN = "gregorian"
    JALALI = "jalali"
    HIJRI = "hijri"
    LUNAR = "lunar"


def _gregorian_days(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    first = date(year, month or 1, day or 1)
    if day is not None:
        return first, first
    if month is None:
        return first, date(year, 12, 31)
    return first, date(year + month // 12, month % 12 + 1, 1) - _ONE


def _jalali_days(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    from persiantools.jdatetime import JalaliDate  # noqa: PLC0415 - slow to load, and needed for few texts

    first = JalaliDate(year, month or 1, day or 1).to_gregorian()
    if day is not None:
        return first, first
    last = month or 12
    return first, JalaliDate(year, last, JalaliDate.days_in_month(last, year)).to_gregorian()


def _hijri_days(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """A day on either side is included: countries differ by one on when a month starts."""
    if day is not None and day > 30:
        raise ValueError("an Islamic month has 29 or 30 days")
    first = _hijri_month(year, month or 1) + timedelta((day or 1) - 1)
    if day is not None:
        return first - _ONE, first + _ONE
    months = 12 * year + (month or 12)  # from month 0 of year 0 on; the next one starts where this one ends
    return first - _ONE, _hijri_month(months // 12, months % 12 + 1)


def _hijri_month(year: int, month: int) -> date:
    """The first day of a month."""
    if year not in _HIJRI_PUBLISHED:
        return _tabular_month(year, month)
    from hijridate import Hijri  # noqa: PLC0415 - slow to load, and needed for few texts

    return date(*Hijri(year, month, 1).to_gregorian().datetuple())


def _tabular_month(year: int, month: int) -> date:
    return date.fromordinal(_HIJRI_EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2)


def gregorian_days(calendar: Calendar, year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """The first and last Gregorian day of a year, month or day; ValueError when there is no such day."""
    if calendar is Calendar.LUNAR:
        raise ValueError("no rule for this calendar")
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
        from persiantools.jdatetime import JalaliDate  # noqa: PLC0415 - as above

        return int(JalaliDate(day).year)
    if calendar is Calendar.HIJRI:
        # A mean year of the tabular cycle has 10,631 / 30 days; the estimate is the year or the one after it.
        year = (day.toordinal() - _HIJRI_EPOCH) * 30 // 10631 + 2
        return next(each for each in (year, year - 1, year - 2) if _hijri_month(each, 1) <= day)
    return day.year
