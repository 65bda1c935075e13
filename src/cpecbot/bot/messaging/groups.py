"""Telegram takes only so many messages a minute to one group; what is more waits in line there."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from aiolimiter import AsyncLimiter
from msgspec import Struct

from cpecbot.storage import Recent

REMEMBERED = 1000
"""Groups whose last minute is remembered; the limit of one that was quiet for longer has refilled anyway."""

MINUTE = 60.0

NOTES = 2
"""Messages a minute that are left for what is said about the line itself: it must not wait, or it is false by then."""

AHEAD: ContextVar[bool] = ContextVar("ahead", default=False)
"""Whether what is sent is such a note, of which there was room for one more."""

SHOWING = frozenset({"sendMessage", "sendPhoto", "editMessageText"})
"""Methods that count: each shows something in the group."""


class _Line:
    """First come, first served: the limiter alone lets newcomers go ahead of those who wait."""

    def __init__(self, per_minute: float) -> None:
        self.limiter = AsyncLimiter(per_minute, MINUTE)
        self._turn = asyncio.Lock()

    async def wait(self) -> None:
        async with self._turn:
            await self.limiter.acquire()


class _Limits(Struct, frozen=True):
    answers: _Line
    notes: AsyncLimiter


class Groups:
    """The limit of each, of which 0 is none, and how many questions are asked there that are not answered yet."""

    def __init__(self, per_minute: float) -> None:
        self._per_minute = per_minute
        self._known: Recent[int, _Limits] = Recent(REMEMBERED)
        self._asked: Counter[int] = Counter()

    async def wait(self, chat: int) -> None:
        """Return once one more may be sent there, at once for a note."""
        limits = self._of(chat)
        if limits is not None and not AHEAD.get():
            await limits.answers.wait()

    def may_note(self, chat: int) -> bool:
        """Whether one more note may be sent at this moment."""
        limits = self._of(chat)
        return limits is None or limits.notes.has_capacity()

    async def note(self, chat: int) -> None:
        """Count a note that is about to be sent; where it may be, this does not wait."""
        limits = self._of(chat)
        if limits is not None:
            await limits.notes.acquire()

    @contextmanager
    def asking(self, chat: int) -> Iterator[int]:
        """While a question is answered: how many are asked there, with it."""
        self._asked[chat] += 1
        try:
            yield self._asked[chat]
        finally:
            self._asked[chat] -= 1
            if not self._asked[chat]:
                del self._asked[chat]

    def seconds_for(self, chat: int, answers: int) -> float:
        """How long it takes until the last of so many is sent; each is one message."""
        limits = self._of(chat)
        if limits is None:
            return 0.0
        line = limits.answers.limiter
        at_once = next(few for few in range(min(answers, int(line.max_rate)), -1, -1) if line.has_capacity(few))
        return (answers - at_once) * line.time_period / line.max_rate

    def is_full(self, chat: int) -> bool:
        """Whether nothing more may be sent at this moment."""
        limits = self._of(chat)
        return limits is not None and not limits.answers.limiter.has_capacity()

    def _of(self, chat: int) -> _Limits | None:
        if chat >= 0 or not self._per_minute:
            return None
        known = self._known.get(chat)
        if known is None:
            answers = max(1.0, self._per_minute - NOTES)
            known = _Limits(_Line(answers), AsyncLimiter(NOTES, MINUTE))
            self._known.put(chat, known)
        return known


@contextmanager
def ahead_of_the_line() -> Iterator[None]:
    """What is sent meanwhile is about the line, and does not wait in it."""
    token = AHEAD.set(True)
    try:
        yield
    finally:
        AHEAD.reset(token)
