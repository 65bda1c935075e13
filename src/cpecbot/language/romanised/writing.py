"""A text in Latin letters in the letters of its language: small words by its file, others by how they sound.

English words and names stay what they are: people write "CPEC phase 2 kab start hua".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.language.concepts.concept import ConceptMatch
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.romanised.latin import LatinKnowledge, covering
from cpecbot.language.romanised.native_words import Heard, NativeWords
from cpecbot.language.romanised.spellings import LatinWord, Spellings
from cpecbot.languages import Language
from cpecbot.models import Span

# How much farther in sound two words may be that make a phrase.
_PHRASE = 0.15
_MOST_HEARD = 6


class Written(Struct, frozen=True):
    """``text`` in letters of its own; ``exact`` is the share of its words that are known and sound as they are spelt.

    ``unread`` are words of which nothing is known, as they were typed.
    """

    text: str
    exact: float
    unread: tuple[str, ...]


class _Piece(Struct, frozen=True):
    """What stands for one or more words; ``open`` where the next word is written onto it."""

    span: Span
    native: str
    exact: bool = True
    open: bool = False
    known: bool = True
    listed: bool = False


class _Heard(Struct, frozen=True):
    """A word that was meant, and what is written onto its front; ``sure`` where it is part of a phrase."""

    word: Heard
    before: str
    sure: bool = False


class Writer:
    """Writes one language; ``shown`` gives a folded word as it is written."""

    def __init__(
        self,
        language: Language,
        native: NativeWords,
        latin: LatinKnowledge,
        glossary: Glossary,
        shown: Callable[[str], str],
    ) -> None:
        self._language = language
        self._native = native
        self._latin = latin
        self._glossary = glossary
        self._shown = shown
        self._spellings = language.once(Spellings)

    def write(self, text: str, words: Sequence[LatinWord], *, mixed: bool = True) -> Written:
        """``text``, whose words in Latin letters are ``words``; those of English may be ``mixed`` in."""
        pieces = list(self._pieces(text, words, mixed=mixed))
        unread = tuple(each.span.slice(text) for each in pieces if not each.known)
        heard = [each.exact for each in pieces if not each.listed]
        return Written(self._joined(text, pieces), sum(heard) / len(heard) if heard else 1.0, unread)

    def _joined(self, text: str, pieces: Sequence[_Piece]) -> str:
        parts: list[str] = []
        end, joins = 0, False
        for piece in pieces:
            parts += ["" if joins else self._between(text[end : piece.span.start]), piece.native]
            end, joins = piece.span.end, piece.open or not piece.native
        return "".join((*parts, text[end:].translate(self._spellings.signs))).strip()

    def _between(self, written: str) -> str:
        return written.replace("-", " ").translate(self._spellings.signs)

    def _pieces(self, text: str, words: Sequence[LatinWord], *, mixed: bool) -> Iterator[_Piece]:
        named = list(self._latin.named(text))
        heard = self._in_phrases(words, [self._heard(word) for word in words])
        end = 0
        for place, word in enumerate(words):
            if word.span.start >= end:
                around = list(covering(word.span, named))
                piece = self._phrase(text, word, around) or self._small_word(words, place)
                piece = (
                    piece
                    or self._of_the_field(text, around, heard[place])
                    or self._word(text, word, heard[place], mixed=mixed)
                )
                end = piece.span.end
                yield piece

    def _phrase(self, text: str, word: LatinWord, around: Sequence[tuple[ConceptMatch, bool]]) -> _Piece | None:
        """A concept of several words that begins with ``word``."""
        found = (match for match, _ in around if len(match.span) > len(word.span))
        match = next(found, None)
        return self._concept(text, match) if match and match.span.start == word.span.start else None

    def _small_word(self, words: Sequence[LatinWord], place: int) -> _Piece | None:
        """What the file says of the word at ``place``."""
        word, last = words[place], place == len(words) - 1
        listed = self._spellings.listed(word.text)
        if listed is not None:
            return _Piece(word.span, listed, listed=True)
        if word.text in self._spellings.between and place > 0 and not last:
            return _Piece(word.span, "", listed=True)
        if word.text in self._spellings.starts and not last:
            return _Piece(word.span, self._spellings.starts[word.text], open=True, listed=True)
        return None

    def _of_the_field(
        self, text: str, around: Sequence[tuple[ConceptMatch, bool]], heard: _Heard | None
    ) -> _Piece | None:
        """A word that English has for a concept of the field, unless one of the articles, or of a phrase, sounds so."""
        for match, is_name in around:
            if is_name or heard is None or not (heard.word.written or heard.sure):
                return self._concept(text, match)
        return None

    def _concept(self, text: str, match: ConceptMatch) -> _Piece:
        """Its form in the language; abbreviations are the same in every one."""
        known = self._glossary.concepts[match.concept].forms.get(self._language)
        if any(map(str.isupper, match.span.slice(text).split())):
            known = None
        return _Piece(match.span, known[0].removeprefix("=") if known else match.span.slice(text))

    def _word(self, text: str, word: LatinWord, heard: _Heard | None, *, mixed: bool) -> _Piece:
        english = mixed and self._latin.knows(word.text)
        if heard is None or (english and not (heard.word.written or heard.sure)):
            return _Piece(word.span, word.span.slice(text), exact=False, known=english)
        native = self._shown(heard.word.word)
        written = native if native.startswith(heard.before) else heard.before + native
        return _Piece(word.span, written, heard.word.exact)

    def _heard(self, word: LatinWord) -> Sequence[_Heard]:
        """The words that ``word`` sounds like, the likeliest first; none for what the file lists."""
        if self._spellings.listed(word.text) is not None or word.text in self._spellings.between:
            return ()
        found = [
            _Heard(replace(heard, cost=heard.cost + part.costs), part.before)
            for part in self._spellings.parts(word.text)
            for heard in self._native.like(part.rest)
        ]
        return sorted(found, key=lambda each: each.word.apart)[:_MOST_HEARD]

    def _in_phrases(self, words: Sequence[LatinWord], heard: Sequence[Sequence[_Heard]]) -> list[_Heard | None]:
        """The likeliest of each word; two that make a phrase are likelier than two that make none."""
        best = [each[0] if each else None for each in heard]
        said = [place for place, word in enumerate(words) if word.text not in self._spellings.between]
        for one, other in pairwise(said):
            pairs = [
                (first, second)
                for first in heard[one]
                for second in heard[other]
                if self._native.are_together(first.word.word, second.word.word)
            ]
            first, second = min(pairs, key=lambda pair: sum(each.word.apart for each in pair), default=(None, None))
            if first and second and first.word.apart + second.word.apart <= _PHRASE + _apart(best[one], best[other]):
                best[one], best[other] = replace(first, sure=True), replace(second, sure=True)
        return best


def _apart(*heard: _Heard | None) -> float:
    return sum(each.word.apart for each in heard if each)
