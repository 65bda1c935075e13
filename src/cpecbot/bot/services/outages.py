"""What comes while the articles are out of reach, on another computer: it waits in its turn until they are back.

Meanwhile it stays among what was received and is not answered, so that a program which is stopped takes it up again at
its next start. Whoever waits is told so, and whoever runs the bot what to look at.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from telegram.ext import ExtBot

from cpecbot.bot.services.digest import Digest
from cpecbot.bot.services.notices import Notices
from cpecbot.errors import StoreError

logger = logging.getLogger(__name__)

T = TypeVar("T")

TOLD_EVERY = 300.0
"""Seconds between what the log and the admins are told of one outage."""


async def through_outages(
    attempt: Callable[[], Awaitable[T]],
    failed: Callable[[StoreError], None],
    tell: Callable[[], Awaitable[None]],
    pauses: Sequence[float],
) -> T:
    """What ``attempt`` brings, made again after each of ``pauses``, the last of them for ever.

    ``tell`` is called once, where the first pause did not help.
    """
    tries = 0
    while True:
        try:
            return await attempt()
        except StoreError as error:
            failed(error)
            if tries == 1:
                await tell()
            await asyncio.sleep(pauses[min(tries, len(pauses) - 1)])
            tries += 1


def report(notices: Notices, failures: Digest, bot: ExtBot[bool], error: StoreError) -> None:
    """Let whoever runs the bot know, once in a while."""
    if notices.is_due(StoreError, TOLD_EVERY):
        logger.error("%s", error)
        failures.add(bot, str(error), secrets.token_hex(3))
