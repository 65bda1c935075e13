"""What goes on beside the answers from the start: loading what is slow, and seeing whether the token still holds."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress

from telegram.error import InvalidToken, TelegramError

from cpecbot.bot.interface import Library
from cpecbot.bot.services.context import BotApplication, Services
from cpecbot.i18n import translator

logger = logging.getLogger(__name__)


async def warm_up(services: Services) -> None:
    """Load now what is otherwise loaded at the first question; a failure shows up again, and is told, at a question."""
    began = time.perf_counter()
    try:
        await services.compute(_warm, services.library)
    except Exception:
        logger.exception("not everything could be loaded beforehand")
    else:
        logger.info("all is loaded after %.1f s", time.perf_counter() - began)


async def watch_token(application: BotApplication, services: Services) -> None:
    """Stop the program once Telegram no longer accepts the token.

    python-telegram-bot ends its polling then but goes on running, and behind a webhook nothing comes any more.
    """
    while True:
        await asyncio.sleep(services.config.token_check)
        try:
            await application.bot.get_me()
        except InvalidToken:
            break
        except TelegramError as error:
            logger.debug("the token was not checked: %s", error.message)
    logger.critical("Telegram no longer accepts the token; stopping")
    services.token_revoked = True
    if application.updater is not None and application.updater.running:
        with suppress(InvalidToken):  # that of the polling; left to the library, it would cut the shutdown short
            await application.updater.stop()
    application.stop_running()


def _warm(library: Library) -> None:
    library.disagreements()
    for language in library.languages:
        translator(language)
