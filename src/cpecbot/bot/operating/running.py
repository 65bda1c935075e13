"""Running the bot until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from contextlib import suppress
from typing import Any

from telegram.error import InvalidToken

from cpecbot.bot.interface import BotConfig, Webhook
from cpecbot.bot.monitoring import monitored
from cpecbot.bot.operating.stopping import CUT_SHORT, PATIENCE, Stop, on_signals
from cpecbot.bot.operating.supervising import watched
from cpecbot.bot.receiving.connection import Connection
from cpecbot.bot.receiving.polling import Polling
from cpecbot.bot.receiving.reception import Reception
from cpecbot.bot.receiving.webhook import Hook, with_secret
from cpecbot.bot.secrecy import protected
from cpecbot.bot.services.context import SERVICES, BotApplication
from cpecbot.bot.services.manager import STOPPING, notify
from cpecbot.errors import CpecbotError, SettingsError

logger = logging.getLogger(__name__)

REFUSED = "Telegram refuses the token: take the one @BotFather gave you and set CPECBOT_TELEGRAM_TOKEN to it."

FAREWELL = 1.0
"""Seconds in which the admins are told what failed last."""


def run(application: BotApplication, token: str, webhook: Webhook | None = None) -> None:
    """Answer until SIGINT or SIGTERM, then finish what is being worked on.

    Updates that came while the bot was away are answered as well. Raises SettingsError for a token that Telegram
    refuses, at start or, for a while, later; a network that is down is waited for. Ends the program with CUT_SHORT
    where it stumbles over itself.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # the types of the next major version, without a warning per 429
    webhook = with_secret(webhook) if webhook is not None else None
    config: BotConfig = application.bot_data[SERVICES].config
    with protected(token, webhook.secret if webhook else None, config.proxy), on_signals() as stop:
        try:
            asyncio.run(_until_told(application, webhook, stop))
        except InvalidToken:
            raise SettingsError(REFUSED) from None
        except (CpecbotError, OSError):
            raise
        except Exception:  # as Python shows it, it could tell a secret, and is no line of the log
            logger.critical("the bot ends, which it should not", exc_info=True)
            sys.exit(CUT_SHORT)


async def _until_told(application: BotApplication, webhook: Webhook | None, stop: Stop) -> None:
    answering = asyncio.create_task(_answer(application, webhook))
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(_tell)

    def end() -> None:
        notify(STOPPING)
        loop.call_soon_threadsafe(answering.cancel)

    stop.then(end)
    with suppress(asyncio.CancelledError):
        await answering


def _tell(_: asyncio.AbstractEventLoop, trouble: dict[str, Any]) -> None:
    """What the event loop itself says shows tasks and callbacks with their values, and with them what people asked."""
    error = trouble.get("exception")
    logger.error("the event loop: %s", type(error).__name__ if error else trouble["message"], exc_info=error)


async def _answer(application: BotApplication, webhook: Webhook | None) -> None:
    """Connect, answer, and on the way out undo each step, whatever ended it."""
    connection = Connection(application)
    try:
        async with monitored(application), watched(application):
            await connection.open()
            await _begin(application)
            try:
                await _receive(application, connection, webhook)
            finally:
                await _finish(application)
    finally:
        await application.shutdown()
        await application.bot.shutdown()  # opened even where the application was not
        if application.post_shutdown is not None:
            await application.post_shutdown(application)


async def _begin(application: BotApplication) -> None:
    if application.post_init is not None:
        await application.post_init(application)
    await application.start()


async def _receive(application: BotApplication, connection: Connection, webhook: Webhook | None) -> None:
    reception = Reception(application)
    try:
        await reception.resume()
        if webhook is None:
            await Polling(application, reception, connection).run()
        else:
            await Hook(application, reception, connection, webhook).run()
    finally:
        await reception.close(PATIENCE)


async def _finish(application: BotApplication) -> None:
    await application.stop()
    if application.post_stop is not None:
        with suppress(TimeoutError):
            async with asyncio.timeout(FAREWELL):
                await application.post_stop(application)
