"""What is said to a bot beside questions: greetings, thanks, and words that lean on the last question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cpecbot.errors import GlossaryError
from cpecbot.language.tables import read_table
from cpecbot.language.text.folding import fold_text
from cpecbot.models import Language

_WORDS = re.compile(r"[^\W_]+")
_REPEATED = re.compile(r"(.)\1{2,}")
_TABLES = ("greeting", "thanks", "continues", "continues_at_end", "refers_back")


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """Phrases of all languages together: a greeting is one whatever the language of the chat."""

    greeting: frozenset[str]
    thanks: frozenset[str]
    continues: tuple[str, ...]
    continues_at_end: tuple[str, ...]
    refers_back: Mapping[Language, frozenset[str]]

    def is_greeting(self, text: str) -> bool:
        return _all_of(normalise(text), self.greeting)

    def is_thanks(self, text: str) -> bool:
        return _all_of(normalise(text), self.thanks | self.greeting)

    def leans_back(self, text: str, language: Language) -> bool:
        """Whether ``text`` opens or ends like a continuation of the last question."""
        words = normalise(text)
        opens = any(_starts(words, phrase, language) for phrase in self.continues)
        return opens or any(words.endswith(phrase) for phrase in self.continues_at_end)

    def refers(self, text: str, language: Language) -> bool:
        """Whether ``text`` holds a word that stands for something said before."""
        words = normalise(text)
        if language is Language.ZH:
            return any(word in words for word in self.refers_back[language])
        return not self.refers_back[language].isdisjoint(words.split())


def load_smalltalk(path: Path) -> SmallTalk:
    """Read the phrases; GlossaryError names what is wrong with the file."""
    tables = read_table(path)
    if set(tables) != set(_TABLES) or any(set(tables[name]) != set(Language) for name in _TABLES):
        raise GlossaryError(f"{path}: needs the tables {', '.join(_TABLES)}, each with {', '.join(Language)}.")
    return SmallTalk(
        frozenset(_phrases(tables["greeting"].values())),
        frozenset(_phrases(tables["thanks"].values())),
        tuple(_phrases(tables["continues"].values())),
        tuple(_phrases(tables["continues_at_end"].values())),
        {language: frozenset(_phrases([tables["refers_back"][language]])) for language in Language},
    )


def normalise(text: str) -> str:
    """Folded words parted by single spaces; letters drawn out ("hiiii") are brought back."""
    return " ".join(_WORDS.findall(_REPEATED.sub(r"\1", fold_text(text))))


def _phrases(groups: Iterable[Iterable[str]]) -> list[str]:
    return [normalise(phrase) for group in groups for phrase in group]


def _starts(words: str, phrase: str, language: Language) -> bool:
    return words.startswith(phrase if language is Language.ZH else f"{phrase} ") and words != phrase


def _all_of(words: str, phrases: frozenset[str]) -> bool:
    """Whether ``words`` is one phrase after another, "hello how are you" being two."""
    if not words:
        return False
    if words in phrases:
        return True
    starts = [phrase for phrase in phrases if words.startswith(f"{phrase} ")]
    return any(_all_of(words[len(phrase) + 1 :], phrases) for phrase in starts)
