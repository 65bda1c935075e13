"""Languages of one script, and what the words of a text say for each of them.

Every word is a small witness: by a letter that one language has alone or never writes, by being one of its small
words, by how it begins or ends. Where these leave languages equal, its letters decide: each is as likely as it is
frequent in the language's own list of words (naive Bayes over single letters).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.patterns import either
from cpecbot.language.text.words import WordsFile, function_words
from cpecbot.languages import Language, Languages
from cpecbot.scripts import Script

_TATWEEL = "ـ"
# As many letters stand beside an affix that tells: an article alone, or before a single letter, may be a word itself.
_HOST = ".."
_HALF = 0.5
# In so few words a letter that a language never writes is one vote more against it: no grammar can outweigh it.
_SHORT = 3
# Against a language that the word would be in only if it was typed on a keyboard for another.
_FOREIGN = 0.5
# What a natural logarithm of how likely the letters are is worth in votes: all of a word's less than one vote.
_LETTERS = 0.1
# Fewer words are no sample of how often a language writes a letter.
_SMALLEST_SAMPLE = 100
# Of a language that lists no words every fourth is taken for a small one, in texts of so many words.
_UNLISTED = 0.25
_ENOUGH = 8
# Languages within one vote of the likeliest are as likely; within so much of it that of the chat is.
_OPEN = 1.0
_CHAT = 0.3
# A small word alone, which several have, is in the language of the conversation: «کی؟» asks when in Persian.
_ALONE = 2.0


class Guess(Struct, frozen=True):
    """Which language a text is in, as far as its letters and small words tell.

    ``language`` is the likeliest. ``open`` begins with it; others follow that are as likely but for one small word.
    ``possible`` are those that no letter of the text speaks against, the likeliest first; where there are none, that is
    ``language``.
    """

    language: Language
    open: tuple[Language, ...]
    possible: tuple[Language, ...]

    @property
    def likeliest_first(self) -> tuple[Language, ...]:
        """All that come into question."""
        return tuple(dict.fromkeys((*self.open, *self.possible)))


def certain(language: Language) -> Guess:
    """Where no other language comes into question."""
    return Guess(language, (language,), (language,))


class Siblings:
    """The languages of one script, and how to tell them apart."""

    def __init__(self, languages: Languages, script: Script) -> None:
        self._witnesses = tuple(map(Witness, languages.of_script(script)))
        samples = {witness.language: witness.sample for witness in self._witnesses}
        enough = {language: sample for language, sample in samples.items() if len(sample) >= _SMALLEST_SAMPLE}
        self._letters = _logarithms(enough)
        self._unlisted = {language for language, sample in samples.items() if not sample}
        self._hear = lru_cache(maxsize=65536)(self._heard)

    def guess(self, words: Iterable[str], fallback: Language | None) -> Guess:
        """The likeliest one of a text of these ``words``; ``fallback`` where it is about as likely as that."""
        if len(self._witnesses) == 1:
            return certain(self._witnesses[0].language)
        words = tuple(dict.fromkeys(words))
        heard = [self._hear(word) for word in words]
        said = {witness.language: [each[at] for each in heard] for at, witness in enumerate(self._witnesses)}
        against = {language for language, each in said.items() if any(testimony.against for testimony in each)}
        scores = {language: sum(testimony.votes for testimony in each) for language, each in said.items()}
        for language in scores:
            scores[language] += self._beside(language, len(heard), language in against)
        if fallback and fallback in scores:
            alone = len(heard) == 1 and function_words(fallback).issuperset(map(fold_text, words))
            scores[fallback] += _ALONE if alone else _CHAT
        return _guess(scores, against)

    def _beside(self, language: Language, words: int, against: bool) -> float:
        """Votes for ``language`` beside those of the single words, of which there are so many."""
        unlisted = language in self._unlisted and words >= _ENOUGH
        return _UNLISTED * words * unlisted - (against and words <= _SHORT)

    def _heard(self, word: str) -> tuple[Testimony, ...]:
        """What ``word`` says for each of the languages; one that is no sample of its letters loses nothing by them."""
        word = plain(word)
        said = [witness.hear(word) for witness in self._witnesses]
        likely = [self._likelihood(witness, word) for witness in self._witnesses]
        best = max((each for each in likely if each is not None), default=0.0)
        letters = (best if each is None else each for each in likely)
        return tuple(
            each._replace(votes=each.votes + _LETTERS * more) for each, more in zip(said, letters, strict=True)
        )

    def _likelihood(self, witness: Witness, word: str) -> float | None:
        """The logarithm of how likely the letters of ``word`` are, where that is known."""
        letters = self._letters.get(witness.language)
        if letters is None:
            return None
        rarest = min(letters.values())
        return sum(letters.get(letter, rarest) for letter in witness.as_typed(word))


def _guess(scores: Mapping[Language, float], against: Collection[Language]) -> Guess:
    """What votes say; letters are ``against`` some of the languages."""
    ranked = sorted(scores, key=lambda language: -scores[language])
    possible = [language for language in ranked if language not in against]
    near = [language for language in possible if scores[ranked[0]] - scores[language] < _OPEN]
    return Guess(ranked[0], tuple(dict.fromkeys((ranked[0], *near))), tuple(possible) or (ranked[0],))


class Testimony(NamedTuple):
    """What a word says for a language; ``against`` is whether it holds a letter that the language never writes."""

    votes: float
    against: bool


class Witness:
    """What tells a language from its siblings; see ``Identification``."""

    def __init__(self, language: Language) -> None:
        file = language.read(WordsFile)
        told = file.identification
        self.language = language
        self._typed = str.maketrans(told.typed)
        self._own = frozenset(told.own_letters.casefold())
        self._never = frozenset(told.never_letters.casefold())
        self._starts = _any_of(f"^{re.escape(prefix)}{_HOST}" for prefix in told.prefixes)
        ends = (f"{_HOST}{re.escape(suffix)}$" for suffix in told.suffixes)
        self._looks = _any_of((*map(re.escape, told.letters), *ends))
        self._small, self._light, self._telling = map(_listed, (file.function, file.light, told.words))
        self.sample = self._small | self._light | self._telling

    def as_typed(self, word: str) -> str:
        """The word with the letters of this language for those that another keyboard gives in their place."""
        return word.translate(self._typed)

    def hear(self, word: str) -> Testimony:
        """What ``word`` (see ``plain``) says for the language."""
        typed = self.as_typed(word)
        votes = (not self._own.isdisjoint(word)) - (not self._never.isdisjoint(typed)) + self._votes(word)
        if typed != word:
            votes = max(votes, min(self._votes(typed), 1.0)) - _FOREIGN
        return Testimony(votes, not self._never.isdisjoint(word))

    def _votes(self, word: str) -> float:
        if word in self._small or word in self._telling:
            return (word in self._small) + (word in self._telling)
        if self._starts.search(word):
            return 1.0
        return _HALF * (word in self._light or self._looks.search(word) is not None)


def plain(word: str) -> str:
    """A word without case, vowel marks and tatweel, but in its own letters, unlike ``folding``."""
    composed = unicodedata.normalize("NFKC", word).casefold()
    return "".join(each for each in composed if unicodedata.category(each) != "Mn" and each != _TATWEEL)


def _listed(words: str) -> frozenset[str]:
    return frozenset(map(plain, words.split()))


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(either(patterns), re.IGNORECASE)


def _logarithms(samples: Mapping[Language, Collection[str]]) -> dict[Language, dict[str, float]]:
    """How likely each letter is in a language, by its frequency in the words of its file (with one more of each)."""
    counts = {language: Counter("".join(words)) for language, words in samples.items()}
    alphabet = set().union(*counts.values())
    return {
        language: {letter: math.log((each[letter] + 1) / (each.total() + len(alphabet))) for letter in alphabet}
        for language, each in counts.items()
    }
