"""How a question goes on from the last one: words that carry it on, take it back, or stand for what was named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct
from pydantic import Field

from cpecbot.language.questions.words import Word, texts, words_of
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.words import function_words, light_words
from cpecbot.languages import Language
from cpecbot.models import QuestionKind, Span
from cpecbot.tables import Table

# What is shorter behind an opening that is written onto it is a part of the word.
_SHORTEST = 3
# What was not meant is named in a few words.
_MOST_DENIED = 5
_PAUSES = frozenset(",،、，;；:：…—–-.。")


class FollowUpsFile(Table):
    """``followups.toml``: phrases; ``own_starts`` are words with white space between them."""

    file: ClassVar[str] = "followups.toml"

    opens: tuple[str, ...] = ()
    opens_joined: tuple[str, ...] = ()
    own_starts: str = ""
    closes: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()
    corrects_behind: tuple[str, ...] = ()
    corrects_ends: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    nots: tuple[str, ...] = ()
    nots_behind: tuple[str, ...] = ()
    buts: tuple[str, ...] = ()
    turns_round: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    pointing: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    attached_behind: dict[str, str] = Field(default_factory=dict)
    attached_never: str = ""
    idioms: tuple[str, ...] = ()
    ones: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    asks: dict[QuestionKind, str] = Field(default_factory=dict)


class Stands(StrEnum):
    """What a word stands for, of what was named before; what is POINTING stands for it with the noun behind it."""

    PERSON = "persons"
    PARTY = "parties"
    PLACE = "places"
    TIME = "times"
    THING = "things"
    POINTING = "pointing"


class Anaphor(Struct, frozen=True):
    """A word that stands for something named before; ``span`` is where, in code points of the question."""

    stands: frozenset[Stands]
    span: Span


class Line(Struct, frozen=True):
    """A question without the words that carry the last one on: ``rest`` is where what is left stands.

    ``leans`` says that there are any, ``corrects`` that they take the topic of the last one back; ``denied`` is where
    stands what was not meant: the port of "the highway, not the port". It ``restarts`` where somebody interrupts
    himself: "and the Strait of… no, the South China Sea?"; and it ``turns_round`` who does something and to whom it is
    done: "and the other way round?".
    """

    rest: Span
    leans: bool = False
    corrects: bool = False
    denied: Span | None = None
    restarts: bool = False
    turns_round: bool = False


class Continuing(Struct, frozen=True):
    """How one language goes on from a question; every phrase in folded words."""

    language: Language
    opens: tuple[tuple[str, ...], ...]
    closes: tuple[tuple[str, ...], ...]
    corrects: tuple[tuple[str, ...], ...]
    corrects_behind: tuple[tuple[str, ...], ...]
    corrects_ends: tuple[tuple[str, ...], ...]
    denies: tuple[tuple[str, ...], ...]
    nots: tuple[tuple[str, ...], ...]
    nots_behind: tuple[tuple[str, ...], ...]
    buts: tuple[tuple[str, ...], ...]
    turns_round: tuple[tuple[str, ...], ...]
    articles: frozenset[str]
    objects: frozenset[str]
    stands: dict[tuple[str, ...], frozenset[Stands]]
    idioms: tuple[tuple[str, ...], ...]
    joined: tuple[str, ...]
    own_starts: tuple[str, ...]
    attached: tuple[str, ...]
    attached_behind: dict[str, str]
    attached_never: frozenset[str]
    ones: frozenset[str]
    others: tuple[tuple[str, ...], ...]

    def read(self, text: str, known: Sequence[Span] = (), *, denying: bool = True) -> Line:
        """Take off what carries on; a phrase that only begins a longer one of those ``known`` is none.

        What is denied is taken off only where ``denying``.
        """
        words = words_of(text, self.language)
        restart = self._restart(words, text)
        start, end, leans, corrects = restart, len(words), restart > 0, False
        denied: Span | None = None
        while start < end:
            taken, denied = (
                self._denied(words[start:end], text, parted=False) if denying and not denied else (0, denied)
            )
            if not taken:
                taken = self._corrected(words[start:end], text)
                corrects |= bool(taken)
            if not taken and denying and denied is None:
                taken, denied = self._denied(words[start:end], text)
            taken = taken or self._opened(words[start:end], known)
            if not taken:
                break
            start, leans = start + taken, True
        if denying and denied is None:
            end, denied = self._denied_behind(words[start:end], text, corrects=corrects, offset=start)
        behind = _longest(words[start:end], self.corrects_behind, at_end=True)
        end, corrects = end - behind, corrects or bool(behind or denied)
        end -= _longest(words[start:end], self.corrects_ends, at_end=True) if corrects else 0
        leans |= corrects
        closing = _longest(words[start:end], self.closes, at_end=True)
        if closing and not _cuts(words[end - closing].span.start, known):
            end, leans = end - closing, True
        if start == end:
            return Line(Span(0, 0), leans, corrects)
        rest = Span(words[start].span.start, words[end - 1].span.end)
        joined = self._joined(words[start]) if start == 0 else 0
        rest = Span(rest.start + joined, rest.end)
        turned = tuple(word.text for word in words[start:end]) in self.turns_round
        return Line(rest, leans or bool(joined), corrects, denied, restart > 0, turned)

    def _restart(self, words: Sequence[Word], text: str) -> int:
        """Where somebody begins anew who interrupted himself: behind the pause before "no," or "I mean"."""
        for at in range(len(words) - 1, 0, -1):
            if _pause(words[at - 1], words[at], text) and self._corrected(words[at:], text):
                return at
        return 0

    def _denied(self, words: Sequence[Word], text: str, *, parted: bool = True) -> tuple[int, Span | None]:
        """How many words say first what was not meant, and where that stands: "not Gaza but Kashmir".

        A pause stands for the "but" where they may be only ``parted`` by one.
        """
        before = _longest(words, self.nots)
        for end in range(before + 1, min(before + _MOST_DENIED + 1, len(words))):
            but = _longest(words[end:], self.buts)
            behind = 0 if before else _longest(words[end:], self.nots_behind)
            apart = but or (parted and _pause(words[end - 1], words[end], text))
            if (before and apart) or (parted and behind):
                taken = end + (behind or but)
                taken += _longest(words[taken:], self.buts) if behind else 0
                return taken, Span(words[before].span.start, words[end - 1].span.end)
        return 0, None

    def _denied_behind(
        self, words: Sequence[Word], text: str, *, corrects: bool, offset: int
    ) -> tuple[int, Span | None]:
        """Where the words end before what was not meant, from ``offset`` on, and where that stands."""
        last = len(words) - _longest(words, self.nots_behind, at_end=True)
        for at in range(len(words) - 1, max(0, last - _MOST_DENIED - 1), -1):
            before = _longest(words[at:], self.nots) if last == len(words) else 0
            parted = _pause(words[at - 1], words[at], text) or self._ends_correcting(words[:at])
            if (before and (corrects or parted)) or (last < len(words) and at < last and corrects and parted):
                return offset + at, Span(words[at + before].span.start, words[last - 1].span.end)
        return offset + len(words), None

    def _ends_correcting(self, words: Sequence[Word]) -> bool:
        return any(_longest(words, phrases, at_end=True) for phrases in (self.corrects_behind, self.corrects_ends))

    def anaphora(self, text: str, known: Sequence[Span] = ()) -> tuple[Anaphor, ...]:
        """The words that stand for something, in order: none in an idiom, in a longer word or in one ``known``."""
        words = words_of(text, self.language)
        idle = {at for start, end in _found(words, self.idioms) for at in range(start, end)}
        longer = self._longer_words(text)
        found = []
        for start, end in _found(words, self.stands):
            span = Span(words[start].span.start, words[end - 1].span.end)
            inside = any(each.contains(span) and each != span for each in (*known, *longer))
            if not inside and idle.isdisjoint(range(start, end)):
                found.append(Anaphor(self.stands[tuple(word.text for word in words[start:end])], span))
        return tuple(found)

    def others_in(self, text: str) -> list[Span]:
        """Where ``text`` has words for others than those named: the "else" of "who else?"."""
        words = words_of(text, self.language)
        found = _found(words, self.others)
        return [Span(words[start].span.start, words[end - 1].span.end) for start, end in found]

    def without_attached(self, word: str) -> tuple[str, ...]:
        """What ``word`` may be without a pronoun that is written onto it; nothing where it ends in none."""
        suffix = next((each for each in self.attached if word.endswith(each) and len(word) > len(each) + 2), None)
        if suffix is None:
            return ()
        stem = word.removesuffix(suffix)
        ends = (each for each in self.attached_behind.items() if stem.endswith(each[0]))
        return (stem, *(stem.removesuffix(end) + alone for end, alone in ends))

    def _corrected(self, words: Sequence[Word], text: str) -> int:
        count = _longest(words, self.corrects)
        denied = _longest(words, self.denies)
        if count or not denied:
            return count
        behind = text[words[denied - 1].span.end : words[denied].span.start]
        return denied if behind.strip() else 0

    def _opened(self, words: Sequence[Word], known: Sequence[Span]) -> int:
        count = _longest(words, self.opens)
        return 0 if count and _cuts(words[count - 1].span.end, known) else count

    def _joined(self, word: Word) -> int:
        """How many letters an opening takes that is written onto ``word``."""
        joined = next((each for each in self.joined if word.text.startswith(each)), None)
        if not joined or word.text.startswith(self.own_starts):
            return 0
        long = len(word.text) >= len(joined) + _SHORTEST
        return len(joined) if long or word.text.removeprefix(joined) in function_words(self.language) else 0

    def _longer_words(self, text: str) -> tuple[Span, ...]:
        """Where no space parts words: small words of several characters, which others may be parts of."""
        if self.language.profile.spaced:
            return ()
        small = {word for word in function_words(self.language) | light_words(self.language) if len(word) > 1}
        own = {"".join(phrase) for phrase in self.stands}
        return tuple(Span(at, at + len(word)) for word in small - own for at in _places(fold_text(text), word))


def continuing(language: Language) -> Continuing:
    """How ``language`` goes on from a question."""
    return language.once(_continuing)


def asking_words(language: Language, kind: QuestionKind) -> str | None:
    """What asks for ``kind`` in ``language``, if its file says so."""
    return language.read(FollowUpsFile).asks.get(kind)


def _continuing(language: Language) -> Continuing:
    file = language.read(FollowUpsFile)

    def phrases(written: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted((texts(each, language) for each in written), key=lambda words: -len(words)))

    stands: dict[tuple[str, ...], frozenset[Stands]] = {}
    for each in Stands:
        for phrase in phrases(getattr(file, each)):
            stands[phrase] = stands.get(phrase, frozenset()) | {each}
    return Continuing(
        language,
        phrases(file.opens),
        phrases(file.closes),
        phrases(file.corrects),
        phrases(file.corrects_behind),
        phrases(file.corrects_ends),
        phrases(file.denies),
        phrases(file.nots),
        phrases(file.nots_behind),
        phrases(file.buts),
        phrases(file.turns_round),
        frozenset(map(fold_text, file.articles)),
        frozenset(map(fold_text, file.objects)),
        stands,
        phrases(file.idioms),
        tuple(map(fold_text, file.opens_joined)),
        tuple(map(fold_text, file.own_starts.split())),
        tuple(sorted(map(fold_text, file.attached), key=len, reverse=True)),
        {fold_text(end): fold_text(alone) for end, alone in file.attached_behind.items()},
        frozenset(file.attached_never),
        frozenset(word for one in file.ones for word in texts(one, language)),
        phrases(file.others),
    )


def _longest(words: Sequence[Word], phrases: Iterable[tuple[str, ...]], *, at_end: bool = False) -> int:
    """How many of ``words`` the longest of ``phrases`` takes at their start or ``at_end``; something is left."""
    said = tuple(word.text for word in words)
    for phrase in phrases:
        there = said[-len(phrase) :] if at_end else said[: len(phrase)]
        if there == phrase and len(said) > len(phrase):
            return len(phrase)
    return 0


def _found(words: Sequence[Word], phrases: Iterable[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Where ``phrases`` stand, the longest at each place, none inside another."""
    said = tuple(word.text for word in words)
    known = set(phrases)
    longest = max(map(len, known), default=0)
    at = 0
    while at < len(said):
        length = next((size for size in range(min(longest, len(said) - at), 0, -1) if said[at : at + size] in known), 0)
        if length:
            yield at, at + length
        at += max(length, 1)


def _pause(one: Word, other: Word, text: str) -> bool:
    """Whether a mark stands between two words that belong to different clauses."""
    return not _PAUSES.isdisjoint(text[one.span.end : other.span.start])


def _cuts(place: int, known: Iterable[Span]) -> bool:
    """Whether ``place`` is inside of one of ``known``."""
    return any(span.start < place < span.end for span in known)


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
