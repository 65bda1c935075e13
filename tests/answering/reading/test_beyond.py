"""Questions of question words alone: for others than those who were told of ("who else?"), and for the reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.answering.turns import answer_after
from cpecbot.models import AskOptions

Telling = Callable[..., Library]


def test_who_else_leaves_out_what_was_told(telling: Telling) -> None:
    library = telling(
        "The mayor attended the opening of the museum. Bishop Orlan Tessek attended the opening of the museum too."
    )
    question = "Did the mayor attend the opening of the museum?"
    answer = answer_after([question], "who else?", library.ask, AskOptions())
    assert [quote.text[:12] for quote in answer.quotes] == ["Bishop Orlan"]


def test_where_nobody_else_is_told_of_the_same_is_shown(telling: Telling) -> None:
    library = telling("The mayor attended the opening of the museum.")
    answer = answer_after(["Did the mayor attend the opening?"], "who else?", library.ask, AskOptions())
    assert [quote.text for quote in answer.quotes] == ["The mayor attended the opening of the museum."]


@pytest.mark.parametrize(
    ("first", "then", "text"),
    [
        ("When was the bridge closed?", "why?", "The bridge was closed in May because of cracks."),
        ("港口什么时候开放？", "为什么？", "因为贸易增长，港口于5月开放。"),
        ("متى أغلق الجسر؟", "ولماذا؟", "أغلق الجسر في مايو بسبب الشقوق."),
        ("پل کی بسته شد؟", "چرا؟", "پل در ماه مه به دلیل ترک‌ها بسته شد."),
        ("پل کب بند ہوا؟", "کیوں؟", "پل مئی میں دراڑوں کی وجہ سے بند ہوا۔"),
    ],
)
def test_a_bare_why_goes_on_from_the_last_question(telling: Telling, first: str, then: str, text: str) -> None:
    answer = answer_after([first], then, telling(text).ask, AskOptions())
    assert [quote.text for quote in answer.quotes] == [text]
