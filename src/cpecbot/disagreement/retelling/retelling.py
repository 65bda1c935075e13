"""Which sentence of an article tells a point of another article, and whether it tells it alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from cpecbot.disagreement.grouping.telling import Matching
from cpecbot.disagreement.reading.antecedents import in_order
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.retelling.differing import Differing, differing
from cpecbot.disagreement.retelling.nearness import nearness
from cpecbot.disagreement.retelling.statement import Statement, Weighing
from cpecbot.models import Article, Retold
from cpecbot.store.entries import Entry
from cpecbot.store.store import Store

# What two statements share of both must be so much for the one to tell what the other does.
_TELLS = 0.4
# An article that shares so much of a point in one sentence speaks of its topic.
_NEAR = 0.3


@dataclass(frozen=True, slots=True)
class Retelling:
    """How an article retells a point.

    ``entry`` is the sentence that tells it, or else comes nearest to it; ``differing`` what it tells otherwise.
    """

    level: Retold
    entry: Entry | None = None
    differing: tuple[Differing, ...] = ()


class Retellings:
    """Sets the statements of one article against those of another. Safe to share between threads."""

    def __init__(self, store: Store, articles: Mapping[str, Article], reader: Reader) -> None:
        self._store = store
        self._articles = articles
        self._reader = reader
        self._matching = reader.glossary.languages.once(Matching)
        self._statements = cache(self._read)
        self._table = cache(self._compared)

    def of(self, entry: Entry, source: str) -> Retelling:
        """How ``source`` retells what ``entry``, of another article of the store, states."""
        return self._table(entry.sentence.source, source)[entry.number]

    @cached_property
    def _weighing(self) -> Weighing:
        entries = (entry for source in self._store.sources for entry in self._store.entries(source))
        return Weighing(entries, self._reader)

    def _read(self, source: str) -> tuple[Statement, ...]:
        """The statements of an article, its headings among them, in order."""
        entries, published = self._store.entries(source), self._articles[source].published
        readings = in_order((self._reader.read(entry, published) for entry in entries), self._reader)
        return tuple(map(self._weighing.statement, entries, readings))

    def _compared(self, source: str, other: str) -> Mapping[int, Retelling]:
        """How ``other`` retells each statement of ``source``, by the number of its entry."""
        points, statements = self._statements(source), self._statements(other)
        telling = self._telling(points, statements)
        return {
            point.entry.number: self._retelling(point, statements, telling.get(number))
            for number, point in enumerate(points)
        }

    def _telling(self, points: Sequence[Statement], statements: Sequence[Statement]) -> Mapping[int, int]:
        """The statement that tells each point that is told: the nearest pairs first, none in two."""
        pairs = (
            (nearness(point, each, self._matching).score, here, there)
            for here, point in enumerate(points)
            for there, each in enumerate(statements)
        )
        found: dict[int, int] = {}
        for score, here, there in sorted(pairs, reverse=True):
            if score >= _TELLS and here not in found and there not in found.values():
                found[here] = there
        return found

    def _retelling(self, point: Statement, statements: Sequence[Statement], telling: int | None) -> Retelling:
        if telling is not None:
            other = statements[telling]
            found = tuple(differing(point, other, nearness(point, other, self._matching)))
            return Retelling(Retold.REWORDED if found else Retold.TOLD, other.entry, found)
        shares = [nearness(point, each, self._matching).told for each in statements]
        best = max(shares, default=0.0)
        return (
            Retelling(Retold.NEAR, statements[shares.index(best)].entry) if best >= _NEAR else Retelling(Retold.ABSENT)
        )
