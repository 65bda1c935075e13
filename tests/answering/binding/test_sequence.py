"""What gives the day of something before or after what is asked about comes behind what gives its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library


@pytest.mark.parametrize(
    ("question", "after", "own"),
    [
        (
            "When were the talks on fishing held?",
            "A statement was signed on Monday after the talks on fishing.",
            "The talks on fishing were held on Sunday in the harbour town of Ormara, where boats lay idle.",
        ),
        (
            "متى عقدت المحادثات حول الصيد؟",
            "صدر بيان يوم الاثنين بعد المحادثات حول الصيد.",
            "عقدت المحادثات حول الصيد يوم الأحد في بلدة الميناء حيث كانت القوارب راسية.",
        ),
        (
            "مذاکرات ماهیگیری چه زمانی برگزار شد؟",
            "بیانیه‌ای روز دوشنبه پس از مذاکرات ماهیگیری منتشر شد.",
            "مذاکرات ماهیگیری روز یکشنبه در شهر بندری برگزار شد، جایی که قایق‌ها بیکار بودند.",
        ),
        (
            "ماہی گیری پر مذاکرات کب ہوئے؟",
            "ماہی گیری پر مذاکرات کے بعد پیر کو بیان جاری ہوا۔",
            "ماہی گیری پر مذاکرات اتوار کو بندرگاہ کے شہر میں ہوئے جہاں کشتیاں کھڑی تھیں۔",
        ),
        (
            "渔业会谈是什么时候举行的？",
            "渔业会谈后，星期一发表了声明。",
            "渔业会谈星期日在港口城市举行，船只都停在那里。",
        ),
    ],
)
def test_its_own_day_comes_first(telling_everyday: Callable[..., Library], question: str, after: str, own: str) -> None:
    quotes = telling_everyday(after, own).ask(question).quotes
    assert [quote.text for quote in quotes][:1] == [own]


def test_a_day_beside_what_is_asked_about_is_its_own(telling_everyday: Callable[..., Library]) -> None:
    text = "After the talks on fishing on Sunday, a statement was signed on Monday."
    (quote,) = telling_everyday(text).ask("When were the talks on fishing held?").quotes
    assert [span.slice(text) for span in quote.highlights] == ["Sunday"]
