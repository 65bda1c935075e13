"""Folding letters that differ only in how they are written, on a copy with an offset map.

Sources: Unicode NFKD decomposition (UAX #15) and case folding (Unicode 16, 3.13) one code point at a time; the
Arabic-script table unites letters that Arabic, Persian and Urdu keyboards write apart (ي/ى/ی, ك/ک, ه/ہ/ھ/ة …), drops
tatweel, vowel marks and zero-width characters, and turns every decimal digit into ASCII.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from functools import lru_cache

from msgspec import Struct

from cpecbot.models import Span

_ARABIC = {
    "آ": "ا", "أ": "ا", "إ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ئ": "ي", "ۓ": "ي",
    "ة": "ه", "ۀ": "ه", "ہ": "ه", "ۂ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ه",
    "ک": "ك", "ڪ": "ك", "ؤ": "و", "ۆ": "و", "ں": "ن", "ء": "",
    "ـ": "", "٫": ".", "٬": ",", "،": ",", "؛": ";", "؟": "?", "۔": ".",
}  # fmt: skip
_LETTERS = {ord(form): letter for form, letter in _ARABIC.items() if form.isalpha() and letter}
_QUOTES = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_TABLE = _ARABIC | _QUOTES | _DASHES
_STROKE = "\u2044"
REMEMBERED = 1000
"""The longest text, in code points, of which what was made is kept for those who ask for it next."""


class Folded(Struct, frozen=True):
    """A folded copy: ``offsets[i]`` is the code point of the original that folded character ``i`` came from.

    ``offsets`` has one more item than ``text``: the length of the original.
    """

    text: str
    offsets: tuple[int, ...]

    def original(self, span: Span) -> Span:
        """Map a span of the folded text back to whole characters, with the marks that folding dropped behind them."""
        start = self.offsets[span.start]
        if span.start >= span.end:
            return Span(start, start)
        return Span(start, max(self.offsets[span.end], self.offsets[span.end - 1] + 1))

    def folded(self, span: Span) -> Span:
        """Map a span of the original to the folded text."""
        return Span(bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end))


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if character in _TABLE:
        return _TABLE[character]
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf"}:
        return ""
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category in {"Zs", "Zl", "Zp"}:
        return " "
    decomposed = unicodedata.normalize("NFKD", character)
    if decomposed == character:
        return character.casefold()
    folded = "".join(_fold_character(part) for part in decomposed).casefold()
    return f" {folded}" if _STROKE in folded else folded  # 2½ is not 21/2


class _Translation(dict[int, str]):
    """The table of ``str.translate``, filled as characters are met: ten times faster than a loop."""

    def __missing__(self, code_point: int) -> str:
        folded = self[code_point] = _fold_character(chr(code_point))
        return folded


class _Pieces(dict[str, str]):
    """What each character folds to, filled as characters are met."""

    def __missing__(self, character: str) -> str:
        folded = self[character] = _fold_character(character)
        return folded


_TRANSLATION = _Translation()
_PIECES = _Pieces()


def fold(text: str) -> Folded:
    """Fold ``text``; never fails, whatever the code points."""
    return _remembered(text) if len(text) <= REMEMBERED else _fold(text)


def _fold(text: str) -> Folded:
    pieces = list(map(_PIECES.__getitem__, text))
    lengths = list(map(len, pieces))
    if lengths.count(1) == len(lengths):
        return Folded("".join(pieces), tuple(range(len(text) + 1)))
    offsets = [index for index, length in enumerate(lengths) for _ in range(length)]
    return Folded("".join(pieces), (*offsets, len(text)))


# A question, or a sentence, is read by many readers one after another, each of which folds it.
_remembered = lru_cache(maxsize=128)(_fold)


def unite_letters(text: str) -> str:
    """``text`` with one form of each letter of the Arabic-script table; as long as before."""
    return text.translate(_LETTERS)


def fold_text(text: str) -> str:
    """The folded text alone, for comparing."""
    return text.translate(_TRANSLATION)
