"""Which values can be true of the same thing."""

from __future__ import annotations

from datetime import date

import pytest

from cpecbot.language.values.compatibility import compatible
from cpecbot.language.values.finding import find_values
from cpecbot.models import Value
from fakes.languages import LANGUAGES

MONDAY = date(2026, 1, 5)


def _value(language: str, text: str, reference: date | None) -> Value:
    (value,) = find_values(text, LANGUAGES[language], reference)
    return value


TOGETHER = [
    (("en", "more than 30 billion dollars"), ("ur", "62 ارب ڈالر")),
    (("fa", "بیش از ۳۰ میلیارد دلار"), ("zh", "300亿美元")),
    (("en", "billions of dollars"), ("ar", "أكثر من 30 مليار دولار")),
    (("en", "in 2026"), ("fa", "۱۴ دی ۱۴۰۴")),
    (("en", "January 3 to January 5, 2026"), ("zh", "2026年1月4日")),
    (("en", "2025–2029"), ("ar", "عام 2026")),
    (("ar", "15 رجب 1447 هـ"), ("en", "4 January 2026")),
    (("ar", "15 رجب 1447 هـ"), ("en", "5 January 2026")),
    (("en", "the seventh round"), ("ar", "الجولة السابعة")),
    (("en", "version 2.0"), ("en", "version 2")),
    (("en", "1,100 MW"), ("en", "1.1 GW")),
    (("en", "10 years"), ("en", "1 decade")),
    (("en", "3 to 5 percent"), ("zh", "百分之四")),
    (("en", "up to 10 people"), ("en", "7 people")),
]  # fmt: skip
APART = [
    (("en", "more than 30 billion dollars"), ("en", "26 billion dollars")),
    (("en", "30 billion dollars"), ("en", "30 billion yuan")),
    (("en", "30 billion dollars"), ("en", "30 billion")),
    (("en", "the seventh round"), ("ar", "الجولة الخامسة")),
    (("en", "in 2025"), ("fa", "۱۴ دی ۱۴۰۴")),
    (("en", "January 3 to January 5, 2026"), ("zh", "2026年1月6日")),
    (("ar", "15 رجب 1447 هـ"), ("en", "7 January 2026")),
    (("en", "version 2.0"), ("en", "version 2.1")),
    (("en", "1,100 MW"), ("en", "1,100 km")),
    (("en", "less than 5 years"), ("en", "6 years")),
    (("en", "at least 12 people"), ("en", "up to 10 people")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_values_whose_ranges_meet_are_compatible(one: tuple[str, str], other: tuple[str, str]) -> None:
    a, b = _value(*one, MONDAY), _value(*other, MONDAY)
    assert compatible(a, b)
    assert compatible(b, a)


@pytest.mark.parametrize(("one", "other"), APART)
def test_values_that_cannot_both_hold_are_not_compatible(one: tuple[str, str], other: tuple[str, str]) -> None:
    a, b = _value(*one, MONDAY), _value(*other, MONDAY)
    assert not compatible(a, b)
    assert not compatible(b, a)


def test_an_unresolved_weekday_is_compatible_with_any_date_but_with_no_other_weekday() -> None:
    monday, sunday = _value("en", "Monday", None), _value("en", "Sunday", None)
    assert compatible(monday, _value("en", "4 January 2026", None))
    assert not compatible(monday, sunday)


def test_a_resolved_weekday_is_held_against_dates() -> None:
    monday = _value("ar", "الاثنين", MONDAY)
    assert compatible(monday, _value("en", "5 January 2026", None))
    assert not compatible(monday, _value("en", "4 January 2026", None))


def test_a_weekday_may_be_the_next_one() -> None:
    """On a Tuesday "it begins on Thursday" is two days ahead, and reported on the day itself by another source."""
    announced = _value("en", "Thursday", date(2024, 8, 20))
    assert compatible(announced, _value("ur", "جمعرات", date(2024, 8, 22)))
    assert compatible(announced, _value("en", "22 August 2024", None))
    assert not compatible(announced, _value("en", "29 August 2024", None))


@pytest.mark.parametrize(
    ("day", "expected"),
    [("January 4, 2026", True), ("January 5, 2026", False), ("in 2024", True), ("June 2026", False)],
)
def test_a_date_without_year_is_held_against_days_of_any_year(day: str, expected: bool) -> None:
    assert compatible(_value("en", "Jan 4", None), _value("en", day, None)) is expected
