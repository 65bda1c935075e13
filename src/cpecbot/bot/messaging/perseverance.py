"""Calls to Telegram keep to its limits, and are made again until they get through."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram.error import RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from cpecbot.bot.interface import BotConfig
from cpecbot.bot.measures import Measures
from cpecbot.bot.messaging.fates import Fate, UnconfirmedError, UnreadableError, checked, fate_of
from cpecbot.bot.messaging.groups import SHOWING, Groups
from cpecbot.bot.messaging.pausing import pauses, seconds_to_wait
from cpecbot.bot.messaging.turns import Turns

logger = logging.getLogger(__name__)

FLEETING = frozenset({"getMe", "sendChatAction", "answerInlineQuery", "setWebhook", "deleteWebhook", "getWebhookInfo"})
"""Nobody waits for what these say, or whoever makes them sees to it."""

TYPING = "sendChatAction"

Callback = Callable[..., Coroutine[Any, Any, Any]]


class Perseverance(BaseRateLimiter[bool]):
    """Outlasts an outage; what does not get through in ``give_up`` seconds is dropped with a line in the log.

    One chat's 429 holds back that chat alone. A send whose answer never came may have arrived: it is made again only
    where Telegram could not be reached at all at some time since, so that there is an outage and not one lost answer;
    each such send asks whether it can. Else UnconfirmedError is raised, unless the ``rate_limit_args`` are True, of
    what may as well show twice.
    """

    def __init__(
        self,
        config: BotConfig,
        clock: Callable[[], float] = time.monotonic,
        measures: Measures | None = None,
        groups: Groups | None = None,
    ) -> None:
        self._config = config
        self._measures = measures or Measures()
        self._clock = clock
        self._everywhere = Turns(config.messages_per_second) if config.messages_per_second else None
        self._groups = groups or Groups(config.group_messages_per_minute)
        self._at_a_time = asyncio.Semaphore(config.concurrency)
        self._down_at = float("-inf")
        self.reach: Callable[[], Awaitable[object]] | None = None

    async def initialize(self) -> None:
        """Nothing to set up."""

    async def shutdown(self) -> None:
        """Nothing to release."""

    async def process_request(
        self,
        callback: Callback,
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: bool | None,
    ) -> Any:
        chat = data.get("chat_id")

        async def call() -> Any:
            if chat is not None and self._everywhere is not None:
                await self._everywhere.take(chat)
            async with self._at_a_time:
                return await self._counted(endpoint, _made(endpoint, callback(*args, **kwargs)))

        if endpoint == TYPING and self._is_in_line(chat):
            return True  # where answers wait for their turn, nothing goes ahead of them
        if endpoint in SHOWING and isinstance(chat, int):
            await self._groups.wait(chat)  # which is no outage: an answer is not given up for it
        return await (call() if endpoint in FLEETING else self._persevere(endpoint, call, twice=bool(rate_limit_args)))

    async def _counted(self, endpoint: str, call: Awaitable[Any]) -> Any:
        try:
            result = await call
        except TelegramError as error:
            self._measures.called(endpoint, error)
            raise
        self._measures.called(endpoint)
        return result

    async def _persevere(self, endpoint: str, call: Callable[[], Awaitable[Any]], *, twice: bool) -> Any:
        began = self._clock()
        failing: float | None = None  # not since it began: an answer may have waited long for its turn
        for pause in pauses(self._config.pauses):
            try:
                return await call()
            except TelegramError as error:
                failure, wait = error, await self._wait(endpoint, error, pause, began, twice=twice)
            failing = self._clock() if failing is None else failing
            if self._clock() + wait - failing > self._config.give_up:
                logger.error("%s was given up after %.0f s: %s", endpoint, self._clock() - failing, failure.message)
                self._measures.dropped.labels(endpoint).inc()
                raise failure
            self._measures.retries.labels(endpoint).inc()
            logger.info("%s is made again in %.1f s: %s", endpoint, wait, failure.message)
            await asyncio.sleep(wait)
        raise AssertionError  # the pauses have no end

    async def _wait(self, endpoint: str, error: TelegramError, pause: float, began: float, *, twice: bool) -> float:
        """Seconds until it is made again; raises where it is not."""
        if isinstance(error, RetryAfter):
            return seconds_to_wait(error, pause)
        fate = fate_of(endpoint, error)
        if fate is Fate.REFUSED:
            raise error
        if fate is Fate.UNKNOWN and not twice and not await self._is_down(began):
            self._measures.unconfirmed.labels(endpoint).inc()
            raise UnconfirmedError from error
        return pause

    async def _is_down(self, began: float) -> bool:
        """Whether Telegram was out of reach since, twice in a row: once may be another answer that was lost."""
        if self.reach is None:
            return False
        for pause in (self._config.pauses[0], 0.0):
            try:
                await self.reach()
            except TelegramError:
                await asyncio.sleep(pause)
            else:
                return self._down_at >= began
        self._down_at = self._clock()
        return True

    def _is_in_line(self, chat: object) -> bool:
        everywhere = self._everywhere is not None and not self._everywhere.is_free()
        return everywhere or (isinstance(chat, int) and self._groups.is_full(chat))


async def _made(endpoint: str, call: Awaitable[Any]) -> Any:
    """Its result; raises UnreadableError for an answer that the library cannot take."""
    try:
        return checked(endpoint, await call)
    except TelegramError as error:
        if type(error) is TelegramError:
            raise UnreadableError(error.message) from None
        raise
    except Exception as error:  # a result that is missing, say; what the error says may be what somebody wrote
        raise UnreadableError(f"the answer to {endpoint} makes no sense ({type(error).__name__})") from None
