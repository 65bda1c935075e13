"""An album is one thing that somebody sent, and so is what a finger sent twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cpecbot.bot.receiving.reception import Reception
from cpecbot.storage import Storage
from fakes import updates
from fakes.bot import PATIENCE, Bot, Make


def part(caption: str | None = None, **more: Any) -> dict[str, Any]:
    """A picture of an album."""
    message = updates.message("", media_group_id="7", **more) | {"photo": []}
    del message["text"]
    return updates.update(message=message | ({"caption": caption} if caption else {}))


async def replies(bot: Bot, *batches: list[dict[str, Any]]) -> list[str]:
    """What the bot says, each batch once the one before is dealt with."""
    reception = Reception(bot.application)
    for batch in batches:
        await reception.take(batch)
        await reception.close(PATIENCE)
    return [call["text"] for call in bot.telegram.made("sendMessage")]


@pytest.fixture
async def bot(make_bot: Make) -> Bot:
    return await make_bot(album=0.05)


@pytest.mark.parametrize("place", range(3))
async def test_the_caption_of_an_album_is_answered_wherever_it_stands(bot: Bot, place: int) -> None:
    """And nothing is said of the pictures."""
    (text,) = await replies(bot, [part("Gaza" if number == place else None) for number in range(3)])
    assert "Gaza" in text


async def test_an_album_with_one_caption_on_each_picture_gets_one_reply(bot: Bot) -> None:
    """The first stands for all."""
    assert len(await replies(bot, [part("Gaza") for _ in range(3)])) == 1


async def test_an_album_without_words_gets_one_reply(bot: Bot) -> None:
    """Ten pictures are not refused ten times; those of another album are, once."""
    texts = await replies(bot, [part() for _ in range(10)], [part()], [part(user=updates.BILAL)])
    assert len(texts) == 2
    assert "only text" in texts[0]


async def test_a_caption_that_comes_late_is_answered_all_the_same(bot: Bot) -> None:
    """By webhook the parts may come apart."""
    _, text = await replies(bot, [part()], [part("Gaza")])
    assert "Gaza" in text


async def test_a_kill_while_the_parts_come_in_loses_none(make_bot: Make, tmp_path: Path) -> None:
    """The next start answers the album, once."""
    bot = await make_bot(Storage(tmp_path / "bot.sqlite3"), album=60.0)
    reception = Reception(bot.application)
    await reception.take([part(), part("Gaza")])
    await reception.close(0.0)
    storage = Storage(tmp_path / "bot.sqlite3")
    again = await make_bot(storage, album=0.05)
    reception = Reception(again.application)
    await reception.resume()
    await reception.close(PATIENCE)
    assert len(again.telegram.made("sendMessage")) == 1
    assert not await storage.waiting()


def asked(number: int, text: str = "Gaza", seconds: int = 0, **more: Any) -> dict[str, Any]:
    date = int((datetime.fromtimestamp(updates.DATE, UTC) + timedelta(seconds=seconds)).timestamp())
    return updates.said(text, message_id=number, date=date, **more)


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (asked(61), 1),
        (asked(61, seconds=1), 1),
        (asked(61, seconds=2), 2),
        (asked(62), 2),
        (asked(61, "Kashmir"), 2),
        (asked(61, user=updates.BILAL), 2),
    ],
)
async def test_the_same_question_right_behind_itself_counts_once(
    make_bot: Make, second: dict[str, Any], count: int
) -> None:
    """In the next message, within a second, of the same person; a third time as well."""
    bot = await make_bot()
    await bot.receive(asked(60))
    await bot.receive(second)
    if count == 1:
        await bot.receive(asked(62))
    assert len(bot.telegram.made("sendMessage")) == count


async def test_what_was_not_answered_does_not_count(make_bot: Make) -> None:
    """Nobody is left without an answer."""
    bot = await make_bot(pauses=(0.001,))
    bot.telegram.break_off("sendMessage", "drop")
    bot.telegram.fail("sendMessage", 403, "Forbidden")
    await bot.receive(asked(60))
    await bot.receive(asked(61))
    assert "Gaza" in bot.last["text"]
