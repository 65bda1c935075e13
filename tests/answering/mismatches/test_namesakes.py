"""Who bears a family name is not everybody who bears it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.answering.mismatches.namesakes import full_names
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.models import Status

Telling = Callable[..., Library]

LETTER = {
    "en": "In a letter to the council, Grace Otieno asked for a new bridge. The council will answer in May.",
    "ar": "طلبت غريس أوتيينو في رسالة إلى المجلس بناء جسر جديد. وسيرد المجلس في مايو.",
    "fa": "گریس اوتینو در نامه\u200cای به شورا خواستار پلی تازه شد. شورا در ماه مه پاسخ می\u200cدهد.",
    "ur": "گریس اوتینو نے کونسل کے نام خط میں نئے پل کا مطالبہ کیا۔ کونسل مئی میں جواب دے گی۔",
}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What did Daniel Otieno write?", [("Daniel", "Otieno")]),
        ("What did Melania Trump write?", [("Melania", "Trump")]),
        ("What did President Trump write?", []),
        ("What did Otieno write?", []),
        ("what did daniel otieno write?", []),
    ],
)
def test_a_full_name_has_a_word_before_the_last_one(
    everyday: Understanding, question: str, expected: list[tuple[str, str]]
) -> None:
    found = full_names(everyday.read(question), everyday.analyzer.glossary)
    assert [(each.given.text, each.family.text) for each in found] == expected


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("en", "What did Daniel Otieno ask for in the letter to the council?"),
        ("ar", "ماذا طلب دانيال أوتيينو في رسالته إلى المجلس؟"),
        ("fa", "دانیال اوتینو در نامه به شورا خواستار چه شد؟"),
        ("ur", "دانیال اوتینو نے کونسل کے نام خط میں کیا مطالبہ کیا؟"),
    ],
)
def test_another_of_the_same_family_name_does_not_answer(telling_everyday: Telling, code: str, question: str) -> None:
    assert telling_everyday(LETTER[code]).ask(question).status is Status.NO_ANSWER


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("en", "What did Grace Otieno ask for in the letter to the council?"),
        ("en", "What did Otieno ask for in the letter to the council?"),
        ("fa", "گریس اوتینو در نامه به شورا خواستار چه شد؟"),
        ("ur", "گریس اوتینو نے کونسل کے نام خط میں کیا مطالبہ کیا؟"),
    ],
)
def test_the_same_person_does(telling_everyday: Telling, code: str, question: str) -> None:
    assert telling_everyday(LETTER[code]).ask(question).status is Status.ANSWERED


def test_by_the_name_of_somebody_known_another_is_not_meant(telling_everyday: Telling) -> None:
    text = "Trump wrote in a letter to the school that the garden would stay open for children."
    assert telling_everyday(text).ask("What did Trump write in the letter to the school?").status is Status.ANSWERED
    assert (
        telling_everyday(text).ask("What did Melania Trump write in the letter to the school?").status
        is Status.NO_ANSWER
    )


def test_a_family_name_alone_may_be_his(telling_everyday: Telling) -> None:
    text = "Otieno asked for a new bridge in a letter to the council."
    answer = telling_everyday(text).ask("What did Daniel Otieno ask for in the letter to the council?")
    assert answer.status is Status.ANSWERED
