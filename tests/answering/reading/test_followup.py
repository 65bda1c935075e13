"""Conversations: what the last question asked is carried on, and not longer than it should be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cpecbot.answering import Library
from cpecbot.answering.reading.followup import FORGET_AFTER_SECONDS, FollowUps
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.language.questions.smalltalk import small_talk
from cpecbot.models import Answer, AskOptions, Filters, Status, Turn
from fakes.languages import EN, LANGUAGES


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


# --- one step at a time -----------------------------------------------------------------------------------------------

NOW = 1000.0
TEN_MINUTES = 600


@pytest.fixture(scope="module")
def followups(understanding: Understanding) -> FollowUps:
    return FollowUps(understanding, small_talk(LANGUAGES))


@pytest.mark.parametrize(
    ("first", "then", "understood"),
    [
        # Another thing of the same kind takes the place of the last one, another topic that of the topic.
        ("What did they say about Gaza?", "and Afghanistan?", "What did they say about Afghanistan?"),
        ("Who chaired the dialogue in Kabul?", "and Beijing?", "Who chaired the dialogue in Beijing?"),
        ("Who chaired the dialogue in Kabul?", "and the summit?", "Who chaired the summit in Kabul?"),
        ("Who chaired the dialogue in Kabul?", "and the railway?", "Who chaired the dialogue in railway?"),
        ("Who chaired the dialogue in Kabul?", "and zorb?", "Who chaired the dialogue in zorb?"),
        ("What of Gaza was praised?", "and the railway?", "What of railway was praised?"),
        ("What of Xanadu in Gaza?", "and zorb?", "What of Xanadu in zorb?"),
        ("Who agreed?", "and Gwadar?", "Who Gwadar?"),
        # Two of them, or another kind of question, stand alone.
        ("What did they say about Gaza?", "and Afghanistan and Iran?", None),
        ("What did they say about Gaza?", "and when was Iran?", None),
        ("What did they say about Gaza?", "Afghanistan", None),
        # So does a whole question that only begins with "about".
        ("When was the dialogue in Kabul?", "About Gaza, what did they say?", None),
        ("When was the dialogue in Kabul?", "درباره غزه چه گفته شد؟", None),
        ("When was the dialogue in Kabul?", "关于加沙说了什么？", None),
        ("When was the dialogue in Kabul?", "关于加沙呢？", "When was the dialogue in 加沙?"),
        # A word that stands for the topic brings it along, beside at most one of its own.
        ("What of Gaza?", "who signed it?", "who signed it? (Gaza)"),
        ("What of Gaza?", "who signed it with Iran?", "who signed it with Iran? (Gaza)"),
        ("What of Gaza?", "who signed it with Iran and China?", None),
        ("What of Gaza?", "who signed with Iran?", None),
        # So does a question word alone, unless it asks for nothing else.
        ("What of Gaza?", "When?", "When? (Gaza)"),
        ("What of Gaza?", "What?", None),
        ("What of Gaza?", "What of it?", "What of it? (Gaza)"),
        # Known topics are brought before actions, and these before words.
        ("Who agreed on Gaza and Iran?", "When?", "When? (Gaza, Iran)"),
        ("Who agreed on Xanadu?", "When?", "When? (agreed)"),
        ("What of Xanadu?", "When?", "When? (Xanadu)"),
        ("What did the minister of Gaza say?", "When?", "When? (Gaza)"),
        ("What of the days of Gaza?", "When?", "When? (Gaza)"),
        ("What was strategic in Gaza?", "When?", "When? (Gaza)"),
        ("What of the sector of Gaza?", "When?", "When? (Gaza)"),
        # A question without content leaves nothing behind.
        ("What?", "and Iran?", None),
    ],
)
def test_what_a_follow_up_means(followups: FollowUps, first: str, then: str, understood: str | None) -> None:
    query = followups.understanding.read(then, EN)
    assert followups.resolve(query, Turn(first, EN, asked_at=NOW), NOW) == understood


@pytest.mark.parametrize(
    ("then", "carried"),
    [
        ("on the railway?", "on the railway? (Gaza)"),
        ("what is mentioned on the railway?", "what is mentioned on the railway? (Gaza)"),
        ("on the railway of Iran?", None),
    ],
)
def test_a_question_of_one_unit_may_need_the_last_topic(followups: FollowUps, then: str, carried: str | None) -> None:
    query = followups.understanding.read(then, EN)
    assert followups.carry(query, Turn("What of Gaza?", EN, asked_at=NOW), NOW) == carried


@pytest.mark.parametrize(
    ("after", "known"), [(-0.1, False), (0, True), (TEN_MINUTES, True), (TEN_MINUTES + 0.1, False)]
)
def test_a_turn_is_known_for_ten_minutes_and_not_before_it_was(followups: FollowUps, after: float, known: bool) -> None:
    query = followups.understanding.read("and Iran?", EN)
    turn = Turn("What of Gaza?", EN, asked_at=NOW)
    assert (followups.resolve(query, turn, NOW + after) is not None) == known
    assert (followups.carry(query, turn, NOW + after) is not None) == known


def test_a_question_with_a_filter_stands_alone(followups: FollowUps) -> None:
    query = followups.understanding.read("and Iran?", EN, Filters(sources=("a",)))
    turn = Turn("What of Gaza?", EN, asked_at=NOW)
    assert followups.resolve(query, turn, NOW) is None
    assert followups.carry(query, turn, NOW) is None


def test_nothing_follows_nothing(followups: FollowUps) -> None:
    assert followups.resolve(followups.understanding.read("When?", EN), None, NOW) is None
