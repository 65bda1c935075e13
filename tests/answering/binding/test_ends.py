"""From what and to what: the end of a change that is asked for, and else what it is now."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Emphasised = Callable[[str, str], tuple[str, ...]]

FALL = {
    "en": "Inflation fell from 12.5% in May to 9.1% in June.",
    "ar": "انخفض التضخم من 12.5% إلى 9.1%.",
    "fa": "نرخ تورم از ۴۰ درصد به ۳۲ درصد رسید.",
    "ur": "شرح سود 22 فیصد سے کم ہو کر 17 فیصد پر آ گئی۔",
    "zh": "失业率从5.5%降到4.2%。",
}


@pytest.mark.parametrize(
    ("language", "question", "value"),
    [
        ("en", "To what percentage did inflation fall?", "9.1%"),
        ("en", "What did inflation fall to?", "9.1%"),
        ("en", "From what percentage did inflation fall?", "12.5%"),
        ("en", "What is the rate of inflation?", "9.1%"),
        ("ar", "إلى كم انخفض التضخم؟", "9.1%"),
        ("ar", "من أي نسبة انخفض التضخم؟", "12.5%"),
        ("fa", "نرخ تورم به چند درصد رسید؟", "۳۲ درصد"),
        ("fa", "نرخ تورم از چند درصد کاهش یافت؟", "۴۰ درصد"),
        ("ur", "شرح سود کتنے فیصد پر آ گئی؟", "17 فیصد"),
        ("zh", "失业率降到多少？", "4.2%"),
    ],
)
def test_the_end_that_is_asked_for(emphasised: Emphasised, language: str, question: str, value: str) -> None:
    assert emphasised(question, FALL[language]) == (value,)


def test_a_word_for_an_end_elsewhere_makes_no_change(emphasised: Emphasised) -> None:
    """'To run for 3 days' is no goal: the truce still takes its own days."""
    text = "The truce will last 10 days, while the talks are to run for 3 days."
    assert emphasised("How many days will the truce last?", text) == ("10 days",)
    assert emphasised("How many days will the talks run?", text) == ("3 days",)


def test_both_ends_of_a_span_of_time_are_when_it_is(emphasised: Emphasised) -> None:
    marked = emphasised("When is the fair?", "The fair is from 3 May at noon to 9 May at night.")
    assert marked == ("3 May at noon", "9 May")
