"""Values that may both be true, and values that cannot."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from cpecbot.disagreement.grouping.agreement import is_exact, may_both_hold, shares_number, shown
from cpecbot.language.values.finding import find_values
from cpecbot.models import Value
from fakes.languages import EN
from fakes.readings import value


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("more than 30 billion dollars", "40 billion dollars", True),
        ("more than 30 billion dollars", "20 billion dollars", False),
        ("$98.73 million", "$100 million", True),
        ("$97 million", "$99 million", False),
        ("26 people", "27 people", False),
        ("January 2026", "January 4, 2026", True),
        ("January 4, 2026", "January 5, 2026", False),
        ("January 3 to January 5, 2026", "January 4, 2026", True),
        ("January 3 to January 5, 2026", "January 2 to January 5, 2026", False),
        ("Monday", "January 5, 2026", True),
        ("Monday", "January 4, 2026", False),
        ("the seventh", "the 7th", True),
        ("the seventh", "the sixth", False),
    ],
)
def test_both_may_hold(one: str, other: str, expected: bool) -> None:
    """Bounds, rounding of sums but not of counts, spans of time and their days, weekdays of no known week."""
    (left,) = find_values(one, EN)
    (right,) = find_values(other, EN)
    assert may_both_hold(left, right) is expected
    assert may_both_hold(right, left) is expected


def test_a_weekday_is_resolved_by_the_day_of_its_article() -> None:
    """Monday in an article of 5 January 2026 is that day, or the next one, and no other."""
    (monday,) = find_values("Monday", EN, date(2026, 1, 5))
    (fifth,) = find_values("January 5, 2026", EN)
    (twelfth,) = find_values("January 12, 2026", EN)
    (nineteenth,) = find_values("January 19, 2026", EN)
    assert may_both_hold(monday, fifth)
    assert may_both_hold(monday, twelfth)
    assert not may_both_hold(monday, nineteenth)


def pair(one: str, other: str) -> tuple[Value, Value]:
    """Two values as ``fakes.readings`` spells them."""
    return value(one), value(other)


@pytest.mark.parametrize(
    ("one", "other", "rounded"),
    [
        ("m:98", "m:100", True),  # two per cent, and less than what the last digit of 100 counts
        ("m:97", "m:100", False),
        ("m:883", "m:880", True),
        ("m:869", "m:880", False),
        ("m:890", "m:880", False),  # both are rounded to tens
        ("m:97.9", "m:100", False),
        ("q:98", "q:100", True),
        ("p:98", "p:100", True),
        ("n:98", "n:100", False),
        ("n:1411", "n:1400", True),
        ("n:1411", "n:1420", False),
        ("n:990", "n:1000", False),
        ("m:98", "q:100", False),
        ("m:199", "m:200", True),
    ],
)
def test_sums_and_measures_may_be_rounded_within_two_per_cent(one: str, other: str, rounded: bool) -> None:
    """And by no more than the last place of the rounder one leaves open; counts are not rounded."""
    left, right = pair(one, other)
    assert may_both_hold(left, right) is may_both_hold(right, left) is rounded


def test_amounts_in_different_currencies_are_not_rounded() -> None:
    assert not may_both_hold(value("m:98"), replace(value("m:100"), unit="CNY"))


def test_nothing_holds_with_no_value() -> None:
    assert not may_both_hold(None, value("n:1"))
    assert not may_both_hold(value("n:1"), None)


@pytest.mark.parametrize(("day", "fits"), [("2026-01-05", True), ("2026-01-03", True), ("2026-01-06", False)])
def test_days_of_an_unknown_year_may_be_a_day_apart(day: str, fits: bool) -> None:
    """Calendars convert with a day's doubt where the year is not known; 4 January is one day from 5."""
    vague = replace(value("d:2024-01-04"), year_known=False)
    assert may_both_hold(vague, value(f"d:{day}")) is fits
    assert may_both_hold(value(f"d:{day}"), vague) is fits


