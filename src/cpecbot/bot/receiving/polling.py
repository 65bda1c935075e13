"""Long polling: updates are fetched, and confirmed only after they were taken in."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from telegram.error import TelegramError

from cpecbot.bot.receiving.connection import Connection
from cpecbot.bot.receiving.reading import id_of, unwrapped
from cpecbot.bot.receiving.reception import Reception, updates_for
from cpecbot.bot.services.context import SERVICES, BotApplication, Services

logger = logging.getLogger(__name__)

GOODBYE = 1.0
"""Seconds that the last confirmation may take; without it the same updates come again, and are known."""


class Polling:
    """Fetches until it is cancelled; raises InvalidToken for a token that stays refused."""

    def __init__(self, application: BotApplication, reception: Reception, connection: Connection) -> None:
        self._bot = application.bot
        self._reception = reception
        self._connection = connection
        self._services: Services = application.bot_data[SERVICES]
        self._wanted = updates_for(self._services.config)
        self._offset = 0

    async def run(self) -> NoReturn:
        await self._connection.insist(self._bot.delete_webhook)
        self._connection.takes_updates()
        try:
            while True:
                self._services.give_time(self._services.config.give_up)  # so long may answers wait to be sent
                await self._reception.room()
                batch = await self._connection.insist(self._fetch)
                await self._reception.take(batch)
                await self._move_on(batch)
        finally:
            await self._confirm()

    async def _fetch(self) -> list[object]:
        config = self._services.config
        try:
            async with asyncio.timeout(config.poll + config.silence):  # a connection that trickles never times out
                updates = await self._bot.get_updates(
                    offset=self._offset, timeout=config.poll, allowed_updates=self._wanted
                )
        except TimeoutError:
            raise TelegramError("getUpdates did not end") from None
        return unwrapped(updates)

    async def _move_on(self, batch: Sequence[object]) -> None:
        """Leave the batch behind, whatever was in it; one of which no update has an id would come again at once."""
        known = [number for raw in batch if (number := id_of(raw)) is not None]
        if known:
            self._offset = max(known) + 1
        elif batch:
            await self._connection.rest(self._services.config.pauses[-1])

    async def _confirm(self) -> None:
        """Tell Telegram at the end what was taken in, so that another program does not answer it too."""
        if not self._offset:
            return
        with suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(GOODBYE):
                await self._bot.get_updates(offset=self._offset, timeout=0, limit=1, allowed_updates=self._wanted)
