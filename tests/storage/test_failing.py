"""What was said to be saved is in the file, whatever becomes of the file; the rest is made up for."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from cpecbot.errors import StorageError
from cpecbot.models import Turn
from cpecbot.storage import CHOICES, Feedback, Preferences, Received, Reply, Storage, disk
from cpecbot.storage.file import File

ANNA, BILAL, CHAT = 1, 2, -100
CHOSEN = Preferences("ur", 3, ("fa", "ar"), keep_questions=True)
ASKED = Received(7, ANNA, "What about Gwadar?")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bot.sqlite3"


@pytest.fixture
async def storage(path: Path) -> AsyncIterator[Storage]:
    opened = await opened_at(path)
    yield opened
    await opened.close()


@pytest.fixture(autouse=True)
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "PAUSE", 0)


async def opened_at(path: Path) -> Storage:
    storage = Storage(path)
    await storage.open()
    return storage


async def on_disk(path: Path, person: int = ANNA) -> Preferences:
    """As another program finds them."""
    other = await opened_at(path)
    try:
        return await other.preferences(person)
    finally:
        await other.close()


def locked(path: Path) -> sqlite3.Connection:
    """Another program that is in the middle of something."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    return other


def unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise StorageError("disk I/O error") from sqlite3.OperationalError()

    monkeypatch.setattr(File, "rows", fail)


