"""Sending and editing when Telegram refuses."""

from __future__ import annotations

import pytest

from fakes import updates
from fakes.bot import ADMIN, CONFIG, Bot, Make


@pytest.mark.parametrize(
    ("description", "lost"),
    [
        ("Bad Request: message to be replied not found", "reply_parameters"),
        ("Bad Request: can't parse entities: entity out of range", "entities"),
        ("Bad Request: ENTITY_BOUNDS_INVALID", "entities"),
    ],
)
async def test_what_is_refused_is_left_out(bot: Bot, description: str, lost: str) -> None:
    """The answer arrives without it."""
    bot.telegram.fail("sendMessage", 400, description)
    first, second = await bot.say("Gaza")
    assert lost in first
    assert not second.get(lost)
    assert second["text"] == first["text"]


async def test_refusals_may_come_one_after_another(bot: Bot) -> None:
    """Each takes away what was refused."""
    bot.telegram.fail("sendMessage", 400, "Bad Request: message to be replied not found")
    bot.telegram.fail("sendMessage", 400, "Bad Request: can't parse entities")
    sent = await bot.say("Gaza")
    assert len(sent) == 3
    assert not sent[-1].get("entities")
    assert "reply_parameters" not in sent[-1]


@pytest.mark.parametrize(
    ("status", "description"),
    [
        (403, "Forbidden: bot was blocked by the user"),
        (403, "Forbidden: bot was kicked from the supergroup chat"),
        (400, "Bad Request: not enough rights to send text messages to the chat"),
        (400, "Bad Request: TOPIC_CLOSED"),
    ],
)
async def test_a_chat_that_cannot_be_written_to_is_left_in_peace(bot: Bot, status: int, description: str) -> None:
    """One attempt, no apology, no report."""
    bot.telegram.fail("sendMessage", status, description)
    assert len(await bot.say("Gaza")) == 1
    assert bot.services.counts["failures"] == 0


async def test_a_group_that_migrated_is_followed(bot: Bot) -> None:
    """The error names the new chat."""
    bot.telegram.fail("sendMessage", 400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100777)
    sent = await bot.say("/ask Gaza", chat=updates.GROUP)
    assert [int(each["chat_id"]) for each in sent] == [-100200, -100777]


async def test_a_call_is_repeated_after_the_wait_that_telegram_asks_for(bot: Bot, no_waiting: list[float]) -> None:
    """And not before."""
    bot.telegram.fail("sendMessage", 429, "Too Many Requests: retry after 3", retry_after=3)
    sent = await bot.say("Gaza")
    assert len(sent) == 2
    assert any(3 <= seconds < 4 for seconds in no_waiting)


async def test_a_server_in_trouble_is_given_time(bot: Bot, no_waiting: list[float]) -> None:
    """500s one after another: each pause is longer than the one before."""
    bot.telegram.fail("sendMessage", 500, "Internal Server Error")
    bot.telegram.fail("sendMessage", 503, "Service Unavailable")
    bot.telegram.fail("sendMessage", 502, "Bad Gateway")
    assert len(await bot.say("Gaza")) == 4
    assert [seconds for seconds in no_waiting if seconds in CONFIG.pauses] == list(CONFIG.pauses)
    assert "Gaza" in bot.last["text"]


async def test_an_edit_that_timed_out_is_tried_again(make_bot: Make) -> None:
    """Editing twice does no harm."""
    bot = await make_bot(pauses=(0.001,))
    await bot.say("Gaza", message_id=60)
    bot.telegram.break_off("editMessageText", "hang")
    calls = await bot.receive(updates.edited("Kashmir", 60))
    assert [call.method for call in calls] == ["editMessageText"] * 2
    assert "Kashmir" in bot.last["text"]


async def test_an_edit_with_refused_entities_goes_out_plain(bot: Bot) -> None:
    """As a message does."""
    await bot.say("Gaza", message_id=60)
    bot.telegram.fail("editMessageText", 400, "Bad Request: can't parse entities")
    calls = await bot.receive(updates.edited("Kashmir", 60))
    assert not calls[-1].parameters.get("entities")


async def test_an_unknown_refusal_is_apologised_for_and_reported_once(make_bot: Make) -> None:
    """It is a fault of the bot."""
    bot = await make_bot()
    bot.telegram.fail("sendMessage", 400, "Bad Request: something new")
    first, apology = await bot.say("Gaza")
    assert "went wrong" in apology["text"]
    assert bot.services.counts["failures"] == 1
    assert first["chat_id"] != ADMIN
