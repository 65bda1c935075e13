"""Updates of one chat in order, chats side by side."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor


class _Line:
    """The updates of one chat that are worked on or waiting."""

    __slots__ = ("latest_inline", "length", "lock")

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.length = 0
        self.latest_inline: Update | None = None


class ChatOrder(BaseUpdateProcessor):
    """Runs at most ``concurrency`` updates at a time, at most one of each chat, in the order of arrival.

    A waiting update holds its place in its chat's line but none of the running slots, so a chat that floods the bot
    slows down nobody else. An inline query that a later one of the same person overtook while it waited is skipped:
    nobody sees its results any more.
    """

    __slots__ = ("_lines", "_running")

    def __init__(self, concurrency: int, waiting: int) -> None:
        super().__init__(concurrency + waiting)
        self._running = asyncio.Semaphore(concurrency)
        self._lines: dict[int, _Line] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        try:
            async with self._line(update) as line, line.lock, self._running:
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
            yield line
        finally:
            line.length -= 1
            if key is not None and not line.length:
                del self._lines[key]

    async def initialize(self) -> None:
        """Nothing to set up."""

    async def shutdown(self) -> None:
        """Nothing to release."""


def line_of(update: object) -> int | None:
    """The chat an update belongs to, or the person where there is no chat (inline mode); None when neither matters."""
    if not isinstance(update, Update):
        return None
    if update.effective_chat is not None:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user is not None else None


def _is_overtaken(update: object, line: _Line) -> bool:
    return isinstance(update, Update) and update.inline_query is not None and line.latest_inline is not update
