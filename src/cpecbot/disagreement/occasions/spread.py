"""How telling each thing is among some sentences: the fewer name it, the more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from cpecbot.disagreement.reading.content import Item
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.language.analysis import concept_key


class Spread:
    """In how many sentences each key stands."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._held = Counter(key for each in readings if each.entry for key in each.entry.keys)
        self._total = len(readings)

    def rarity(self, item: Item) -> float:
        """From 0 to 1, in the manner of an inverse document frequency (Spärck Jones 1972)."""
        held = max((self._held[key] for key in map(concept_key, item.concepts)), default=1)
        return log(1 + self._total / (1 + held)) / log(1 + self._total) if self._total > 1 else 1.0
