"""What is said to a bot beside questions: greetings, thanks, goodbyes, and that it go on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.siblings import Guess
from cpecbot.language.text.simplified import simplify
from cpecbot.languages import Language, Languages
from cpecbot.scripts import run_of
from cpecbot.tables import Table

_WORDS = re.compile(run_of(r"[^\W_]"))
_ADDRESS = re.compile(r"(?:https?://|tg://|www\.|t\.me/|(?:[\w-]+\.)+[a-z]{2,}/)\S*", re.IGNORECASE)
_REPEATED = re.compile(r"(.)\1{2,}")


class SmallTalkFile(Table):
    """``smalltalk.toml``: phrases."""

    file: ClassVar[str] = "smalltalk.toml"

    greeting: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """Phrases of all languages together: a greeting is one whatever the language of the chat.

    ``polite`` are the greetings, thanks and goodbyes of each, numbered; none of them has more than ``longest`` words.
    ``controls`` are what somebody says to have the bot do something.
    """

    greeting: frozenset[str]
    leaving: frozenset[str]
    more: Mapping[Language, Mapping[str, int]]
    polite: Mapping[Language, Mapping[str, int]]
    longest: int
    controls: Mapping[Language, Mapping[str, int]]

    def is_greeting(self, text: str) -> bool:
        return _fewest(normalise(text), self.greeting, self.longest) is not None

    def is_thanks(self, text: str) -> bool:
        return _fewest(normalise(text), set().union(*self.polite.values()), self.longest) is not None

    def is_leaving(self, text: str) -> bool:
        """Whether somebody goes, with or without thanks."""
        words = normalise(text)
        return self.is_thanks(text) and any(f" {words} ".endswith(f" {phrase} ") for phrase in self.leaving)

    def asks_for_more(self, text: str) -> bool:
        """Whether the answer before shall go on: "what else?"."""
        words = normalise(text)
        return any(words in phrases for phrases in self.more.values())

    def is_control(self, text: str) -> bool:
        """Whether the bot is told to do something, and nothing is asked: "settings"."""
        words = normalise(text)
        return any(words in phrases for phrases in self.controls.values())

    def language(self, text: str, guess: Guess, fallback: Language | None = None) -> Language:
        """Of the languages that are possible for a greeting or thanks, that in which it is the fewest phrases.

        Of those as likely by its letters it is ``fallback``, and else the one whose list has it nearer to the top.
        """
        words = normalise(text)
        said: dict[Language, tuple[int, bool, bool, int]] = {}
        for language in guess.possible:
            phrases = {**self.polite[language], **self.more[language], **self.controls[language]}
            if (count := _fewest(words, phrases, self.longest)) is not None:
                place = phrases.get(words, len(phrases))
                said[language] = (count, language not in guess.open, language != fallback, place)
        return min(said, key=lambda language: said[language], default=guess.language)


def is_link(text: str) -> bool:
    """Whether ``text`` is an address and nothing else, or several of them."""
    return bool(text.strip()) and all(map(_ADDRESS.fullmatch, text.split()))


def small_talk(languages: Languages) -> SmallTalk:
    """The phrases of all languages."""
    return languages.once(_small_talk)


def _small_talk(languages: Languages) -> SmallTalk:
    files = {language: language.read(SmallTalkFile) for language in languages}
    polite = {
        language: _numbered(_phrases([file.greeting, file.thanks, file.leaving])) for language, file in files.items()
    }
    return SmallTalk(
        frozenset(_phrases(file.greeting for file in files.values())),
        frozenset(_phrases(file.leaving for file in files.values())),
        {language: _numbered(_phrases([file.more])) for language, file in files.items()},
        polite,
        max((phrase.count(" ") + 1 for phrases in polite.values() for phrase in phrases), default=0),
        {language: _numbered(_phrases([file.controls])) for language, file in files.items()},
    )


def _numbered(phrases: Iterable[str]) -> Mapping[str, int]:
    return {phrase: at for at, phrase in enumerate(dict.fromkeys(phrases))}


def normalise(text: str) -> str:
    """Folded words parted by single spaces; letters drawn out ("hiiii") are brought back, characters simplified."""
    return " ".join(_WORDS.findall(_REPEATED.sub(r"\1", simplify(fold_text(text)))))


def _phrases(groups: Iterable[Iterable[str]]) -> list[str]:
    return [normalise(phrase) for group in groups for phrase in group]


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
