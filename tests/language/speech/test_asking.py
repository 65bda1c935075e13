"""Whose words a question asks for."""

from __future__ import annotations

import pytest

from cpecbot.language.speech.asking import asked_of, asks_of_saying
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, UR, ZH


@pytest.mark.parametrize(
    ("question", "language", "who"),
    [
        ("What has the minister of water pledged?", EN, "minister of water"),
        ("ماذا طلبت الوزارة؟", AR, "الوزارة"),
        ("وزیر نیرو چه وعده داد؟", FA, "وزیر نیرو"),
        ("وزیر نے کیا وعدہ کیا؟", UR, "وزیر"),
        ("部长承诺了什么？", ZH, "部长"),
    ],
)
def test_whoever_stands_at_the_verb_is_asked_for(question: str, language: Language, who: str) -> None:
    assert any(who in each.slice(question) for each in asked_of(question, language))


@pytest.mark.parametrize("question", ["When was the dam opened?", "The minister pledged money."])
def test_without_both_words_nobody_is(question: str) -> None:
    assert asked_of(question, EN) == ()


@pytest.mark.parametrize(("question", "asks"), [("Who said that?", True), ("Who built it?", False)])
def test_a_verb_of_saying_asks_who_said_it(question: str, *, asks: bool) -> None:
    assert asks_of_saying(question, EN) is asks
