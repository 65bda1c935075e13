"""Question words in order, and phrases for what is measured, found in a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cpecbot.models import Measured, QuestionKind

MEASURED = "{measured}"
"""Stands in a pattern for the name of any property that is measured."""
_LONGEST_GAP = 4


@dataclass(frozen=True, slots=True)
class Pattern:
    """Question words in order; None in ``words`` stands for up to four words of any kind.

    ``topical`` are those of the words that have to be there, but belong to what is asked about. A text without one of
    the ``needed`` words cannot fit. ``naming`` ones ask what somebody or something is called.
    """

    kind: QuestionKind
    words: tuple[str | None, ...]
    topical: frozenset[str] = frozenset()
    at_start: bool = False
    at_end: bool = False
    naming: bool = False
    needed: frozenset[str | None] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "needed", frozenset(self.words) - {None})

    def find(self, tokens: Sequence[str]) -> tuple[int, ...] | None:
        """The indices of the tokens that the words stand at, at the earliest place."""
        for start in range(min(1, len(tokens))) if self.at_start else range(len(tokens)):
            for indices in _indices(self.words, tokens, start):
                if not self.at_end or indices[-1] == len(tokens) - 1:
                    return indices
        return None


@dataclass(frozen=True, slots=True)
class Found:
    """Where a pattern stands: token ``indices``, and all that its words cover."""

    pattern: Pattern
    indices: tuple[int, ...]
    measured: Measured | None = None

    @property
    def rank(self) -> tuple[bool, int, int]:
        return self.indices[0] == 0 or self.pattern.at_end, len(self.indices), -self.indices[0]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a phrase for a property, which is none before one of ``not_before``.

    ``topical`` are those of its words that belong to what is asked about.
    """

    words: tuple[str, ...]
    measured: Measured
    not_before: frozenset[str] = frozenset()
    topical: frozenset[str] = frozenset()

    def find(self, tokens: Sequence[str]) -> Named | None:
        length = len(self.words)
        for start in range(len(tokens) - length + 1):
            end = start + length
            if tuple(tokens[start:end]) == self.words and self.not_before.isdisjoint(tokens[end : end + 1]):
                return Named(self.measured, start, end, self.topical)
        return None


@dataclass(frozen=True, slots=True)
class Named:
    """A phrase for a property at tokens ``[start, end)``."""

    measured: Measured
    start: int
    end: int
    topical: frozenset[str] = frozenset()


def longest(tokens: Sequence[str], phrases: Sequence[Phrase]) -> Named | None:
    """The longest of ``phrases`` that stands in ``tokens``."""
    present = frozenset(tokens)
    found = (each.find(tokens) for each in phrases if present.issuperset(each.words))
    return next((each for each in found if each is not None), None)


def _indices(words: Sequence[str | None], tokens: Sequence[str], start: int) -> Iterator[tuple[int, ...]]:
    if not words:
        yield ()
    elif words[0] is None:
        for skipped in range(_LONGEST_GAP + 1):
            yield from _indices(words[1:], tokens, start + skipped)
    elif start < len(tokens) and tokens[start] == words[0]:
        yield from ((start, *rest) for rest in _indices(words[1:], tokens, start + 1))