async def test_what_could_not_be_read_is_not_written_over(
    storage: Storage, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what the person chose meanwhile is changed; nothing that was shown instead is remembered."""
    await storage.save_preferences(ANNA, CHOSEN)
    await storage.close()
    storage = await opened_at(path)
    with monkeypatch.context() as patched:
        unreadable(patched)
        assert await storage.preferences(ANNA) == Preferences()
        assert await storage.preferences(BILAL) == Preferences()
        await storage.save_preferences(ANNA, Preferences(quotes=8), changed=("quotes",))
        assert (await storage.preferences(ANNA)).quotes == 8
    expected = Preferences("ur", 8, ("fa", "ar"), keep_questions=True)
    assert await storage.preferences(ANNA) == expected
    assert await on_disk(path) == expected
    await storage.close()


@pytest.mark.parametrize("name", CHOICES)
async def test_a_choice_changes_nothing_else(storage: Storage, path: Path, name: str) -> None:
    """Of two that a person makes at the same time in two chats, none takes the other back."""
    await storage.save_preferences(ANNA, CHOSEN)
    await storage.save_preferences(ANNA, Preferences(), changed=(name,))
    for found in (await storage.preferences(ANNA), await on_disk(path)):
        assert [each for each in CHOICES if getattr(found, each) != getattr(CHOSEN, each)] == [name]


async def test_what_is_said_to_be_saved_is_in_the_file(storage: Storage, path: Path) -> None:
    """And what is not in the file is not said to be: neither a setting nor a vote."""
    other = locked(path)
    assert not await storage.save_preferences(ANNA, CHOSEN)
    assert not (await storage.save_feedback(Feedback(ANNA, CHAT, 7, True, (), 1.0))).saved
    assert storage.condition.waiting == 2
    other.close()
    assert await storage.save_preferences(BILAL, CHOSEN)
    assert storage.condition.waiting == 0
    assert await on_disk(path) == CHOSEN


async def test_a_write_that_can_never_be_done_holds_up_no_other(
    storage: Storage, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """An id beyond SQLite's, and a table that somebody took away: dropped, counted, told."""
    await storage.save_preferences(ANNA, CHOSEN)
    database = sqlite3.connect(path)
    database.execute("DROP TABLE turns")
    database.close()
    await storage.save_turn(CHAT, ANNA, Turn("What about Gwadar?", "en", 1.0))
    assert not await storage.save_preferences(2**63, CHOSEN)
    assert await storage.save_preferences(BILAL, CHOSEN)
    assert storage.condition == disk.Condition(usable=True, waiting=0, dropped=2)
    assert caplog.text.count("not tried again") == 2
    assert "Gwadar" not in caplog.text


async def test_what_was_received_outlives_a_run_that_ends_in_an_outage(storage: Storage, path: Path) -> None:
    """It stands in the file, although nothing can be written there any more."""
    await storage.receive([ASKED])
    other = locked(path)
    await storage.save_preferences(ANNA, CHOSEN)
    assert storage.keeps
    assert not storage.condition.usable
    other.close()


@pytest.mark.parametrize("value", [object(), {}, 1j, "\ud800", 2**64])
async def test_a_value_that_no_file_takes_is_dropped(storage: Storage, value: object) -> None:
    """Whatever is wrong with it."""
    assert storage._disk is not None
    assert not await storage._disk.write(("UPDATE people SET language = ?", (value,)))
    assert await storage.save_preferences(ANNA, CHOSEN)
    assert storage.condition.dropped == 1


async def test_ids_beyond_the_file_s_raise_nothing(storage: Storage, caplog: pytest.LogCaptureFixture) -> None:
    """Nor are they taken for a fault of the file."""
    huge = 2**63
    assert await storage.preferences(huge) == Preferences()
    assert await storage.turn(huge, huge) is None
    assert await storage.reply(huge, huge) is None
    assert await storage.receive([Received(huge, huge, "x")])
    await storage.answered(huge)
    await storage.save_turn(huge, ANNA, Turn("x", "en", 1.0))
    await storage.drop_turn(huge, huge)
    await storage.move_chat(huge, -huge)
    await storage.save_reply(Reply(huge, 1, huge, (huge,), 1.0))
    await storage.save_feedback(Feedback(huge, huge, huge, True, (), 1.0))
    assert not await storage.forget(huge)
    assert storage.keeps
    assert "memory" not in caplog.text


ODD = {
    "people": "INSERT INTO people VALUES (1, cast(x'ff' AS TEXT), 9000000000, 'fa  fa', 7)",
    "turns": "INSERT INTO turns VALUES (-100, 1, 'x', 'en', 9e999)",
    "no list": "INSERT INTO replies VALUES (-100, 5, 1, '{}', 1.0, NULL)",
    "no numbers": "INSERT INTO replies VALUES (-100, 5, 1, '[1, \"2\"]', 1.0, NULL)",
    "no JSON": "INSERT INTO replies VALUES (-100, 5, 1, 'x', 1.0, NULL)",
    "nested": "INSERT INTO replies VALUES (-100, 5, 1, replace(hex(zeroblob(50000)), '0', '['), 1.0, NULL)",
    "feedback": "INSERT INTO feedback VALUES (1, -100, 7, 5, 'x', 1.0, NULL, -1, '')",
    "inbox": "INSERT INTO inbox (id, content, received_at) VALUES (-9223372036854775808, 'x', 1.0)",
}


@pytest.mark.parametrize("row", ODD)
async def test_odd_rows_are_read_as_what_they_can_mean(storage: Storage, path: Path, row: str) -> None:
    """Whoever wrote them; nothing raises."""
    database = sqlite3.connect(path)
    database.execute(ODD[row])
    database.commit()
    database.close()
    found = await storage.preferences(ANNA)
    assert (found.quotes, found.keep_questions) == (None, False)
    assert await storage.turn(CHAT, ANNA) is None
    assert await storage.reply(CHAT, 5) is None
    assert (await storage.save_feedback(Feedback(ANNA, CHAT, 7, False, (), 2.0))).stands
    assert await storage.waiting() is not None
    assert storage.keeps


async def test_a_lock_at_the_start_is_waited_for(path: Path) -> None:
    """A tenth of a second is no reason to forget everything at the end."""
    other = locked(path)
    asyncio.get_running_loop().call_later(0.15, other.close)
    storage = await opened_at(path)
    assert storage.keeps
    await storage.close()


async def test_what_was_kept_in_memory_is_written_once_the_file_can_be_opened(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lock that outlasts the start, while people ask and choose."""
    monkeypatch.setattr(disk, "START_PATIENCE", 0)
    other = locked(path)
    storage = await opened_at(path)
    assert await storage.receive([ASKED, Received(8, BILAL, "And Kashmir?")])
    assert await storage.waiting() is None
    await storage.answered(8)
    assert not await storage.save_preferences(ANNA, CHOSEN)
    assert not storage.keeps
    other.close()
    await storage.tidy()
    assert storage.keeps
    await storage.close()
    again = await opened_at(path)
    assert await again.waiting() == (ASKED,)
    assert await again.preferences(ANNA) == CHOSEN
    await again.close()


async def test_what_waits_is_written_before_the_end(storage: Storage, path: Path) -> None:
    """Where the lock goes away in time."""
    other = locked(path)
    assert not await storage.save_preferences(ANNA, CHOSEN)
    asyncio.get_running_loop().call_later(0.3, other.close)
    await storage.close()
    assert await on_disk(path) == CHOSEN


async def test_writes_keep_their_order_through_a_lock(storage: Storage, path: Path) -> None:
    """What was chosen last is what is kept, whichever of them failed."""
    other = locked(path)
    writes = [asyncio.create_task(storage.save_preferences(ANNA, Preferences(quotes=each))) for each in (1, 2, 3, 4, 5)]
    await asyncio.sleep(0.05)
    other.close()
    await asyncio.gather(*writes)
    assert await on_disk(path) == Preferences(quotes=5)


async def test_when_too_much_waits_the_oldest_is_dropped(
    storage: Storage, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memory has an end; what is dropped is counted."""
    monkeypatch.setattr(disk, "MOST_WAITING", 3)
    other = locked(path)
    for person in range(1, 6):
        await storage.save_preferences(person, CHOSEN)
    assert (storage.condition.waiting, storage.condition.dropped) == (3, 2)
    other.close()
    await storage.totals()
    assert [await on_disk(path, person) == CHOSEN for person in range(1, 6)] == [False, False, True, True, True]


async def test_a_disk_that_hangs_holds_up_no_answer(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was not written in time is not said to be."""
    monkeypatch.setattr(disk, "WAIT", 0.02)
    assert storage._disk is not None
    released = asyncio.Event()
    loop = asyncio.get_running_loop()
    hang = asyncio.run_coroutine_threadsafe
    stuck = storage._disk._thread.submit(lambda: hang(released.wait(), loop).result())
    assert not await storage.save_preferences(ANNA, CHOSEN)
    assert await storage.preferences(BILAL) == Preferences()
    released.set()
    await asyncio.wrap_future(stuck)


def deleted(path: Path) -> None:
    path.unlink()


def replaced(path: Path) -> None:
    database = sqlite3.connect(path.with_name("backup"))
    database.close()
    path.with_name("backup").replace(path)


def in_the_way(path: Path) -> None:
    path.unlink()
    path.write_text("a letter")


def gone_with_its_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


@pytest.mark.parametrize("loss", [deleted, replaced, gone_with_its_folder])
async def test_a_file_that_is_taken_away_while_running_is_made_anew(
    storage: Storage, path: Path, loss: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    """What is said to be saved is where another program finds it, with what waits and what people chose."""
    await storage.save_preferences(BILAL, CHOSEN)
    await storage.receive([ASKED])
    loss(path)
    assert await storage.save_preferences(ANNA, CHOSEN)
    again = await opened_at(path)
    assert [await again.preferences(person) for person in (ANNA, BILAL)] == [CHOSEN, CHOSEN]
    assert await again.waiting() == (ASKED,)
    await again.close()
    assert caplog.text.count("deleted or replaced") == 1


async def test_what_is_known_goes_into_a_file_that_could_not_be_made_anew_at_once(
    storage: Storage, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands in its place belongs to somebody else, for a while."""
    monkeypatch.setattr(disk, "PAUSE", 0.0)
    await storage.save_preferences(BILAL, CHOSEN)
    await storage.receive([ASKED])
    in_the_way(path)
    assert not await storage.save_preferences(ANNA, CHOSEN)
    deleted(path)
    assert await storage.save_preferences(ANNA, CHOSEN)
    again = await opened_at(path)
    assert [await again.preferences(person) for person in (ANNA, BILAL)] == [CHOSEN, CHOSEN]
    assert await again.waiting() == (ASKED,)
    await again.close()


def middle_overwritten(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] + b"\xff" * 5000 + content[len(content) // 2 + 5000 :])


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def nought(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


@pytest.mark.parametrize("damage", [middle_overwritten, cut_short, nought])
async def test_a_damaged_file_is_moved_aside_and_told(
    path: Path, damage: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    """What can be read of it is taken over; /forget reaches what was moved, too."""
    storage = await opened_at(path)
    many = Preferences("ur", source_languages=("fa",) * 20)
    await asyncio.gather(*(storage.save_preferences(person, many) for person in range(2000)))
    await storage.close()
    damage(path)
    again = await opened_at(path)
    aside = path.with_name(path.name + ".damaged")
    assert again.keeps
    assert aside.exists()
    assert str(aside) in caplog.text
    if damage is not nought:
        assert (await again.totals()).people > 100
    assert await again.save_preferences(ANNA, CHOSEN)
    assert await again.forget(ANNA)
    assert not aside.exists()
    await again.close()
    assert await on_disk(path) == Preferences()


class TestWhatCameIsInTheFileBeforeTelegramIsTold:
    """Unless the file counts as broken, which is told."""

    async def test_a_lock_is_waited_for(self, storage: Storage, path: Path, caplog: pytest.LogCaptureFixture) -> None:
        other = locked(path)
        assert await storage.receive([ASKED]) == (ASKED,)
        waiting = asyncio.create_task(storage.secure())
        done, _ = await asyncio.wait({waiting}, timeout=0.5)
        assert not done
        assert "going on from memory" not in caplog.text
        other.close()
        await waiting
        assert storage.condition == disk.Condition(usable=True, waiting=0, dropped=0)
        with sqlite3.connect(path) as reader:
            assert reader.execute("SELECT id FROM inbox WHERE content IS NOT NULL").fetchall() == [(ASKED.id,)]
        reader.close()

    async def test_a_lock_that_lasts_is_not(
        self, storage: Storage, path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        """Nor for what comes later."""
        monkeypatch.setattr(disk, "LOCK_PATIENCE", 0.3)
        other = locked(path)
        await storage.receive([ASKED])
        await storage.secure()
        assert not storage.works
        assert caplog.text.count("going on from memory") == 1
        await storage.receive([Received(8, ANNA, "And Karachi?")])
        async with asyncio.timeout(0.25):
            await storage.secure()
        assert caplog.text.count("going on from memory") == 1
        other.close()

    async def test_a_file_that_is_broken_is_not_waited_for(
        self, storage: Storage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def fail(*_: object) -> None:
            raise StorageError("disk I/O error") from sqlite3.OperationalError()

        monkeypatch.setattr(File, "write", fail)
        await storage.receive([ASKED])
        async with asyncio.timeout(1):
            await storage.secure()
        assert caplog.text.count("going on from memory") == 1

    async def test_a_disk_that_hangs_is_waited_for_as_long_as_a_lock(
        self, storage: Storage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        released = threading.Event()
        for name, seconds in (("LOCK_PATIENCE", 0.2), ("WAIT", 0.05)):
            monkeypatch.setattr(disk, name, seconds)
        monkeypatch.setattr(File, "write", lambda *_: released.wait(30))
        try:
            await storage.receive([ASKED])
            await storage.secure()
        finally:
            released.set()
        assert "does not answer; going on from memory" in caplog.text

    async def test_nothing_is_waited_for_where_all_is_written_or_in_memory(self, storage: Storage) -> None:
        for each in (storage, Storage()):
            await each.receive([ASKED])
            async with asyncio.timeout(1):
                await each.secure()
