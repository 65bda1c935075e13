"""Whose age is asked for: of the youngest, of the oldest, of a thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.models import Answer, Status

Telling = Callable[..., Library]

CHOIR = {
    "en": "The choir of Brena went on tour. The youngest was a boy of 7, the oldest a woman of 83.",
    "fa": "گروه کر برنا به سفر رفت. جوان‌ترین عضو گروه کر ۷ سال دارد و مسن‌ترین ۸۳ سال.",
    "ur": "برینا کا کوائر دورے پر گیا۔ کوائر کا سب سے کم عمر رکن 7 سال کا ہے اور سب سے عمر رسیدہ 83 سال کا۔",
    "zh": "布雷纳合唱团外出巡演。合唱团最年幼的团员7岁，最年长的83岁。",
}


def told(answer: Answer) -> list[str]:
    """What the first quote marks."""
    return [span.shift(-quote.span.start).slice(quote.text) for quote in answer.quotes[:1] for span in quote.highlights]


@pytest.mark.parametrize(
    ("language", "question", "age"),
    [
        ("en", "How old is the youngest singer of the choir?", "7"),
        ("en", "How old is the oldest member of the choir?", "83"),
        ("en", "كم عمر أكبر أعضاء الجوقة؟", "83"),
        ("fa", "مسن‌ترین عضو گروه کر چند ساله است؟", "۸۳ سال"),
        ("ur", "کوائر کے سب سے کم عمر رکن کی عمر کتنی ہے؟", "7 سال"),
        ("zh", "合唱团最年长的团员多少岁？", "83"),
    ],
)
def test_the_youngest_and_the_oldest_have_their_own_ages(
    telling_everyday: Telling, language: str, question: str, age: str
) -> None:
    """Though the sentence leaves out of whom."""
    assert told(telling_everyday(CHOIR[language]).ask(question)) == [age]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "The council of Brena has 40 members. The youngest member, Ada Lin, is 24. A bus crash hurt 9 passengers.",
            "How old was the youngest passenger of the bus?",
        ),
        (
            "布雷纳市议会有40名议员。最年轻的议员24岁。公交车事故造成九名乘客受伤。",
            "公交车上最年轻的乘客多大？",
        ),
    ],
)
def test_the_youngest_of_others_is_somebody_else(telling_everyday: Telling, text: str, question: str) -> None:
    """The noun beside the word says whose age it is."""
    assert telling_everyday(text).ask(question).status is Status.NO_ANSWER


TANKER = "The sailors were aged 19 to 55. The tanker, built in 1998, is 26 years old. Its captain, 61, was saved."


@pytest.mark.parametrize(
    ("question", "age"),
    [
        ("How old is the tanker?", "26 years"),
        ("یہ ٹینکر کتنا پرانا ہے؟", "26 years"),
        ("这艘油轮船龄多少？", "26 years"),
        ("How old is the captain?", "61"),
    ],
)
def test_a_thing_is_not_as_old_as_its_people(telling_everyday: Telling, question: str, age: str) -> None:
    """Nor they as it."""
    assert told(telling_everyday(TANKER).ask(question)) == [age]