@pytest.mark.parametrize(
    ("one", "other", "years", "same"),
    [
        ("d:2026-01-03..2026-01-05", "d:2026-01-03..2026-01-05", True, True),
        ("d:2026-01-03..2026-01-05", "d:2026-01-03..2026-01-06", True, False),
        ("d:2026-01-03..2026-01-05", "d:2024-01-03..2024-01-05", True, False),
        ("d:2026-01-03..2026-01-05", "d:2024-01-03..2024-01-05", False, True),
        ("d:2026-01-03..2026-01-05", "d:2024-01-03..2024-01-06", False, False),
        ("d:2026-01-03..2026-01-05", "d:2024-01-02..2024-01-05", False, False),
        ("d:2026-01-03..2026-01-05", "d:2024-02-03..2024-01-05", False, False),
    ],
)
def test_two_ranges_of_days_are_the_same_or_contradict(one: str, other: str, years: bool, same: bool) -> None:
    left, right = value(one), replace(value(other), year_known=years)
    assert may_both_hold(left, right) is may_both_hold(right, left) is same


@pytest.mark.parametrize(
    ("wide", "holds"),
    [
        ("d:2026-01-01..2026-12-31", True),
        ("d:2026-02-01..2026-02-28", True),
        ("d:2026-01-02..2026-12-31", False),
        ("d:2026-01-01..2027-12-31", False),
        ("d:2026-02-02..2026-02-28", False),
        ("d:2026-02-01..2026-03-31", False),
    ],
)
def test_a_whole_year_or_month_is_no_range(wide: str, holds: bool) -> None:
    """It is another way to tell of days in it."""
    assert may_both_hold(value(wide), value("d:2026-02-03..2026-02-05")) is holds


def test_a_weekday_fits_its_day_and_no_other() -> None:
    """5 January 2026 is a Monday; a range holds any weekday, and so does a day whose year is not known."""
    monday, tuesday = value("w:1"), value("w:2")
    assert may_both_hold(monday, value("d:2026-01-05"))
    assert not may_both_hold(tuesday, value("d:2026-01-05"))
    assert may_both_hold(tuesday, value("d:2026-01-05..2026-01-06"))
    assert may_both_hold(tuesday, replace(value("d:2026-01-05"), year_known=False))


@pytest.mark.parametrize(
    ("written", "exact"),
    [("n:7", True), ("n:7+", False), ("d:2026-01-04", True), ("w:1", False), ("m:5", True), ("m:5+", False)],
)
def test_a_bound_and_a_weekday_of_no_week_leave_something_open(written: str, exact: bool) -> None:
    assert is_exact(value(written)) is exact
    assert is_exact(None)
    assert not is_exact(replace(value("d:2026-01-04"), year_known=False))


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("n:7+", "n:7", True),
        ("n:7+", "n:8", False),
        ("n:7", "n:7+", True),
        ("d:2026-01-04", "d:2024-01-04", True),
        ("d:2026-01-04", "d:2026-01-05", False),
        ("d:2026-01-04", "d:2026-02-04", False),
        ("d:2026-01-04", "w:1", False),
    ],
)
def test_a_bound_shares_its_number(one: str, other: str, shared: bool) -> None:
    assert shares_number(*pair(one, other)) is shared
    assert not shares_number(None, value(other))
    assert not shares_number(value(one), None)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (value("n:7"), "7"),
        (value("n:7+"), ">=7"),
        (value("m:30000000000"), "30000000000 USD"),
        (value("m:999999.5"), "999999.5 USD"),
        (value("m:1000000.5"), "1000000 USD"),
        (value("m:1234567.6"), "1234568 USD"),
        (replace(value("n:7"), low=None), "<=7"),
        (replace(value("n:7"), low=5.0), "5-7"),
        (value("v:2.0"), "2.0"),
        (value("w:1"), "weekday 1"),
        (value("d:2026-01-04"), "2026-01-04"),
        (replace(value("d:2026-01-04"), year_known=False), "--01-04"),
        (value("d:2026-01-03..2026-01-05"), "2026-01-03/2026-01-05"),
        (value("d:2026-01-01..2026-12-31"), "2026"),
        (value("d:2025-01-01..2029-12-31"), "2025/2029"),
        (value("d:2026-01-01..2026-11-30"), "2026-01-01/2026-11-30"),
        (value("d:2026-01-02..2026-12-31"), "2026-01-02/2026-12-31"),
        (value("d:2026-02-01..2026-12-31"), "2026-02-01/2026-12-31"),
    ],
)
def test_a_value_has_one_form(given: Value, expected: str) -> None:
    assert shown(given) == expected
