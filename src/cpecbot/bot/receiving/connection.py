"""The line to Telegram: calls that are made until they succeed, when it last did, and whether the token still holds."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import InvalidToken, RetryAfter, TelegramError

from cpecbot.bot.messaging.pausing import pauses, seconds_to_rest
from cpecbot.bot.services.context import SERVICES, BotApplication, Services
from cpecbot.bot.services.manager import READY, notify, starting
from cpecbot.errors import CpecbotError

logger = logging.getLogger(__name__)

T = TypeVar("T")


class Connection:
    """What the bot asks of Telegram for itself goes through here.

    Each success sets ``Services.heard_at``, and each step ``Services.due_at``. Until ``takes_updates`` the service
    manager hears with each pause that the start goes on.
    """

    def __init__(self, application: BotApplication) -> None:
        self._application = application
        self._services: Services = application.bot_data[SERVICES]
        self._refused_at: float | None = None
        self._silent = False
        self._started = False

    async def open(self) -> None:
        """Wait for Telegram; a token that it refuses now is a mistake of the one who started the bot (InvalidToken)."""
        await self._until_done(self._application.initialize, _give_up, self._not_reached)

    async def insist(self, call: Callable[[], Awaitable[T]]) -> T:
        """Make the call until it succeeds, however long it takes.

        Raises InvalidToken once the token was refused for ``token_patience`` seconds and accepted at no time between:
        a single 401 or 404 may be a fault of the moment.
        """
        return await self._until_done(call, self._refused, self._failed)

    def takes_updates(self) -> None:
        """Tell the service manager, once, that the bot has started."""
        if not self._started:
            self._started = True
            notify(READY)

    async def rest(self, seconds: float) -> None:
        """Wait on purpose, which is no standstill."""
        self._services.give_time(seconds)
        if not self._started:
            notify(starting(self._services.due_at - self._services.steady()))
        await asyncio.sleep(seconds)

    async def _until_done(
        self,
        call: Callable[[], Awaitable[T]],
        refused: Callable[[InvalidToken], None],
        failed: Callable[[Exception], Awaitable[None]],
    ) -> T:
        """Pass each refusal of the token and each other failure on, and rest between the calls."""
        for pause in pauses(self._services.config.pauses):
            wait = pause
            try:
                self._services.give_time()
                result = await call()
            except RetryAfter as error:
                wait = seconds_to_rest(error, pause)
                logger.warning("Telegram asks to wait for %.0f s", wait)
            except InvalidToken as error:
                refused(error)
            except CpecbotError:
                raise  # told by whoever made the call, and nothing that another call mends
            except Exception as error:  # an answer that makes no sense to the library, too: it is asked again
                await failed(error)
            else:
                self._succeeded()
                return result
            await self.rest(wait)
        raise AssertionError  # the pauses have no end

    async def _not_reached(self, error: Exception) -> None:
        """Each time: whoever starts it is watching."""
        reason = error.message if isinstance(error, TelegramError) else type(error).__name__
        logger.warning("Telegram is not reached (%s); still trying. Check the network.", reason)

    def _refused(self, error: InvalidToken) -> None:
        now = self._services.steady()
        if self._refused_at is None:
            self._refused_at = now
            logger.error("Telegram refuses the token; trying again for %.0f s", self._services.config.token_patience)
        elif now - self._refused_at >= self._services.config.token_patience:
            raise error

    async def _failed(self, error: Exception) -> None:
        """Say once per silence that it lasts; each failure has a line of its own already."""
        await self._application.process_error(None, error)
        silent_for = self._services.steady() - self._services.heard_at
        if silent_for > self._services.config.silence and not self._silent:
            self._silent = True
            logger.error("Telegram has not been reached for %.0f s; still trying. Check the network.", silent_for)

    def _succeeded(self) -> None:
        if self._refused_at is not None or self._silent:
            logger.warning("Telegram is reached again")
        self._refused_at, self._silent = None, False
        self._services.heard_at = self._services.steady()


def _give_up(error: InvalidToken) -> None:
    raise error
