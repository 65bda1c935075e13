"""Which documents hold a key: one array for all keys, and where in it those of each begin."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
"""Numbers of documents, in order, each once."""

_NOBODY: Numbers = np.empty(0, np.int32)


class Postings:
    """The documents of each key; immutable once built."""

    def __init__(self, documents: Iterable[Iterable[str]]) -> None:
        self._slots: dict[str, int] = {}
        slots, holders, size = array("q"), array("q"), 0
        for number, document in enumerate(documents):
            size = number + 1
            for key in document:
                slots.append(self._slots.setdefault(key, len(self._slots)))
                holders.append(number)
        pairs = np.unique(np.asarray(slots) * size + np.asarray(holders))
        self.size = size
        self.documents: Numbers = (pairs % max(size, 1)).astype(np.int32)
        self.starts = np.searchsorted(pairs, np.arange(len(self._slots) + 1, dtype=np.int64) * size)

    def __iter__(self) -> Iterator[str]:
        return iter(self._slots)

    def places(self, key: str) -> slice:
        """Where in ``documents`` those of ``key`` are."""
        slot = self._slots.get(key)
        return slice(0, 0) if slot is None else slice(int(self.starts[slot]), int(self.starts[slot + 1]))

    def of(self, keys: Collection[str]) -> Numbers:
        """The documents that hold any of ``keys``."""
        held = [found for key in keys if (found := self.documents[self.places(key)]).size]
        if len(held) > 1:
            return np.unique(np.concatenate(held))
        return held[0] if held else _NOBODY
