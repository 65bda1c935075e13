"""How much somebody had of late: what was long ago counts less."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from cpecbot.storage import Recent

REMEMBERED = 1000


class Fading:
    """Sums of which half is forgotten in so many seconds, one for each of the last ``REMEMBERED``."""

    def __init__(self, half_life: float, clock: Callable[[], float]) -> None:
        self._half_life = half_life
        self._clock = clock
        self._sums: Recent[Hashable, tuple[float, float]] = Recent(REMEMBERED)

    def add(self, whose: Hashable, amount: float) -> None:
        self._sums.put(whose, (self.of(whose) + amount, self._clock()))

    def of(self, whose: Hashable) -> float:
        """What is left of it now."""
        amount, at = self._sums.get(whose) or (0.0, 0.0)
        return amount * 0.5 ** ((self._clock() - at) / self._half_life) if amount else 0.0
