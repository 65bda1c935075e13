"""Whoever a sentence quotes, shown where a question asks who."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library

Telling = Callable[..., Library]


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("Who led the search?", '"The water was cold," said Mabel Stone, who led the search.', "Mabel Stone"),
        ("消防队队长是谁？", "消防队队长陈立新表示，火已经扑灭。", "陈立新"),
        ("رئیس موزه کیست؟", "به گفته مهشید سمنگانی، رئیس موزه، در ماه آینده باز می‌شود.", "مهشید سمنگانی"),
    ],
)
def test_the_one_quoted_of_whom_it_is_said(telling_everyday: Telling, question: str, text: str, name: str) -> None:
    (sentence,) = telling_everyday(text).explain(question).sentences
    assert sentence.answering == (name,)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        # It is said of another, or of nobody.
        ("消防队队长是谁？", "消防队队长来晚了，后来村民陈立新表示，火已经扑灭。"),
    ],
)
def test_another_who_is_quoted_is_none(telling_everyday: Telling, question: str, text: str) -> None:
    (sentence,) = telling_everyday(text).explain(question).sentences
    assert sentence.answering == ()


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("Who runs the museum?", "Ada Holt, the director of the museum, said the roof had been mended.", "Ada Holt"),
        ("رئیس موزه کیست؟", "مهشید سمنگانی، رئیس موزه تاریخ، گفت سقف تعمیر شده است.", "مهشید سمنگانی"),
        ("消防队队长是谁？", "消防队队长凯特·霍尔表示，火已经扑灭。", "凯特·霍尔"),
    ],
)
def test_the_whole_name_is_told_before_what_somebody_is(
    telling_everyday: Telling, question: str, text: str, name: str
) -> None:
    (sentence,) = telling_everyday(text).explain(question).sentences
    assert sentence.answering == (name,)


def test_an_office_answers_where_no_name_does(telling_everyday: Telling) -> None:
    text = '"The water was cold," said the captain, who led the search.'
    (sentence,) = telling_everyday(text).explain("Who led the search?").sentences
    assert sentence.answering == ("captain",)
