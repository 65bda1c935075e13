"""Where every update comes in, by polling or by webhook, and is worked on."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from telegram import Update

from cpecbot.bot.receiving.reading import Unreadable, id_of, read
from cpecbot.bot.services.context import SERVICES, BotApplication, Services

logger = logging.getLogger(__name__)

UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.BUSINESS_MESSAGE,
    Update.EDITED_BUSINESS_MESSAGE,
    Update.GUEST_MESSAGE,
    Update.INLINE_QUERY,
    Update.CALLBACK_QUERY,
)
"""What the handlers take; Telegram sends nothing else."""


class Reception:
    """Takes updates in and has them worked on, each in a task of its own."""

    def __init__(self, application: BotApplication) -> None:
        self._application = application
        self._services: Services = application.bot_data[SERVICES]
        self._tasks: set[asyncio.Task[None]] = set()
        self._room = asyncio.Event()
        self._room.set()

    async def room(self) -> None:
        """Return once fewer than ``waiting`` updates wait; until then, further ones stay with Telegram."""
        await self._room.wait()

    async def take(self, batch: Sequence[object]) -> None:
        """Begin to work on updates as they came; those that cannot be read are told and left out."""
        for raw in sorted(batch, key=lambda raw: id_of(raw) or 0):
            update = read(raw, self._application.bot)
            if isinstance(update, Unreadable):
                self._tell(update)
            else:
                self._begin(update)

    async def close(self, patience: float) -> None:
        """Finish what can be finished in so many seconds, and let go of the rest."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience)
        if left := len(self._tasks):
            logger.warning("%d updates were not worked on to the end", left)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _begin(self, update: Update) -> None:
        task = asyncio.create_task(self._work(update))
        self._tasks.add(task)
        task.add_done_callback(self._let_go)
        self._mind_the_room()

    def _let_go(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._mind_the_room()

    def _mind_the_room(self) -> None:
        if len(self._tasks) < self._services.config.waiting:
            self._room.set()
        else:
            self._room.clear()

    async def _work(self, update: Update) -> None:
        """Run the handlers; python-telegram-bot passes what they raise to the error handler."""
        coroutine = self._application.process_update(update)
        try:
            await self._application.update_processor.process_update(update, coroutine)
        finally:
            coroutine.close()  # for one that was never started; a no-op otherwise

    def _tell(self, update: Unreadable) -> None:
        """By id and kind, never by what is in it."""
        logger.error("update %s (%s) cannot be read: %s", update.id, update.kind, update.problem)
        self._services.counts["failures"] += 1
        self._services.failures.add(self._application.bot, f"unreadable {update.kind}", str(update.id))
