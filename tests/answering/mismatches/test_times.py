"""An article of another year, which never speaks of the year asked about, tells of something else."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from cpecbot.answering.mismatches.times import dated, happened_another_time, tells_another_year
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.models import Span, Unit
from cpecbot.store.surroundings import Surroundings
from fakes.candidates import unit
from fakes.entries import entries_of

BARN = unit("l:barn")
YEAR = unit("v:year:2021")
OF_2021 = "v:year:2021 v:month:2021-05 v:day:2021-05-04"
OF_2022 = "v:year:2022 v:month:2022-05 v:day:2022-05-04"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("When did the barn burn in 2021?", ["2021"]),
        ("What burned on 4 May 2021?", ["4 May 2021"]),
        ("What burned in May 2021?", ["May 2021"]),
        ("What burned on Monday?", []),
        ("What burned for 2021 dollars?", []),
        ("Which 12 barns burned?", []),
        ("ماذا احترق في عام 2021؟", ["2021"]),
        ("در سال ۲۰۲۱ چه چیزی سوخت؟", ["۲۰۲۱"]),
        ("2021 میں کیا جلا؟", ["2021"]),
        ("2021年什么着火？", ["2021年"]),
    ],
)
def test_the_years_of_a_question(understanding: Understanding, question: str, expected: list[str]) -> None:
    assert [each.text for each in dated(understanding.read(question))] == expected


def differs(asked: Iterable[Unit], published: str, *, told: str = "", matched: Iterable[Unit] = ()) -> bool:
    (entry,) = entries_of(("a", "l:barn"))
    entry = replace(entry, surroundings=Surroundings(published=frozenset(published.split())))
    return happened_another_time(entry, list(asked), {each: (Span(0, 1),) for each in matched}, set(told.split()))


def test_an_article_of_another_year_tells_of_another_time() -> None:
    assert differs([YEAR], OF_2022)


def test_one_of_that_year_does_not() -> None:
    assert not differs([YEAR], OF_2021)


def test_one_that_names_the_year_in_the_sentence_or_elsewhere_does_not() -> None:
    assert not differs([YEAR], OF_2022, matched=[YEAR])
    assert not differs([YEAR], OF_2022, told="v:year:2021")


def test_one_that_does_not_say_when_it_was_published_rules_nothing_out() -> None:
    assert not differs([YEAR], "")


def test_where_no_time_is_asked_about_none_is_another() -> None:
    assert not differs([], OF_2022)


def test_each_of_two_years_has_to_be_told() -> None:
    assert differs([YEAR, unit("v:year:2022")], OF_2022)
    assert not differs([YEAR, unit("v:year:2022")], OF_2022, matched=[YEAR])


@pytest.mark.parametrize(
    ("said", "asked", "expected"),
    [
        ("v:year:2000", ["v:year:2021"], True),
        ("v:year:2000 v:year:2021", ["v:year:2021"], False),
        ("l:barn", ["v:year:2021"], False),
        ("v:year:2000", [], False),
    ],
)
def test_a_sentence_that_gives_another_year(said: str, asked: list[str], expected: bool) -> None:
    (entry,) = entries_of(("a", said))
    units = [unit(key) for key in asked]
    matched = {each: (Span(0, 1),) for each in units if each.keys & entry.keys}
    assert tells_another_year(entry, units, matched) is expected
