"""The typing notice by itself."""

from __future__ import annotations

import asyncio
from unittest.mock import create_autospec

import pytest
from telegram.constants import ChatAction
from telegram.error import TelegramError
from telegram.ext import ExtBot

from cpecbot.bot.answering.typing_notice import typing_after
from cpecbot.bot.messaging.delivery import Place

PLACE = Place(chat=-100300, topic=7, business="b1")


async def test_a_quick_answer_shows_nothing() -> None:
    """And leaves no task behind."""
    bot = create_autospec(ExtBot, spec_set=True, instance=True)
    async with typing_after(0.05, bot, PLACE):
        await asyncio.sleep(0)
    await asyncio.sleep(0)
    bot.send_chat_action.assert_not_called()
    assert len(asyncio.all_tasks()) == 1


async def test_a_slow_answer_shows_typing_in_its_place() -> None:
    """In the topic, through the business connection."""
    bot = create_autospec(ExtBot, spec_set=True, instance=True)
    async with typing_after(0, bot, PLACE):
        await asyncio.sleep(0.01)
    bot.send_chat_action.assert_awaited_once_with(
        -100300, ChatAction.TYPING, message_thread_id=7, business_connection_id="b1"
    )


async def test_the_error_of_the_body_is_the_one_that_is_raised() -> None:
    """Not one of the notice."""
    bot = create_autospec(ExtBot, spec_set=True, instance=True)
    bot.send_chat_action.side_effect = TelegramError("no")
    with pytest.raises(RuntimeError):
        await fail_while_typing(bot)


async def fail_while_typing(bot: ExtBot[int]) -> None:
    async with typing_after(0, bot, PLACE):
        await asyncio.sleep(0.01)
        raise RuntimeError
