"""What is said to a bot beside questions: greetings, thanks, and words that lean on the last question."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.siblings import Guess
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

    ``polite`` are the greetings and thanks of each, numbered; none of them has more than ``longest`` words.
    """

    greeting: frozenset[str]
    polite: Mapping[Language, Mapping[str, int]]
    longest: int
    continues: tuple[str, ...]
    continues_at_end: tuple[str, ...]
    refers_back: Mapping[Language, frozenset[str]]

    def is_greeting(self, text: str) -> bool:
        return _fewest(normalise(text), self.greeting, self.longest) is not None

    def is_thanks(self, text: str) -> bool:
        return _fewest(normalise(text), set().union(*self.polite.values()), self.longest) is not None

    def language(self, text: str, guess: Guess, fallback: Language | None = None) -> Language:
        """Of the languages that are possible for a greeting or thanks, that in which it is the fewest phrases.

        Of those as likely by its letters it is ``fallback``, and else the one whose list has it nearer to the top.
        """
        words = normalise(text)
        said: dict[Language, tuple[int, bool, bool, int]] = {}
        for language in guess.possible:
            phrases = self.polite[language]
            if (count := _fewest(words, phrases, self.longest)) is not None:
                place = phrases.get(words, len(phrases))
                said[language] = (count, language not in guess.open, language != fallback, place)
        return min(said, key=lambda language: said[language], default=guess.language)

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
    polite = {
        language: {phrase: at for at, phrase in enumerate(dict.fromkeys(_phrases([file.greeting, file.thanks])))}
        for language, file in files.items()
    }
    return SmallTalk(
        greeting,
        polite,
        max((phrase.count(" ") + 1 for phrases in polite.values() for phrase in phrases), default=0),
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


def _fewest(words: str, phrases: Collection[str], longest: int) -> int | None:
    """How many ``phrases``, one after another, make up ``words``, "hello how are you" being two; None where none do."""
    rest = words.split()
    reached = {0: 0}
    for start in range(len(rest)):
        if start in reached:
            for end in range(start + 1, min(start + longest, len(rest)) + 1):
                if " ".join(rest[start:end]) in phrases:
                    reached[end] = min(reached.get(end, len(rest)), reached[start] + 1)
    return reached.get(len(rest)) if rest else None
