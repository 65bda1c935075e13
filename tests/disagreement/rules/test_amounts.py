"""Shares and sums, compared only where they are of one thing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from cpecbot.disagreement import Comparer
from cpecbot.languages import Language
from cpecbot.models import Article, Disagreement, Level
from fakes.languages import AR, EN, ZH

Texts = Callable[..., tuple[Disagreement, ...]]
Text = tuple[str, Language]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Turnout was 41 percent.", EN), ("Turnout was 47 percent.", EN)),
        (("Unemployment fell to 7 percent in May.", EN), ("Unemployment fell to 9 percent in May.", EN)),
    ],
)
def test_shares_of_one_thing_contradict(one: Text, other: Text, texts: Texts) -> None:
    (note,) = texts(one, other)
    assert note.level is Level.CONTRADICTION


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("In the town 45 percent of the farmers have a tractor.", EN),
         ("In the town 12 percent of the teachers have a tractor.", EN)),
        (("Inflation fell to 7 percent in May.", EN), ("Inflation fell to 9 percent in June.", EN)),
        (("Unemployment rose by 2 percent.", EN), ("Unemployment rose to 9 percent.", EN)),
        (("The trade deficit was $3 billion.", EN), ("Total trade was $19 billion.", EN)),
        (("عجز الميزان التجاري 3 مليارات دولار.", AR), ("贸易总额为190亿美元。", ZH)),
    ],
)  # fmt: skip
def test_of_others_of_another_month_or_by_so_much_they_do_not(one: Text, other: Text, texts: Texts) -> None:
    assert [note for note in texts(one, other) if note.level is Level.CONTRADICTION] == []


@pytest.mark.parametrize(("later", "level"), [(4, Level.CONTRADICTION), (5, Level.DIFFERING)])
def test_what_changes_may_be_another_on_another_day(
    later: int, level: Level, comparing: Callable[..., Comparer]
) -> None:
    one = Article("a", "Shares in Tarbela Cement rose 4 percent.", EN, published=date(2024, 3, 4))
    other = Article("b", "Shares in Tarbela Cement rose 9 percent.", EN, published=date(2024, 3, later))
    (note,) = comparing(one, other).all()
    assert note.level is level
