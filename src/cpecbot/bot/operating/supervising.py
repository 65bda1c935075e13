"""The service manager watches, where there is one and it wants to, that the bot has not come to a standstill."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from cpecbot.bot.monitoring.health import is_moving
from cpecbot.bot.services.background import beside
from cpecbot.bot.services.context import SERVICES, BotApplication, Services
from cpecbot.bot.services.manager import WATCHDOG, notify

logger = logging.getLogger(__name__)


@asynccontextmanager
async def watched(application: BotApplication) -> AsyncIterator[None]:
    """Have it told meanwhile that the bot moves, where it asks for that."""
    seconds = watchdog_seconds()
    watch = beside(_keep_watch(application.bot_data[SERVICES], seconds), "the watchdog") if seconds else None
    try:
        yield
    finally:
        if watch is not None:
            watch.cancel()


async def _keep_watch(services: Services, seconds: float) -> None:
    """Tell it at twice the rate that it asks for; it ends a bot that has come to a standstill.

    Telegram out of reach is no standstill: a new start would not mend it.
    """
    while True:
        if is_moving(services):
            notify(WATCHDOG)
        else:
            logger.critical("nothing is received or tried any more; the service manager is left to end this program")
        await asyncio.sleep(seconds / 2)


def watchdog_seconds() -> float | None:
    """After so many of silence the service manager ends this very process; None where it does not watch it."""
    duration = os.environ.get("WATCHDOG_USEC", "")
    process = os.environ.get("WATCHDOG_PID", "")
    if not duration.isdecimal() or not int(duration) or (process and process != str(os.getpid())):
        return None
    return int(duration) / 1_000_000
