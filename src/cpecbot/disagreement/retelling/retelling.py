"""Which sentence of an article tells a point of another article, and whether it tells it alike."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, cached_property

from msgspec import Struct

from cpecbot.disagreement.grouping.telling import Matching
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.disagreement.retelling.assigning import assigned
from cpecbot.disagreement.retelling.differing import Differing, differing, names_another
from cpecbot.disagreement.retelling.nearness import Nearness
from cpecbot.disagreement.retelling.statement import Statement, Weighing
from cpecbot.models import Retold
from cpecbot.store.entries import Entry
from cpecbot.store.store import Store

# An article that shares so much of a point in one sentence speaks of its topic.
_NEAR = 0.1

Readings = Callable[[str], Sequence[Reading]]
"""The readings of an article's entries, in order."""


class Retelling(Struct, frozen=True):
    """How an article retells a point.

    ``entry`` is the sentence that tells it, or else comes nearest to it; ``differing`` what it tells otherwise.
    It ``names_another`` thing where the point names one: two outlets may mean the same by them, two rounds need not.
    """

    level: Retold
    entry: Entry | None = None
    differing: tuple[Differing, ...] = ()
    names_another: bool = False


class Retellings:
    """Sets the statements of one article against those of another. Safe to share between threads."""

    def __init__(self, store: Store, readings: Readings, reader: Reader, passed_over: Collection[int] = ()) -> None:
        """The entries of the numbers ``passed_over`` tell no point: what they recall is of another event."""
        self._passed_over = frozenset(passed_over)
        self._store = store
        self._readings = readings
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
        return tuple(map(self._weighing.statement, self._store.entries(source), self._readings(source)))

    def _compared(self, source: str, other: str) -> Mapping[int, Retelling]:
        """How ``other`` retells each statement of ``source``, by the number of its entry."""
        points = self._statements(source)
        statements = [each for each in self._statements(other) if each.entry.number not in self._passed_over]
        found = assigned(points, statements, self._matching)
        return {
            point.entry.number: self._told(point, statements[found.told[place][0]], found.told[place][1])
            if place in found.told
            else self._untold(statements, found.nearest[place : place + 1])
            for place, point in enumerate(points)
        }

    def _told(self, point: Statement, other: Statement, near: Nearness) -> Retelling:
        found = tuple(differing(point, other, near))
        level = Retold.REWORDED if found else Retold.TOLD
        return Retelling(level, other.entry, found, names_another(point, other, near))

    def _untold(self, statements: Sequence[Statement], nearest: Sequence[tuple[int, float]]) -> Retelling:
        if not nearest or nearest[0][1] < _NEAR:
            return Retelling(Retold.ABSENT)
        return Retelling(Retold.NEAR, statements[nearest[0][0]].entry)
