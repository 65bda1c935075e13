"""A sentence is cut into the parts that say one thing each, as its language's file says."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cpecbot.disagreement.reading.segments import segments
from cpecbot.languages import Language
from cpecbot.models import Span
from fakes.languages import AR, EN, FA, UR, ZH


def parts(text: str, language: Language) -> list[str]:
    cuts = (0, *segments(text, language).cuts, len(text))
    return [text[start:end].strip() for start, end in pairwise(cuts)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (EN, "It killed 1,200, hurt 5 and broke 3.", ["It killed 1,200,", "hurt 5", "and broke 3."]),
        (EN, "He led it while she sat.", ["He led it", "while she sat."]),
        (AR, "مقتل 17 وإصابة 5 في وزارة.", ["مقتل 17", "وإصابة 5 في وزارة."]),
        (AR, "قتل 17 و5.", ["قتل 17", "و5."]),
        (FA, "۱۷ کشته و ۵ زخمی.", ["۱۷ کشته", "و ۵ زخمی."]),
        (UR, "17 ہلاک اور 5 زخمی۔", ["17 ہلاک", "اور 5 زخمی۔"]),
        (ZH, "17人死亡、5人受伤，60间", ["17人死亡、", "5人受伤，", "60间"]),
        (ZH, "本社电 袭击", ["本社电", "袭击"]),
    ],
)
def test_where_a_sentence_is_cut(language: Language, text: str, expected: list[str]) -> None:
    assert parts(text, language) == expected


def between(text: str, one: str, other: str, language: Language = EN) -> tuple[bool, float]:
    places = [Span(text.index(each), text.index(each) + len(each)) for each in (one, other)]
    return segments(text, language).distance(*places).rank


def test_a_cut_adds_to_the_words_between_two_places() -> None:
    """Two for the next item of a list, four for a clause of its own; nothing where one place holds the other."""
    assert between("alpha beta gamma delta", "alpha", "delta") == (False, 2.0)
    assert between("alpha beta gamma delta", "delta", "alpha") == (False, 2.0)
    assert between("alpha and delta", "alpha", "delta") == (True, 1.0 + 2.0)
    assert between("alpha, delta", "alpha", "delta") == (True, 4.0)
    assert between("alphabet", "alpha", "alphabet") == (False, 0.0)


def test_an_aside_does_not_part_what_stands_around_it() -> None:
    text = "alpha, including beta gamma, delta"
    assert between(text, "alpha", "delta") == (False, 0.0)
    assert between(text, "beta", "delta")[0]


def test_three_characters_of_chinese_do_for_a_word() -> None:
    assert between("甲一二三乙", "甲", "乙", ZH) == (False, 1.0)


def test_a_clause_holds_the_items_of_its_list() -> None:
    text = "a and b, c"
    found = segments(text, EN)
    assert [found.clause(Span(text.index(each), text.index(each) + 1)) for each in "abc"] == [0, 0, 1]
