"""What tells one thing from another of the same name: the deputy minister, the semi-final, the women's race."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Annotated, Any, ClassVar

from msgspec import Struct
from pydantic import BeforeValidator, Field

from cpecbot.expressions import expression
from cpecbot.language.text.cues.frames import GAP, PLACE, Frames, WrittenFrame
from cpecbot.language.text.folding import Folded, fold_text
from cpecbot.language.text.lists import Phrases, split_phrases
from cpecbot.language.text.patterns import any_of, longest_first
from cpecbot.language.text.simplified import fold_simply
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.tables import Table

_EMPTY: Any = Field(default_factory=dict)
# The sorts beside those of ``kinds``.
OF_OFFICES, OF_PARTS = "offices", "parts"
# So many words may stand between a noun and what tells it from others: "the former England rugby captain".
_LONGEST_CHAIN = 2
_BEFORE = expression(r"([\w']+)[\s\u200c-]+$")
_BEHIND = expression(r"[\s\u200c-]+([\w']+)")
# In code points; no word is longer, and a text may be.
_LONGEST_WORD = 40

WrittenFrames = Annotated[tuple[WrittenFrame, ...], BeforeValidator(split_phrases)]
# Which words tell what, by its name, which is the same in every language.
Sort = dict[str, WrittenFrames]


class QualifiersFile(Table):
    """``qualifiers.toml``: phrases around a noun, which stands at ``{}``, by what they tell of it.

    ``offices`` say that somebody holds an office in another way than its holder does, ``parts`` that something only
    leads to a thing. Each of the sorts of ``kinds`` rule each other out. In the longer words of ``none`` they say
    nothing.
    """

    file: ClassVar[str] = "qualifiers.toml"

    none: Phrases = ()
    offices: Sort = _EMPTY
    parts: Sort = _EMPTY
    kinds: dict[str, Sort] = _EMPTY


class _Member(Struct, frozen=True):
    """The phrases that tell one thing of a noun: ``frames`` around it, or their ``words`` anywhere.

    A folded text without any of ``needed``, the longest word of each phrase, has none of them; most have not.
    """

    frames: Frames
    words: re.Pattern[str]
    needed: tuple[str, ...]

    @classmethod
    def compiled(cls, written: Iterable[str], language: Language) -> _Member:
        plain = [fold_text(each.replace(PLACE, "").replace(GAP, "").strip(" -")) for each in written]
        listed = any_of(longest_first(plain))
        words = re.compile(rf"\b(?:{listed})\b" if language.profile.spaced else f"(?:{listed})")
        parts = (fold_text(each.replace(PLACE, " ").replace(GAP, " ")).split() for each in written)
        longest = dict.fromkeys(max(part, key=len, default="").strip("-") for part in parts)
        return cls(Frames.compiled(written, language), words, tuple(longest))

    def may_stand_in(self, text: str) -> bool:
        return any(word in text for word in self.needed)

    def is_said_in(self, text: str) -> bool:
        return self.may_stand_in(text) and self.words.search(text) is not None


class Qualifiers:
    """The phrases of one language, compiled."""

    def __init__(self, language: Language) -> None:
        file = language.read(QualifiersFile)
        self._language = language
        self._spaced = language.profile.spaced
        self._none = re.compile(any_of(longest_first(map(fold_text, file.none))))
        sorts = {OF_OFFICES: file.offices, OF_PARTS: file.parts, **file.kinds}
        self._sorts = {
            name: {member: _Member.compiled(written, language) for member, written in sort.items()}
            for name, sort in sorts.items()
        }
        self.kinds = frozenset(file.kinds)
        # What a sentence tells of its noun is the same for every question.
        self.told = lru_cache(maxsize=8192)(self._told)

    def _told(self, text: str, place: Span, sort: str, known: tuple[Span, ...] = ()) -> frozenset[str]:
        """As ``around``, of a text that is not folded."""
        return self.around(fold_simply(text, self._language), place, sort, known)

    def around(self, text: Folded, place: Span, sort: str, known: Iterable[Span] = ()) -> frozenset[str]:
        """What of a ``sort`` is told of the noun at ``place`` (code points), or within it where it is a whole phrase.

        ``known`` are the phrases of the text.
        """
        members = [(name, each) for name, each in self._members(sort).items() if each.may_stand_in(text.text)]
        if not members:
            return frozenset()
        at = text.folded(place)
        extents = [
            at,
            *(self._chain(text.text, at) if self._spaced else _beside(at, map(text.folded, _about(place, known)))),
        ]
        within = text.text[at.start : at.end]
        return frozenset(
            name for name, each in members if self._stands(each.frames, text.text, extents) or each.is_said_in(within)
        )

    def says(self, text: Folded, sort: str, members: Iterable[str]) -> bool:
        """Whether ``text`` has a word for one of ``members`` of a ``sort`` anywhere."""
        known = self._members(sort)
        return any(known[member].is_said_in(text.text) for member in members if member in known)

    def sorts_in(self, text: Folded) -> Iterator[str]:
        """The sorts of ``kinds`` that ``text`` has words of."""
        return (name for name in self.kinds if any(each.is_said_in(text.text) for each in self._sorts[name].values()))

    def said(self, text: str) -> dict[str, frozenset[str]]:
        """What ``text``, which is not folded, says of each sort of ``kinds``, of whatever noun."""
        folded = fold_simply(text, self._language)
        found = {
            sort: frozenset(name for name, each in self._sorts[sort].items() if each.is_said_in(folded.text))
            for sort in self.kinds
        }
        return {sort: members for sort, members in found.items() if members}

    def tells(self, sort: str) -> bool:
        """Whether the language has words for ``sort`` at all."""
        return bool(self._members(sort))

    def _members(self, sort: str) -> Mapping[str, _Member]:
        return self._sorts.get(sort, {})

    def _stands(self, frames: Frames, text: str, extents: Iterable[Span]) -> bool:
        return any(not self._is_none(text, found) for extent in extents for found in frames.around(text, extent))

    def _is_none(self, text: str, found: Span) -> bool:
        """Whether what ``found`` begins with is but the end of a longer word."""
        around = text[max(0, found.start - 2) : found.start + 3]
        place = min(2, found.start)
        return any(none.start() <= place < none.end() for none in self._none.finditer(around))

    def _chain(self, text: str, place: Span) -> Iterator[Span]:
        """``place`` with the words before it, and with those behind it, as far as none of grammar stands there."""
        grammar = function_words(self._language)
        start = place.start
        for _ in range(_LONGEST_CHAIN):
            before = _BEFORE.search(text[max(0, start - _LONGEST_WORD) : start])
            if before is None or before.group(1) in grammar:
                break
            start -= len(before.group())
            yield Span(start, place.end)
        end = place.end
        for _ in range(_LONGEST_CHAIN):
            behind = _BEHIND.match(text, end, end + _LONGEST_WORD)
            if behind is None or behind.group(1) in grammar:
                return
            end = behind.end()
            yield Span(place.start, end)


def _about(place: Span, known: Iterable[Span]) -> Iterator[Span]:
    """Those of ``known`` that may stand beside ``place``, whatever folding drops between them."""
    first, last = place.start - _LONGEST_WORD, place.end + _LONGEST_WORD
    return (each for each in known if first <= each.end <= place.start or place.end <= each.start <= last)


def _beside(place: Span, known: Iterable[Span]) -> Iterator[Span]:
    """``place`` with the phrase right before it, and with that right behind it."""
    for each in known:
        if each.end == place.start:
            yield Span(each.start, place.end)
        elif each.start == place.end:
            yield Span(place.start, each.end)


def qualifiers(language: Language) -> Qualifiers:
    return language.once(Qualifiers)
