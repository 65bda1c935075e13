"""What was fetched once and cannot change: the entries of a generation are never written again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Mapping
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Remembered(Generic[K, V]):
    """The last ``most`` values, by their keys; not those that were fetched while ``gaps`` grew, which may be wrong."""

    def __init__(self, most: int, gaps: Callable[[], int]) -> None:
        self._most = most
        self._gaps = gaps
        self._lock = Lock()
        self._values: OrderedDict[K, V] = OrderedDict()

    def get(self, keys: Collection[K], fetch: Callable[[Collection[K]], Mapping[K, V]]) -> dict[K, V]:
        """The values of ``keys`` in their order, of which ``fetch`` is asked for those that are not here.

        Keys that it does not find are left out.
        """
        with self._lock:
            known = {key: self._values[key] for key in keys if key in self._values}
        missing = [key for key in dict.fromkeys(keys) if key not in known]
        if missing:
            before = self._gaps()
            fetched = fetch(missing)
            known |= fetched
            if self._gaps() == before:
                self._keep(fetched)
        return {key: known[key] for key in keys if key in known}

    def _keep(self, fetched: Mapping[K, V]) -> None:
        with self._lock:
            self._values.update(fetched)
            while len(self._values) > self._most:
                self._values.popitem(last=False)
