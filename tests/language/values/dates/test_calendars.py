"""Persian and Islamic dates against published almanacs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.values.dates.calendars import Calendar, gregorian_days, year_of

CALENDARS = [Calendar.GREGORIAN, Calendar.JALALI, Calendar.HIJRI]


@pytest.mark.parametrize(
    ("persian", "gregorian"),
    [
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1399, 1, 1), date(2020, 3, 20)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1404, 1, 1), date(2025, 3, 21)),
        ((1404, 7, 1), date(2025, 9, 23)),
        ((1404, 10, 14), date(2026, 1, 4)),
        ((1408, 12, 30), date(2030, 3, 20)),
    ],
)
def test_a_persian_day_is_a_gregorian_day(persian: tuple[int, int, int], gregorian: date) -> None:
    assert gregorian_days(Calendar.JALALI, *persian) == (gregorian, gregorian)


@pytest.mark.parametrize(
    ("islamic", "gregorian"),
    [
        ((1445, 9, 1), date(2024, 3, 11)),
        ((1446, 9, 1), date(2025, 3, 1)),
        ((1446, 10, 1), date(2025, 3, 30)),
        ((1447, 1, 1), date(2025, 6, 26)),
        ((1447, 7, 15), date(2026, 1, 4)),
        ((1447, 9, 1), date(2026, 2, 18)),
        ((1343, 1, 1), date(1924, 8, 1)),
        ((1500, 12, 30), date(2077, 11, 16)),
        # The first day of all and the battle of Karbala, by the tabular calendar.
        ((1, 1, 1), date(622, 7, 19)),
        ((61, 1, 10), date(680, 10, 13)),
    ],
)
def test_an_islamic_day_allows_one_day_either_side(islamic: tuple[int, int, int], gregorian: date) -> None:
    """The dates are those of the Umm al-Qura calendar where it is published."""
    one = timedelta(1)
    assert gregorian_days(Calendar.HIJRI, *islamic) == (gregorian - one, gregorian + one)


@pytest.mark.parametrize(
    ("calendar", "year", "month", "first", "last"),
    [
        (Calendar.GREGORIAN, 2024, 2, date(2024, 2, 1), date(2024, 2, 29)),
        (Calendar.GREGORIAN, 2026, 12, date(2026, 12, 1), date(2026, 12, 31)),
        (Calendar.GREGORIAN, 2026, None, date(2026, 1, 1), date(2026, 12, 31)),
        (Calendar.JALALI, 1404, 6, date(2025, 8, 23), date(2025, 9, 22)),
        (Calendar.JALALI, 1404, 12, date(2026, 2, 20), date(2026, 3, 20)),
        (Calendar.JALALI, 1403, None, date(2024, 3, 20), date(2025, 3, 20)),
        # A day before the first and the first of what follows.
        (Calendar.HIJRI, 1447, 9, date(2026, 2, 17), date(2026, 3, 20)),
        (Calendar.HIJRI, 1446, 12, date(2025, 5, 27), date(2025, 6, 26)),
        (Calendar.HIJRI, 1447, None, date(2025, 6, 25), date(2026, 6, 16)),
        # Where the published calendar begins and ends.
        (Calendar.HIJRI, 1342, 12, date(1924, 7, 3), date(1924, 8, 1)),
        (Calendar.HIJRI, 1500, 12, date(2077, 10, 17), date(2077, 11, 17)),
    ],
)
def test_a_month_and_a_year_are_all_their_days(
    calendar: Calendar, year: int, month: int | None, first: date, last: date
) -> None:
    assert gregorian_days(calendar, year, month, None) == (first, last)


def test_a_country_may_count_30_days_where_another_counts_29() -> None:
    """Shawwal 1446 had 29 days in Saudi Arabia."""
    assert gregorian_days(Calendar.HIJRI, 1446, 10, 30)[0] == date(2025, 4, 27)


@pytest.mark.parametrize(
    ("calendar", "day"),
    [
        (Calendar.GREGORIAN, (2026, 2, 30)),
        (Calendar.GREGORIAN, (2026, 0, 1)),
        (Calendar.JALALI, (1404, 12, 30)),
        (Calendar.JALALI, (1404, 13, 1)),
        (Calendar.JALALI, (1404, 7, 31)),
        (Calendar.HIJRI, (1447, 7, 31)),
        (Calendar.HIJRI, (1447, 0, 1)),
        (Calendar.HIJRI, (1447, 7, 0)),
    ],
)
def test_a_day_that_no_calendar_has_is_refused(calendar: Calendar, day: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="day"):
        gregorian_days(calendar, *day)


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 1, 1)), st.sampled_from(CALENDARS))
def test_a_day_lies_in_its_year(day: date, calendar: Calendar) -> None:
    first, last = gregorian_days(calendar, year_of(calendar, day), None, None)
    assert first <= day <= last


@pytest.mark.parametrize(
    ("calendar", "day", "year"),
    [
        (Calendar.GREGORIAN, date(2026, 1, 5), 2026),
        (Calendar.JALALI, date(2025, 3, 20), 1403),
        (Calendar.JALALI, date(2025, 3, 21), 1404),
        (Calendar.HIJRI, date(2025, 6, 25), 1446),
        (Calendar.HIJRI, date(2025, 6, 26), 1447),
        (Calendar.HIJRI, date(1000, 1, 1), 390),
    ],
)
def test_a_year_begins_on_its_new_year(calendar: Calendar, day: date, year: int) -> None:
    assert year_of(calendar, day) == year


@given(st.integers(1200, 1600), st.integers(1, 11), st.sampled_from([Calendar.JALALI, Calendar.HIJRI]))
def test_months_follow_each_other_without_a_gap(year: int, month: int, calendar: Calendar) -> None:
    """Islamic months overlap by the day that each leaves open on either side."""
    _, last = gregorian_days(calendar, year, month, None)
    first, _ = gregorian_days(calendar, year, month + 1, None)
    assert first - last == timedelta(1 if calendar is Calendar.JALALI else -1)
