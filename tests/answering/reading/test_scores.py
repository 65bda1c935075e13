"""The score of a match is found by who asks for it in any words, and tells how many goals there were."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.models import Status

Telling = Callable[..., Library]


@pytest.mark.parametrize(
    ("question", "text", "score"),
    [
        ("What was the score?", "The Reds beat the Blues 3-2, with a crowd of 18,000.", "3-2"),
        ("How many goals did Malmo score?", "Malmo beat Lund 4-1.", "4-1"),
        ("بأي نتيجة فاز الأهلي؟", "فاز الأهلي على الزمالك 2-1 أمام 30 ألف متفرج.", "2-1"),
        ("نتیجه بازی استقلال چه بود؟", "استقلال ۳ بر ۱ پرسپولیس را شکست داد.", "۳ بر ۱"),
        ("میچ کا اسکور کیا رہا؟", "کراچی نے لاہور کو 3-1 سے شکست دی۔", "3-1"),
        ("比分是多少？", "上海队3比0战胜北京队。", "3比0"),
    ],
)
def test_a_score_is_found(telling_everyday: Telling, question: str, text: str, score: str) -> None:
    (quote,) = telling_everyday(text).ask(question).quotes
    assert [span.slice(text) for span in quote.highlights] == [score]


def test_a_score_counts_no_visitors(telling_everyday: Telling) -> None:
    answer = telling_everyday("Malmo beat Lund 4-1.").ask("How many visitors did Malmo have?")
    assert answer.status is Status.NO_ANSWER
