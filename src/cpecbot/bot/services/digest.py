"""Failures told to admins in one message instead of a flood."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter

from msgspec import Struct, field
from telegram.error import TelegramError
from telegram.ext import ExtBot

from cpecbot.bot.messaging.delivery import Place, send
from cpecbot.bot.services.background import beside
from cpecbot.i18n import Plural, count
from cpecbot.languages import Language

logger = logging.getLogger(__name__)

KINDS_SHOWN = 10


class Digest(Struct):
    """Collects failures for ``delay`` seconds after the first one, then tells every admin in one message.

    The message is in ``language``, whatever that of the admin.
    """

    admins: frozenset[int]
    delay: float
    language: Language
    _kinds: Counter[str] = field(default_factory=Counter)
    _last: str = ""
    _task: asyncio.Task[None] | None = None

    def add(self, bot: ExtBot[bool], kind: str, failure_id: str) -> None:
        self._kinds[kind] += 1
        self._last = failure_id
        if self.admins and (self._task is None or self._task.done()):
            self._task = beside(self._later(bot), "the digest")

    async def close(self, bot: ExtBot[bool]) -> None:
        """Tell now what was collected."""
        if self._task is not None:
            self._task.cancel()
        await self._tell(bot)

    async def _later(self, bot: ExtBot[bool]) -> None:
        while self._kinds:  # more may fail while the admins are told
            await asyncio.sleep(self.delay)
            await self._tell(bot)

    async def _tell(self, bot: ExtBot[bool]) -> None:
        if not self._kinds:
            return
        title = count(Plural.DIGEST, self._kinds.total(), self.language, id=self._last)
        text = "\n".join([title, *(f"{times} × {kind}" for kind, times in self._kinds.most_common(KINDS_SHOWN))])
        self._kinds.clear()
        for admin in self.admins:
            try:
                await send(bot, Place(admin), text)
            except TelegramError as error:
                logger.warning("admin %d cannot be told: %s", admin, error.message)
