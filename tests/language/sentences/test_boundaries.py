"""Where sentences end, as the file of an invented language says."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpecbot.errors import GlossaryError
from cpecbot.language.sentences.boundaries import sentence_spans
from cpecbot.languages import Language
from fakes.toy import LATIN, toy


def cut(text: str, language: Language) -> list[str]:
    return [span.slice(text).strip() for span in sentence_spans(text, language)]


def test_a_language_without_a_file_ends_its_sentences_as_english_does(tmp_path: Path) -> None:
    assert cut("Dr. Khan met Wang. They left.", toy(tmp_path)) == ["Dr. Khan met Wang.", "They left."]


def test_the_library_may_know_the_language_by_another_code(tmp_path: Path) -> None:
    text = "Wir trafen uns z.B. gestern. Danach gingen wir."
    assert cut(text, toy(tmp_path, sentences='splitter = "de"'))[0] == "Wir trafen uns z.B. gestern."


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ili iris… Kaj ili revenis.", ["Ili iris…", "Kaj ili revenis."]),
        ("En la U.N. Kaj ili revenis.", ["En la U.N.", "Kaj ili revenis."]),
        ("Ili iris… Kajero kuŝis tie.", ["Ili iris… Kajero kuŝis tie."]),
        ("Ili iris 5… Kaj tiel plu.", ["Ili iris 5… Kaj tiel plu."]),
        ("Ili iris… Ĝ estas litero.", ["Ili iris…", "Ĝ estas litero."]),
        ("Ili iris… Ĝ Estas.", ["Ili iris… Ĝ Estas."]),
    ],
)
def test_a_word_that_opens_sentences_ends_the_one_before(tmp_path: Path, text: str, sentences: list[str]) -> None:
    """After a small letter or an abbreviation; one of a single letter before a small word only."""
    assert cut(text, toy(tmp_path, sentences='starters = "Kaj Ĝ"')) == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("La prez. Khan venis. Ili iris.", ["La prez. Khan venis.", "Ili iris."]),
        ("Prez. Khan venis.", ["Prez.", "Khan venis."]),
        ("La exprez. Khan venis.", ["La exprez.", "Khan venis."]),
        ("La a.k. Khan venis kaj (t.n. Khan) iris.", ["La a.k. Khan venis kaj (t.n. Khan) iris."]),
        ("La prez۔ Khan venis.", ["La prez۔ Khan venis."]),
        ("La prez! Khan venis.", ["La prez!", "Khan venis."]),
    ],
)
def test_the_stop_of_an_abbreviation_ends_no_sentence(tmp_path: Path, text: str, sentences: list[str]) -> None:
    """It is a whole word, written as the file writes it."""
    assert cut(text, toy(tmp_path, sentences='abbreviations = "prez a.k"')) == sentences


def test_an_abbreviation_before_a_word_that_opens_sentences_may_end_one(tmp_path: Path) -> None:
    file = 'abbreviations = "prez"\nstarters = "Kaj"'
    assert cut("Jen la prez. Kaj ili iris.", toy(tmp_path, sentences=file)) == ["Jen la prez.", "Kaj ili iris."]


def test_a_dash_ends_a_sentence_only_after_a_verb_that_ends_sentences(tmp_path: Path) -> None:
    language = toy(tmp_path, sentences='final_verbs = "estas"\nfinal_dashes = ["-"]')
    assert cut("Ĝi granda estas - Ĝi bela - kaj nova.", language) == ["Ĝi granda estas -", "Ĝi bela - kaj nova."]


def test_a_verb_that_ends_sentences_is_no_abbreviation(tmp_path: Path) -> None:
    text = "Ĝi nova as۔Jes۔"
    assert cut(text, toy(tmp_path, sentences='splitter = "ur"\nfinal_verbs = "as"')) == ["Ĝi nova as۔", "Jes۔"]
    assert cut(text, toy(tmp_path, sentences='splitter = "ur"')) == [text]


def test_who_said_it_may_follow_a_quotation_with_a_stop_of_its_own(tmp_path: Path) -> None:
    profile = LATIN.replace("latin", "han") + "spaced = false\n"
    text = "“中方支持。”王毅曰。双方签署了文件。"
    language = toy(tmp_path, profile=profile, sentences='splitter = "zh"\nsaid = "曰"')
    assert cut(text, language) == ["“中方支持。”王毅曰。", "双方签署了文件。"]


def test_initials_and_capitals_are_those_of_any_script(tmp_path: Path) -> None:
    language = toy(tmp_path, profile=LATIN.replace("latin", "cyrillic"))
    assert cut("Приехал А. С. Пушкин. Он поэт.", language) == ["Приехал А. С. Пушкин.", "Он поэт."]


@pytest.mark.parametrize(
    ("sentences", "message"),
    [
        ("starter = 'A'", r"sentences\.toml, line 1: starter: "),
        ("[headings]\nverb_forms = ['(']", r"line 2: headings\.verb_forms\.0: .*not a regular expression"),
        ("[headings]\nverb_forms = [1]", r"line 2: headings\.verb_forms\.0: .*should be a regular expression"),
        ("[statements]\nlong = 0", r"line 2: statements\.long: "),
        ("[clauses]\n\njoints = ['']", r"line 3: clauses\.joints\.0: "),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_line_and_key(tmp_path: Path, sentences: str, message: str) -> None:
    with pytest.raises(GlossaryError, match=message):
        sentence_spans("Text.", toy(tmp_path, sentences=sentences))
