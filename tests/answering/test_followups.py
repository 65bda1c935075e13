"""Conversations: what the last question asked is carried on, and not longer than it should be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cpecbot.answering import Library
from cpecbot.answering.followup import FORGET_AFTER_SECONDS
from cpecbot.models import Answer, AskOptions, Status, Turn


def follow(library: Library, first: str, then: str, *, after: float = 10.0) -> Answer:
    answer = library.ask(first)
    turn = Turn(answer.understood or first, answer.language, asked_at=1000.0)
    return library.ask(then, AskOptions(previous=turn, now=1000.0 + after))


@pytest.mark.parametrize(
    ("first", "then", "understood"),
    [
        ("What did they say about Gaza?", "and Afghanistan?", "What did they say about Afghanistan?"),
        (
            "Who chaired the strategic dialogue?",
            "Where was it held?",
            "Where was it held? (chaired, strategic dialogue)",
        ),
        ("وانگ یی کون ہیں؟", "اور اسحاق ڈار؟", "اسحاق ڈار کون ہیں؟"),
        ("چین درباره کشمیر چه گفت؟", "درباره منابع آب چطور؟", "چین درباره منابع آب چه گفت؟"),
    ],
)
def test_a_follow_up_is_resolved_and_shown(library: Library, first: str, then: str, understood: str) -> None:
    answer = follow(library, first, then)
    assert (answer.status, answer.understood) == (Status.ANSWERED, understood)


@pytest.mark.parametrize("then", ["What is said about Gwadar Port?", "How much has China invested in the corridor?"])
def test_a_new_topic_is_not_dragged_along(library: Library, then: str) -> None:
    assert follow(library, "What did they say about Gaza?", then).understood is None


def test_small_talk_is_no_follow_up(library: Library) -> None:
    assert follow(library, "What did they say about Gaza?", "thanks").understood is None


def test_an_old_turn_is_forgotten(library: Library) -> None:
    answer = follow(library, "What did they say about Gaza?", "and Afghanistan?", after=FORGET_AFTER_SECONDS + 1)
    assert answer.understood is None


def test_most_judged_follow_ups_find_a_passage_of_their_topic(library: Library, root: Path) -> None:
    passages = json.loads((root / "tests" / "judged" / "own_passages.json").read_text("utf-8"))
    lines = (root / "tests" / "judged" / "own_followups.jsonl").read_text("utf-8").splitlines()
    found = 0
    for line in map(json.loads, lines):
        answer = follow(library, line["first"], line["then"])
        wanted = [passage["text"] for topic in line["topics"] for passage in passages[topic]]
        first = answer.quotes[0].text if answer.quotes else None
        found += (
            first is None if not wanted else any(text in (first or "") or (first or " ") in text for text in wanted)
        )
    assert found >= 0.8 * len(lines)
