"""How often one person may ask."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

REMEMBERED = 10_000


class Verdict(Enum):
    """What to do with a question; NOTICE is said once per wait, further questions are passed over in silence."""

    GO = auto()
    NOTICE = auto()
    SILENCE = auto()


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled_at: float
    noticed: bool = False


class Cooldown:
    """A token bucket per person: ``burst`` questions at once, then one per ``interval`` seconds."""

    def __init__(self, burst: int, interval: float, clock: Callable[[], float]) -> None:
        self._burst = burst
        self._interval = interval
        self._clock = clock
        self._buckets: OrderedDict[int, _Bucket] = OrderedDict()

    def check(self, person: int) -> Verdict:
        if self._interval <= 0:
            return Verdict.GO
        bucket = self._refilled(person)
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            bucket.noticed = False
            return Verdict.GO
        verdict = Verdict.SILENCE if bucket.noticed else Verdict.NOTICE
        bucket.noticed = True
        return verdict

    def wait(self, person: int) -> float:
        """Seconds until the person may ask again."""
        return max(0.0, 1 - self._refilled(person).tokens) * self._interval

    def forget(self, person: int) -> None:
        self._buckets.pop(person, None)

    def _refilled(self, person: int) -> _Bucket:
        now = self._clock()
        bucket = self._buckets.setdefault(person, _Bucket(self._burst, now))
        self._buckets.move_to_end(person)
        bucket.tokens = min(self._burst, bucket.tokens + max(0.0, now - bucket.filled_at) / self._interval)
        bucket.filled_at = now
        if len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        return bucket
