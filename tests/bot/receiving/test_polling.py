"""Updates that are fetched: whatever comes, the offset moves and the next one is answered."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from telegram.error import InvalidToken

from cpecbot.bot.receiving.reading import DEEPEST
from cpecbot.storage import Storage
from fakes import updates
from fakes.bot import ADMIN, Bot, Make, until
from fakes.receiving import ADDRESS, HOOK, SECRET, polling, posting

PRIVATE = "what nobody else may read"


@pytest.fixture
async def bot(make_bot: Make) -> Bot:
    """One that does not wait long between attempts."""
    return await make_bot(pauses=(0.001,))


def unreadable(number: int) -> dict[str, Any]:
    return {"update_id": number, "message": {"message_id": number, "text": PRIVATE}}


def texts(bot: Bot) -> str:
    return " ".join(message["text"] for message in bot.telegram.messages.values())


def offset(bot: Bot) -> int:
    return max((int(call.get("offset", 0)) for call in bot.telegram.made("getUpdates")), default=0)


async def test_one_that_cannot_be_read_holds_up_no_other(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    """Before it, behind it, and in a batch of its own; the log names it once, without its text."""
    first, last = updates.said("Gaza"), updates.said("Gwadar Port")
    bot.telegram.updates.extend([unreadable(first["update_id"] - 1), first, unreadable(last["update_id"] - 1), last])
    async with polling(bot.application):
        await until(lambda: len(bot.telegram.messages) >= 2)
        bot.telegram.updates.append(unreadable(last["update_id"] + 1))
        await until(lambda: not bot.telegram.updates)
    assert "Gaza" in texts(bot)
    assert "Gwadar" in texts(bot)
    assert caplog.text.count("cannot be read") == 3
    assert PRIVATE not in caplog.text


async def test_the_admins_are_told_what_could_not_be_read(bot: Bot) -> None:
    """By kind; the last of them by its id."""
    bot.telegram.updates.append(unreadable(77_777))
    async with polling(bot.application):
        await until(lambda: bot.telegram.messages)
    (told,) = bot.telegram.made("sendMessage")
    assert int(told["chat_id"]) == ADMIN
    assert "unreadable message" in told["text"]
    assert "77777" in told["text"]
    assert bot.services.counts["failures"] == 1


async def test_what_no_handler_knows_passes_without_a_word(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    """Telegram may send new kinds at any time."""
    bot.telegram.updates.append({"update_id": 7, "telepathy": {"text": PRIVATE}})
    async with polling(bot.application):
        await until(lambda: offset(bot) == 8)
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


async def test_a_batch_in_which_nothing_has_an_id_is_not_asked_for_in_a_hurry(
    make_bot: Make, no_waiting: list[float]
) -> None:
    """It would come again at once, and nothing can be done about it."""
    bot = await make_bot(pauses=(0.001, 40.0))
    bot.telegram.updates.append({"message": PRIVATE})
    async with polling(bot.application):
        await until(lambda: no_waiting.count(40.0) >= 2)
    assert len(bot.telegram.made("getUpdates")) <= no_waiting.count(40.0) + 1


@pytest.mark.parametrize("status", [401, 404])
async def test_one_refusal_of_the_token_ends_nothing(bot: Bot, status: int) -> None:
    """python-telegram-bot would poll no more."""
    bot.telegram.fail("getUpdates", status, "Unauthorized")
    bot.telegram.updates.append(updates.said("Gaza"))
    async with polling(bot.application):
        await until(lambda: bot.telegram.messages)


async def test_a_token_that_stays_refused_ends_it(make_bot: Make) -> None:
    """After a minute, and not before."""
    bot = await make_bot(pauses=(0.001,), token_patience=60.0)
    for _ in range(10_000):
        bot.telegram.fail("getUpdates", 401, "Unauthorized")
    async with polling(bot.application) as task:
        await until(lambda: len(bot.telegram.made("getUpdates")) > 3)
        bot.clock.now += 59
        asked = len(bot.telegram.made("getUpdates"))
        await until(lambda: len(bot.telegram.made("getUpdates")) > asked + 3)
        assert not task.done()
        bot.clock.now += 1
        await asyncio.wait([task])
        assert isinstance(task.exception(), InvalidToken)


async def test_refusals_with_success_between_them_end_nothing(make_bot: Make) -> None:
    """However long they go on."""
    bot = await make_bot(pauses=(0.001,), token_patience=60.0)
    async with polling(bot.application) as task:
        for _ in range(5):
            bot.telegram.fail("getUpdates", 404, "Not Found")
            asked = len(bot.telegram.made("getUpdates"))
            await until(lambda asked=asked: len(bot.telegram.made("getUpdates")) > asked + 2)
            bot.clock.now += 61
        assert not task.done()


async def test_the_last_success_is_known_and_a_long_silence_told_once(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    """And its end."""
    async with polling(bot.application):
        await until(lambda: bot.telegram.made("getUpdates"))
        for _ in range(300):
            bot.telegram.fail("getUpdates", 502, "Bad Gateway")
        await until(lambda: "Bad Gateway" in caplog.text)
        assert "not been reached" not in caplog.text
        heard = bot.services.heard_at
        bot.clock.now += 61
        await until(lambda: "reached again" in caplog.text)
        assert heard < bot.services.heard_at == bot.clock.now
    assert caplog.text.count("not been reached for 61 s") == 1


async def test_telegram_is_not_asked_before_the_time_that_it_named(make_bot: Make, no_waiting: list[float]) -> None:
    """429 on getUpdates."""
    bot = await make_bot()
    bot.telegram.fail("getUpdates", 429, "Too Many Requests: retry after 40", retry_after=40)
    async with polling(bot.application):
        await until(lambda: len(bot.telegram.made("getUpdates")) > 1)
    assert [seconds for seconds in no_waiting if 40 <= seconds < 41]


async def test_what_was_taken_in_is_confirmed_at_the_end(bot: Bot) -> None:
    """So that whoever polls next does not get it once more."""
    update = updates.said("Gaza")
    async with polling(bot.application) as task:
        bot.telegram.updates.append(update)
        await until(lambda: bot.telegram.messages)
        task.cancel()
    last = bot.telegram.made("getUpdates")[-1]
    assert (int(last["offset"]), int(last["timeout"])) == (update["update_id"] + 1, 0)


async def test_what_is_not_in_the_storage_yet_is_not_confirmed(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told to stop at that moment, for example."""
    reached = asyncio.Event()

    async def receive(_: object) -> None:
        reached.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(bot.services.storage, "receive", receive)
    bot.telegram.updates.append(updates.said("Gaza"))
    async with polling(bot.application):
        await reached.wait()
    assert offset(bot) == 0


