"""Inflections of one word meet in one lemma."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.text.lemmas import is_dictionary_word, lemma
from cpecbot.languages import Language
from fakes.languages import AR, EN, LANGUAGES


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


@given(st.text(), st.sampled_from(list(LANGUAGES)))
def test_any_word_has_a_lemma(word: str, language: Language) -> None:
    assert isinstance(lemma(word, language), str)
