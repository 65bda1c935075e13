"""One of a kind is not another, in whichever languages it is asked and told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.models import Status

Telling = Callable[..., Library]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The deputy captain of Narnia, Bo Lind, baked a cake.", "Who is the captain of Narnia?"),
        ("The captain of Narnia, Bo Lind, baked a cake.", "Who is the deputy captain of Narnia?"),
        ("The former captain of Narnia baked 5 cakes.", "كم كعكة خبز قبطان نارنيا؟"),
        ("The men's egg race in Narnia had 12 runners.", "How many runners did the women's egg race in Narnia have?"),
    ],
)
def test_another_of_its_kind_does_not_answer(telling: Telling, text: str, question: str) -> None:
    assert telling(text).ask(question).status is Status.NO_ANSWER


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The captain of Narnia, Bo Lind, baked a cake.", "Who is the captain of Narnia?"),
        ("The deputy captain of Narnia, Bo Lind, baked a cake.", "Who is the deputy captain of Narnia?"),
        ("Former captain Bo Lind baked 5 cakes.", "How many cakes did captain Bo Lind bake?"),
        ("The captain of Narnia, Bo Lind, thanked the deputy captain.", "Who is the captain of Narnia?"),
        ("The women's race began in Narnia. The race had 12 runners.", "How many runners did the women's race have?"),
        ("The men's and women's egg race had 12 runners.", "How many runners did the women's egg race have?"),
    ],
)
def test_the_same_or_an_open_one_does(telling: Telling, text: str, question: str) -> None:
    assert telling(text).ask(question).status is Status.ANSWERED
