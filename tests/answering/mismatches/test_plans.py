"""What is planned has not happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.models import Status

Telling = Callable[..., Library]


@pytest.mark.parametrize(
    ("plan", "deed", "question"),
    [
        ("The bakery will open on Friday.", "The bakery opened on Tuesday.", "When did the bakery open?"),
        ("If dry, the bakery opens on Friday.", "The bakery opened on Tuesday.", "When was the bakery opened?"),
        ("سيفتتح المخبز يوم الجمعة.", "افتتح المخبز يوم الثلاثاء.", "متى افتتح المخبز؟"),
        ("نانوایی جمعه افتتاح خواهد شد.", "نانوایی سه‌شنبه افتتاح شد.", "نانوایی کی افتتاح شد؟"),
        ("بیکری کا افتتاح جمعے کو ہو گا۔", "بیکری کا افتتاح منگل کو ہوا۔", "بیکری کا افتتاح کب ہوا؟"),
        ("面包店将于周五开业。", "面包店周二开业了。", "面包店是什么时候开业的，是否已开业？"),
    ],
)
def test_what_happened_comes_before_what_was_planned(telling: Telling, plan: str, deed: str, question: str) -> None:
    """The plan may still be told behind it."""
    assert telling(plan, deed).ask(question).quotes[0].text == deed


def test_a_question_on_the_future_is_answered_by_the_plan(telling: Telling) -> None:
    """Before what has happened already."""
    deed, plan = "The bakery opened its door on Tuesday.", "The bakery will open its window on Friday."
    assert telling(deed, plan).ask("When will the bakery open?").quotes[0].text == plan


@pytest.mark.parametrize(
    ("text", "question", "status"),
    [
        (
            "The council of Narnia will meet on Friday.",
            "Who signed the treaty of the council?",
            Status.NO_ANSWER,
        ),
        ("The bakery will open on Friday.", "When does the bakery open?", Status.ANSWERED),
        ("The bakery will open on Friday.", "When did the bakery open?", Status.ANSWERED),
    ],
)
def test_a_plan_alone(telling: Telling, text: str, question: str, status: Status) -> None:
    """It answers unless it leaves out the very deed that is asked as done."""
    assert telling(text).ask(question).status is status
