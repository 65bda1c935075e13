"""Values as each language writes them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cpecbot.i18n.values import format_value
from cpecbot.languages import Language
from cpecbot.models import Span, Value, ValueKind
from fakes.languages import AR, EN, FA, UR, ZH


def written(language: Language, kind: ValueKind, **parts: Any) -> str | None:
    return format_value(Value(kind, Span(0, 1), **parts), language, lambda unit, _: f"<{unit}>")


@pytest.mark.parametrize(
    ("language", "sum_of_money"),
    [
        (EN, "5 billion US dollars"),
        (AR, "5 مليار دولار أمريكي"),
        (FA, "۵ میلیارد دلار آمریکا"),
        (UR, "5 ارب امریکی ڈالر"),
        (ZH, "50亿美元"),
    ],
)
def test_a_sum_is_counted_as_the_language_counts(language: Language, sum_of_money: str) -> None:
    assert written(language, ValueKind.MONEY, low=5e9, high=5e9, unit="USD") == sum_of_money


@pytest.mark.parametrize(
    ("language", "at_least", "at_most"),
    [
        (EN, "30 billion US dollars or more", "1 year or less"),
        (AR, "30 مليار دولار أمريكي أو أكثر", "سنة أو أقل"),
        (FA, "۳۰ میلیارد دلار آمریکا یا بیشتر", "۱ سال یا کمتر"),
        (UR, "30 ارب امریکی ڈالر یا اس سے زیادہ", "1 سال یا اس سے کم"),
        (ZH, "300亿美元以上", "1年以下"),
    ],
)
def test_an_open_side_is_told_in_words_that_say_neither_more_than_nor_at_least(
    language: Language, at_least: str, at_most: str
) -> None:
    assert written(language, ValueKind.MONEY, low=30e9, unit="USD") == at_least
    assert written(language, ValueKind.DURATION, high=1, unit="year") == at_most


def test_a_word_for_many_is_not_told_as_a_number() -> None:
    assert written(EN, ValueKind.NUMBER, low=100, vague=True) is None


def test_a_sum_of_a_currency_that_is_left_unsaid_is_written_without_one() -> None:
    assert written(EN, ValueKind.MONEY, low=5e9, high=5e9, unit="XXX") == "5 billion"


@pytest.mark.parametrize(
    ("low", "high", "number"),
    [
        (999_999, 999_999, "999,999"),
        (1_000_000, 1_000_000, "100万"),
        (1_234_000, 1_234_000, "123.4万"),
        (1_234_500, 1_234_500, "1,234,500"),
        (30, None, "30以上"),
        (None, 30, "30以下"),
        (3, 5, "3–5"),
        (4.5, 4.5, "4.5"),
    ],
)
def test_a_number_says_no_more_and_no_less_than_it_is(low: float | None, high: float | None, number: str) -> None:
    assert written(ZH, ValueKind.NUMBER, low=low, high=high) == number


@pytest.mark.parametrize(
    ("first", "last", "year_known", "day"),
    [
        ("2026-01-04", "2026-01-04", True, "4 January 2026"),
        ("2026-01-04", "2026-01-04", False, "4 January"),
        ("2026-01-01", "2026-01-31", True, "January 2026"),
        ("2026-01-01", "2026-12-31", True, "2026"),
        ("2026-01-03", "2026-01-05", True, "3 January 2026 – 5 January 2026"),
    ],
)
def test_days_months_and_years_are_told_as_such(first: str, last: str, year_known: bool, day: str) -> None:
    days = {"first": date.fromisoformat(first), "last": date.fromisoformat(last)}
    assert written(EN, ValueKind.DATE, **days, year_known=year_known) == day


def test_a_unit_goes_with_its_number_or_is_called_as_the_glossary_calls_it() -> None:
    assert written(EN, ValueKind.DURATION, low=1, high=1, unit="year") == "1 year"
    assert written(ZH, ValueKind.DURATION, low=3, high=3, unit="year") == "3年"
    assert written(EN, ValueKind.QUANTITY, low=3, high=3, unit="kanal") == "3 <kanal>"
    assert written(EN, ValueKind.QUANTITY, low=3, high=None, unit="kilometre") == "3 kilometres or more"


def test_the_other_kinds() -> None:
    assert written(FA, ValueKind.PERCENT, low=37, high=37) == "۳۷%"
    assert written(UR, ValueKind.WEEKDAY, unit="1") == "پیر"
    assert written(EN, ValueKind.SCORE, unit="3-1") == "3-1"
    assert written(EN, ValueKind.NUMBER) is None
    assert written(EN, ValueKind.DATE) is None
