"""What is remembered of people, and what happens when the database fails."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import stat
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from cpecbot.models import Turn
from cpecbot.storage import Feedback, Preferences, Received, Recent, Reply, Storage, Vote, disk
from cpecbot.storage.file import File
from cpecbot.storage.schema import MIGRATIONS

NOW = 1_790_000_000.0
ANNA, BILAL, CHAT = 1, 2, -100
CHOSEN = Preferences("ur", 3, ("fa", "ar"), keep_questions=True)
TURN = Turn("What about Gwadar?", "en", NOW)
VERDICT = Feedback(ANNA, CHAT, 7, True, ("004",), NOW, "What about Gwadar?")
REPLY = Reply(CHAT, 5, ANNA, (6, 7), NOW)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file in a folder that does not exist yet."""
    return tmp_path / "state" / "deeper" / "bot.sqlite3"


@pytest.fixture
async def storage(path: Path) -> AsyncIterator[Storage]:
    opened = await opened_at(path)
    yield opened
    await opened.close()


async def opened_at(path: Path) -> Storage:
    storage = Storage(path, clock=lambda: NOW)
    await storage.open()
    return storage


def content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


async def ask(storage: Storage, query: str) -> list[tuple[object, ...]]:
    """Of the connection that the storage itself uses."""
    assert storage._disk is not None
    file = storage._disk._place.file
    assert file is not None
    return await asyncio.wrap_future(storage._disk._thread.submit(file.rows, query))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def fill(storage: Storage) -> None:
    await storage.save_preferences(ANNA, CHOSEN)
    await storage.save_turn(CHAT, ANNA, TURN)
    await storage.save_reply(REPLY)
    await storage.save_feedback(VERDICT)
    await storage.receive([Received(1, ANNA, "What about Gwadar?")])


async def test_a_restart_forgets_nothing(storage: Storage, path: Path) -> None:
    """Another process reads what the first one wrote."""
    await fill(storage)
    await storage.close()
    again = await opened_at(path)
    assert await again.preferences(ANNA) == CHOSEN
    assert await again.turn(CHAT, ANNA) == TURN
    assert await again.reply(CHAT, 5) == REPLY
    assert (await again.totals()).useful == 1
    await again.close()


async def test_the_folder_is_made_and_the_file_is_the_owner_s_alone(storage: Storage, path: Path) -> None:
    """What people asked is nobody else's business."""
    await fill(storage)
    assert mode(path) == 0o600


async def test_without_consent_no_question_reaches_the_file(storage: Storage, path: Path) -> None:
    """The conversation goes on in memory, and a restart begins anew."""
    await storage.save_turn(CHAT, BILAL, TURN)
    await storage.save_feedback(Feedback(BILAL, CHAT, 7, False, ("004",), NOW, "What about Gwadar?"))
    assert await storage.turn(CHAT, BILAL) == TURN
    await storage.close()
    assert b"Gwadar" not in content(path)
    again = await opened_at(path)
    assert await again.turn(CHAT, BILAL) is None
    assert (await again.totals()).not_useful == 1
    await again.close()


async def test_consent_taken_back_deletes_the_questions(storage: Storage, path: Path) -> None:
    """The verdicts stay, their questions go."""
    await fill(storage)
    await storage.save_preferences(ANNA, Preferences(keep_questions=False))
    await storage.close()
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT question FROM feedback").fetchall() == [(None,)]
        assert database.execute("SELECT count(*) FROM turns").fetchone() == (0,)
    database.close()


async def test_a_word_on_a_verdict_is_kept_with_it_and_goes_with_it(storage: Storage, path: Path) -> None:
    """Of the message that asked for it, whoever is running then; a verdict turned round has none."""
    assert (await storage.save_feedback(VERDICT)).asked is None
    await storage.ask_why(VERDICT, 70)
    again = await opened_at(path)
    assert await again.save_word(ANNA, CHAT, 70, "dated") is True
    assert await again.save_word(ANNA, CHAT, 71, "dated") is None
    assert await again.save_word(BILAL, CHAT, 70, "dated") is None
    assert words_in(path) == [(70, "dated")]
    assert (await again.save_feedback(replace(VERDICT, useful=False))).asked == 70
    assert words_in(path) == [(70, None)]
    assert await again.save_word(ANNA, CHAT, 70, "dated") is True
    await again.save_feedback(replace(VERDICT, useful=False))
    assert words_in(path) == []
    await again.close()


async def test_a_word_brings_no_question_back_that_was_deleted(storage: Storage, path: Path) -> None:
    await fill(storage)
    await storage.ask_why(VERDICT, 70)
    await storage.save_preferences(ANNA, Preferences(keep_questions=False))
    await storage.save_word(ANNA, CHAT, 70, "dated")
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT question, word FROM feedback").fetchall() == [(None, "dated")]


