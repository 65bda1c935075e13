"""Updates of one person in one chat in order, all others side by side."""

from __future__ import annotations

import asyncio
import math
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from cpecbot.bot.messaging.addressing import asker_in
from cpecbot.bot.services.cooldown import BEYOND

Key = tuple[int, int]
"""Chat and who asks there: a person, or the group or channel that somebody speaks for."""


class _Line:
    """The updates of one person in one chat that are worked on or waiting."""

    __slots__ = ("latest_inline", "length", "lock")

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.length = 0
        self.latest_inline: Update | None = None


class ChatOrder(BaseUpdateProcessor):
    """Runs at most one update of each person in each chat at a time, in the order of arrival.

    Whoever waits for a turn, for Telegram or for an answer to be computed holds up nobody else; what there are only
    few of at a time is bounded where it is used. Where ``in_line`` updates of a person wait already, in whatever chats,
    another one is run at once, with BEYOND set: else a few people in many groups filled all that may wait. An inline
    query that a later one of the same person overtook while it waited is skipped: nobody sees its results any more.
    """

    __slots__ = ("_asked", "_in_line", "_lines")

    def __init__(self, waiting: int, in_line: float = math.inf) -> None:
        super().__init__(waiting)
        self._in_line = in_line
        self._lines: dict[Key, _Line] = {}
        self._asked: Counter[int] = Counter()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        try:
            async with self._line(update) as line:
                if self._is_beyond(update):
                    BEYOND.set(True)
                    await coroutine
                    return
                async with line.lock:
                    if not _is_overtaken(update, line):
                        await coroutine
        finally:
            if isinstance(coroutine, Coroutine):
                coroutine.close()  # for one that was never started; a no-op otherwise

    @asynccontextmanager
    async def _line(self, update: object) -> AsyncIterator[_Line]:
        key = line_of(update)
        line = self._lines.setdefault(key, _Line()) if key is not None else _Line()
        line.length += 1
        if isinstance(update, Update) and update.inline_query is not None:
            line.latest_inline = update
        try:
            with self._counted(update):
                yield line
        finally:
            line.length -= 1
            if key is not None and not line.length:
                del self._lines[key]

    @contextmanager
    def _counted(self, update: object) -> Iterator[None]:
        person = _counts_for(update)
        if person is None:
            yield
            return
        self._asked[person] += 1
        try:
            yield
        finally:
            self._asked[person] -= 1
            if not self._asked[person]:
                del self._asked[person]

    def _is_beyond(self, update: object) -> bool:
        person = _counts_for(update)
        return person is not None and self._asked[person] > self._in_line + 1

    async def initialize(self) -> None:
        """Nothing to set up."""

    async def shutdown(self) -> None:
        """Nothing to release."""


def line_of(update: object) -> Key | None:
    """The chat and the asker an update is of, 0 where it has none; None when neither matters."""
    if not isinstance(update, Update):
        return None
    chat, asker = update.effective_chat, asker_in(update)
    return (chat.id if chat else 0, asker or 0) if chat or asker else None


def _counts_for(update: object) -> int | None:
    """Whose line it makes longer; that of queries typed in inline mode, each of which overtakes the last, is none."""
    return asker_in(update) if isinstance(update, Update) and not _is_inline(update) else None


def _is_inline(update: object) -> bool:
    return isinstance(update, Update) and update.inline_query is not None


def _is_overtaken(update: object, line: _Line) -> bool:
    return _is_inline(update) and line.latest_inline is not update
