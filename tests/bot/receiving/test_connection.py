"""When the next step of receiving is due, by which a standstill is told from an outage."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from telegram.error import NetworkError, RetryAfter, TelegramError

from cpecbot.bot.messaging.pausing import LONGEST
from cpecbot.bot.receiving.connection import Connection
from fakes.bot import Bot, Make

Failure = Callable[[], TelegramError]
"""Made within a test, which has chosen what types python-telegram-bot uses."""

down: Failure = partial(NetworkError, "down")


@pytest.fixture
async def due(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """For each pause, how much longer than the pause what receives may take for its next step."""
    found: list[float] = []
    sleep = asyncio.sleep
    others = asyncio.all_tasks() - {asyncio.current_task()}

    async def instant(seconds: float) -> None:
        if asyncio.current_task() in others:
            await sleep(seconds)
            return
        found.append(bot.services.due_at - bot.clock.now - seconds)
        bot.clock.now += seconds
        await sleep(0)

    monkeypatch.setattr(asyncio, "sleep", instant)
    return found


@pytest.mark.parametrize("failures", [[], [down] * 3, [partial(RetryAfter, 600)], [down, partial(RetryAfter, 30)]])
async def test_each_step_says_when_the_next_is_due(bot: Bot, due: list[float], failures: list[Failure]) -> None:
    """After a pause of any length, and as long as a call can take."""
    left, config = [*failures], bot.services.config

    async def call() -> str:
        assert bot.services.due_at == bot.clock.now + config.poll + 2 * config.silence
        if left:
            raise left.pop()()
        return "well"

    assert await Connection(bot.application).insist(call) == "well"
    assert due == pytest.approx([config.poll + 2 * config.silence] * len(failures))


async def test_no_call_can_take_as_long_as_that(make_bot: Make) -> None:
    """A poll is cut off after so long, also where it trickles."""
    config = (await make_bot()).services.config
    assert config.poll + config.silence < config.poll + 2 * config.silence
    assert config.token_check < config.poll + 2 * config.silence


@pytest.mark.parametrize(
    ("asked_for", "rested"), [(600, 600.1), (10**9, LONGEST), (timedelta(days=9), LONGEST), (-5, 0.2), ("soon", 0.2)]
)
async def test_no_answer_of_a_server_silences_it_for_good_or_makes_it_hurry(
    bot: Bot, due: list[float], asked_for: int, rested: float
) -> None:
    """A wait that makes no sense is one of the usual pauses, and one of years is cut."""
    left, began = [asked_for], bot.clock.now

    async def call() -> str:
        if left:
            raise RetryAfter(left.pop())
        return "well"

    assert await Connection(bot.application).insist(call) == "well"
    assert bot.clock.now - began == pytest.approx(rested, abs=0.01)
    assert len(due) == 1
