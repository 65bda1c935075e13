"""Scripts: which letters belong to one, whatever language is written in it (Unicode's Blocks.txt)."""

from __future__ import annotations

from enum import StrEnum
from unicodedata import category


class Script(StrEnum):
    """A script that a language may be written in."""

    LATIN = "latin"
    ARABIC = "arabic"
    HAN = "han"
    CYRILLIC = "cyrillic"
    GREEK = "greek"
    HEBREW = "hebrew"
    DEVANAGARI = "devanagari"
    BENGALI = "bengali"
    GURMUKHI = "gurmukhi"
    TAMIL = "tamil"
    THAI = "thai"
    HANGUL = "hangul"

    @property
    def letters(self) -> str:
        """Its letters and the marks on them, to stand between the brackets of a regular expression."""
        return _LETTERS[self]


_LETTERS = {
    Script.LATIN: "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
    Script.ARABIC: "\u0620-\u065f\u066e-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc",
    Script.HAN: "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f",
    Script.CYRILLIC: "\u0400-\u052f\u1c80-\u1c8f\ua640-\ua69f",
    Script.GREEK: "\u0370-\u03ff\u1f00-\u1fff",
    Script.HEBREW: "\u0591-\u05f4\ufb1d-\ufb4f",
    Script.DEVANAGARI: "\u0900-\u0963\u0971-\u097f",
    Script.BENGALI: "\u0980-\u09e3\u09f0-\u09f1",
    Script.GURMUKHI: "\u0a00-\u0a63\u0a70-\u0a75",
    Script.TAMIL: "\u0b80-\u0be3",
    Script.THAI: "\u0e01-\u0e4e",
    Script.HANGUL: "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3",
}

HAN = Script.HAN.letters

# The capitals of the scripts that have them.
CAPITALS = "".join(filter(str.isupper, map(chr, range(0x0590))))

# The vowel signs of India are no letters to ``re``, which would cut a word at each of them.
VOWEL_SIGNS = "".join(sign for sign in map(chr, range(0x0900, 0x0E00)) if category(sign) == "Mc")


def run_of(letters: str) -> str:
    """A regular expression for a word of ``letters``, which is one for a single letter, and of the signs on them."""
    return rf"{letters}+(?:[{VOWEL_SIGNS}]+{letters}*)*"
