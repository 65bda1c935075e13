"""The dictionaries of simplemma, and its rules for words that they do not list."""

from __future__ import annotations

import lzma
from collections.abc import Callable, Mapping

from simplemma import Lemmatizer
from simplemma.strategies import DefaultDictionaryFactory, DefaultStrategy, DictionaryFactory, DictionaryLookupStrategy
from simplemma.strategies.dictionaries.dictionary_factory import DATA_FOLDER

from cpecbot.language.text.inflection.front_coded import FrontCoded

_DECODED = DefaultDictionaryFactory()


class Rules:
    """Those of the language that simplemma calls ``code``, with ``words`` for its dictionary."""

    def __init__(self, code: str, words: Callable[[], Mapping[str, str]]) -> None:
        self._code = code
        dictionaries = _Dictionaries(words)
        self._lemmatizer = Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=dictionaries))
        self._listed = DictionaryLookupStrategy(dictionaries)

    def lemma(self, word: str) -> str:
        return self._lemmatizer.lemmatize(word, self._code)

    def lists(self, word: str) -> bool:
        """Whether the dictionary lists ``word``, its first letter big or small."""
        return self._listed.get_lemma(word, self._code) is not None

    def front_coded(self) -> FrontCoded | None:
        """The dictionary as it stands in its file; None where it is written otherwise than we know."""
        try:
            with lzma.open(DATA_FOLDER / f"{self._code}.plzma") as file:
                return FrontCoded(file.read())
        except (OSError, ValueError):
            return None

    def decoded(self) -> Mapping[str, str]:
        return _DECODED.get_dictionary(self._code)


class _Dictionaries(DictionaryFactory):
    """The one dictionary of a language, under whatever name it is asked for."""

    def __init__(self, words: Callable[[], Mapping[str, str]]) -> None:
        self._words = words

    def get_dictionary(self, lang: str) -> Mapping[str, str]:  # noqa: ARG002 - the signature is simplemma's
        return self._words()
