"""Updates are kept before Telegram is told, worked on once, and let go of with their answer."""

from __future__ import annotations

import asyncio
import itertools
import json
import sqlite3
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from cpecbot.bot.receiving.reception import UPDATES, Reception
from cpecbot.errors import StorageError
from cpecbot.storage import Storage, disk
from cpecbot.storage.file import File
from fakes import updates
from fakes.bot import PATIENCE, Bot, Make, buttons, until
from fakes.receiving import ADDRESS, HOOK, SECRET, polling, posting

QUESTIONS = ("Gaza", "Gwadar Port", "Kashmir", "ML-1", "strategic dialogue")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bot.sqlite3"


@pytest.fixture
async def gate() -> AsyncIterator[threading.Event]:
    """Nothing is answered before it is set."""
    event = threading.Event()
    yield event
    event.set()


async def held(make_bot: Make, path: Path | None, gate: threading.Event, **settings: Any) -> Bot:
    """A bot that answers nothing before the gate is open."""
    bot = await make_bot(Storage(path), pauses=(0.001,), **settings)
    bot.library.trouble = lambda _: gate.wait(PATIENCE) and None
    return bot


def waiting(path: Path) -> list[str]:
    """What stands in the file, read as another program would."""
    database = sqlite3.connect(path)
    try:
        return [content for (content,) in database.execute("SELECT content FROM inbox WHERE content IS NOT NULL")]
    finally:
        database.close()


def polls(bot: Bot) -> list[dict[str, Any]]:
    return [call for call in bot.telegram.made("getUpdates") if "offset" in call]


def texts(bot: Bot) -> list[str]:
    return [message["text"] for message in bot.telegram.messages.values()]


async def test_it_is_in_the_file_before_the_offset_moves_and_leaves_it_with_the_answer(
    make_bot: Make, path: Path, gate: threading.Event
) -> None:
    """A kill at any moment between loses nothing."""
    bot = await held(make_bot, path, gate)
    update = updates.said("Gaza")
    bot.telegram.updates.append(update)
    async with polling(bot.application):
        await until(lambda: any(int(call["offset"]) > update["update_id"] for call in polls(bot)))
        (content,) = waiting(path)
        assert '"Gaza"' in content
        assert not texts(bot)
        gate.set()
    assert texts(bot)
    assert waiting(path) == []


async def test_the_next_run_answers_what_the_last_one_left(make_bot: Make, path: Path, gate: threading.Event) -> None:
    """In the order in which it was asked, and once, although Telegram sends it again."""
    bot = await held(make_bot, path, gate)
    sent = [updates.said(question) for question in QUESTIONS]
    reception = Reception(bot.application)
    await reception.take(sent)
    await reception.close(0)
    assert len(waiting(path)) == len(QUESTIONS)
    gate.set()
    again = await make_bot(Storage(path))
    reception = Reception(again.application)
    await reception.resume()
    await reception.take(sent)
    await reception.close(PATIENCE)
    assert [question for question, _ in again.library.asked] == list(QUESTIONS)
    assert waiting(path) == []


async def test_what_is_left_at_the_end_is_told(
    make_bot: Make, path: Path, gate: threading.Event, caplog: pytest.LogCaptureFixture
) -> None:
    """And whether anything keeps it."""
    for where, outcome in ((path, "left for the next start"), (None, "lost: nothing keeps them")):
        bot = await held(make_bot, where, gate)
        reception = Reception(bot.application)
        await reception.take([updates.said("Gaza"), updates.said("Gwadar Port", user=updates.BILAL)])
        await reception.close(0)
        assert f"2 updates are {outcome}" in caplog.text


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
async def test_whatever_order_they_come_in_each_is_answered_once(bot: Bot, order: tuple[int, ...]) -> None:
    """By polling or by webhook, which both end here."""
    sent = [updates.said(question, user=user) for question, user in zip(QUESTIONS, [updates.ANNA] * 3, strict=False)]
    reception = Reception(bot.application)
    for number in order:
        await reception.take([sent[number], sent[0]])
    await reception.take(sent)
    await reception.close(PATIENCE)
    assert sorted(question for question, _ in bot.library.asked) == sorted(QUESTIONS[:3])


async def test_a_batch_is_worked_on_in_the_order_of_its_numbers(bot: Bot) -> None:
    """Which is that in which people wrote."""
    reception = Reception(bot.application)
    await reception.take([updates.said(question) for question in QUESTIONS][::-1])
    await reception.close(PATIENCE)
    assert [question for question, _ in bot.library.asked] == list(QUESTIONS)


async def test_by_webhook_the_same_post_twice_is_answered_once(bot: Bot, tmp_path: Path) -> None:
    """Telegram posts again what it was not told in time to have arrived."""
    async with posting(bot.application, HOOK, tmp_path) as client:
        body = updates.said("Gaza")
        answers = await asyncio.gather(*(client.post(ADDRESS, json=body, headers=SECRET) for _ in range(3)))
        assert [answer.status_code for answer in answers] == [200] * 3
    assert len(bot.library.asked) == 1


