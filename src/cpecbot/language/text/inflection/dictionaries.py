"""What the dictionary of a language says of its words, and the rules of simplemma of those that it does not list."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.language.text.inflection.front_coded import FrontCoded
from cpecbot.languages import Language

if TYPE_CHECKING:
    from cpecbot.language.text.inflection.rules import Rules

M = TypeVar("M")

# So many look-ups take as long as decoding all words.
_FEW = 10_000
# So many words that are not listed are remembered, as many as simplemma remembers.
_REMEMBERED = 65_536


class Dictionary:
    """The words of one language, read where the first is looked up, and decoded once so much is asked that this pays.

    The rules are loaded where a word is not listed as it is written, and what they say of it is remembered.
    """

    def __init__(self, language: Language) -> None:
        self._code = language.read(FormsFile).dictionary.code
        self._written: FrontCoded | None = None
        self._asked = 0
        self._lemmas: dict[str, str] = {}
        self._known: dict[str, bool] = {}
        self._rules: Rules | None = None

    def __getstate__(self) -> dict[str, object]:
        return {**vars(self), "_asked": 0, "_rules": None}

    def __bool__(self) -> bool:
        """Whether there is one, which tells words of the language from others."""
        return bool(self._code)

    def lemma(self, word: str) -> str:
        """What the dictionary, or the rules behind it, give as the lemma of ``word``."""
        word = unicodedata.normalize("NFC", word)
        listed = None if word.isnumeric() else self.words().get(word)
        if listed is not None:
            return listed
        found = self._lemmas.get(word)
        return found if found is not None else _remembered(self._lemmas, word, self._behind().lemma(word))

    def lists(self, word: str) -> bool:
        """Whether it lists ``word``, its first letter big or small."""
        word = unicodedata.normalize("NFC", word)
        if word in self.words():
            return True
        found = self._known.get(word)
        return found if found is not None else _remembered(self._known, word, self._behind().lists(word))

    def words(self) -> Mapping[str, str]:
        """The lemma of each word that it lists."""
        self._asked += 1
        if self._asked > _FEW:
            return self._behind().decoded()
        if self._written is None:
            self._written = self._behind().front_coded()
        return self._written if self._written is not None else self._behind().decoded()

    def _behind(self) -> Rules:
        if self._rules is None:
            from cpecbot.language.text.inflection.rules import Rules  # noqa: PLC0415 - simplemma takes 45 ms

            self._rules = Rules(self._code, self.words)
        return self._rules


def _remembered(memory: dict[str, M], word: str, found: M) -> M:
    if len(memory) < _REMEMBERED:
        memory[word] = found
    return found
