"""Which noun a question asks which of."""

from __future__ import annotations

import pytest

from cpecbot.answering.reading.understanding import Understanding


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("Which rivers flooded the valley?", "rivers"),
        ("Which two airports were closed?", "airports"),
        ("Which French club won the cup?", "club"),
        ("أي شركة بنت السد؟", "شركة"),
        ("کدام شرکت سد را ساخت؟", "شرکت"),
        ("کون سی کمپنی نے ڈیم بنایا؟", "کمپنی"),
        ("哪支球队赢了比赛？", "球队"),
        # What is no noun, or stands behind words of grammar, is asked nothing of.
        ("What caused the fire?", None),
        ("What did the company build?", None),
        ("为什么停工？", None),
        # A day and a number are asked for otherwise.
        ("Which day was the match played?", None),
        # "What" goes on where the question word has said who.
        ("Who is Ishaq Dar, what jobs does he hold?", None),
    ],
)
def test_the_noun_right_behind_the_word_for_which_is_asked_of(
    everyday: Understanding, question: str, noun: str | None
) -> None:
    asked = everyday.read(question).which

    assert (asked.text if asked else None) == noun


def test_a_word_for_which_is_no_content(everyday: Understanding) -> None:
    assert [unit.text for unit in everyday.read("کون سی کمپنی سرنگ بنا رہی ہے؟").units] == ["کمپنی", "سرنگ"]
