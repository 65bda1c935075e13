"""Sentences that are one telling, and which article is a copy of which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct, field

from cpecbot.models import Sentence, Span

Telling = tuple[Sentence, ...]
"""Sentences of several articles that are one telling, that of the original first."""


class Copies(Struct, frozen=True):
    """What is told once and printed several times.

    ``tellings`` are found by the source and the span of each of their sentences; ``originals`` say of an article that
    is a copy as a whole which one it copies, ``passages`` which others share a passage with an article, and ``series``
    of which series a form is that is filled in anew every day, by the first of them.
    """

    tellings: Mapping[tuple[str, Span], Telling] = field(default_factory=lambda: MappingProxyType({}))
    originals: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    passages: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    series: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def telling(self, sentence: Sentence) -> Telling:
        """All that tell what ``sentence`` tells, itself among them; it alone where nobody copies it."""
        return self.tellings.get((sentence.source, sentence.span), (sentence,))

    def of(self, sentence: Sentence, sources: Collection[str]) -> tuple[str, ...]:
        """The other of ``sources`` that print the telling of ``sentence``."""
        printing = (each.source for each in self.telling(sentence))
        return tuple(dict.fromkeys(each for each in printing if each in sources and each != sentence.source))

    def are_forms(self, sources: Collection[str]) -> bool:
        """Whether all of ``sources`` are forms of one series, each of its own day."""
        series = {self.series.get(source, "") for source in sources}
        return len(series) == 1 and "" not in series


NO_COPIES = Copies()


def frozen(
    tellings: Iterable[Telling],
    originals: Mapping[str, str],
    passages: Mapping[str, Sequence[str]],
    series: Mapping[str, str],
) -> Copies:
    by_sentence = {(sentence.source, sentence.span): telling for telling in tellings for sentence in telling}
    shared = {source: tuple(others) for source, others in passages.items()}
    return Copies(
        MappingProxyType(by_sentence),
        MappingProxyType(dict(originals)),
        MappingProxyType(shared),
        MappingProxyType(dict(series)),
    )
