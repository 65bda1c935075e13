"""The words of a text in Latin letters, and what a language's file says of them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from cpecbot.language.romanised.romanised_file import RomanisedFile
from cpecbot.language.romanised.spellings import Spellings, latin_words
from fakes.languages import AR, EN, FA, UR


def test_words_of_figures_alone_are_none() -> None:
    """And a figure within a word is a part of it."""
    assert [word.text for word in latin_words("3an CPEC-2 fi 2026, ma'a Dar")] == ["3an", "cpec", "fi", "ma'a", "dar"]


def test_capitals_show_a_name_unless_all_words_have_them() -> None:
    assert [word.capital for word in latin_words("kab Kia aaya")] == [False, True, False]
    assert not any(word.capital for word in latin_words("KAB KIA AAYA"))


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("3an", True),  # listed
        ("3asal", True),
        ("se3r", True),
        ("2nd", False),
        ("10km", False),
        ("covid19", False),
        ("h1n1", False),
        ("fakhr", False),
    ],
)
def test_a_figure_among_letters_may_be_a_letter(written: str, known: bool) -> None:
    assert AR.once(Spellings).may_be(written) is known


@pytest.mark.parametrize(
    ("word", "language", "listed"),
    [
        ("kitnay", UR, "کتنے"),
        ("cheghadr", FA, "چقدر"),
        ("3ala", AR, "على"),
        ("ba3da", AR, "بعد"),
        ("kitnay", AR, None),
        ("kab", EN, None),
    ],
)
def test_small_words_are_listed(word: str, language: object, listed: str | None) -> None:
    assert language.once(Spellings).listed(word) == listed  # type: ignore[attr-defined]


def test_a_word_is_also_read_without_what_is_written_onto_it() -> None:
    """At a cost."""
    parts = {(part.before, part.rest): part.costs for part in AR.once(Spellings).parts("al7ari2")}
    assert parts["", "al7ari2"] == 0.0 < parts["ال", "7ari2"]


def test_a_spelling_stands_for_one_word() -> None:
    with pytest.raises(ValidationError, match="'kya' is written twice"):
        RomanisedFile(words={"کیا": "kya kia", "کیوں": "kyun kya"})
