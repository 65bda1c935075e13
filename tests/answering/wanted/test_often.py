"""How often something was done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library

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
