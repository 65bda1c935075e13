"""What the service manager is told, where there is one: that the bot is ready, stops, and has not come to a standstill.

The protocol is sd_notify(3) of systemd: datagrams to the socket that ``NOTIFY_SOCKET`` names. The libraries for it have
not been kept up for years, and it is one call.
"""

from __future__ import annotations

import asyncio
import logging
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from cpecbot.bot.monitoring.health import is_moving
from cpecbot.bot.services.background import beside
from cpecbot.bot.services.context import SERVICES, BotApplication, Services

logger = logging.getLogger(__name__)

READY = "READY=1"
STOPPING = "STOPPING=1"
WATCHDOG = "WATCHDOG=1"


def notify(*states: str) -> None:
    """Say nothing where nobody listens; one who cannot be told is no reason to stop."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")) or not hasattr(socket, "AF_UNIX"):
        return
    name = "\0" + address[1:] if address.startswith("@") else address  # an abstract name of Linux's
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.setblocking(False)
            line.sendto("\n".join(states).encode(), name)
    except OSError as error:
        logger.warning("the service manager cannot be told: %s", error)


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
