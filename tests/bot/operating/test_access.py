"""Who may use the bot: lists of those allowed and those blocked, people and groups."""

from __future__ import annotations

import logging

import pytest

from fakes import updates
from fakes.bot import ADMIN, Bot, Make, buttons

ANNA, BILAL, GROUP = updates.ANNA, updates.BILAL, updates.GROUP
CHIEF = ANNA | {"id": ADMIN}
WORD = "not open to everybody"


async def test_without_lists_everybody_is_answered(bot: Bot) -> None:
    (sent,) = await bot.say("Gaza", user=BILAL)
    assert "Gaza" in sent["text"]


async def test_a_person_who_is_blocked_is_met_with_silence_everywhere(make_bot: Make) -> None:
    """Text, command, deep link, picture, press, inline."""
    bot = await make_bot(blocked_ids=frozenset({ANNA["id"]}))
    (shown,) = await bot.say("Gaza", user=BILAL)
    for text in ("Gaza", "/help", "/start s_004"):
        assert not await bot.say(text)
        assert not await bot.say(text, chat=GROUP)
    assert not await bot.receive(updates.update(message=updates.message("", photo=[]) | {"text": None}))
    assert not await bot.receive(updates.typed_inline("Gaza"))
    assert not await bot.press("👍")
    assert shown


@pytest.mark.parametrize(("said", "length"), [("Gaza", 1), ("/help", 1), ("/start q_R2F6YQ", 1)])
async def test_a_stranger_is_told_so_once_and_in_his_language(make_bot: Make, said: str, length: int) -> None:
    """With the number that whoever runs the bot would need."""
    bot = await make_bot(allowed_ids=frozenset({BILAL["id"]}))
    sent = await bot.say(said)
    assert [WORD in each["text"] and str(ANNA["id"]) in each["text"] for each in sent] == [True] * length
    assert not await bot.say(said)
    assert not bot.library.asked
    (other,) = await bot.say(said, user=ANNA | {"id": 77, "language_code": "ur"})
    assert "منتظم" in other["text"]


async def test_a_person_on_the_list_is_answered_in_any_chat(make_bot: Make) -> None:
    bot = await make_bot(allowed_ids=frozenset({BILAL["id"]}))
    for chat in (None, GROUP):
        (sent,) = await bot.say("/ask Gaza", user=BILAL, chat=chat)
        assert "Gaza" in sent["text"]


async def test_everybody_is_answered_in_a_group_on_the_list(make_bot: Make) -> None:
    """And nowhere else."""
    bot = await make_bot(allowed_ids=frozenset({GROUP["id"]}))
    (sent,) = await bot.say("/ask Gaza", chat=GROUP)
    assert "Gaza" in sent["text"]
    (word,) = await bot.say("Gaza")
    assert WORD in word["text"]


async def test_a_group_off_the_list_is_told_once_and_only_when_it_speaks_to_the_bot(make_bot: Make) -> None:
    bot = await make_bot(allowed_ids=frozenset({BILAL["id"]}))
    assert not await bot.say("what they say to each other", chat=GROUP)
    (word,) = await bot.say("@cpec_quotes_bot Gaza", chat=GROUP)
    assert str(GROUP["id"]) in word["text"]
    assert not await bot.say("/ask Gaza", chat=GROUP, user=ANNA | {"id": 78})


async def test_a_group_that_is_blocked_is_met_with_silence_whoever_asks_there(make_bot: Make) -> None:
    bot = await make_bot(allowed_ids=frozenset({BILAL["id"]}), blocked_ids=frozenset({GROUP["id"]}))
    assert not await bot.say("/ask Gaza", chat=GROUP, user=BILAL)
    assert await bot.say("Gaza", user=BILAL)


async def test_admins_are_always_allowed(make_bot: Make) -> None:
    """Even where a list says otherwise."""
    bot = await make_bot(allowed_ids=frozenset({BILAL["id"]}), blocked_ids=frozenset({ADMIN, GROUP["id"]}))
    for chat in (None, GROUP):
        (sent,) = await bot.say("/ask Gaza", user=CHIEF, chat=chat)
        assert "Gaza" in sent["text"]


async def test_inline_a_stranger_is_told_above_no_results_once(make_bot: Make) -> None:
    """His own chat with the bot tells him again."""
    bot = await make_bot(allowed_ids=frozenset({BILAL["id"]}))
    (call,) = await bot.receive(updates.typed_inline("Gaza"))
    assert call.parameters["results"] == []
    assert WORD in call.parameters["button"]["text"]
    assert not await bot.receive(updates.typed_inline("Gaza a"))
    assert await bot.say("Gaza")
    assert not bot.library.asked


async def test_a_press_of_a_stranger_does_nothing(make_bot: Make) -> None:
    """On a button in a group that the bot was taken off."""
    bot = await make_bot(allowed_ids=frozenset({BILAL["id"]}))
    await bot.say("/ask Gaza", user=BILAL, chat=GROUP)
    (data, *_) = buttons(bot.last, "👍")
    (call,) = await bot.receive(updates.pressed(data, bot.last))
    assert (call.method, WORD in call.parameters["text"]) == ("answerCallbackQuery", True)
    assert (await bot.services.storage.totals()).useful == 0


async def test_who_cannot_be_told_is_turned_away_all_the_same(make_bot: Make, caplog: pytest.LogCaptureFixture) -> None:
    """An error in front of the handlers must not open the door."""
    bot = await make_bot(allowed_ids=frozenset({BILAL["id"]}))
    bot.telegram.fail("sendMessage", 400, "Bad Request: something new")
    with caplog.at_level(logging.ERROR):
        calls = await bot.receive(updates.said("Gaza"))
    assert [call.method for call in calls] == ["sendMessage"]
    assert not bot.library.asked
    assert "turned away" in caplog.text
