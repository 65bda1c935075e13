"""What is said of one person or thing is not said of another that its article names too."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.models import Status

Telling = Callable[..., Library]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Ira Brandel opened a shop. Lena Quist sold 40 jugs.", "How many jugs did Ira Brandel sell?"),
        (
            "The Zorva Bridge will be painted. Workers also build the Kelm Bridge. It will cost 3 million dollars.",
            "How much will the Zorva Bridge cost?",
        ),
        (
            "The Zorva Bridge will be painted. Workers build the Kelm Bridge. The bridge will cost 3 million dollars.",
            "How much will the Zorva Bridge cost?",
        ),
        (
            "Minister Lena Quist left. Minister Ira Brandel came. The minister has 3 sons.",
            "How many sons has Lena Quist?",
        ),
    ],
)
def test_what_is_told_of_another_is_no_answer(telling: Telling, text: str, question: str) -> None:
    assert telling(text).ask(question).status is Status.NO_ANSWER


@pytest.mark.parametrize(
    ("text", "question", "answering"),
    [
        ("Ira Brandel opened a shop. Brandel sold 40 jugs.", "How many jugs did Ira Brandel sell?", "40"),
        ("Ira Brandel opened a shop. She sold 40 jugs.", "How many jugs did Ira Brandel sell?", "40"),
        (
            "Workers also build the Kelm Bridge. It will cost 3 million dollars.",
            "How much will the Kelm Bridge cost?",
            "3 million dollars",
        ),
    ],
)
def test_what_goes_on_about_the_same_is(telling: Telling, text: str, question: str, answering: str) -> None:
    quote = telling(text).ask(question).quotes[0]
    assert [span.shift(-quote.span.start).slice(quote.text) for span in quote.highlights] == [answering]
