"""Which of a series is meant is told by its number, and by what its article reports."""

from __future__ import annotations

import pytest

from answering.conftest import Telling

FOURTH = "The fourth round of the dialogue was held in Oslo. Norway and Kenya agreed on fish."
SIXTH = "عُقدت الجولة السادسة من الحوار في نيروبي. واتفقت النرويج وكينيا على جسور جديدة."
ASKED = {
    "en": ("What was agreed on fish in the {} round?", "fourth", "sixth"),
    "ar": ("ما الذي اتُّفق عليه بشأن السمك في الجولة {}؟", "الرابعة", "السادسة"),
    "fa": ("در دور {} درباره ماهی چه توافقی شد؟", "چهارم", "ششم"),
    "ur": ("{} دور میں مچھلی کے بارے میں کیا طے ہوا؟", "چوتھے", "چھٹے"),
    "zh": ("第{}轮就鱼达成了什么？", "四", "六"),
}


@pytest.mark.parametrize("language", ASKED)
def test_what_was_agreed_in_one_round_was_not_in_the_other(telling_everyday: Telling, language: str) -> None:
    library = telling_everyday(FOURTH, SIXTH, *["Rye bread is dearer."] * 3)
    question, here, there = ASKED[language]
    found = library.ask(question.format(here)).quotes
    assert "fish" in found[0].text
    assert {quote.source for quote in found} == {"a"}
    assert library.ask(question.format(there)).quotes == ()


def test_the_number_alone_tells_nothing_of_a_thing(telling_everyday: Telling) -> None:
    library = telling_everyday(FOURTH, "Kenya has old bridges.", *["Rye bread is dearer."] * 3)
    assert library.ask("What did the fourth round say on the bridges?").quotes == ()
    assert "Oslo" in library.ask("Where was the fourth round held?").quotes[0].text


def test_an_article_that_names_several_is_asked_about_each(telling_everyday: Telling) -> None:
    library = telling_everyday(
        "The fourth round of the dialogue was held in Oslo. The third round, in Nairobi, was on fish.",
        *["Rye bread is dearer."] * 3,
    )
    assert "Nairobi" in library.ask("Where was the third round on fish held?").quotes[0].text


def test_the_round_that_is_next_is_not_the_one_that_is_reported(telling_everyday: Telling) -> None:
    library = telling_everyday(
        FOURTH + " The next round of the dialogue will be held in Bergen.", "Rye bread is dearer."
    )
    found = library.ask("Where was the fourth round of the dialogue held?").quotes
    assert ["Oslo" in quote.text for quote in found] == [True]
