"""What was forgotten stands in no byte of any file, and no file is anybody else's to read."""

from __future__ import annotations

import asyncio
import os
import random
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cpecbot.errors import StorageError
from cpecbot.models import Turn
from cpecbot.storage import Feedback, Preferences, Received, Reply, Storage, people
from cpecbot.storage.opening import open_file
from cpecbot.storage.schema import MIGRATIONS, tables

ANNA, BILAL, CHAT = 1_234_567_891, 2, -100
MARK = "zxq7Gwadar"
KEEPS = Preferences("ur", 3, ("fa",), keep_questions=True)


async def opened_at(path: Path) -> Storage:
    storage = Storage(path, clock=lambda: 1.0)
    await storage.open()
    return storage


def everything(folder: Path) -> bytes:
    """All bytes of all files there."""
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


async def ask_much(storage: Storage, person: int, mark: str, chance: random.Random) -> None:
    """Texts of all lengths in all tables, so that pages split, overflow and are left again."""
    await storage.save_preferences(person, KEEPS)
    for number in range(150):
        text = f"{mark} {number} " * chance.choice((1, 5, 40, 700))
        await storage.receive([Received(person % 1000 * 1000 + number, person, text)])
        await storage.save_turn(-number, person, Turn(text, "en", 1.0))
        await storage.save_feedback(Feedback(person, CHAT, number, True, (mark,), 1.0, text))
        await storage.save_reply(Reply(-number, person, person, (number,), 1.0))
        if number % 3 == 0:
            await storage.drop_turn(-number, person)


async def test_forget_leaves_no_byte_in_the_file_or_its_log(tmp_path: Path) -> None:
    """Nor what waits in the inbox; others' words stay."""
    storage, chance = await opened_at(tmp_path / "bot.sqlite3"), random.Random(7)  # noqa: S311 - only lengths
    await asyncio.gather(ask_much(storage, ANNA, MARK, chance), ask_much(storage, BILAL, "somebody", chance))
    assert MARK.encode() in everything(tmp_path)
    assert ANNA.to_bytes(4, "big") in everything(tmp_path)
    assert await storage.forget(ANNA)
    left = everything(tmp_path)
    assert MARK.encode() not in left
    assert ANNA.to_bytes(4, "big") not in left
    assert b"somebody" in left
    await storage.close()
    assert MARK.encode() not in everything(tmp_path)


def test_forget_reaches_every_table_that_knows_a_person() -> None:
    """One that is added later as well."""
    with closing(sqlite3.connect(":memory:")) as file:
        file.executescript("".join(MIGRATIONS))
        columns = {name: [row[1] for row in file.execute(f"PRAGMA table_info({name})")] for name in tables(file)}
    known = {name for name in columns if "person" in columns[name]}
    reached = {name for name in columns for statement, _ in people.forget(ANNA) if f" {name} " in f" {statement} "}
    assert reached == known
    assert known


async def test_what_was_answered_is_gone_from_every_byte_a_minute_later(tmp_path: Path) -> None:
    """While others go on asking."""
    storage, chance = await opened_at(tmp_path / "bot.sqlite3"), random.Random(7)  # noqa: S311 - only lengths
    for number in range(150):
        await storage.receive([Received(number, ANNA, f"{MARK} {number} " * chance.choice((1, 5, 40, 700)))])
        if number > 3:
            await storage.answered(number - chance.randint(0, 3))
    for number in range(150):
        await storage.answered(number)
    await storage.tidy()
    assert MARK.encode() not in everything(tmp_path)
    await storage.close()


