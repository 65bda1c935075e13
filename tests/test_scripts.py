"""Scripts: facts of Unicode that every language of a script shares."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.errors import GlossaryError
from cpecbot.scripts import CAPITALS, VOWEL_SIGNS, Script
from fakes.toy import toy


@pytest.mark.parametrize(
    ("script", "word"),
    [
        (Script.LATIN, "Straße"),
        (Script.ARABIC, "گفت‌وگو".replace("\u200c", "")),
        (Script.HAN, "瓜达尔"),
        (Script.CYRILLIC, "Пакистан"),
        (Script.GREEK, "Κίνα"),
        (Script.HEBREW, "סין"),
        (Script.DEVANAGARI, "हिन्दी"),
        (Script.BENGALI, "চীন"),
        (Script.GURMUKHI, "ਚੀਨ"),
        (Script.TAMIL, "சீனா"),
        (Script.THAI, "จีน"),
        (Script.HANGUL, "중국"),
    ],
)
def test_a_word_belongs_to_its_script_and_to_no_other(script: Script, word: str) -> None:
    assert [each for each in Script if re.fullmatch(f"[{each.letters}]+", word)] == [script]


@given(st.characters())
def test_no_letter_belongs_to_two_scripts(letter: str) -> None:
    assert sum(re.fullmatch(f"[{script.letters}]", letter) is not None for script in Script) <= 1


def test_capitals_and_vowel_signs_can_stand_in_a_character_class() -> None:
    assert re.fullmatch(f"[{CAPITALS}]+", "AÉЖΩ")
    assert not re.search(f"[{CAPITALS}]", "aéжω中ب")
    assert re.fullmatch(f"[{VOWEL_SIGNS}]+", "\u093f\u0940")


def test_a_script_that_is_none_is_told_with_file_line_and_key(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"language\.toml, line 2: script: .*'latin', 'arabic'"):
        toy(tmp_path, profile='locale = "eo"\nscript = "klingon"\n')
