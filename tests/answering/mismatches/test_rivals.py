"""One of a kind is not another, wherever its language puts the word that says which one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.models import Status

Telling = Callable[..., Library]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The University of Uppsala closed its garden in May.", "When did the University of Bergen close its garden?"),
        ("Uppsala University closed its garden in May.", "When did the University of Bergen close its garden?"),
        ("The ministry of silk printed a map on Monday.", "When did the ministry of fishing print a map?"),
        ("Lake Inari thawed in May.", "When did Lake Ladoga thaw?"),
        ("أغلقت جامعة أوبسالا حديقتها في أبريل.", "متى أغلقت جامعة بيرغن حديقتها؟"),
        ("طبعت وزارة الحرير خريطة يوم الاثنين.", "متى طبعت وزارة الصيد خريطة؟"),
        ("دانشگاه اوپسالا باغ خود را بست.", "دانشگاه برگن چه چیزی را بست؟"),
        ("اوپسالا یونیورسٹی نے اپریل میں باغ بند کیا۔", "برگن یونیورسٹی نے باغ کب بند کیا؟"),
        ("乌普大学5月关闭花园。", "卑尔大学什么时候关闭花园？"),
    ],
)
def test_another_one_of_the_same_kind_is_no_answer(telling: Telling, text: str, question: str) -> None:
    assert telling(text).ask(question).status is Status.NO_ANSWER


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The University of Uppsala closed its garden in May.", "When did Uppsala University close its garden?"),
        ("The old university closed its garden in May.", "When did the university close its garden?"),
        ("Uppsala has a university. The university closed its garden in May.", "When did Uppsala University close?"),
        ("The new harbour of Bergen opened in May.", "When did the harbour of Bergen open?"),
        ("أغلقت جامعة أوبسالا القديمة حديقتها في أبريل.", "متى أغلقت جامعة أوبسالا حديقتها؟"),
        ("اوپسالا یونیورسٹی نے اپریل میں باغ بند کیا۔", "اوپسالا کی یونیورسٹی نے باغ کب بند کیا؟"),
        ("乌普大学5月关闭花园。", "乌普大学什么时候关闭花园？"),
        ("去年乌普贸易额增长4.8%。", "去年乌普贸易额增长了百分之多少？"),
    ],
)
def test_the_same_one_is(telling: Telling, text: str, question: str) -> None:
    assert telling(text).ask(question).status is Status.ANSWERED


def test_a_new_harbour_may_be_that_of_the_town(telling: Telling) -> None:
    """A word that is no name rules out no name."""
    assert telling("The fishing harbour opened in May.").ask("When did Bergen harbour open?").status is Status.ANSWERED


def test_what_the_article_speaks_of_elsewhere_may_be_meant(telling: Telling) -> None:
    library = telling("Bergen is old. The Uppsala university closed its garden in May.")
    assert library.ask("When did the Bergen university close its garden?").status is Status.ANSWERED


def test_another_one_may_be_the_nearest_passage(telling: Telling) -> None:
    nearest = (
        telling("The University of Uppsala closed in May.").ask("When did the University of Bergen close?").nearest
    )
    assert nearest is not None
    assert "Uppsala" in nearest.text
