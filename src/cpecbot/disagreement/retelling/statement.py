"""What one statement tells, weighed: the rarer a thing is in these articles, the more it says which point is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log

from cpecbot.disagreement.reading.content import Content, Item
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Amount, Reading
from cpecbot.language.analysis import NAME, concept_key
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.store.entries import Entry

# A stance ("agreed", "welcomed") says how a point is made, not which.
_STANCE = 0.5


@dataclass(frozen=True, slots=True)
class Statement:
    """An entry with what it tells: ``items`` with their ``weights``, and its values."""

    entry: Entry
    reading: Reading
    content: Content
    items: tuple[Item, ...]
    weights: tuple[float, ...]
    amounts: tuple[Amount, ...]


class Weighing:
    """Weighs items by how rare they are among the entries of a corpus."""

    def __init__(self, entries: Iterable[Entry], reader: Reader) -> None:
        self._reader = reader
        self._held: Counter[str] = Counter()
        self._total = 0
        for entry in entries:
            self._total += 1
            self._held.update({term.key for term in entry.analysis.terms})

    def statement(self, entry: Entry, reading: Reading) -> Statement:
        content = Content(reading, self._reader)
        items = tuple(item for item in content.items if not item.light and not item.reporting)
        amounts = tuple(amount for amount in reading.amounts if amount.first >= reading.dateline)
        return Statement(entry, reading, content, items, tuple(map(self._weight, items)), amounts)

    def _weight(self, item: Item) -> float:
        held = max((self._held[key] for key in _terms(item)), default=0)
        rarity = log(1 + self._total / (1 + held)) / log(1 + self._total) if self._total > 1 else 1.0
        stance = bool(item.concepts) and all(self._reader.kind_of(key) is ConceptKind.STANCE for key in item.concepts)
        return item.weight * rarity * (_STANCE if stance else 1.0)


def _terms(item: Item) -> Iterator[str]:
    """The keys by which entries hold ``item``: those of its meanings, its names and its word."""
    yield from map(concept_key, item.concepts)
    for key in item.keys:
        start, _, rest = key.partition(":")
        if key.startswith(NAME):
            yield key
        elif rest and start != "alike":
            yield f"l:{rest}"
