"""What was received is kept until it is answered, and each update is new once."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from cpecbot.storage import Feedback, Preferences, Received, Reply, Storage
from cpecbot.storage.inbox import MOST_STARTS
from fakes.bot import Clock

ANNA, BILAL, CHAT = 1, 2, -100
TEXT = "What about Gwadar?"
DAY = 86_400.0


def asked(number: int, person: int = ANNA, text: str = TEXT) -> Received:
    return Received(number, person, f"{text} {number}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bot.sqlite3"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def storage(path: Path, clock: Clock) -> AsyncIterator[Storage]:
    opened = await opened_at(path, clock)
    yield opened
    await opened.close()


async def opened_at(path: Path, clock: Clock) -> Storage:
    storage = Storage(path, clock)
    await storage.open()
    return storage


def on_disk(path: Path) -> bytes:
    """The file and its write-ahead log."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return b"".join(file.read_bytes() for file in files if file.exists())


async def left(path: Path, clock: Clock) -> tuple[Received, ...] | None:
    """What another program would take up."""
    other = await opened_at(path, clock)
    try:
        return await other.waiting()
    finally:
        await other.close()


async def test_what_was_received_outlives_a_kill(storage: Storage, path: Path, clock: Clock) -> None:
    """In the order of Telegram's numbers, whatever order it came in; nothing is closed before another program reads."""
    await storage.receive([asked(8), asked(7)])
    await storage.receive([asked(5)])
    await storage.answered(7)
    again = await opened_at(path, clock)
    assert await again.waiting() == (asked(5), asked(8))
    await again.close()


@pytest.mark.parametrize("keeps", [True, False])
async def test_an_update_is_new_once(path: Path, clock: Clock, keeps: bool) -> None:
    """Twice in a batch, again later, answered or not, by two ways at the same time; in memory too."""
    storage = await opened_at(path, clock) if keeps else Storage(clock=clock)
    assert storage.keeps is keeps
    assert await storage.receive([asked(7), asked(7), asked(8)]) == (asked(7), asked(8))
    assert await storage.receive([asked(8), asked(6)]) == (asked(6),)
    await storage.answered(7)
    assert await storage.receive([asked(7)]) == ()
    both = await asyncio.gather(storage.receive([asked(9)]), storage.receive([asked(9)]))
    assert sorted(map(len, both)) == [0, 1]
    await storage.close()


async def test_an_update_is_new_once_across_restarts(storage: Storage, path: Path, clock: Clock) -> None:
    """For as long as Telegram may repeat it."""
    await storage.receive([asked(7), asked(8)])
    await storage.answered(7)
    await storage.close()
    clock.now += DAY
    again = await opened_at(path, clock)
    await again.tidy()
    assert await again.receive([asked(7), asked(8), asked(9)]) == (asked(9),)
    await again.close()


async def test_ids_are_forgotten_after_a_day_but_nothing_that_waits_is(
    storage: Storage, path: Path, clock: Clock
) -> None:
    """Telegram may begin anew with its numbers after a week."""
    await storage.receive([asked(7), asked(8)])
    await storage.answered(7)
    clock.now += DAY + 2 * 3600
    await storage.tidy()
    await storage.close()
    again = await opened_at(path, clock)
    assert await again.waiting() == (asked(8),)
    assert await again.receive([asked(7), asked(8)]) == (asked(7),)
    await again.close()


@pytest.mark.parametrize("length", [1, 10_000])
async def test_the_text_goes_with_the_answer(storage: Storage, path: Path, length: int) -> None:
    """From the file and from its log, once it is tidied; no person stands there either."""
    await storage.receive([asked(7, text=TEXT * length)])
    assert TEXT.encode() in on_disk(path)
    await storage.answered(7)
    await storage.tidy()
    assert TEXT.encode() not in on_disk(path)
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT id, person, content FROM inbox").fetchall() == [(7, None, None)]
    database.close()


