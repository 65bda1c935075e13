"""The typing notice, for answers that take longer than a moment."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from cpecbot.bot.messaging.delivery import Place
from cpecbot.bot.services.background import beside

logger = logging.getLogger(__name__)

SHOWN_FOR = 4.5  # seconds; Telegram takes a chat action away after five


@asynccontextmanager
async def typing_after(delay: float, bot: Bot, place: Place) -> AsyncIterator[None]:
    """Show "typing…" from ``delay`` seconds on until the body is done; its failure is nobody's trouble."""
    task = beside(_keep_typing(delay, bot, place), "typing")
    try:
        yield
    finally:
        task.cancel()


async def _keep_typing(delay: float, bot: Bot, place: Place) -> None:
    await asyncio.sleep(delay)
    while True:
        try:
            await bot.send_chat_action(
                place.chat,
                ChatAction.TYPING,
                message_thread_id=place.topic,
                business_connection_id=place.business,
            )
        except TelegramError as error:
            logger.debug("typing is not shown: %s", error.message)
            return
        await asyncio.sleep(SHOWN_FOR)
