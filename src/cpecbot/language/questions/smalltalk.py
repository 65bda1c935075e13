"""What is said to a bot beside questions: greetings, thanks, goodbyes, complaints, and that it go on or translate."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import ClassVar

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.siblings import Guess
from cpecbot.language.text.simplified import simplify
from cpecbot.languages import Language, Languages
from cpecbot.scripts import HAN, run_of
from cpecbot.tables import Table

_LETTERS = run_of(rf"[^\W_{HAN}]")
_WORDS = expression(rf"[{HAN}]|{_LETTERS}")
_ADDRESS = expression(r"(?:https?://|tg://|www\.|t\.me/|(?:[\w-]+\.)+[a-z]{2,}/)\S*", re.IGNORECASE)
_REPEATED = expression(r"(.)\1{2,}")
_CLAUSE = expression(r"[^.!?؟。！？,،，;؛\n]*[.!?؟。！？,،，;؛\n]+\s*")
_APOSTROPHE = expression(r"(?<=\w)['’](?=\w)")
# A name behind "I am" has at most so many words, or characters of Han.
_LONGEST_NAME = 3
# What says by itself, in any language, that an answer was liked, that it was not, and hello.
_PLEASED = frozenset("👍👌👏🙏🤝❤♥💙💚💛💜🧡🖤💖💯🔥✅✔🎉🥳😀😃😄😁😊🙂😍🥰😘😎🤩😂🤣😇🌹🌷💐🌺🌸🌟⭐🏆💪🫡🤗👊✌😉🆗")
_DISPLEASED = frozenset("👎😡😠🤬💩🤮🤢😤🖕😒🙄😑❌🤦")
_WAVING = frozenset("👋🙋")


class SmallTalkFile(Table):
    """``smalltalk.toml``: phrases; ``around`` stand beside the others and say nothing alone.

    Behind one that is ``introducing``, or in front of one that is ``introduced``, stands the name of who speaks.
    """

    file: ClassVar[str] = "smalltalk.toml"

    greeting: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()
    abilities: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()
    translating: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    introducing: tuple[str, ...] = ()
    introduced: tuple[str, ...] = ()


class _Said(Struct, frozen=True, dict=True):
    """Folded phrases of one language, or of several, by what they say."""

    greeting: frozenset[str]
    thanks: frozenset[str]
    leaving: frozenset[str]
    abilities: frozenset[str]
    complaints: frozenset[str]
    translating: frozenset[str]
    around: frozenset[str]
    introducing: frozenset[str]
    introduced: frozenset[str]

    @cached_property
    def polite(self) -> frozenset[str]:
        return self.greeting | self.thanks | self.leaving

    @cached_property
    def around_requests(self) -> frozenset[str]:
        """What may stand beside what asks the bot for something."""
        return self.around | self.polite

    @cached_property
    def around_complaints(self) -> frozenset[str]:
        return self.around_requests | self.abilities

    @property
    def whole(self) -> frozenset[str]:
        """What may make up a message, with what stands around."""
        return self.polite | self.abilities | self.complaints | self.translating


_KINDS = _Said.__struct_fields__


class SmallTalk(Struct, frozen=True):
    """Phrases of all languages together: a greeting is one whatever the language of the chat.

    ``said`` are those of each; none of them has more than ``longest`` words. ``listed`` numbers what each language says
    beside questions, ``controls`` what somebody says to have the bot do something. An ``order`` would have it be
    something else, wherever it stands in a message.
    """

    all: _Said
    said: Mapping[Language, _Said]
    listed: Mapping[Language, Mapping[str, int]]
    more: Mapping[Language, Mapping[str, int]]
    controls: Mapping[Language, Mapping[str, int]]
    orders: Mapping[Language, frozenset[str]]
    longest: int

    def is_greeting(self, text: str) -> bool:
        said = self.all
        return _is_told_by(text, _WAVING) or self._is(text, said.greeting, said.around)

    def is_thanks(self, text: str) -> bool:
        said = self.all
        return _is_told_by(text, _PLEASED) or self._is(text, said.polite, said.around)

    def is_leaving(self, text: str) -> bool:
        """Whether somebody goes, with or without thanks."""
        words = normalise(text)
        return self.is_thanks(text) and any(f" {words} ".endswith(f" {phrase} ") for phrase in self.all.leaving)

    def is_complaint(self, text: str) -> bool:
        """Whether the bot is scolded: "you're useless"."""
        said = self.all
        return _is_told_by(text, _DISPLEASED) or self._is(text, said.complaints, said.around_complaints)

    def asks_for_abilities(self, text: str) -> bool:
        """Whether somebody wants to know who or what the bot is, or what it can do."""
        return self._is(text, self.all.abilities, self.all.around_requests)

    def asks_to_translate(self, text: str) -> bool:
        """Whether what was answered is to be said in another language."""
        return self._is(text, self.all.translating, self.all.around_requests)

    def after_introduction(self, text: str) -> str:
        """What stands in ``text`` behind greetings, thanks and who the speaker is; empty where nothing of it does."""
        end = 0
        for clause in _CLAUSE.finditer(text):
            if not (self.is_thanks(clause[0]) or self._introduces(clause[0])):
                break
            end = clause.end()
        return text[end:] if end else ""

    def _introduces(self, clause: str) -> bool:
        words = f"{normalise(clause)} "
        return any(words.startswith(f"{phrase} ") for phrase in self.all.introducing)

    def is_order(self, text: str) -> bool:
        """Whether the bot is told to be or to write something else."""
        words = f" {normalise(text)} "
        return any(f" {order} " in words for orders in self.orders.values() for order in orders)

    def asks_for_more(self, text: str) -> bool:
        """Whether the answer before shall go on: "what else?"."""
        words = normalise(text)
        return any(words in phrases for phrases in self.more.values())

    def is_control(self, text: str) -> bool:
        """Whether the bot is told to do something, and nothing is asked: "settings"."""
        words = normalise(text)
        return any(words in phrases for phrases in self.controls.values())

    def language(self, text: str, guess: Guess, fallback: Language | None = None) -> Language:
        """Of the languages that are possible for small talk, that in which it is the fewest phrases.

        Of those as likely by its letters it is ``fallback``, and else the one whose list has it nearer to the top.
        """
        words = normalise(text)
        found: dict[Language, tuple[int, bool, bool, int]] = {}
        for language in guess.possible:
            phrases = {**self.listed[language], **self.more[language], **self.controls[language]}
            said = self.said[language]
            if (count := _fewest(words, phrases, said.around, said, self.longest)) is not None:
                place = phrases.get(words, len(phrases))
                found[language] = (count, language not in guess.open, language != fallback, place)
        return min(found, key=lambda language: found[language], default=guess.language)

    def _is(self, text: str, phrases: Collection[str], beside: Collection[str]) -> bool:
        return _fewest(normalise(text), phrases, beside, self.all, self.longest) is not None


def is_link(text: str) -> bool:
    """Whether ``text`` is an address and nothing else, or several of them."""
    return bool(text.strip()) and all(map(_ADDRESS.fullmatch, text.split()))


def small_talk(languages: Languages) -> SmallTalk:
    """The phrases of all languages."""
    return languages.once(_small_talk)


def _small_talk(languages: Languages) -> SmallTalk:
    files = {language: language.read(SmallTalkFile) for language in languages}
    said = {language: _said(file) for language, file in files.items()}
    together = _Said(*(frozenset().union(*map(attrgetter(name), said.values())) for name in _KINDS))
    beside = together.whole | together.around | together.introducing | together.introduced
    return SmallTalk(
        together,
        said,
        {language: _numbered(_phrases(_beside_questions(file))) for language, file in files.items()},
        {language: _numbered(_phrases([file.more])) for language, file in files.items()},
        {language: _numbered(_phrases([file.controls])) for language, file in files.items()},
        {language: frozenset(_phrases([file.orders])) for language, file in files.items()},
        max((phrase.count(" ") + 1 for phrase in beside), default=0),
    )


def _said(file: SmallTalkFile) -> _Said:
    return _Said(*(frozenset(_phrases([getattr(file, name)])) for name in _KINDS))


def _beside_questions(file: SmallTalkFile) -> tuple[tuple[str, ...], ...]:
    return (file.greeting, file.thanks, file.leaving, file.abilities, file.complaints, file.translating, file.orders)


def _numbered(phrases: Iterable[str]) -> Mapping[str, int]:
    return {phrase: at for at, phrase in enumerate(dict.fromkeys(phrases))}


@lru_cache(maxsize=16)
def normalise(text: str) -> str:
    """Folded words parted by single spaces, each Han character one, in simplified characters.

    Letters drawn out ("hiiii") are brought back, and apostrophes left out.
    """
    return " ".join(_WORDS.findall(_APOSTROPHE.sub("", _REPEATED.sub(r"\1", simplify(fold_text(text))))))


def _phrases(groups: Iterable[Iterable[str]]) -> list[str]:
    return [normalise(phrase) for group in groups for phrase in group]


def _is_told_by(text: str, signs: Collection[str]) -> bool:
    """Whether ``text`` has no words, and some of ``signs``."""
    return not any(map(str.isalnum, text)) and any(sign in signs for sign in text)


def _fewest(words: str, phrases: Collection[str], beside: Collection[str], said: _Said, longest: int) -> int | None:
    """How many phrases, one after another, make up ``words``, "hello how are you" being two; None where none do.

    One of ``phrases`` has to be there; others may be ``beside`` it, or tell who speaks.
    """
    rest = words.split()
    reached: dict[tuple[int, bool], int] = {(0, False): 0}
    for start in range(len(rest)):
        for met in (False, True):
            if (start, met) in reached:
                steps = _steps(rest, start, phrases, beside, longest)
                named = ((end, False) for end in _introductions(rest, start, said, longest))
                for end, is_one in (*steps, *named):
                    state = (end, met or is_one)
                    reached[state] = min(reached.get(state, len(rest)), reached[start, met] + 1)
    return reached.get((len(rest), True))


def _steps(
    rest: Sequence[str], start: int, phrases: Collection[str], beside: Collection[str], longest: int
) -> Iterator[tuple[int, bool]]:
    """Where a phrase may end that begins at the word ``start``, and whether it is one of ``phrases``."""
    for end in range(start + 1, min(start + longest, len(rest)) + 1):
        said = " ".join(rest[start:end])
        if said in phrases or said in beside:
            yield end, said in phrases


def _introductions(rest: Sequence[str], start: int, said: _Said, longest: int) -> Iterator[int]:
    """Where "I am Tom" may end that begins at the word ``start``."""
    for name, _ in _steps(rest, start, said.introducing, (), longest):
        for end in range(name + 1, min(name + _LONGEST_NAME, len(rest)) + 1):
            yield end
            yield from (last for last, _ in _steps(rest, end, said.introduced, (), longest))
