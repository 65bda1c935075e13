"""Inflections of one word meet in one lemma."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.lemmas import has_dictionary, is_dictionary_word, lemma, listed_lemma
from cpecbot.languages import Language
from fakes.languages import AR, EN, LANGUAGES
from fakes.toy import toy


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "agreed", "agrees"),
        ("en", "countries", "country"),
        ("ar", "القطاعات", "قطاع"),
        ("ar", "والصناعة", "الصناعة"),
        ("ar", "سيركز", "يركز"),
        ("fa", "پروژه‌های", "پروژه"),
        ("fa", "وزرای", "وزیر"),
        ("ur", "شعبوں", "شعبہ"),
        ("zh", "合作", "合作"),
    ],
)
def test_forms_of_one_word_share_a_lemma(language: str, one: str, other: str) -> None:
    assert lemma(one, LANGUAGES[language]) == lemma(other, LANGUAGES[language])


def test_dictionaries_know_words_behind_arabic_clitics() -> None:
    assert is_dictionary_word("التقارب", AR)
    assert is_dictionary_word("population", EN)
    assert not is_dictionary_word("gawadar", EN)


@pytest.mark.parametrize(
    ("language", "word", "listed"),
    [
        ("en", "geese", "goose"),
        ("en", "Knives", "knife"),
        ("ar", "القوارب", "قارب"),
        ("ar", "سيركب", "يركب"),
        ("fa", "مساجد", "مسجد"),
        # No dictionary, and nothing that it would list.
        ("ur", "لڑکوں", "لڑکوں"),
        ("zh", "船", "船"),
        ("en", "1950s", "1950s"),
        ("en", "kwyjibo", "kwyjibo"),
    ],
)
def test_the_dictionary_alone_is_asked_for_a_listed_lemma(language: str, word: str, listed: str) -> None:
    """Without stemming, which would leave half a word where the dictionary knows none."""
    assert listed_lemma(word, LANGUAGES[language]) == fold_text(listed)


@given(st.text(), st.sampled_from(list(LANGUAGES)))
def test_any_word_has_a_folded_listed_lemma(word: str, language: Language) -> None:
    found = listed_lemma(word, language)
    assert fold_text(found) == found


@given(st.text(), st.sampled_from(list(LANGUAGES)))
def test_any_word_has_a_lemma(word: str, language: Language) -> None:
    assert isinstance(lemma(word, language), str)


class TestMechanisms:
    """With an invented language."""

    def test_without_a_file_a_word_is_its_own_lemma(self, tmp_path: Path) -> None:
        language = toy(tmp_path)
        assert lemma("Urboj", language) == "Urboj"
        assert not has_dictionary(language)
        assert not is_dictionary_word("urbo", language)

    def test_a_listed_lemma_is_not_stemmed(self, tmp_path: Path) -> None:
        language = toy(tmp_path, forms='[stem]\nsuffixes = ["oj"]\n')
        assert (lemma("urboj", language), listed_lemma("Urboj", language)) == ("urb", "urboj")

    def test_light_stemming_cuts_one_prefix_and_one_suffix(self, tmp_path: Path) -> None:
        language = toy(tmp_path, forms='[stem]\nprefixes = ["mal", "re"]\nsuffixes = ["oj", "j"]\n')
        assert lemma("Malurboj", language) == "urb"
        assert lemma("malreurbjj", language) == "reurbj"
        assert lemma("remalurbo", language) == "malurbo"

    def test_a_stem_has_as_many_letters_as_the_file_says(self, tmp_path: Path) -> None:
        language = toy(tmp_path, forms='[stem]\nprefixes = ["re"]\nsuffixes = ["oj"]\nshortest = 4\n')
        assert [lemma(word, language) for word in ("redomo", "redom")] == ["domo", "redom"]
        assert [lemma(word, language) for word in ("urbooj", "urboj")] == ["urbo", "urboj"]

    def test_a_dictionary_serves_whichever_language_names_it(self, tmp_path: Path) -> None:
        language = toy(tmp_path, forms='[dictionary]\ncode = "en"\nspelling = { "q" = "c" }\nproclitics = ["wa"]\n')
        assert lemma("qountries", language) == "country"
        assert is_dictionary_word("qountry", language)
        assert is_dictionary_word("waqountry", language)
        assert not is_dictionary_word("wa", language)

    def test_a_prefix_of_a_tense_is_dropped_before_its_letters_and_a_long_enough_verb(self, tmp_path: Path) -> None:
        language = toy(tmp_path, forms='[dictionary]\ncode = "en"\ntense_prefixes = { "zu" = "gw" }\n')
        assert lemma("zuwent", language) == "go"
        assert lemma("zucame", language) == "zucame"
        assert lemma("zugot", language) == "zugot"
