"""What one language lends to the texts of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpecbot.language.values.words.vocabulary import vocabulary
from cpecbot.languages import Languages, load_languages
from fakes.values import number_at_start, shown

OWN = """
[cardinals.words]
1 = "un"
7 = "sep"
20 = "vin"
[figures]
decimal_marks = ";"
[bounds]
low_before = "over"
"""
LENT = """
conjunction = "w"
[cardinals.words]
7 = "seven"
8 = "sep"
20 = "twenty"
[cardinals.scales]
1000 = "thousand"
[figures]
decimal_marks = "/"
[bounds]
high_before = "over the top of"
"""


@pytest.fixture
def languages(tmp_path: Path) -> Languages:
    """``aa`` reads texts, ``zz`` lends to it."""
    for code, numbers, more in (("aa", OWN, "fallback = true"), ("zz", LENT, 'lends = ["values"]')):
        (tmp_path / code).mkdir()
        (tmp_path / code / "language.toml").write_text(f'script = "latin"\nlocale = "eo"\n{more}\n', "utf-8")
        (tmp_path / code / "numbers.toml").write_text(numbers, "utf-8")
    return load_languages(tmp_path)


def test_words_are_lent_and_of_equal_ones_the_languages_own_counts(languages: Languages) -> None:
    assert number_at_start("seven", languages["aa"]) == (7, "")
    assert number_at_start("sep", languages["aa"]) == (7, "")
    assert number_at_start("sep", languages["zz"]) == (8, "")
    assert number_at_start("un", languages["zz"]) is None


def test_the_longest_phrase_counts_whoever_lends_it(languages: Languages) -> None:
    assert shown("over the top of 7", languages["aa"]) == "number <=7"
    assert shown("over 7", languages["aa"]) == "number >=7"


def test_words_keep_the_ways_of_their_language(languages: Languages) -> None:
    assert number_at_start("vin sep", languages["aa"]) == (27, "")
    assert number_at_start("vin seven", languages["aa"]) == (20, "seven")
    assert number_at_start("vin wseven", languages["aa"]) == (27, "")


def test_switches_are_not_lent(languages: Languages) -> None:
    assert number_at_start("7;5 thousand", languages["aa"]) == (7500, "")
    assert number_at_start("7/5 thousand", languages["aa"]) == (7, "/ 5 thousand")


def test_the_tables_of_a_language_are_made_once(languages: Languages) -> None:
    assert vocabulary(languages["aa"]) is vocabulary(languages["aa"])
