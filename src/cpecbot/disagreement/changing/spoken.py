"""How much of what a statement tells is spoken of anywhere in other articles, sentence by sentence or all together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import log

from cpecbot.disagreement.grouping.telling import Matching
from cpecbot.disagreement.reading.content import Item

# What is done ("agreed", "opened") says less of a topic than what it is done to.
_DEED = 0.5
# Of a statement on a topic that articles do not speak of they hold less than this: .57 at most of the judged points
# that are new or dropped, .63 at least of what the five articles only tell in other words.
_SPOKEN_OF = 0.6


class Spoken:
    """What some articles speak of; ``statements`` are the items of each of their statements, by its number."""

    def __init__(self, statements: Mapping[int, Sequence[Item]], matching: Matching) -> None:
        self._statements = statements
        self._matching = matching
        self._held = Counter(
            key for items in statements.values() for key in {key for item in items for key in item.keys}
        )

    def is_topic_of(self, number: int, others: Iterable[int]) -> bool:
        """Whether the ``others`` together speak of most of what the statement of this ``number`` tells.

        The rarer something is in all of these articles, the more it says which topic it is (Spärck Jones 1972).
        """
        items = [item for item in self._statements[number] if not (item.light or item.reporting)]
        there = [item for other in others for item in self._statements[other]]
        keys = {key for item in there for key in item.keys}
        names = {name for item in there for name in item.names}
        spoken = sum(self._weight(item) for item in items if self._holds(item, keys, names))
        return spoken >= _SPOKEN_OF * sum(map(self._weight, items))

    def _holds(self, item: Item, keys: Collection[str], names: Collection[str]) -> bool:
        if not item.keys.isdisjoint(keys):
            return True
        return any(self._matching.sound_alike(one, other) for one in item.names for other in names)

    def _weight(self, item: Item) -> float:
        total = len(self._statements)
        held = max((self._held[key] for key in item.keys), default=0)
        return item.weight * log(1 + total / (1 + held)) * (_DEED if item.deed else 1.0)