async def test_what_ends_the_program_each_time_is_given_up(
    path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """After ten starts with it, told by its number; what came later is not."""
    for start in range(MOST_STARTS + 1):
        storage = await opened_at(path, clock)
        left = await storage.waiting()
        await storage.receive([asked(7), asked(8)] if start == 0 else [asked(9)])
        await storage.close()
    assert left == (asked(7), asked(8), asked(9))
    storage = await opened_at(path, clock)
    assert await storage.waiting() == (asked(9),)
    assert await storage.receive([asked(7)]) == ()
    await storage.close()
    assert "update 7 is given up" in caplog.text
    assert TEXT not in caplog.text


async def test_forget_takes_what_waits_with_it_at_once(storage: Storage, path: Path, clock: Clock) -> None:
    """Of this person; it is still answered by the program that has it."""
    await storage.receive([asked(7), asked(8, BILAL, "And Kashmir?")])
    assert await storage.forget(ANNA)
    assert TEXT.encode() not in on_disk(path)
    assert await left(path, clock) == (asked(8, BILAL, "And Kashmir?"),)
    assert await storage.receive([asked(7)]) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")
async def test_what_waits_is_taken_up_by_one_of_two_programs(
    storage: Storage, path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """The one that runs; by the other once that has ended, with a line in the log and for nobody else to read."""
    assert await storage.waiting() == ()
    await storage.receive([asked(7), asked(8)])
    other = await opened_at(path, clock)
    assert [await other.waiting() for _ in range(3)] == [None] * 3
    assert caplog.text.count("another program") == 1
    await storage.answered(7)
    await storage.close()
    assert await other.waiting() == (asked(8),)
    await other.close()
    assert {each.stat().st_mode & 0o077 for each in path.parent.iterdir()} == {0}


async def test_what_was_done_is_not_done_again_after_a_kill(storage: Storage, path: Path, clock: Clock) -> None:
    """The verdict, its withdrawal, a setting and a reply let go of their update in the same transaction."""
    verdict = Feedback(ANNA, CHAT, 5, True, ("004",), 1.0)
    await storage.receive([asked(7), asked(8), asked(9), asked(10)])
    assert (await storage.save_feedback(verdict, 7)).stands
    assert await left(path, clock) == (asked(8), asked(9), asked(10))
    assert not (await storage.save_feedback(verdict, 8)).stands
    assert await left(path, clock) == (asked(9), asked(10))
    assert await storage.save_preferences(ANNA, Preferences("ur"), 9)
    assert await left(path, clock) == (asked(10),)
    await storage.save_reply(Reply(CHAT, 4, ANNA, (5,), 1.0))
    assert await left(path, clock) == (asked(10),)
    await storage.save_reply(Reply(CHAT, 4, ANNA, (5,), 1.0, update=10))
    assert await left(path, clock) == ()


async def test_a_locked_file_delays_nothing_and_is_made_up_for(storage: Storage, path: Path, clock: Clock) -> None:
    """What came meanwhile is new once, and waits in the file afterwards."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert await storage.receive([asked(7), asked(8)]) == (asked(7), asked(8))
    assert await storage.receive([asked(7)]) == ()
    await storage.answered(7)
    other.execute("ROLLBACK")
    other.close()
    await storage.tidy()
    again = await opened_at(path, clock)
    assert await again.waiting() == (asked(8),)
    await again.close()


async def test_a_write_whose_asker_is_cancelled_is_done_all_the_same(
    storage: Storage, path: Path, clock: Clock
) -> None:
    """When the program is stopped: what was begun is whole, and so is what was asked for after it."""
    await storage.receive([asked(7), asked(8)])
    task = asyncio.create_task(storage.save_preferences(ANNA, Preferences("ur"), 8))
    while not storage.condition.waiting:  # noqa: ASYNC110 - it is written within a few turns of the loop
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await storage.answered(7)
    again = await opened_at(path, clock)
    assert await again.waiting() == ()
    assert await again.preferences(ANNA) == Preferences("ur")
    await again.close()


async def test_what_was_deleted_is_overwritten(storage: Storage) -> None:
    """Whatever SQLite does of itself."""
    assert storage._disk is not None
    assert await storage._disk.read(lambda file: file.rows("PRAGMA secure_delete"), None) == [(1,)]


async def test_a_row_that_turns_out_hopeless_later_takes_no_other_with_it(
    storage: Storage, path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """While the file is locked, nothing tells that it can never be written."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    await storage.save_feedback(Feedback(2**63, CHAT, 5, True, ("004",), 1.0))
    await storage.save_preferences(ANNA, Preferences("ur"))
    other.execute("ROLLBACK")
    other.close()
    assert await storage.save_preferences(BILAL, Preferences("fa"))
    again = await opened_at(path, clock)
    assert [(await again.preferences(person)).language for person in (ANNA, BILAL)] == ["ur", "fa"]
    await again.close()
    assert caplog.text.count("not tried again") == 1


async def test_a_row_that_cannot_be_written_takes_no_other_with_it(
    storage: Storage, path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """Those that go to the file together; nor is it tried for ever."""
    replies = [Reply(CHAT, number, ANNA, (1,), clock.now) for number in range(20)]
    hopeless = Reply(2**63, 7, ANNA, (1,), clock.now)
    await asyncio.gather(*(storage.save_reply(each) for each in (*replies[:10], hopeless, *replies[10:])))
    await storage.save_preferences(ANNA, Preferences("ur"))
    again = await opened_at(path, clock)
    assert [await again.reply(CHAT, number) for number in range(20)] == replies
    assert (await again.preferences(ANNA)).language == "ur"
    await again.close()
    assert caplog.text.count("not tried again") == 1
