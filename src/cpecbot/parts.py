"""Values that a snapshot keeps apart from what holds them, each read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Parts(dict[K, V]):
    """What was made for each key, a text, a function or a class; look-ups with ``[]`` read what is kept apart.

    Safe to share between threads, of which two may read a value, and one value stays.
    """

    def __init__(self, apart: Mapping[str, Callable[[], V]] | None = None) -> None:
        """``apart`` reads the value of each key, by its ``name_of``."""
        super().__init__()
        self._apart = dict(apart or {})

    def __missing__(self, key: K) -> V:
        return self.setdefault(key, self._apart[name_of(key)]())

    def by_name(self) -> dict[str, V]:
        """Every value by the name of its key, read where it was not yet."""
        return {name: read() for name, read in self._apart.items()} | {name_of(key): self[key] for key in self}


def name_of(key: Any) -> str:
    """A key as it is written down: what holds the values need not import what makes them."""
    return key if isinstance(key, str) else f"{key.__module__}.{key.__qualname__}"


class Mapped:
    """Bytes that a snapshot keeps as they are, so that no more of them is in memory than is looked at."""

    __slots__ = ("view",)

    def __init__(self, view: bytes | memoryview) -> None:
        self.view = view