def words_in(path: Path) -> list[tuple[int | None, str | None]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT asked, word FROM feedback").fetchall()


async def test_forget_deletes_one_person_and_nobody_else(storage: Storage, path: Path) -> None:
    """Neither memory nor file holds anything afterwards."""
    await fill(storage)
    await storage.save_preferences(BILAL, CHOSEN)
    assert await storage.forget(ANNA)
    assert await storage.preferences(ANNA) == Preferences()
    assert await storage.turn(CHAT, ANNA) is None
    assert await storage.reply(CHAT, 5) is None
    await storage.close()
    with sqlite3.connect(path) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        assert len(tables) == 5
        for table in tables:
            assert database.execute(f"SELECT count(*) FROM {table} WHERE person = ?", (ANNA,)).fetchone() == (0,)  # noqa: S608
        assert database.execute("SELECT person FROM people").fetchall() == [(BILAL,)]
    database.close()


async def test_the_same_verdict_twice_is_a_withdrawal_even_after_a_restart(storage: Storage, path: Path) -> None:
    """And the other verdict replaces the first."""
    assert await storage.save_feedback(VERDICT) == Vote(stands=True, saved=True)
    await storage.close()
    again = await opened_at(path)
    assert await again.save_feedback(VERDICT) == Vote(stands=False, saved=True)
    assert await again.totals() == await Storage().totals()
    await again.close()


async def test_a_conversation_ends_after_minutes(path: Path) -> None:
    """In memory too, as people are told."""
    now = NOW
    storage = Storage(path, clock=lambda: now)
    await storage.save_turn(CHAT, BILAL, TURN)
    now += 3600
    assert await storage.turn(CHAT, BILAL) is None
    await storage.save_turn(CHAT, ANNA, TURN)
    await storage.save_turn(CHAT, BILAL, Turn("Later", "en", now))
    now += 120
    await storage.save_turn(-5, BILAL, Turn("Later still", "en", now))
    assert len(storage._turns) == 2


WEEK = 7 * 86_400.0


@pytest.mark.parametrize(
    ("later", "turns", "replies"),
    [(599, 1, 1), (601, 0, 1), (WEEK - 1, 0, 1), (WEEK + 1, 0, 0)],
)
async def test_nothing_is_kept_for_longer_than_people_are_told(
    path: Path, later: float, turns: int, replies: int
) -> None:
    """A few minutes, and a week: in a program that runs on, in its file and in its memory."""
    now = NOW
    storage = Storage(path, clock=lambda: now)
    await storage.open()
    await fill(storage)
    now += later
    await storage.tidy()
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT count(*) FROM turns").fetchone() == (turns,)
        assert database.execute("SELECT count(*) FROM replies").fetchone() == (replies,)
    database.close()
    assert (await storage.reply(CHAT, 5) is not None) == bool(replies)
    await storage.close()


async def test_dropping_a_conversation_says_whether_there_was_one(storage: Storage) -> None:
    """For /cancel."""
    await fill(storage)
    assert await storage.drop_turn(CHAT, ANNA)
    assert not await storage.drop_turn(CHAT, ANNA)


async def test_a_group_that_got_a_new_id_keeps_its_conversations(storage: Storage, path: Path) -> None:
    """Its old messages are beyond reach."""
    await fill(storage)
    await storage.move_chat(CHAT, -999)
    assert await storage.turn(-999, ANNA) == TURN
    assert await storage.reply(CHAT, 5) is None
    await storage.close()
    again = await opened_at(path)
    assert await again.turn(-999, ANNA) == TURN
    await again.close()


async def test_an_older_file_is_brought_up_to_date(path: Path) -> None:
    """Step by step, keeping what it holds."""
    path.parent.mkdir(parents=True)
    database = sqlite3.connect(path)
    database.executescript(MIGRATIONS[0] + "PRAGMA user_version = 1;")
    database.execute("INSERT INTO people VALUES (1, 'fa', NULL, '', 0)")
    database.commit()
    database.close()
    storage = await opened_at(path)
    assert (await storage.preferences(ANNA)).language == "fa"
    await storage.save_reply(REPLY)
    await storage.close()
    again = await opened_at(path)
    assert await again.reply(CHAT, 5) == REPLY
    await again.close()


def of_a_later_program(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 99")
    database.close()


def of_another_program(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE places (url TEXT)")
    database.close()


def marked_as_another_program_s(path: Path) -> None:
    database = sqlite3.connect(path)
    database.executescript("PRAGMA application_id = 7; PRAGMA user_version = 1;")
    database.close()


def a_letter(path: Path) -> None:
    path.write_bytes(b"Dear sister, this is no database. " * 100)


def a_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    "damage", [of_a_later_program, of_another_program, marked_as_another_program_s, a_letter, a_folder]
)
async def test_a_file_that_cannot_be_used_never_stops_the_bot(
    path: Path, damage: object, caplog: pytest.LogCaptureFixture
) -> None:
    """Everything works from memory, the trouble is logged once, the file is left as it is."""
    path.parent.mkdir(parents=True)
    assert callable(damage)
    damage(path)
    before = content(path)
    storage = await opened_at(path)
    await fill(storage)
    assert await storage.preferences(ANNA) == CHOSEN
    assert await storage.turn(CHAT, ANNA) == TURN
    assert await storage.reply(CHAT, 5) == REPLY
    assert (await storage.totals()).useful == 1
    assert not await storage.forget(ANNA)
    await storage.close()
    first, last = (record.getMessage() for record in caplog.records)
    assert str(path) in first
    assert last == "7 writes are lost: the database could not be written to"
    assert content(path) == before


async def test_a_locked_file_delays_no_answer_and_is_used_again_later(
    storage: Storage, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Logged once for the outage and once for its end; what was missed is written then."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    async with asyncio.timeout(5):
        await storage.save_preferences(ANNA, CHOSEN)
        await storage.save_reply(REPLY)
    assert await storage.preferences(ANNA) == CHOSEN
    other.execute("ROLLBACK")
    other.close()
    assert (await storage.totals()).people == 1
    assert [record.levelno for record in caplog.records] == [logging.WARNING, logging.WARNING]
    await storage.close()
    again = await opened_at(path)
    assert (await again.preferences(ANNA), await again.reply(CHAT, 5)) == (CHOSEN, REPLY)
    await again.close()


@pytest.mark.parametrize(
    ("trouble", "remedy"),
    [
        ("PRAGMA query_only = 1", "PRAGMA query_only = 0"),
        ("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1073741823"),
    ],
    ids=["read-only", "disk full"],
)
async def test_what_could_not_be_written_is_made_up_for(
    storage: Storage, path: Path, trouble: str, remedy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Answers go on from memory meanwhile, and the person is told that the choice is not safe yet."""
    monkeypatch.setattr(disk, "PAUSE", 0)
    await ask(storage, trouble)
    saved = [await storage.save_preferences(person, CHOSEN) for person in range(1, 300)]
    assert not all(saved)
    assert await storage.preferences(299) == CHOSEN
    await ask(storage, remedy)
    assert await storage.save_preferences(ANNA, CHOSEN)
    await storage.close()
    again = await opened_at(path)
    assert await again.preferences(299) == CHOSEN
    await again.close()


async def test_a_file_destroyed_while_running_is_survived(storage: Storage, path: Path) -> None:
    """Overwritten by somebody: everything goes on from memory, and into a new file."""
    await fill(storage)
    for file in (path, path.with_name(path.name + "-wal")):
        file.write_bytes(b"x" * file.stat().st_size)
    for person in range(100):
        await storage.save_preferences(person, CHOSEN)
        await storage.preferences(1000 + person)
    assert await storage.preferences(ANNA) == CHOSEN
    assert await storage.reply(CHAT, 5) == REPLY
    again = await opened_at(path)
    assert await again.preferences(99) == CHOSEN
    assert await again.waiting() == (Received(1, ANNA, "What about Gwadar?"),)
    await again.close()


async def test_a_database_that_vanishes_while_running_is_survived(storage: Storage) -> None:
    """For example a closed connection: it is opened anew."""
    assert storage._disk is not None
    await storage._disk.read(File.close, None)
    await fill(storage)
    assert await storage.preferences(ANNA) == CHOSEN
    assert storage.keeps


async def test_many_people_at_once(storage: Storage) -> None:
    """Writes of many chats do not get in each other's way."""
    await asyncio.gather(*(storage.save_preferences(person, CHOSEN) for person in range(50)))
    await asyncio.gather(*(storage.forget(person) for person in range(0, 50, 2)))
    assert (await storage.totals()).people == 25


def test_recent_forgets_what_was_not_used_for_longest() -> None:
    """Reading counts as use."""
    recent: Recent[str, int] = Recent(2)
    recent.put("a", 1)
    recent.put("b", 2)
    assert recent.get("a") == 1
    recent.put("c", 3)
    assert (recent.get("a"), recent.get("b"), recent.get("c"), len(recent)) == (1, None, 3, 2)
