"""Lemmas: a dictionary of simplemma where there is one, then light stemming, each as the language's file says.

Light stemming follows Larkey, Ballesteros and Connell, "Light stemming for Arabic information retrieval" (2007): a
prefix and a suffix are cut off without regard to what kind of word it is. Results are folded.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.dictionaries import Dictionary
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.languages import Language


def lemma(word: str, language: Language) -> str:
    """The folded lemma of a folded or raw ``word``; the word itself where the language has no rules."""
    return language.once(Lemmatizer).lemma(word)


def listed_lemma(word: str, language: Language) -> str:
    """The folded lemma that the dictionary of ``language`` gives ``word``, without stemming; the word without one."""
    return language.once(Lemmatizer).listed_lemma(word)


def has_dictionary(language: Language) -> bool:
    """Whether a dictionary of ``language`` tells its words from others."""
    return language.once(Lemmatizer).has_dictionary


def is_dictionary_word(word: str, language: Language) -> bool:
    """Whether the dictionary of ``language`` lists ``word``; False where there is no dictionary."""
    return language.once(Lemmatizer).knows(word)


def is_listed(word: str, language: Language) -> bool:
    """Whether the dictionary of ``language`` lists ``word`` as it is, with nothing written onto it."""
    return language.once(Lemmatizer).lists(word)


class Lemmatizer:
    """The rules of one language, with a memory of the words that it was asked for."""

    lemma: Callable[[str], str]
    listed_lemma: Callable[[str], str]
    knows: Callable[[str], bool]
    lists: Callable[[str], bool]

    def __init__(self, language: Language) -> None:
        file = language.read(FormsFile)
        self._dictionary = language.once(Dictionary)
        self._proclitics = file.dictionary.proclitics
        self._tense_prefixes = file.dictionary.tense_prefixes
        self._spelling = str.maketrans(file.dictionary.spelling)
        self._shortest = file.stem.shortest
        self._prefixes = tuple(map(fold_text, file.stem.prefixes))
        self._suffixes = tuple(map(fold_text, file.stem.suffixes))
        self.has_dictionary = bool(self._dictionary)
        self._has_rules = bool(self._dictionary or self._prefixes or self._suffixes)
        self.lemma = lru_cache(maxsize=65536)(self._lemma)
        self.listed_lemma = lru_cache(maxsize=65536)(self._listed_lemma)
        self.lists = lru_cache(maxsize=32768)(self._listed)
        self.knows = lru_cache(maxsize=32768)(self._knows)

    def _lemma(self, word: str) -> str:
        if not self._has_rules or not word[:1].isalpha():
            return word
        return self._stripped(self.listed_lemma(word))

    def _listed_lemma(self, word: str) -> str:
        return fold_text(self._looked_up(word) if self.has_dictionary and word[:1].isalpha() else word)

    def _looked_up(self, word: str) -> str:
        return self._dictionary.lemma(self._without_tense(word).translate(self._spelling))

    def _knows(self, word: str) -> bool:
        if not self.has_dictionary or not word[:1].isalpha():
            return False
        return self._listed(word) or any(
            word.startswith(proclitic) and self._listed(word.removeprefix(proclitic)) for proclitic in self._proclitics
        )

    def _listed(self, word: str) -> bool:
        return self._dictionary.lists(word.translate(self._spelling))

    def _without_tense(self, word: str) -> str:
        """The word without the prefix of a tense, where what is left is long enough to be a verb."""
        for prefix, letters in self._tense_prefixes.items():
            verb = word.removeprefix(prefix)
            if verb != word and len(verb) > self._shortest and verb[0] in letters:
                return verb
        return word

    def _stripped(self, word: str) -> str:
        for prefix in self._prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= self._shortest:
                word = word[len(prefix) :]
                break
        for suffix in self._suffixes:
            if word.endswith(suffix) and len(word) - len(suffix) >= self._shortest:
                return word[: -len(suffix)]
        return word
