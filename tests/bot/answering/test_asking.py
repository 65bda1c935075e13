"""From a question to its answer."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from fakes import updates
from fakes.bot import PATIENCE, Bot, Make, until


async def test_a_question_that_is_too_long_is_sent_back(make_bot: Make) -> None:
    """With the limit."""
    bot = await make_bot(longest_question=10)
    await bot.verify_dialog([("Gaza " * 3, "shorten it to 10")])
    assert not bot.library.asked


async def test_the_event_loop_goes_on_while_an_answer_is_looked_for(bot: Bot) -> None:
    """Others are answered meanwhile: the search waits for what only the event loop can do."""
    released = threading.Event()
    waited: list[bool] = []
    bot.library.trouble = lambda _: waited.append(released.wait(PATIENCE))
    asked = asyncio.create_task(bot.receive(updates.said("Gaza")))
    await until(lambda: bot.library.asked)
    released.set()
    await asked
    assert waited == [True]


async def while_looking(bot: Bot, raw: dict[str, Any], seen: Callable[[], object]) -> list[str]:
    """The methods called for an update whose answer is looked for until ``seen``."""
    found = threading.Event()
    bot.library.trouble = lambda _: found.wait(PATIENCE) and None
    asked = asyncio.create_task(bot.receive(raw))
    await until(seen)
    found.set()
    return [call.method for call in await asked]


async def test_typing_is_shown_only_when_the_answer_takes_longer_than_a_moment(bot: Bot, make_bot: Make) -> None:
    """A quick answer needs no notice."""
    calls = await bot.receive(updates.said("Gaza"))
    assert "sendChatAction" not in [call.method for call in calls]
    slow = await make_bot(typing_delay=0.01)
    raw = updates.said("Gaza", chat=updates.FORUM | {"type": "private", "id": 501})
    methods = await while_looking(slow, raw, lambda: slow.telegram.made("sendChatAction"))
    assert methods == ["sendChatAction", "sendMessage"]


@pytest.mark.parametrize("command", ["/disagreements", "/changes", "/omissions", "/compare Gaza", "/coverage"])
async def test_typing_is_shown_for_commands_that_take_longer_than_a_moment(make_bot: Make, command: str) -> None:
    """Whatever computes, shows it."""
    bot = await make_bot(typing_delay=0)
    bot.services.workers.run = slowly(bot)  # type: ignore[method-assign]
    methods = [call.method for call in await bot.receive(updates.said(command))]
    assert methods[0] == "sendChatAction"
    assert methods[-1] in {"sendMessage", "sendPhoto"}


async def test_typing_is_shown_for_a_press_that_takes_longer_than_a_moment(make_bot: Make) -> None:
    bot = await make_bot(typing_delay=0)
    await bot.say("Gaza")
    bot.services.workers.run = slowly(bot)  # type: ignore[method-assign]
    first, *_ = await bot.press("Compare")
    assert first.method == "sendChatAction"


async def test_nobody_sees_typing_in_inline_mode(make_bot: Make) -> None:
    """A query is typed in no chat of the bot's."""
    bot = await make_bot(typing_delay=0)
    await bot.receive(updates.typed_inline("Gaza"))
    assert not bot.telegram.made("sendChatAction")


def slowly(bot: Bot) -> Callable[..., Awaitable[Any]]:
    """What computes, so slow that somebody sees typing."""
    run, before = bot.services.workers.run, len(bot.telegram.made("sendChatAction"))

    async def wait(*args: Any) -> Any:
        await until(lambda: len(bot.telegram.made("sendChatAction")) > before)
        return await run(*args)

    return wait


async def test_typing_that_fails_does_not_stop_the_answer(make_bot: Make) -> None:
    """It is only a courtesy."""
    bot = await make_bot(typing_delay=0.01)
    bot.telegram.fail("sendChatAction", 400, "Bad Request: chat not found")
    methods = await while_looking(bot, updates.said("Gaza"), lambda: bot.telegram.made("sendChatAction"))
    assert methods == ["sendChatAction", "sendMessage"]


@pytest.mark.parametrize(("length", "answered"), [(10, True), (11, False)])
async def test_a_question_may_be_as_long_as_the_limit(make_bot: Make, length: int, answered: bool) -> None:
    """And no longer."""
    bot = await make_bot(longest_question=10)
    await bot.say("x" * length)
    assert bool(bot.library.asked) is answered
