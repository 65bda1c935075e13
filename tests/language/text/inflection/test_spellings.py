"""One spelling for words that countries of one language spell apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpecbot.language.analysis import lemma_key
from cpecbot.language.text.inflection.affixes import bare_forms
from cpecbot.language.text.inflection.spellings import respelt
from cpecbot.language.text.words import function_words
from fakes.languages import EN
from fakes.toy import toy


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("theatres", "theater"),
        ("fibre", "fibers"),
        ("odours", "odor"),
        ("neighbourhoods", "neighborhood"),
        ("modernised", "modernizes"),
        ("privatisation", "privatizations"),
        ("fertiliser", "fertilizers"),
        ("paralysed", "paralyzes"),
        ("monologues", "monolog"),
        ("offences", "offense"),
        ("practising", "practices"),
        ("storytellers", "storyteler"),
        ("jeweller", "jewelers"),
        ("chancellors", "chancelor"),
        ("tailored", "tailors"),
        ("labelled", "labeled"),
        ("enrolment", "enrollment"),
        ("leukaemia", "leukemia"),
        ("paediatric", "pediatric"),
        ("haemoglobin", "hemoglobin"),
        ("kilogrammes", "kilogram"),
        ("greyish", "grayish"),
        ("sceptical", "skeptical"),
    ],
)
def test_british_and_american_are_one_word(one: str, other: str) -> None:
    assert lemma_key(one, EN) == lemma_key(other, EN)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four", "for"),
        ("entre", "enter"),
        ("timbre", "timber"),
        ("tyre", "tire"),
        ("prize", "prise"),
        ("tour", "tor"),
        ("storey", "story"),
        ("green", "gray"),
        ("bell", "bel"),
        ("size", "sise"),
    ],
)
def test_words_that_only_look_so_stay_two(one: str, other: str) -> None:
    assert lemma_key(one, EN) != lemma_key(other, EN)


def test_small_words_are_spelt_as_they_are() -> None:
    """They are looked up as they stand."""
    assert [word for word in function_words(EN) if respelt(word, EN) != word] == []


def test_names_of_the_glossary_are_met_in_either_spelling() -> None:
    assert set(bare_forms("harbours", EN)) & set(bare_forms("harbor", EN))
    assert set(bare_forms("stabilized", EN)) & set(bare_forms("stabilise", EN))


class TestMechanisms:
    """With an invented language."""

    FORMS = """
    spelt_apart = ["mipka"]
    [spellings]
    "-ka" = "-ca"
    "tho-" = "to-"
    "-ae-" = "-e-"
    "vort" = "wort"
    """

    @pytest.mark.parametrize(
        ("word", "other"),
        [
            ("bolka", "bolca"),  # at the end
            ("bolkar", "bolkar"),
            ("oka", "oka"),  # which needs two letters before it
            ("ooka", "ooca"),
            ("mipka", "mipka"),  # another word
            ("thorn", "torn"),  # at the beginning
            ("atho", "atho"),
            ("baela", "bela"),  # within, however often
            ("aelae", "ele"),
            ("vort", "wort"),  # a whole word
            ("vorto", "vorto"),
            ("thaeka", "theca"),  # several
        ],
    )
    def test_a_hyphen_stands_where_a_word_goes_on(self, tmp_path: Path, word: str, other: str) -> None:
        assert respelt(word, toy(tmp_path, forms=self.FORMS)) == other

    def test_without_habits_a_word_is_as_it_is(self, tmp_path: Path) -> None:
        assert respelt("bolka", toy(tmp_path)) == "bolka"