async def test_more_stay_with_telegram_than_may_wait(make_bot: Make) -> None:
    """No memory grows without bounds."""
    bot, gate = await make_bot(pauses=(0.001,), waiting=2), threading.Event()
    bot.library.trouble = lambda _: gate.wait(60) and None
    bot.telegram.updates.extend([updates.said("Gaza"), updates.said("Gwadar")])
    try:
        async with polling(bot.application):
            await until(lambda: bot.library.asked)
            asked = len(bot.telegram.made("getUpdates"))
            await asyncio.sleep(0.05)
            assert len(bot.telegram.made("getUpdates")) == asked
            gate.set()
            await until(lambda: len(bot.telegram.made("getUpdates")) > asked)
    finally:
        gate.set()


async def test_nothing_is_confirmed_before_it_is_in_the_database(make_bot: Make, tmp_path: Path) -> None:
    """It is answered at once; while another program's lock keeps it from being written, Telegram keeps it, too."""
    path = tmp_path / "bot.sqlite3"
    bot = await make_bot(Storage(path), pauses=(0.001,))
    other = sqlite3.connect(path, isolation_level=None)
    async with polling(bot.application):
        await until(lambda: bot.telegram.made("getUpdates"))
        other.execute("BEGIN EXCLUSIVE")
        asked = updates.said("Gaza")
        bot.telegram.updates.append(asked)
        await until(lambda: "Gaza" in texts(bot))
        assert offset(bot) <= asked["update_id"]
        other.close()
        await until(lambda: offset(bot) > asked["update_id"])
    assert len(bot.telegram.made("sendMessage")) == 1


async def test_a_post_is_not_answered_before_it_is_in_the_database(make_bot: Make, tmp_path: Path) -> None:
    """Also where it comes a second time meanwhile."""
    path = tmp_path / "bot.sqlite3"
    bot = await make_bot(Storage(path), pauses=(0.001,))
    other = sqlite3.connect(path, isolation_level=None)
    async with posting(bot.application, HOOK, tmp_path) as client:
        other.execute("BEGIN EXCLUSIVE")
        asked = updates.said("Gaza")
        posts = [asyncio.create_task(client.post(ADDRESS, json=asked, headers=SECRET)) for _ in range(2)]
        await until(lambda: "Gaza" in texts(bot))
        done, _ = await asyncio.wait(posts, timeout=0.3)
        assert not done
        other.close()
        assert [response.status_code for response in await asyncio.gather(*posts)] == [200, 200]
    assert len(bot.telegram.made("sendMessage")) == 1


async def test_one_that_is_nested_too_deep_holds_up_no_other(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    """It is told by its number, and left behind."""
    deep: list[Any] = []
    for _ in range(DEEPEST):
        deep = [deep]
    first, last = updates.said("Gaza"), updates.said("Gwadar Port")
    bot.telegram.updates.extend([first, updates.said("Karachi", more=deep), last])
    async with polling(bot.application):
        await until(lambda: "Gwadar" in texts(bot))
        await until(lambda: offset(bot) > last["update_id"])
    assert "Gaza" in texts(bot)
    assert caplog.text.count("cannot be read: NestedTooDeepError") == 1
