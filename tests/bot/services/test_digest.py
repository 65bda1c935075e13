"""Failures are told to the admins in one message."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Bot

from cpecbot.bot.services.digest import Digest
from fakes.languages import EN
from fakes.telegram import FakeTelegram


def digest(delay: float = 0, admins: frozenset[int] = frozenset({900})) -> Digest:
    return Digest(admins, delay, EN)


async def nothing_waits() -> None:
    """Wait for the task of the digest, which is the only one beside the test's."""
    async with asyncio.timeout(10):
        while len(asyncio.all_tasks()) > 1:  # noqa: ASYNC110 - an event would need a digest that knows of it
            await asyncio.sleep(0)


async def test_what_fails_is_told_after_the_delay(
    telegram: FakeTelegram, telegram_bot: Bot, no_waiting: list[float]
) -> None:
    """All of it together, the most frequent first, and then anew."""
    told = digest(60)
    for kind in ("KeyError", "OSError", "KeyError"):
        told.add(telegram_bot, kind, f"id-of-{kind}")
    await nothing_waits()
    (call,) = telegram.made("sendMessage")
    assert call["text"].splitlines()[1:] == ["2 × KeyError", "1 × OSError"]
    assert "3 errors" in call["text"]
    assert "id-of-KeyError" in call["text"]
    assert [seconds for seconds in no_waiting if seconds] == [60]
    told.add(telegram_bot, "TypeError", "x")
    await nothing_waits()
    assert telegram.made("sendMessage")[1]["text"].splitlines()[1:] == ["1 × TypeError"]


async def test_what_fails_while_the_admins_are_told_is_told_next(telegram: FakeTelegram, telegram_bot: Bot) -> None:
    """It does not wait for another failure."""
    told = digest()
    told.add(telegram_bot, "KeyError", "x")
    while not telegram.made("sendMessage"):  # noqa: ASYNC110 - recorded before it is answered
        await asyncio.sleep(0)
    told.add(telegram_bot, "OSError", "y")
    await nothing_waits()
    assert [call["text"].splitlines()[1:] for call in telegram.made("sendMessage")] == [
        ["1 × KeyError"],
        ["1 × OSError"],
    ]


@pytest.mark.parametrize(("kinds", "lines"), [(10, 10), (11, 10)])
async def test_ten_kinds_are_named(telegram: FakeTelegram, telegram_bot: Bot, kinds: int, lines: int) -> None:
    """More would be a flood again."""
    told = digest(3600)
    for number in range(kinds):
        told.add(telegram_bot, f"Error{number}", "x")
    await told.close(telegram_bot)
    assert len(telegram.made("sendMessage")[0]["text"].splitlines()) == lines + 1


async def test_without_admins_nobody_is_told_and_nothing_waits(telegram: FakeTelegram, telegram_bot: Bot) -> None:
    """The log has it all."""
    told = digest(admins=frozenset())
    told.add(telegram_bot, "KeyError", "x")
    assert len(asyncio.all_tasks()) == 1
    await told.close(telegram_bot)
    assert not telegram.made("sendMessage")


async def test_nothing_is_told_of_no_failure(telegram: FakeTelegram, telegram_bot: Bot) -> None:
    """At the end of a good day."""
    await digest().close(telegram_bot)
    assert not telegram.made("sendMessage")


async def test_what_was_told_at_the_end_is_not_told_again(telegram: FakeTelegram, telegram_bot: Bot) -> None:
    """The one that waits is called off."""
    told = digest(0)
    told.add(telegram_bot, "KeyError", "x")
    await told.close(telegram_bot)
    await nothing_waits()
    assert len(telegram.made("sendMessage")) == 1
