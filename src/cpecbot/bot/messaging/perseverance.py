"""Calls to Telegram keep to its limits, and are made again until they get through."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import httpx
from aiolimiter import AsyncLimiter
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import BaseRateLimiter

from cpecbot.bot.interface import BotConfig
from cpecbot.bot.measures import Measures
from cpecbot.bot.messaging.pausing import pauses, seconds_to_wait
from cpecbot.storage import Recent

logger = logging.getLogger(__name__)

GROUPS = 1000
"""Groups whose last minute is remembered; the limit of one that was quiet for longer has refilled anyway."""

FLEETING = frozenset({"getMe", "sendChatAction", "answerInlineQuery", "setWebhook", "deleteWebhook", "getWebhookInfo"})
"""Nobody waits for what these say, or whoever makes them sees to it."""

ANSWERS = frozenset({"sendMessage", "sendPhoto", "editMessageText", "answerCallbackQuery"})
"""Methods that every server knows: a 404 for them is about the token, and may be a fault of the moment."""

SENDS = frozenset({"sendMessage", "sendPhoto"})
"""Made twice, they show twice."""

OF_THE_NETWORK = (type(None), httpx.HTTPError, TelegramError)
"""Causes of its failures: a status alone, the connection, a body that is no JSON."""

NEVER_SENT = (httpx.ConnectTimeout, httpx.PoolTimeout)

Callback = Callable[..., Coroutine[Any, Any, Any]]


class Perseverance(BaseRateLimiter[int]):
    """Outlasts an outage; what does not get through in ``give_up`` seconds is dropped with a line in the log.

    One chat's 429 holds back that chat alone. A send whose answer never came may have arrived: it is made again only
    where Telegram could not be reached at all at some time since, so that there is an outage and not one lost answer.
    Each such send asks whether it can.
    """

    def __init__(
        self, config: BotConfig, clock: Callable[[], float] = time.monotonic, measures: Measures | None = None
    ) -> None:
        self._config = config
        self._measures = measures or Measures()
        self._clock = clock
        self._everywhere = _limiter(config.messages_per_second, 1)
        self._groups: Recent[int, AsyncLimiter] = Recent(GROUPS)
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
        rate_limit_args: int | None,  # noqa: ARG002
    ) -> Any:
        async def call() -> Any:
            async with self._within_limits(data.get("chat_id")):
                return await self._counted(endpoint, callback(*args, **kwargs))

        return await (call() if endpoint in FLEETING else self._persevere(endpoint, call))

    async def _counted(self, endpoint: str, call: Awaitable[Any]) -> Any:
        try:
            result = await call
        except TelegramError as error:
            self._measures.called(endpoint, error)
            raise
        self._measures.called(endpoint)
        return result

    async def _persevere(self, endpoint: str, call: Callable[[], Awaitable[Any]]) -> Any:
        began = self._clock()
        for pause in pauses(self._config.pauses):
            failure: TelegramError
            try:
                return await call()
            except RetryAfter as error:
                failure, wait = error, seconds_to_wait(error)
            except (InvalidToken, NetworkError) as error:
                if not await self._is_worth_another(endpoint, error, began):
                    raise
                failure, wait = error, pause
            if self._clock() + wait - began > self._config.give_up:
                logger.error("%s was given up after %.0f s: %s", endpoint, self._clock() - began, failure.message)
                self._measures.dropped.labels(endpoint).inc()
                raise failure
            self._measures.retries.labels(endpoint).inc()
            logger.info("%s is made again in %.1f s: %s", endpoint, wait, failure.message)
            await asyncio.sleep(wait)
        raise AssertionError  # the pauses have no end

    async def _is_worth_another(self, endpoint: str, error: TelegramError, began: float) -> bool:
        if isinstance(error, InvalidToken):
            return endpoint in ANSWERS
        if isinstance(error, BadRequest) or not isinstance(error.__cause__, OF_THE_NETWORK):
            return False  # NetworkErrors to python-telegram-bot, as is whatever else goes wrong in its HTTP
        if isinstance(error, TimedOut) and endpoint in SENDS and not isinstance(error.__cause__, NEVER_SENT):
            await self._look_for_an_outage()
            return self._down_at >= began
        return True

    async def _look_for_an_outage(self) -> None:
        if self.reach is None:
            return
        try:
            await self.reach()
        except TelegramError:
            self._down_at = self._clock()

    @asynccontextmanager
    async def _within_limits(self, chat: object) -> AsyncIterator[None]:
        async with AsyncExitStack() as limits:
            if isinstance(chat, int) and chat < 0 and (group := self._of_group(chat)) is not None:
                await limits.enter_async_context(group)
            if chat is not None and self._everywhere is not None:
                await limits.enter_async_context(self._everywhere)
            yield

    def _of_group(self, chat: int) -> AsyncLimiter | None:
        known = self._groups.get(chat) or _limiter(self._config.group_messages_per_minute, 60)
        if known is not None:
            self._groups.put(chat, known)
        return known


def _limiter(rate: float, period: float) -> AsyncLimiter | None:
    """None where nothing is limited, of which 0 is the sign."""
    return AsyncLimiter(rate, period) if rate else None