async def test_forget_is_not_said_to_be_done_while_another_program_reads_the_log(tmp_path: Path) -> None:
    """It is within a minute of the other's end."""
    storage = await opened_at(tmp_path / "bot.sqlite3")
    await storage.receive([Received(7, ANNA, MARK)])
    reader = sqlite3.connect(tmp_path / "bot.sqlite3", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM inbox").fetchone()
    assert not await storage.forget(ANNA)
    assert MARK.encode() in everything(tmp_path)
    reader.close()
    await storage.tidy()
    assert MARK.encode() not in everything(tmp_path)
    await storage.close()


async def test_what_an_earlier_version_deleted_is_overwritten_as_well(tmp_path: Path) -> None:
    """It did not overwrite what it deleted."""
    database = sqlite3.connect(tmp_path / "bot.sqlite3")
    database.executescript(f"PRAGMA secure_delete = OFF; {MIGRATIONS[0]} PRAGMA user_version = 1;")
    rows = [(chat, ANNA, f"{MARK} {chat} " * 50, "en", 1.0) for chat in range(200)]
    database.executemany("INSERT INTO turns VALUES (?, ?, ?, ?, ?)", rows)
    database.execute("DELETE FROM turns WHERE chat > 3")
    database.commit()
    database.close()
    assert everything(tmp_path).count(MARK.encode()) > 200
    storage = await opened_at(tmp_path / "bot.sqlite3")
    await storage.tidy()
    assert everything(tmp_path).count(MARK.encode()) == 4 * 50
    assert await storage.forget(ANNA)
    assert MARK.encode() not in everything(tmp_path)
    await storage.close()


posix = pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")


def modes(folder: Path) -> dict[str, int]:
    found = (folder, *folder.rglob("*"))
    return {each.name: stat.S_IMODE(each.stat().st_mode) for each in found}


def fresh(_: Path) -> None:
    """Nothing is there yet."""


def widely_open(state: Path) -> None:
    """As an earlier version, or a careless copy, may have left it."""
    state.mkdir(0o777)
    database = sqlite3.connect(state / "bot.sqlite3")
    database.executescript(f"PRAGMA journal_mode = WAL; {MIGRATIONS[0]} PRAGMA user_version = 1;")
    database.execute("INSERT INTO turns VALUES (1, 1, 'x', 'en', 1.0)")
    for each in (state, *state.iterdir()):
        each.chmod(0o777)
    database.commit()
    leaked.append(database)  # a program that was killed leaves its log behind


leaked: list[sqlite3.Connection] = []


@posix
@pytest.mark.parametrize("before", [fresh, widely_open])
@pytest.mark.parametrize("umask", [0o000, 0o077, 0o022])
async def test_files_are_their_owner_s_alone(tmp_path: Path, before: Callable[[Path], None], umask: int) -> None:
    """And their folder, also where they were there before."""
    old = os.umask(umask)
    try:
        before(tmp_path / "state")
        storage = await opened_at(tmp_path / "state" / "bot.sqlite3")
        await storage.save_preferences(ANNA, KEEPS)
        found = modes(tmp_path / "state")
        assert {"bot.sqlite3", "bot.sqlite3-wal", "bot.sqlite3-shm"} <= set(found)
        assert {name: oct(mode) for name, mode in found.items() if mode & 0o077} == {}
        await storage.close()
    finally:
        os.umask(old)
        for database in leaked:
            database.close()


@posix
def test_a_folder_with_other_things_in_it_is_left_as_it_is(tmp_path: Path) -> None:
    """It is the person's; the file in it is private all the same."""
    (tmp_path / "letter.txt").touch()
    tmp_path.chmod(0o755)
    open_file(tmp_path / "bot.sqlite3").close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    assert modes(tmp_path)["bot.sqlite3"] == 0o600


@posix
def test_what_is_no_database_keeps_its_mode(tmp_path: Path) -> None:
    """A path that was mistyped may lead to what others have to read."""
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all", "utf-8")
    letter.chmod(0o644)
    with pytest.raises(StorageError, match="is no database"):
        open_file(letter)
    assert stat.S_IMODE(letter.stat().st_mode) == 0o644


@posix
async def test_no_file_is_anybody_s_for_a_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is made with its mode: looked at whenever SQLite or the program opens something."""
    old, seen = os.umask(0), []
    connect = sqlite3.connect

    def look(*arguments: object, **options: object) -> sqlite3.Connection:
        seen.append(modes(tmp_path / "state"))
        connection: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload]
        connection.set_trace_callback(lambda _: seen.append(modes(tmp_path / "state")))
        return connection

    monkeypatch.setattr(sqlite3, "connect", look)
    try:
        storage = await opened_at(tmp_path / "state" / "bot.sqlite3")
        await storage.receive([Received(7, ANNA, MARK)])
        await storage.close()
    finally:
        os.umask(old)
    assert len(seen) > 10
    assert not [each for each in seen if any(mode & 0o077 for mode in each.values())]


async def test_a_large_file_is_not_rewritten_all_the_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """But for a person who wants to be forgotten."""
    storage = await opened_at(tmp_path / "bot.sqlite3")
    assert storage._disk is not None
    opened = storage._disk._place.file
    assert opened is not None
    monkeypatch.setattr(opened, "_scrub_took", 3600.0)
    scrubbed = opened._scrubbed_at
    await storage.receive([Received(7, ANNA, MARK)])
    await storage.tidy()
    assert opened._scrubbed_at == scrubbed
    assert await storage.forget(ANNA)
    assert opened._scrubbed_at > scrubbed
    assert opened._scrub_took < 3600
    await storage.close()
