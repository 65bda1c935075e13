"""What is said to a bot beside questions: greetings, thanks, and words that lean on the last question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Language, Languages
from cpecbot.scripts import run_of
from cpecbot.tables import Table

_WORDS = re.compile(run_of(r"[^\W_]"))
_REPEATED = re.compile(r"(.)\1{2,}")


class SmallTalkFile(Table):
    """``smalltalk.toml``: phrases."""

    file: ClassVar[str] = "smalltalk.toml"

    greeting: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    continues: tuple[str, ...] = ()
    continues_at_end: tuple[str, ...] = ()
    refers_back: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """Phrases of all languages together: a greeting is one whatever the language of the chat.

    ``polite`` are greetings and thanks; none of them has more than ``longest`` words.
    """

    greeting: frozenset[str]
    polite: frozenset[str]
    longest: int
    continues: tuple[str, ...]
    continues_at_end: tuple[str, ...]
    refers_back: Mapping[Language, frozenset[str]]

    def is_greeting(self, text: str) -> bool:
        return _all_of(normalise(text), self.greeting, self.longest)

    def is_thanks(self, text: str) -> bool:
        return _all_of(normalise(text), self.polite, self.longest)

    def leans_back(self, text: str, language: Language) -> bool:
        """Whether ``text`` opens or ends like a continuation of the last question."""
        words = normalise(text)
        opens = any(_starts(words, phrase, language) for phrase in self.continues)
        return opens or any(words.endswith(phrase) for phrase in self.continues_at_end)

    def refers(self, text: str, language: Language) -> bool:
        """Whether ``text`` holds a word that stands for something said before."""
        words = normalise(text)
        if not language.profile.spaced:
            return any(word in words for word in self.refers_back[language])
        return not self.refers_back[language].isdisjoint(words.split())


def small_talk(languages: Languages) -> SmallTalk:
    """The phrases of all languages."""
    return languages.once(_small_talk)


def _small_talk(languages: Languages) -> SmallTalk:
    files = {language: language.read(SmallTalkFile) for language in languages}
    greeting = frozenset(_phrases(file.greeting for file in files.values()))
    polite = greeting.union(_phrases(file.thanks for file in files.values()))
    return SmallTalk(
        greeting,
        polite,
        max((phrase.count(" ") + 1 for phrase in polite), default=0),
        tuple(_phrases(file.continues for file in files.values())),
        tuple(_phrases(file.continues_at_end for file in files.values())),
        {language: frozenset(_phrases([file.refers_back])) for language, file in files.items()},
    )


def normalise(text: str) -> str:
    """Folded words parted by single spaces; letters drawn out ("hiiii") are brought back."""
    return " ".join(_WORDS.findall(_REPEATED.sub(r"\1", fold_text(text))))


def _phrases(groups: Iterable[Iterable[str]]) -> list[str]:
    return [normalise(phrase) for group in groups for phrase in group]


def _starts(words: str, phrase: str, language: Language) -> bool:
    return words.startswith(f"{phrase} " if language.profile.spaced else phrase) and words != phrase


def _all_of(words: str, phrases: frozenset[str], longest: int) -> bool:
    """Whether ``words`` is one phrase after another, "hello how are you" being two."""
    rest = words.split()
    reached = {0}
    for start in range(len(rest)):
        if start in reached:
            ends = range(start + 1, min(start + longest, len(rest)) + 1)
            reached.update(end for end in ends if " ".join(rest[start:end]) in phrases)
    return bool(rest) and len(rest) in reached
