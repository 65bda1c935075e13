"""What goes on beside the answers from the start: loading what is slow, and tidying up."""

from __future__ import annotations

import asyncio
import logging
import time

from cpecbot.bot.interface import Library
from cpecbot.bot.services.context import Services
from cpecbot.i18n import translator

logger = logging.getLogger(__name__)

TIDY_EVERY = 60.0
"""Seconds; docs/telegram.md promises a minute."""


async def warm_up(services: Services) -> None:
    """Load now what is otherwise loaded at the first question; a failure shows up again, and is told, at a question."""
    began = time.perf_counter()
    try:
        await services.aside(_warm, services.library)
    except Exception:
        logger.exception("not everything could be loaded beforehand")
    else:
        logger.info("all is loaded after %.1f s", time.perf_counter() - began)


async def keep_tidy(services: Services) -> None:
    """Have what was answered leave the database's log as well, a minute later at most."""
    while True:
        await asyncio.sleep(TIDY_EVERY)
        try:
            await services.storage.tidy()
        except Exception:
            logger.exception("nothing was tidied up this time")


def _warm(library: Library) -> None:
    """First what the event loop itself would load; of a large corpus nothing that takes all of it."""
    for language in library.languages:
        translator(language)
    if library.is_compared_whole:
        library.disagreements()
        library.changes()
        library.omissions()
