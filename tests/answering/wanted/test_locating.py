"""Places that no glossary lists, shown where a question asks where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library

Telling = Callable[..., Library]


@pytest.mark.parametrize(
    ("question", "text", "place"),
    [
        ("Where was the bridge opened?", "The bridge was opened in Ostervik on 4 June.", "Ostervik"),
        ("Where was the bridge opened?", "The bridge was opened in the small town of Reading Brook.", "Reading Brook"),
        ("أين افتتح الجسر؟", "افتتح الجسر في صفاقس يوم 9 يناير.", "صفاقس"),
        ("أين افتتح الجسر؟", "افتتح الجسر في بلدة الشبيكية يوم 9 يناير.", "الشبيكية"),
        ("پل کجا افتتاح شد؟", "پل در شهر ساوه روز ۵ مهر افتتاح شد.", "ساوه"),
        ("پل کجا افتتاح شد؟", "پل در شهر کاشان افتتاح شد.", "کاشان"),
        ("پل کا افتتاح کہاں ہوا؟", "پل کا افتتاح ضلع بھنبھری میں ہوا۔", "بھنبھری"),
        ("大桥在哪里开通？", "大桥于5月8日在临溪县开通。", "临溪县"),
        ("大桥在哪里开通？", "大桥在沙坪镇开通。", "沙坪镇"),
    ],
)
def test_a_place_that_nobody_lists_is_told_by_the_words_around_it(
    telling: Telling, question: str, text: str, place: str
) -> None:
    (sentence,) = telling(text).explain(question).sentences
    assert sentence.answering == (place,)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        # Nobody said that something is there.
        ("Where was the bridge opened?", "The bridge was opened by Ostervik."),
        # It is asked about.
        ("Where was the bridge in Ostervik opened?", "The bridge in Ostervik was opened."),
        ("أين افتتح الجسر؟", "افتتح الجسر في النهاية."),
        ("大桥在哪里开通？", "大桥由临溪市长开通。"),
    ],
)
def test_other_words_are_no_place(telling: Telling, question: str, text: str) -> None:
    (sentence,) = telling(text).explain(question).sentences
    assert sentence.answering == ()
