"""What the rules hand to the comparison: a claim, and how it may be set against others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from cpecbot.disagreement.reading import Reading
from cpecbot.models import Claim, Dimension, Level, Span, Value

OPEN_LIST = "open list"
CLOSED_LIST = "closed list"
BOUND = "bound"
OTHER_TIME = "other time"


class Compare(StrEnum):
    """How the values of two findings about one thing compare."""

    SINGLE = "single"  # one thing has one value: others contradict
    SET = "set"  # equal: silent; nested: detail; each its own: the level of the finding
    CHOICE = "choice"  # one in common: silent


@dataclass(frozen=True, slots=True)
class Finding:
    """``head`` blocks: only findings of one rule and head are compared. ``context`` says what they speak of.

    ``by_topic`` asks for the best match in context before comparing, with ``least_shared`` keys in common; otherwise
    the same head is the same thing. ``names`` are the persons and
    places it names; ``identity`` marks what tells one event from another.
    """

    rule: str
    head: str
    claim: Claim
    reading: Reading = field(repr=False)
    subject: str
    compare: Compare
    level: Level
    context: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    by_topic: bool = False
    least_shared: int = 1
    identity: bool = False
    amount: Value | None = None
    highlights: tuple[Span, ...] = ()

    @property
    def source(self) -> str:
        return self.claim.source

    @property
    def values(self) -> frozenset[str]:
        return self.claim.values

    @property
    def evidence(self) -> Span:
        return self.claim.span


def claim(
    reading: Reading,
    evidence: Span,
    dimension: Dimension,
    anchor: Iterable[str],
    values: Iterable[str],
    qualifiers: Iterable[str] = (),
) -> Claim:
    """A claim of the sentence of ``reading``; ``evidence`` counts code points of the article."""
    sentence = reading.sentence
    return Claim(
        sentence.source,
        evidence,
        sentence.span,
        frozenset(anchor),
        dimension,
        frozenset(values),
        frozenset(qualifiers),
    )


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of ``spans``."""
    listed = list(spans)
    return Span(min(span.start for span in listed), max(span.end for span in listed))


def hull(first: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """The smallest range of words that holds all of the given ones."""
    listed = list(first)
    return min(a for a, _ in listed), max(b for _, b in listed)
