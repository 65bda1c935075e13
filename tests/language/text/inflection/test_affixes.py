"""Bare forms: what an inflected word may be a form of."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.errors import GlossaryError
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.affixes import bare_forms, canonical, detached_endings
from cpecbot.languages import Language
from fakes.languages import LANGUAGES
from fakes.toy import toy


@pytest.mark.parametrize(
    ("language", "inflected", "bare"),
    [
        ("en", "countries", "country"),
        ("en", "Pakistan's", "Pakistan"),
        ("en", "agreed", "agree"),
        ("ar", "وبالصين", "الصين"),
        ("ar", "اتفاقيتها", "اتفاقية"),
        ("fa", "سال‌ها", "سال"),
        ("fa", "پروژه‌هایی", "پروژه"),
        ("ur", "ملکوں", "ملک"),
        ("ur", "منصوبوں", "منصوبہ"),
        ("zh", "港", "港"),
    ],
)
def test_an_inflected_word_leads_to_its_bare_form(language: str, inflected: str, bare: str) -> None:
    spoken = LANGUAGES[language]
    assert canonical(fold_text(bare), spoken) in set(bare_forms(fold_text(inflected), spoken))


@given(st.text(), st.sampled_from(list(LANGUAGES)))
def test_any_token_is_its_own_first_bare_form(token: str, language: Language) -> None:
    assert next(bare_forms(token, language)) == canonical(token.removesuffix("'s").rstrip("'"), language)


class TestMechanisms:
    """With an invented language."""

    def test_a_language_without_a_file_leaves_words_as_they_are(self, tmp_path: Path) -> None:
        assert list(bare_forms("countries", toy(tmp_path))) == ["countries"]

    def test_endings_give_way_to_what_the_bare_form_has_likeliest_first(self, tmp_path: Path) -> None:
        language = toy(tmp_path, forms='[inflection.endings]\noj = ["o", ""]\n')
        assert list(bare_forms("urboj", language)) == ["urboj", "urbo"]
        assert list(bare_forms("urbetoj", language)) == ["urbetoj", "urbeto", "urbet"]

    def test_a_bare_form_has_four_letters_or_as_many_as_the_file_says(self, tmp_path: Path) -> None:
        forms = '[inflection]\nshortest_before.uk = 2\n[inflection.endings]\nuk = [""]\nim = [""]\n'
        language = toy(tmp_path, forms=forms)
        assert list(bare_forms("abcdim", language)) == ["abcdim", "abcd"]
        assert list(bare_forms("abcim", language)) == ["abcim"]
        assert list(bare_forms("abuk", language)) == ["abuk", "ab"]
        assert list(bare_forms("auk", language)) == ["auk"]

    def test_a_letter_that_is_the_tail_of_a_longer_ending_is_no_ending(self, tmp_path: Path) -> None:
        language = toy(tmp_path, forms='[inflection.endings]\nta = ["u"]\na = [""]\n')
        assert list(bare_forms("lorenta", language)) == ["lorenta", "lorenu"]
        assert list(bare_forms("lorena", language)) == ["lorena", "loren"]

    def test_proclitics_are_conjunctions_prepositions_and_both_together(self, tmp_path: Path) -> None:
        language = toy(tmp_path, forms='[inflection]\nconjunctions = ["wa"]\nprepositions = ["bi", "li"]\n')
        assert set(bare_forms("wabidomo", language)) == {"wabidomo", "bidomo", "domo"}
        assert set(bare_forms("biwadomo", language)) == {"biwadomo", "wadomo"}

    def test_what_follows_a_proclitic_has_two_letters(self, tmp_path: Path) -> None:
        language = toy(tmp_path, forms='[inflection]\nconjunctions = ["wa"]\n')
        assert list(bare_forms("wado", language)) == ["wado", "do"]
        assert list(bare_forms("wad", language)) == ["wad"]

    def test_an_article_is_no_part_of_a_word_of_five_letters(self, tmp_path: Path) -> None:
        language = toy(tmp_path, forms='[inflection]\narticle = "al"\n')
        assert canonical("aldom", language) == "dom"
        assert canonical("aldo", language) == "aldo"

    def test_a_verbal_ending_asks_for_the_lemma_but_of_a_participle_that_is_no_verb(self, tmp_path: Path) -> None:
        forms = '[stem]\nsuffixes = ["anta"]\n[inflection]\nverbal_endings = ["anta"]\nno_verbs = ["duranta"]\n'
        language = toy(tmp_path, forms=forms)
        assert list(bare_forms("parolanta", language)) == ["parolanta", "parol"]
        assert list(bare_forms("duranta", language)) == ["duranta"]

    def test_affixes_may_be_written_in_natural_spelling(self, tmp_path: Path) -> None:
        language = toy(tmp_path, forms='[inflection]\ndetached_endings = ["Ĝi"]\n[inflection.endings]\n"Ŝi" = [""]\n')
        assert detached_endings(language) == {"gi"}
        assert "domo" in set(bare_forms("domosi", language))

    @pytest.mark.parametrize(
        ("forms", "message"),
        [
            ('[stem]\nsuffix = ["a"]', r"forms\.toml, line 2: stem\.suffix: "),
            ('[stem]\n\nshortest = 0', r"forms\.toml, line 3: stem\.shortest: .*\(it is 0\)"),
            ('[inflection]\nconjunctions = [""]', r"line 2: inflection\.conjunctions\.0: "),
            ('[dictionary]\ncode = "qa"', r"line 2: dictionary\.code: .*simplemma has no such dictionary"),
            ('[dictionary]\nspelling = { "ab" = "c" }', r"line 2: dictionary\.spelling\.ab"),
        ],
    )  # fmt: skip
    def test_a_mistake_in_the_file_is_told_with_its_line_and_key(
        self, tmp_path: Path, forms: str, message: str
    ) -> None:
        with pytest.raises(GlossaryError, match=message):
            list(bare_forms("word", toy(tmp_path, forms=forms)))
