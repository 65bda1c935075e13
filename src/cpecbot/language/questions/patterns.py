"""Question words in order, and phrases for what is measured, found in a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from msgspec import Struct

from cpecbot.models import Measured, QuestionKind

MEASURED = "{measured}"
"""Stands in a pattern for the name of any property that is measured."""
ANY = "*"
"""Stands in a pattern for one word of any kind, such as the name of a unit."""
_LONGEST_GAP = 4
_NO_MEASURES = frozenset({QuestionKind.WHEN, QuestionKind.WHERE, QuestionKind.WHO})
_TELLING_WHEN = frozenset({Measured.TIME, Measured.MINUTE})


class Pattern(Struct, frozen=True, dict=True):
    """Question words in order; None in ``words`` stands for up to four words of any kind.

    ``topical`` are those of the words that have to be there, but belong to what is asked about. A text without one of
    the ``needed`` words cannot fit. ``naming`` ones ask what somebody or something is called, ``becoming`` ones what
    became of it.
    """

    kind: QuestionKind
    words: tuple[str | None, ...]
    topical: frozenset[str] = frozenset()
    at_start: bool = False
    at_end: bool = False
    naming: bool = False
    becoming: bool = False

    @cached_property
    def needed(self) -> frozenset[str | None]:
        return frozenset(self.words) - {None, ANY}

    def find(self, tokens: Sequence[str]) -> tuple[int, ...] | None:
        """The indices of the tokens that the words stand at, at the earliest place."""
        for start in range(min(1, len(tokens))) if self.at_start else range(len(tokens)):
            for indices in _indices(self.words, tokens, start):
                if not self.at_end or indices[-1] == len(tokens) - 1:
                    return indices
        return None


class Found(Struct, frozen=True):
    """Where a pattern stands: token ``indices``, and all that its words cover."""

    pattern: Pattern
    indices: tuple[int, ...]
    measured: Measured | None = None

    @property
    def rank(self) -> tuple[bool, int, int]:
        return self.indices[0] == 0 or self.pattern.at_end, len(self.indices), -self.indices[0]

    def outweighs(self, asked: Named) -> bool:
        """Whether the words of the phrase ``asked`` are but a part of it: "how long ago", "how high is the rate"."""
        whose = self.pattern.kind in _NO_MEASURES and asked.measured not in _TELLING_WHEN
        names = self.measured not in {None, asked.measured}
        return (whose or names) and set(asked.places) < set(self.indices)


class Phrase(Struct, frozen=True, dict=True):
    """The words of a phrase for a property, which is none before one of ``not_before``.

    None stands for up to four words of any kind, ANY for one. ``topical`` are those of its words that belong to what is
    asked about.
    """

    words: tuple[str | None, ...]
    measured: Measured
    not_before: frozenset[str] = frozenset()
    topical: frozenset[str] = frozenset()

    @cached_property
    def needed(self) -> frozenset[str | None]:
        return frozenset(self.words) - {None, ANY}

    def find(self, tokens: Sequence[str]) -> Named | None:
        for start in range(len(tokens)):
            for places in _indices(self.words, tokens, start):
                if self.not_before.isdisjoint(tokens[places[-1] + 1 : places[-1] + 2]):
                    return Named(self.measured, places, self.topical)
        return None


P = TypeVar("P", Pattern, Phrase)


class Named(Struct, frozen=True):
    """A phrase for a property at the tokens ``places``, in order."""

    measured: Measured
    places: tuple[int, ...]
    topical: frozenset[str] = frozenset()

    @property
    def start(self) -> int:
        return self.places[0]

    @property
    def end(self) -> int:
        return self.places[-1] + 1


class Listed(Generic[P]):
    """Patterns or phrases in their order, found by a word that each cannot do without."""

    def __init__(self, each: Iterable[P]) -> None:
        self.all: tuple[P, ...] = tuple(each)
        self._by_word: dict[str | None, list[int]] = {}
        for number, one in enumerate(self.all):
            longest_word = max(filter(None, one.needed), key=len, default=None)
            self._by_word.setdefault(longest_word, []).append(number)

    def within(self, tokens: Iterable[str]) -> Iterator[P]:
        """Those of which all needed words are among ``tokens``."""
        present: frozenset[str | None] = frozenset(tokens)
        numbers = sorted(number for word in present | {None} for number in self._by_word.get(word, ()))
        return (self.all[number] for number in numbers if self.all[number].needed <= present)


def longest(tokens: Sequence[str], phrases: Listed[Phrase]) -> Named | None:
    """The longest of ``phrases`` that stands in ``tokens``."""
    found = (each.find(tokens) for each in phrases.within(tokens))
    return next((each for each in found if each is not None), None)


def _indices(words: Sequence[str | None], tokens: Sequence[str], start: int) -> Iterator[tuple[int, ...]]:
    if not words:
        yield ()
    elif words[0] is None:
        for skipped in range(_LONGEST_GAP + 1):
            yield from _indices(words[1:], tokens, start + skipped)
    elif words[0] == ANY:
        yield from _indices(words[1:], tokens, start + 1)
    elif start < len(tokens) and tokens[start] == words[0]:
        yield from ((start, *rest) for rest in _indices(words[1:], tokens, start + 1))
