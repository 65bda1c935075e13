"""The typing notice by itself."""

from __future__ import annotations

import asyncio
import functools
from typing import Any
from unittest.mock import create_autospec

import pytest
from telegram.constants import ChatAction
from telegram.error import TelegramError
from telegram.ext import ExtBot

from cpecbot.bot.messaging.delivery import Place
from cpecbot.bot.services.typing_notice import typing_after

PLACE = Place(chat=-100300, topic=7, business="b1")


@functools.cache
def _bot() -> Any:
    """To read each signature takes longer than the tests."""
    return create_autospec(ExtBot, spec_set=True, instance=True)


class Typing:
    """A bot whose typing notices can be waited for; the ``last`` of them fails, if there is one."""

    def __init__(self, last: int | None = None) -> None:
        self.bot = _bot()
        self.bot.send_chat_action.reset_mock()
        self.bot.send_chat_action.side_effect = self._show
        self._last = last
        self._shown = asyncio.Semaphore(0)

    async def shown(self, times: int = 1) -> None:
        for _ in range(times):
            await self._shown.acquire()

    @property
    def count(self) -> int:
        return int(self.bot.send_chat_action.await_count)

    async def _show(self, *_: object, **__: object) -> bool:
        self._shown.release()
        if self.count == self._last:
            raise TelegramError("no")
        return True


async def test_a_quick_answer_shows_nothing() -> None:
    """And leaves no task behind."""
    typing = Typing()
    async with typing_after(3600, typing.bot, PLACE):
        await asyncio.sleep(0)
    await asyncio.sleep(0)
    typing.bot.send_chat_action.assert_not_called()
    assert len(asyncio.all_tasks()) == 1


async def test_a_slow_answer_shows_typing_in_its_place() -> None:
    """In the topic, through the business connection."""
    typing = Typing()
    async with typing_after(0, typing.bot, PLACE):
        await typing.shown()
    typing.bot.send_chat_action.assert_awaited_once_with(
        -100300, ChatAction.TYPING, message_thread_id=7, business_connection_id="b1"
    )


async def test_the_notice_is_renewed_before_telegram_takes_it_away(no_waiting: list[float]) -> None:
    """It lasts five seconds there; the answer ends it."""
    typing = Typing()
    async with typing_after(0.4, typing.bot, PLACE):
        await typing.shown(3)
        count = typing.count
    assert [seconds for seconds in no_waiting if seconds][:3] == [0.4, 4.5, 4.5]
    for _ in range(9):
        await asyncio.sleep(0)
    assert typing.count <= count + 1
    assert len(asyncio.all_tasks()) == 1


async def test_a_notice_that_fails_is_the_last(no_waiting: list[float]) -> None:
    """Where it is refused once it is refused again."""
    typing = Typing(last=2)
    async with typing_after(0.4, typing.bot, PLACE):
        await typing.shown(2)
        for _ in range(9):
            await asyncio.sleep(0)
        assert typing.count == 2
    assert [seconds for seconds in no_waiting if seconds] == [0.4, 4.5]


async def test_the_error_of_the_body_is_the_one_that_is_raised() -> None:
    """Not one of the notice."""
    typing = Typing(last=1)
    with pytest.raises(RuntimeError):
        await fail_while_typing(typing)
    await asyncio.sleep(0)
    assert len(asyncio.all_tasks()) == 1


async def fail_while_typing(typing: Typing) -> None:
    async with typing_after(0, typing.bot, PLACE):
        await typing.shown()
        raise RuntimeError
