"""How often something was done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.models import Status

Telling = Callable[..., Library]


@pytest.mark.parametrize(
    ("question", "text", "often"),
    [
        (
            "How many times was the sale of the mill postponed?",
            "The sale of the mill, in which 60 people work, was postponed 4 times.",
            "4",
        ),
        (
            "How many times was the sale of the mill postponed?",
            "The sale of the mill, in which 60 people work, was postponed twice.",
            "twice",
        ),
        ("كم مرة تأجل بيع المطحنة؟", "تأجل بيع المطحنة التي يعمل فيها 60 شخصا مرتين.", "مرتين"),
        ("فروش آسیاب چند بار عقب افتاد؟", "فروش آسیاب که ۶۰ نفر در آن کار می‌کنند چهار بار عقب افتاد.", "چهار"),
        ("مل کی فروخت کتنی بار ملتوی ہوئی؟", "مل کی فروخت، جس میں 60 افراد کام کرتے ہیں، چار مرتبہ ملتوی ہوئی۔", "چار"),
        ("磨坊的出售推迟了几次？", "有60名工人的磨坊，其出售推迟了四次。", "四"),
    ],
)
def test_a_number_of_times_answers_how_often(telling_everyday: Telling, question: str, text: str, often: str) -> None:
    """And no other number of the sentence."""
    quote = telling_everyday(text).ask(question).quotes[0]
    assert [span.shift(-quote.span.start).slice(quote.text) for span in quote.highlights] == [often]


def test_a_number_of_times_counts_nothing_else(telling_everyday: Telling) -> None:
    """Who counts the owners is not told how often they sold it."""
    text = "The owners of the mill tried to sell it 4 times. The mill has 3 owners."
    quote = telling_everyday(text).ask("How many owners does the mill have?").quotes[0]
    assert quote.text == "The mill has 3 owners."


def test_a_number_comes_before_a_share(telling_everyday: Telling) -> None:
    """A share of them is told where no source says how many."""
    share, number = "About 60 percent of the villagers voted in Brena.", "In Brena, 412 villagers voted."
    question = "How many villagers voted in Brena?"
    assert [quote.text for quote in telling_everyday(share, number).ask(question).quotes] == [number]
    assert telling_everyday(share).ask(question).quotes[0].text == share


@pytest.mark.parametrize(
    ("question", "text", "again"),
    [
        ("When is the museum open?", "The museum on the hill is open all year round.", "all year round"),
        ("When does the market take place?", "The market takes place every spring by the river.", "every spring"),
        ("متى يفتح المتحف أبوابه؟", "يفتح المتحف أبوابه للزوار طوال العام.", "طوال العام"),
        ("موزه چه زمانی باز است؟", "موزه برای بازدیدکنندگان در تمام سال باز است.", "در تمام سال"),
        ("عجائب گھر کب کھلا رہتا ہے؟", "عجائب گھر سیاحوں کے لیے سال بھر کھلا رہتا ہے۔", "سال بھر"),
        ("博物馆什么时候开放？", "博物馆全年向游客开放。", "全年"),
    ],
)
def test_all_the_time_or_time_and_again_is_when(
    telling_everyday: Telling, question: str, text: str, again: str
) -> None:
    quote = telling_everyday(text).ask(question).quotes[0]
    assert again in [span.shift(-quote.span.start).slice(quote.text) for span in quote.highlights]


def test_what_is_over_has_a_day(telling_everyday: Telling) -> None:
    """That the museum is open every day says nothing of when it was founded."""
    library = telling_everyday("The museum was founded by a miller, and is open every day.")
    assert library.ask("When was the museum founded?").status is Status.NO_ANSWER


def test_what_is_so_every_day_has_an_hour(telling_everyday: Telling) -> None:
    library = telling_everyday("The museum is open every day.")
    assert library.ask("At what time is the museum open?").status is Status.NO_ANSWER
