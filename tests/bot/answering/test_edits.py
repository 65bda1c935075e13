"""Editing a question edits its answer."""

from __future__ import annotations

from pathlib import Path

from cpecbot.storage import Preferences, Storage
from fakes import updates
from fakes.bot import Bot, Clock, Make
from fakes.updates import GROUP


async def test_an_edited_question_edits_its_answer(bot: Bot) -> None:
    """No new message appears."""
    await bot.say("Gaza", message_id=60)
    calls = await bot.receive(updates.edited("Kashmir", 60))
    assert [call.method for call in calls] == ["editMessageText"]
    assert "Kashmir" in bot.last["text"]


async def test_an_edit_that_changes_nothing_is_no_failure(bot: Bot) -> None:
    """Telegram reports edits for link previews and reactions too."""
    await bot.say("zebra", message_id=60)
    calls = await bot.receive(updates.edited("zebra", 60))
    assert [call.method for call in calls] == ["editMessageText"]
    assert bot.services.counts["failures"] == 0


async def test_an_edited_question_that_was_never_answered_is_answered(bot: Bot) -> None:
    """For example one that was asked in a group before the bot was mentioned in it."""
    calls = await bot.receive(updates.edited("@cpec_quotes_bot Gaza", 61, chat=GROUP))
    assert [call.method for call in calls] == ["sendMessage"]


async def test_the_answer_was_deleted_meanwhile(bot: Bot) -> None:
    """Then a new one is sent."""
    await bot.say("Gaza", message_id=60)
    bot.telegram.messages.clear()
    calls = await bot.receive(updates.edited("Kashmir", 60))
    assert [call.method for call in calls] == ["editMessageText", "sendMessage"]


async def test_a_shorter_answer_deletes_the_messages_that_are_too_many(make_bot: Make) -> None:
    """A long answer takes several messages."""
    bot = await make_bot()
    await bot.services.storage.save_preferences(updates.ANNA["id"], Preferences(quotes=40))
    await bot.say("strategic dialogue pakistan china", message_id=60)
    long = [key for key in bot.telegram.messages if key[0] == 501]
    assert len(long) > 1
    calls = await bot.receive(updates.edited("Gaza", 60))
    methods = [call.method for call in calls]
    assert methods == ["editMessageText"] + ["deleteMessage"] * (len(long) - 1)
    calls = await bot.receive(updates.edited("strategic dialogue pakistan china", 60))
    assert [call.method for call in calls] == ["editMessageText"] + ["sendMessage"] * (len(long) - 1)


async def test_an_edited_command_asks_again_and_other_commands_do_not(bot: Bot) -> None:
    """Only /ask is a question."""
    await bot.say("/ask Gaza", message_id=62)
    calls = await bot.receive(updates.edited("/ask Kashmir", 62))
    assert [call.method for call in calls] == ["editMessageText"]
    assert await bot.receive(updates.edited("/help", 63)) == []
    assert await bot.receive(updates.edited("/nonsense", 64)) == []


async def test_the_answer_of_an_edited_question_is_found_after_a_restart(make_bot: Make, tmp_path: Path) -> None:
    """Ids of messages are kept, texts are not."""
    path = tmp_path / "state" / "bot.sqlite3"
    old = await make_bot(Storage(path, clock=Clock()))
    await old.say("Gaza", message_id=60)
    new = await make_bot(Storage(path, clock=Clock()))
    new.telegram.messages.update(old.telegram.messages)
    calls = await new.receive(updates.edited("Kashmir", 60))
    assert [call.method for call in calls] == ["editMessageText"]
    await old.services.storage.close()
    assert b"Gaza" not in path.read_bytes() + _wal(path)


def _wal(path: Path) -> bytes:
    wal = path.with_name(path.name + "-wal")
    return wal.read_bytes() if wal.exists() else b""


async def test_an_edited_follow_up_still_continues_the_question_before_it(bot: Bot) -> None:
    """Not itself."""
    await bot.say("Gaza", message_id=70)
    await bot.say("and Kashmir", message_id=71)
    await bot.receive(updates.edited("and Afghanistan", 71))
    previous = bot.library.asked[-1][1].previous
    assert previous is not None
    assert previous.question == "Gaza"
