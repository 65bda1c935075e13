"""The content words and phrases of a question."""

from __future__ import annotations

import pytest

from cpecbot.answering import Library
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.answering.reading.units import UnitFinder
from cpecbot.languages import Language
from cpecbot.models import Unit
from fakes.languages import AR, EN, FA, UR, ZH


@pytest.fixture(scope="module")
def finder(understanding: Understanding) -> UnitFinder:
    return UnitFinder(understanding.analyzer, understanding.metonyms)


def words(units: tuple[Unit, ...]) -> list[str]:
    return [unit.text for unit in units]


@pytest.mark.parametrize(
    ("text", "language", "tried"),
    [
        ("بندرگاہ كبيرة هنا", AR, True),
        ("بندرگاہ كبيرة هنا الآن", AR, False),
    ],
)
def test_a_text_of_three_words_may_be_in_any_language_of_its_script(
    finder: UnitFinder, text: str, language: Language, tried: bool
) -> None:
    """The Urdu word for a port is unknown in Arabic."""
    assert ("port" in [each.concept for each in finder.find(text, language)]) == tried


def test_grammar_of_the_likeliest_language_is_no_word_of_another(finder: UnitFinder) -> None:
    assert "از" not in words(finder.find("از گوادر", FA))


def test_a_question_that_is_all_phrase_asks_for_what_the_glossary_knows_in_it(finder: UnitFinder) -> None:
    """قوة is the strength that is asked for, not a thing that a sentence has to name."""
    assert [unit.concept for unit in finder.find("كم بلغت قوة الزلزال؟", AR)] == ["earthquake"]


def test_a_word_that_two_languages_use_for_different_things_may_mean_either(finder: UnitFinder) -> None:
    """An art in Persian, a skill in Urdu; in Arabic it is nothing."""
    (either,) = finder.find("ہنر", AR)
    assert {key for key in either.keys if key.startswith("c:")} == {"c:art", "c:vocational_training"}


def test_a_run_of_chinese_that_no_table_knows_is_one_unit(finder: UnitFinder) -> None:
    """No space says where its words end."""
    assert words(finder.find("蘑菇汤的做法", ZH))[0] == "蘑菇汤"
    assert words(finder.find("zorb kwyjibo", EN)) == ["zorb", "kwyjibo"]


def test_a_question_word_may_stand_inside_a_known_phrase(finder: UnitFinder) -> None:
    """Whoever is asked for in between."""
    whole, parted = finder.find("وفد کی قیادت کی", UR), finder.find("وفد کی قیادت کس نے کی", UR)
    assert [each.concept for each in whole] == [each.concept for each in parted]


def test_letters_that_begin_a_known_name_are_no_name_of_their_own(library: Library) -> None:
    """ایم ایل, spelt letter by letter, in the name of a railway."""
    units = library.understanding.read("ایم ایل ون ریلوے منصوبے کی لاگت کتنی ہے؟").units
    assert [unit.concept for unit in units] == ["ml1_railway", "cost"]
