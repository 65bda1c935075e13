"""What takes long to make of a library, and is the same for everybody who asks for it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar
from weakref import WeakKeyDictionary

T = TypeVar("T")


class Drawn:
    """Makes each thing once for a library, and keeps it as long as the library is in use.

    Off the event loop: who asks while it is made waits for that. Whatever could not be made, None, is tried anew.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: WeakKeyDictionary[object, dict[Hashable, object]] = WeakKeyDictionary()

    def get(self, library: object, name: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` returns, of which there is one for each ``name``, and are few names."""
        with self._lock:
            made = self._made.setdefault(library, {})
            if made.get(name) is None:
                made[name] = make()
            return made[name]  # type: ignore[return-value]  # one kind of thing for each name
