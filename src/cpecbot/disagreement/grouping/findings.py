"""What the rules hand to the comparison: a claim, and how it may be set against others."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct, field

from cpecbot.disagreement.grouping.telling import Told
from cpecbot.disagreement.reading.quantities.figures import Figure
from cpecbot.disagreement.reading.quantities.moments import TIMELESS, Moment
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.models import Claim, Dimension, Level, Measured, Span, Value, ValueKind
from cpecbot.store.speakers import Speaker, speaker_at

OPEN_LIST = "open list"
CLOSED_LIST = "closed list"
BOUND = "bound"
OTHER_TIME = "other time"

PASSING = frozenset({ValueKind.MONEY, ValueKind.PERCENT})
"""Kinds of values that may be another on another day."""


class Compare(StrEnum):
    """How the values of two findings about one thing compare."""

    SINGLE = "single"  # one thing has one value: others contradict
    SET = "set"  # equal: silent; nested: detail; each its own: the level of the finding
    CHOICE = "choice"  # one in common: silent


class Named(Struct, frozen=True):
    """Words of the article that a value is of, by what they may mean; ``is_thing`` tells that they name what it counts.

    ``concepts`` are keys of the glossary and the vocabulary, or the lemma with its language.
    """

    place: Span
    concepts: frozenset[str]
    is_thing: bool


class Finding(Struct, frozen=True):
    """A claim; only findings of one ``rule`` and ``head`` are compared.

    ``by_topic`` asks for the best match in ``context`` before that, with ``least_shared`` keys in common; otherwise the
    same head is the same thing. ``names`` are the persons and places that stand with it; ``identity`` marks what tells
    one event from another; what is ``of_a_work`` says nothing of another work. What is ``told`` of an event is
    compared by that, not by its context. The ``moment`` is that of the ``amount``, which ``grows`` where what it counts
    goes on happening; one that is not ``lasting`` may be another on another day. A ``figure`` tells what it counts.
    It is ``of`` what stands right at its value, and of the property that is ``measured``, where words tell one.
    ``highlights`` count code points of the article.
    """

    rule: str
    head: str
    claim: Claim
    reading: Reading
    subject: str
    compare: Compare
    level: Level
    context: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    by_topic: bool = False
    least_shared: int = 1
    identity: bool = False
    of_a_work: bool = False
    told: Told | None = field(default=None)
    amount: Value | None = None
    moment: Moment = TIMELESS
    grows: bool = False
    lasting: bool = True
    figure: Figure | None = field(default=None)
    of: tuple[Named, ...] = field(default=())
    measured: Measured | None = None
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

    @property
    def speaker(self) -> Speaker | None:
        """Who says what it rests on, as far as its article tells."""
        entry = self.reading.entry
        return speaker_at(entry.speeches, self.evidence.shift(-entry.sentence.span.start)) if entry else None


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


def hull(places: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """The smallest range of words that holds all of the given ones."""
    listed = list(places)
    return min(first for first, _ in listed), max(last for _, last in listed)
