"""How many messages a second go out to all chats together, and whose is next where more wait."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Hashable

from msgspec import Struct

from cpecbot.bot.messaging.fading import Fading

FADES = 2.0
"""Seconds in which half of what was sent to a chat is forgotten; nobody asks much more often for long."""

WAITED = 10.0
"""Seconds of waiting that count as much as a message less that was sent."""


class _Waiting(Struct, frozen=True, eq=False):
    chat: Hashable
    since: float
    given: asyncio.Future[None]


class Turns:
    """A leaky bucket: as many messages at once as a second may have, then ``rate`` a second.

    Of the chats that wait, the one that was sent least of late is next; of equals, the one that came first. So whoever
    is sent an answer in many messages, or many answers, waits for the others, and nobody waits for them. The longer one
    waits, the less counts what was sent: else those who were sent nothing yet would go first for ever, if enough come.
    """

    def __init__(self, rate: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._level, self._leaked_at = 0.0, clock()
        self._waiting: list[_Waiting] = []
        self._sent = Fading(FADES, clock)
        self._timer: asyncio.TimerHandle | None = None

    def is_free(self) -> bool:
        """Whether a message may go out now."""
        return self._seconds() <= 0

    async def take(self, chat: Hashable) -> None:
        """Return when it is the turn of a message to ``chat``."""
        waiting = _Waiting(chat, self._clock(), asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        self._go_on()
        try:
            await waiting.given
        finally:
            if waiting in self._waiting:  # cancelled
                self._waiting.remove(waiting)

    def _go_on(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while self._waiting:
            seconds = self._seconds()
            if seconds > 0:
                self._timer = asyncio.get_running_loop().call_later(seconds, self._go_on)
                return
            self._give(min(self._waiting, key=self._behind))

    def _behind(self, waiting: _Waiting) -> float:
        """What orders them, in messages; by when they came, not by a clock that goes on while they are compared."""
        return self._sent.of(waiting.chat) + waiting.since / WAITED

    def _give(self, waiting: _Waiting) -> None:
        self._waiting.remove(waiting)
        if not waiting.given.done():  # cancelled, and not yet told
            self._level += 1
            self._sent.add(waiting.chat, 1)
            waiting.given.set_result(None)

    def _seconds(self) -> float:
        """How long until there is room for one more."""
        now = self._clock()
        self._level = max(0.0, self._level - (now - self._leaked_at) * self._rate)
        self._leaked_at = now
        return (self._level + 1 - max(1.0, self._rate)) / self._rate
