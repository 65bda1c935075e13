"""Whether one met the other is told by what names both."""

from __future__ import annotations

import pytest

from answering.conftest import Telling
from cpecbot.models import Status

ONE_EACH = ("Shehbaz Sharif met the farmers of Multan.", "Asif Ali Zardari met the nurses of Quetta.")
BOTH = ("Shehbaz Sharif met Asif Ali Zardari in Multan.", "Asif Ali Zardari met the nurses of Quetta.")
QUESTIONS = (
    "Did Shehbaz Sharif meet Asif Ali Zardari?",
    "هل التقى شهباز شريف بآصف علي زرداري؟",
    "آیا شهباز شریف با آصف علی زرداری دیدار کرد؟",
    "کیا شہباز شریف نے آصف علی زرداری سے ملاقات کی؟",
    "夏巴兹·谢里夫会见了扎尔达里吗？",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_each_did_alone_does_not_tell_whether_they_met(telling: Telling, question: str) -> None:
    assert telling(*ONE_EACH).ask(question).status is Status.NO_ANSWER


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_names_both_tells_it(telling: Telling, question: str) -> None:
    answer = telling(*BOTH).ask(question)
    assert [quote.text for quote in answer.quotes] == [BOTH[0]]


def test_who_is_in_no_article_met_nobody_there(telling: Telling) -> None:
    assert telling(*BOTH).ask("Did Shehbaz Sharif meet Astrid Lindgren?").status is Status.NO_ANSWER


@pytest.mark.parametrize(
    "told",
    ["Shehbaz Sharif flew to Quetta. There he met Asif Ali Zardari.", "Asif Ali Zardari and Shehbaz Sharif met."],
)
def test_whom_a_pronoun_stands_for_is_there(telling: Telling, told: str) -> None:
    assert telling(told).ask(QUESTIONS[0]).status is Status.ANSWERED


def test_of_one_person_nothing_else_is_asked(telling: Telling) -> None:
    assert telling(*ONE_EACH).ask("Did Shehbaz Sharif meet the farmers?").quotes[0].text == ONE_EACH[0]