async def test_a_vote_delivered_twice_stays_a_vote(bot: Bot) -> None:
    """The second press of a person is another update, and takes it back."""
    await bot.say("Gaza")
    shown = bot.last
    (data,) = buttons(shown, "👍")
    reception, press = Reception(bot.application), updates.pressed(data, shown)
    await reception.take([press])
    await reception.take([press])
    await reception.close(PATIENCE)
    assert (await bot.services.storage.totals()).useful == 1
    await reception.take([updates.pressed(data, shown)])
    await reception.close(PATIENCE)
    assert (await bot.services.storage.totals()).useful == 0


async def test_a_vote_whose_update_is_taken_up_again_stays_a_vote(make_bot: Make, path: Path) -> None:
    """Killed after it counted and before its press was answered: it is let go of with the verdict."""
    bot = await make_bot(Storage(path))
    await bot.say("Gaza")
    shown = bot.last
    (data,) = buttons(shown, "👍")
    bot.telegram.fail("answerCallbackQuery", 429, "Too Many Requests: retry after 800", retry_after=800)
    reception = Reception(bot.application)
    await reception.take([updates.pressed(data, shown)])
    await until(lambda: bot.telegram.made("answerCallbackQuery"))
    await reception.close(0)
    assert waiting(path) == []
    assert (await bot.services.storage.totals()).useful == 1


async def test_inline_queries_are_not_kept(make_bot: Make, path: Path, gate: threading.Event) -> None:
    """Nobody waits for them after a restart; that they came is remembered."""
    bot = await held(make_bot, path, gate)
    reception, typed = Reception(bot.application), updates.typed_inline("Gaza")
    await reception.take([typed])
    await until(lambda: bot.library.asked)
    assert waiting(path) == []
    await reception.take([typed])
    gate.set()
    await reception.close(PATIENCE)
    assert len(bot.library.asked) == 1


@pytest.mark.parametrize(
    "raw",
    [
        updates.said("Gaza", chat={"id": [1], "type": "private"}),
        updates.said("Gaza", forward_origin={"type": "user", "date": 1}),
        updates.said("Gaza \ud800"),
        updates.update(message=updates.message("Gaza") | {"text": {"of": "Gaza"}}),
    ],
)
async def test_what_nobody_can_work_on_does_not_come_up_again(make_bot: Make, path: Path, raw: dict[str, Any]) -> None:
    """Nor does it hold up the next."""
    bot = await make_bot(Storage(path), pauses=(0.001,))
    bot.telegram.updates.extend([raw, updates.said("Kashmir", user=updates.BILAL)])
    async with polling(bot.application):
        await until(lambda: any("Kashmir" in text for text in texts(bot)))
    assert waiting(path) == []


async def test_what_an_older_program_kept_and_this_one_cannot_read_is_let_go_of(
    make_bot: Make, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """With a line in the log."""
    storage = Storage(path)
    await storage.open()
    await storage.close()
    database = sqlite3.connect(path)
    row = (7, 1, '{"update_id": 7, "message": {"text": "private"}}', 0)
    database.execute("INSERT INTO inbox (id, person, content, received_at) VALUES (?, ?, ?, ?)", row)
    database.commit()
    database.close()
    bot = await make_bot(Storage(path))
    await Reception(bot.application).resume()
    assert waiting(path) == []
    assert "update 7 (message) cannot be read" in caplog.text
    assert "private" not in caplog.text.replace("private chat", "")


async def test_what_the_last_run_left_is_taken_up_as_soon_as_the_file_can_be_read(
    make_bot: Make, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It could not be when the program started; rows that somebody else put there stop nothing."""
    await (await make_bot(Storage(path))).services.storage.close()
    database = sqlite3.connect(path)
    question = json.dumps(updates.said("Gaza") | {"update_id": 7})
    rows = [(7, updates.ANNA["id"], question, 1.0), (8, 1, "{", 1.0)]
    database.executemany("INSERT INTO inbox (id, person, content, received_at) VALUES (?, ?, ?, ?)", rows)
    database.commit()
    database.close()
    monkeypatch.setattr(disk, "PAUSE", 0)
    with monkeypatch.context() as patched:
        patched.setattr(File, "rows", broken)
        bot = await make_bot(Storage(path), pauses=(0.01,))
        reception = Reception(bot.application)
        await reception.resume()
        assert bot.library.asked == []
    await until(lambda: bot.library.asked)
    await reception.close(PATIENCE)
    assert waiting(path) == []


def broken(*_: object) -> None:
    raise StorageError("disk I/O error") from sqlite3.OperationalError()


@pytest.mark.parametrize("channels", [False, True])
async def test_telegram_is_asked_for_posts_of_channels_where_they_are_answered(make_bot: Make, channels: bool) -> None:
    """And for nothing else that nobody takes."""
    bot = await make_bot(channels=channels)
    async with polling(bot.application):
        await until(lambda: bot.telegram.made("getUpdates"))
    wanted = {kind for call in bot.telegram.made("getUpdates") for kind in call["allowed_updates"]}
    assert wanted - set(UPDATES) == ({"channel_post"} if channels else set())
