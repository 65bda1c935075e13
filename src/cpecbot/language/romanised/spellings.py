"""The words of a text in Latin letters, and what the file of a language says of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.language.romanised.romanised_file import RomanisedFile
from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.scripts import Script

# Figures and apostrophes stand for letters in a chat.
_WORD = expression(rf"[{Script.LATIN.letters}0-9'’‘`ʿʾʼ]+")
_DOUBLED = expression(r"([b-df-hj-np-tv-z])\1+")
# A figure among letters, one of them a vowel: "se3r", "3adad", not "2nd" nor "10km".
_FIGURED = expression(r"(?=.{4})(?=.*\d)(?=.*[aeiou])(?:\d?[a-z']+)+")
# Of so many letters on, a spelling is seldom that of another word by chance.
_SHORTEST = 3
# What was cut off may be a part of the word, at its front more often than at its end: so much less likely it is, in the
# measure in which sounds are compared.
_START = 0.08
_ENDING = 0.04


class LatinWord(Struct, frozen=True):
    """A folded word and where it stands; ``capital`` where it begins with one, though not all words do."""

    text: str
    span: Span
    capital: bool


def latin_words(text: str) -> tuple[LatinWord, ...]:
    """The words of ``text`` in Latin letters, those of figures alone left out."""
    found = [match for match in _WORD.finditer(text) if any(map(str.isalpha, match[0]))]
    shown = not all(match[0][0].isupper() for match in found)
    return tuple(
        LatinWord(fold_text(match[0]).strip("'") or "'", Span(*match.span()), shown and match[0][0].isupper())
        for match in found
    )


class Part(NamedTuple):
    """What is left of a word, what the language writes ``before`` it, and what cutting it ``costs``."""

    before: str
    rest: str
    costs: float


class Spellings:
    """What ``romanised.toml`` of one language lists, folded."""

    def __init__(self, language: Language) -> None:
        file = language.read(RomanisedFile)
        self.words = {
            fold_text(spelling): native for native, spellings in file.words.items() for spelling in spellings.split()
        }
        self.between = frozenset(file.between.split())
        self.signs = {ord(sign): own for sign, own in file.signs.items()}
        self.starts = file.starts
        self._shared = frozenset(fold_text(file.shared).split())
        self._endings = file.endings
        self._forms = file.forms
        self._figures = frozenset(file.figures.split())

    def is_telling(self, spelling: str) -> bool:
        """Whether a listed ``spelling``, or one with a figure for a letter, is seldom anything else."""
        return len(spelling) >= _SHORTEST and spelling not in self._shared and spelling not in self.starts

    def may_be(self, word: str) -> bool:
        """Whether ``word`` is listed, or has a figure for a letter."""
        return word in self.words or word in self.starts or (not word.isalpha() and self._has_figure(word))

    def _has_figure(self, word: str) -> bool:
        return bool(_FIGURED.fullmatch(word)) and self._figures.issuperset(each for each in word if each.isdigit())

    def listed(self, word: str) -> str | None:
        """The word that the file lists ``word`` as a spelling of."""
        return self.words.get(word)

    def forms(self, word: str) -> Iterator[str]:
        """Other forms of a ``word`` in the language's own letters."""
        for ending, others in self._forms.items():
            if word.endswith(ending) and len(word) > len(ending) + 1:
                yield from (word.removesuffix(ending) + other for other in others)

    def parts(self, word: str) -> Iterator[Part]:
        """``word`` as it stands, and without what may be written onto it; no consonant of it twice."""
        plain = _DOUBLED.sub(r"\1", word)
        yield Part("", plain, 0.0)
        for start, native in self.starts.items():
            rest = plain.removeprefix(start)
            if rest != plain and len(rest) >= _SHORTEST:
                yield Part(native, rest, _START)
        for ending, others in self._endings.items():
            rest = plain.removesuffix(ending)
            if rest != plain and len(rest) >= _SHORTEST:
                yield from (Part("", rest + other, _ENDING) for other in others)
