"""What was read last, as much of it as may stay in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Bounded(Generic[K, V]):
    """Remembers what ``make`` made of a key while there is room; threads may make the same twice."""

    def __init__(self, make: Callable[[K], V], room: int, size: Callable[[V], int] = lambda _: 1) -> None:
        """What is remembered has at most a ``size`` of ``room`` together."""
        self._make = make
        self._size = size
        self._room = room
        self._taken = 0
        self._made: OrderedDict[K, V] = OrderedDict()
        self._lock = Lock()

    def __getitem__(self, key: K) -> V:
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
        value = self._make(key)
        with self._lock:
            if key not in self._made:
                self._made[key] = value
                self._taken += self._size(value)
            while self._taken > self._room:
                self._taken -= self._size(self._made.popitem(last=False)[1])
        return value
