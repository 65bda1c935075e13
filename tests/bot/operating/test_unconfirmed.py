"""An answer that may not have arrived: told, and asked for again by a button."""

from __future__ import annotations

from typing import Any

import pytest

from fakes import updates
from fakes.bot import Bot, Make, buttons
from fakes.telegram import FakeTelegram
from fakes.updates import GROUP

AGAIN = "Ask again"
NOTE = "did not confirm"


@pytest.fixture
async def bot(make_bot: Make) -> Bot:
    return await make_bot(pauses=(0.001,))


def shown(telegram: FakeTelegram) -> list[str]:
    return [message["text"] for message in telegram.messages.values()]


async def test_an_answer_whose_arrival_nobody_confirmed_is_not_doubled(bot: Bot) -> None:
    """The person is told beneath it."""
    bot.telegram.break_off("sendMessage", "late")
    await bot.say("Gaza")
    answer, note = shown(bot.telegram)
    assert "Gaza" in answer
    assert NOTE in note
    assert bot.services.counts["failures"] == 0


@pytest.mark.parametrize("fault", ["drop", "half", "hang", "html", "odd"])
async def test_an_answer_that_is_known_to_be_lost_is_sent_again(bot: Bot, fault: str) -> None:
    """Nothing stands between the question and the message that tells so, which goes away."""
    bot.telegram.last_message = 60
    bot.telegram.break_off("sendMessage", fault)
    await bot.say("Gaza", message_id=60)
    (answer,) = shown(bot.telegram)
    assert "Gaza" in answer


async def test_the_button_asks_again_in_the_place_of_the_message(bot: Bot) -> None:
    """A follow-up goes on from the question that was before it, as at first."""
    await bot.say("Gaza", message_id=60)
    bot.telegram.break_off("sendMessage", "drop")
    asked = updates.message("and Kashmir", message_id=61)
    await bot.receive(updates.update(message=asked))
    assert NOTE in bot.last["text"]
    await press(bot, asked)
    assert NOTE not in "".join(shown(bot.telegram))
    assert [options.previous.question for text, options in bot.library.asked[1:] if options.previous] == ["Gaza"] * 2


async def test_what_replied_to_the_bot_in_a_group_is_asked_again(bot: Bot) -> None:
    """Nothing else puts it to the bot, and what it went on from is gone on from again."""
    await bot.say("@cpec_quotes_bot Gaza", chat=GROUP, message_id=60)
    replied = bot.last
    await bot.say("@cpec_quotes_bot Gwadar", chat=GROUP, message_id=61)
    bot.telegram.break_off("sendMessage", "drop")
    asked = updates.message("and Kashmir", chat=GROUP, message_id=62, reply_to_message=replied)
    await bot.receive(updates.update(message=asked))
    assert NOTE in bot.last["text"]
    await press(bot, asked)
    assert NOTE not in "".join(shown(bot.telegram))
    assert [options.previous.question for _, options in bot.library.asked[2:] if options.previous] == ["Gaza"] * 2


async def press(bot: Bot, asked: dict[str, Any]) -> None:
    """Telegram leaves out of a message that is replied to what that one replies to."""
    note = bot.last | {"reply_to_message": {name: each for name, each in asked.items() if name != "reply_to_message"}}
    (data,) = buttons(note, AGAIN)
    await bot.receive(updates.pressed(data, note))


async def test_a_command_is_run_again_too(bot: Bot) -> None:
    """Whatever it shows."""
    bot.telegram.break_off("sendMessage", "drop")
    asked = updates.message("/help", message_id=60)
    await bot.receive(updates.update(message=asked))
    await press(bot, asked)
    (text,) = shown(bot.telegram)
    assert "/sources" in text


async def test_what_a_press_sent_and_nobody_confirmed_is_told_in_a_notice(bot: Bot) -> None:
    """There is no message to reply to."""
    await bot.say("/start")
    bot.telegram.break_off("sendMessage", "drop")
    calls = await bot.press("Gwadar")
    assert NOTE in calls[-1].parameters["text"]


async def test_a_note_that_nobody_confirmed_is_sent_again(bot: Bot) -> None:
    """It may as well show twice."""
    bot.telegram.break_off("sendMessage", "drop")
    bot.telegram.break_off("sendMessage", "drop")
    await bot.say("Gaza")
    (note,) = shown(bot.telegram)
    assert NOTE in note


async def test_nothing_is_told_where_people_write_to_a_person(bot: Bot) -> None:
    """In a business chat the bot keeps out of it."""
    bot.telegram.break_off("sendMessage", "drop")
    raw = updates.message("Gaza", business_connection_id="b1")
    await bot.receive(updates.update(business_message=raw))
    assert not shown(bot.telegram)


async def test_an_answer_that_is_lost_every_time_is_told_in_the_end(bot: Bot) -> None:
    """Once more by itself, and not for ever."""
    bot.telegram.last_message = 60
    for fault in ("drop", "", "drop", ""):
        if fault:
            bot.telegram.break_off("sendMessage", fault)
        else:
            bot.telegram.pass_by("sendMessage")
    await bot.say("Gaza", message_id=60)
    (note,) = shown(bot.telegram)
    assert NOTE in note
