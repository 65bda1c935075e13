"""Questions typed in Latin letters in a language that has its own, read with the words of the articles at hand."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import cached_property, partial

from msgspec import Struct

from cpecbot.answering.reading.understanding import Understanding
from cpecbot.language.analysis import concept_key, lemma_key
from cpecbot.language.romanised.latin import LatinKnowledge
from cpecbot.language.romanised.listed_words import ListedWords
from cpecbot.language.romanised.native_words import NativeWords
from cpecbot.language.romanised.recognising import Recogniser
from cpecbot.language.romanised.sounds import WordSounds
from cpecbot.language.romanised.spellings import latin_words
from cpecbot.language.romanised.writing import Writer
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.identify import identify
from cpecbot.language.text.inflection.affixes import Inflections
from cpecbot.languages import Language
from cpecbot.scripts import Script
from cpecbot.store.store import Store

# What is longer is no question in a chat.
_MOST_WORDS = 60


class Romanised(Struct, frozen=True):
    """A question in its own letters."""

    text: str
    language: Language


class RomanisedReader:
    """Reads them; what it needs it makes ready at the first of them."""

    def __init__(self, store: Store, understanding: Understanding) -> None:
        self._store = store
        self._analyzer = understanding.analyzer
        self._languages = self._analyzer.languages
        self._writers: dict[Language, Writer] = {}

    def read(self, text: str, likeliest: Language | None = None) -> Romanised | None:
        """``text`` in the letters of its language, of several the ``likeliest``; None where it is in those already."""
        words = latin_words(text)[:_MOST_WORDS]
        found = self._recogniser.recognise(text, words, likeliest) if words else None
        if found is None or identify(text, self._languages).profile.script is not Script.LATIN:
            return None
        written = self._writer(found.language).write(text, words, mixed=found.mixed)
        if written.exact < found.share or 2 * len(written.unread) >= len(words):
            return None
        return Romanised(written.text, found.language)

    @cached_property
    def _recogniser(self) -> Recogniser:
        return Recogniser(self._languages, self._latin)

    @cached_property
    def _latin(self) -> LatinKnowledge:
        return LatinKnowledge(self._languages, self._analyzer.glossary, self._store.words)

    def _writer(self, language: Language) -> Writer:
        if language not in self._writers:
            listed = ListedWords(language, self._analyzer.glossary, self._is_told)
            words = listed.words | dict.fromkeys(self._written(language, listed.words), 0.0)
            native = NativeWords(language.once(WordSounds), words, listed.together)
            shown = partial(self._shown, listed.shown, language)
            self._writers[language] = Writer(language, native, self._latin, self._analyzer.glossary, shown)
        return self._writers[language]

    def _written(self, language: Language, listed: Container[str]) -> Iterator[str]:
        """The folded words of the articles, and what is left of them without what is written onto their front.

        A single letter there is more likely their own, unless what is left is ``listed``.
        """
        inflections = language.once(Inflections)
        for word in filter(str.isalpha, self._store.words([language])):
            for host in inflections.without_proclitics(word):
                if len(word) - len(host) != 1 or host in listed:
                    yield host

    def _is_told(self, concept: str) -> bool:
        return self._store.frequency([concept_key(concept)]) > 0

    def _shown(self, listed: Mapping[str, str], language: Language, word: str) -> str:
        """The folded ``word`` as an article has it, or as it is ``listed``."""
        for entry in self._store.holding([lemma_key(word, language)], self._store.sources, 1):
            for token in entry.analysis.tokens:
                written = token.span.slice(entry.sentence.reading)[-len(word) :]
                if token.text.endswith(word) and fold_text(written) == word:
                    return written
        return listed.get(word, word)
