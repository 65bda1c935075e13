"""Where every update comes in, by polling or by webhook, is kept, worked on, and let go of."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from telegram import Update

from cpecbot.bot.interface import BotConfig
from cpecbot.bot.receiving.albums import Albums, Key, album_of
from cpecbot.bot.receiving.reading import Readable, Unreadable, id_of, kind_of, parsed, read
from cpecbot.bot.services.background import beside
from cpecbot.bot.services.context import CURRENT_UPDATE, SERVICES, BotApplication, Services

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
"""What the handlers take, posts of channels aside; Telegram sends nothing else."""


def updates_for(config: BotConfig) -> tuple[str, ...]:
    """What Telegram is asked to send."""
    return (*UPDATES, Update.CHANNEL_POST) if config.channels else UPDATES


class Reception:
    """Takes updates in and has them worked on, each in a task of its own and each once, however often it comes.

    What is taken in is in the storage until it is answered: a program that is killed takes it up at its next start.
    """

    def __init__(self, application: BotApplication) -> None:
        self._application = application
        self._services: Services = application.bot_data[SERVICES]
        self._albums = Albums()
        self._tasks: set[asyncio.Task[None]] = set()
        self._later: asyncio.Task[None] | None = None
        self._room = asyncio.Event()
        self._room.set()

    async def room(self) -> None:
        """Return once fewer than ``waiting`` updates wait; until then, further ones stay with Telegram."""
        await self._room.wait()

    async def resume(self) -> None:
        """Take up what the last run was not done with, now or as soon as the storage can tell."""
        left = await self._services.storage.waiting()
        if left is None:
            self._later = beside(self._resume_later(), "taking up what the last run left")
            return
        if left:
            logger.warning("%d updates of the last run are answered now", len(left))
        for each in left:
            known = self._read(_stored(each.content))
            if known is None:
                await self._services.storage.answered(each.id)
            else:
                self._begin(known.update)

    async def _resume_later(self) -> None:
        await asyncio.sleep(self._services.config.pauses[-1])
        await self.resume()

    async def take(self, batch: Sequence[object]) -> None:
        """Work on them, and return once the storage has them, so that Telegram may be told."""
        ordered = sorted(batch, key=lambda raw: id_of(raw) or 0)
        found = {each.kept.id: each for raw in ordered if (each := self._read(raw)) is not None}
        for new in await self._services.storage.receive([each.kept for each in found.values()]):
            self._begin(found[new.id].update)
        await self._services.storage.secure()

    async def close(self, patience: float) -> None:
        """Finish what can be finished in so many seconds, and leave the rest to the next start."""
        if self._later is not None:
            self._later.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience)
        if left := len(self._tasks):
            outcome = "are left for the next start" if self._services.storage.keeps else "are lost: nothing keeps them"
            logger.warning("%d updates %s", left, outcome)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _read(self, raw: object) -> Readable | None:
        """None for one that cannot be read, which is told."""
        found = read(raw, self._application.bot)
        if isinstance(found, Readable):
            self._services.measures.updates.labels(kind_of(raw)).inc()
            return found
        self._tell(found)
        return None

    def _begin(self, update: Update) -> None:
        key = album_of(update)
        if key is not None and not self._albums.add(key, update):
            return
        task = asyncio.create_task(self._work(update) if key is None else self._work_album(key))
        self._tasks.add(task)
        task.add_done_callback(self._let_go)
        self._mind_the_room()

    def _let_go(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("an update was not let go of", exc_info=error)
        self._mind_the_room()

    def _mind_the_room(self) -> None:
        self._services.measures.waiting.set(len(self._tasks))
        if len(self._tasks) < self._services.config.waiting:
            self._room.set()
        else:
            self._room.clear()

    async def _work_album(self, key: Key) -> None:
        """Deal with one part of it, once all have come; the others are let go of first, a kill leaves that one."""
        await asyncio.sleep(self._services.config.album)
        chosen, others = self._albums.take(key)
        for update in others:
            await self._services.storage.answered(update.update_id)
        if chosen is not None:
            await self._work(chosen)

    async def _work(self, update: Update) -> None:
        """Run the handlers; python-telegram-bot passes what they raise to the error handler."""
        CURRENT_UPDATE.set(update.update_id)
        coroutine = self._application.process_update(update)
        try:
            await self._application.update_processor.process_update(update, coroutine)
        except Exception as error:  # in front of the handlers; whatever it was, it must not come up again and again
            await self._application.process_error(update, error)
        finally:
            coroutine.close()  # for one that was never started; a no-op otherwise
        await self._services.storage.answered(update.update_id)

    def _tell(self, update: Unreadable) -> None:
        """By id and kind, never by what is in it."""
        logger.error("update %s (%s) cannot be read: %s", update.id, update.kind, update.problem)
        self._services.measures.unreadable.labels(update.kind).inc()
        self._services.counts["failures"] += 1
        self._services.failures.add(self._application.bot, f"unreadable {update.kind}", str(update.id))


def _stored(content: str | None) -> object:
    """What stands in the storage, which others may have written to."""
    try:
        return parsed(content or "null")
    except ValueError:
        return None
