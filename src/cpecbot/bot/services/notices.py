"""What is said once in a while, however often there is a reason to."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from cpecbot.storage import Recent

REMEMBERED = 1000


class Notices:
    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._until: Recent[Hashable, float] = Recent(REMEMBERED)

    def is_due(self, what: Hashable, seconds: float) -> bool:
        """Whether it was not said for so long; it counts as said now."""
        now = self._clock()
        if now < (self._until.get(what) or 0.0):
            return False
        self._until.put(what, now + seconds)
        return True
