"""Persian and Islamic dates against published almanacs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.values.calendars import Calendar, gregorian_days, year_of


@pytest.mark.parametrize(
    ("persian", "gregorian"),
    [
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1399, 1, 1), date(2020, 3, 20)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1404, 1, 1), date(2025, 3, 21)),
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
        ((1446, 10, 1), date(2025, 3, 30)),
        ((1447, 1, 1), date(2025, 6, 26)),
        ((1447, 7, 15), date(2026, 1, 4)),
    ],
)
def test_an_islamic_day_allows_one_day_either_side(islamic: tuple[int, int, int], gregorian: date) -> None:
    """The dates are those of the Umm al-Qura calendar; the tabular one is at most a day off."""
    first, last = gregorian_days(Calendar.HIJRI, *islamic)
    assert first <= gregorian <= last
    assert last - first == timedelta(2)


@pytest.mark.parametrize(
    ("calendar", "day"),
    [
        (Calendar.GREGORIAN, (2026, 2, 30)),
        (Calendar.JALALI, (1404, 12, 30)),
        (Calendar.JALALI, (1404, 13, 1)),
        (Calendar.HIJRI, (1447, 7, 31)),
    ],
)
def test_a_day_that_no_calendar_has_is_refused(calendar: Calendar, day: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="day"):
        gregorian_days(calendar, *day)


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 1, 1)), st.sampled_from(Calendar))
def test_a_day_lies_in_its_year(day: date, calendar: Calendar) -> None:
    first, last = gregorian_days(calendar, year_of(calendar, day), None, None)
    assert first <= day <= last


@given(st.integers(1200, 1500), st.integers(1, 11))
def test_persian_months_follow_each_other_without_a_gap(year: int, month: int) -> None:
    _, last = gregorian_days(Calendar.JALALI, year, month, None)
    first, _ = gregorian_days(Calendar.JALALI, year, month + 1, None)
    assert first - last == timedelta(1)
