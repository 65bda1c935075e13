"""How often one person may ask."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar

from msgspec import Struct

from cpecbot.storage import Recent

REMEMBERED = 10_000

IN_LINE = 30
"""Updates of one person that wait for their turn, in all chats; what comes on top is told that it is not answered."""

BEYOND: ContextVar[bool] = ContextVar("beyond", default=False)
"""Whether the update that is worked on came on top of them."""


class _Bucket(Struct):
    tokens: float
    filled_at: float
    noticed_until: float = float("-inf")


class Cooldown:
    """A token bucket per person: ``burst`` questions at once, then one per ``interval`` seconds."""

    def __init__(self, burst: int, interval: float, clock: Callable[[], float]) -> None:
        self._burst = burst
        self._interval = interval
        self._clock = clock
        self._buckets: Recent[int, _Bucket] = Recent(REMEMBERED)

    @property
    def limits(self) -> bool:
        return self._interval > 0

    def take(self, person: int) -> float:
        """Seconds until it is the person's turn, which is taken now."""
        wait = self.wait(person)
        if self.limits:
            self._refilled(person).tokens -= 1
        return wait

    def wait(self, person: int) -> float:
        """Seconds until the person may ask again."""
        return max(0.0, 1 - self._refilled(person).tokens) * self._interval if self.limits else 0.0

    def notice(self, person: int) -> float | None:
        """Seconds for which a person who asks too much is told to be silent; None while they last."""
        bucket, now = self._refilled(person), self._clock()
        if now < bucket.noticed_until:
            return None
        seconds = self.silence(person)
        bucket.noticed_until = now + seconds
        return seconds

    def silence(self, person: int) -> float:
        """Seconds after which a person who asks too much is answered again: until those in line have had their turn."""
        return max(self._interval * IN_LINE, self.wait(person))

    def forget(self, person: int) -> None:
        self._buckets.pop(person)

    def _refilled(self, person: int) -> _Bucket:
        now = self._clock()
        bucket = self._buckets.get(person) or _Bucket(self._burst, now)
        self._buckets.put(person, bucket)
        bucket.tokens = min(self._burst, bucket.tokens + max(0.0, now - bucket.filled_at) / (self._interval or 1))
        bucket.filled_at = now
        return bucket
