"""SQLite behind the memory; the only module that knows aiosqlite's queries."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiosqlite

from cpecbot.errors import StorageError
from cpecbot.models import Turn
from cpecbot.storage.records import Feedback, Preferences, Received, Reply, Totals
from cpecbot.storage.schema import migrate

LOCK_WAIT = 0.1  # seconds; an answer waits no longer than this for another process
KEEP_REPLIES = 7 * 86_400.0
KEEP_TURNS = 600.0
HOPELESS = (OverflowError, UnicodeError, sqlite3.IntegrityError, sqlite3.DataError, sqlite3.InterfaceError)
"""Causes of a StorageError that no later attempt mends."""

KEEP_IDS = 25 * 3_600.0  # Telegram repeats an update for a day at most

Statement = tuple[str, tuple[object, ...]]


@dataclass(eq=False, slots=True)
class _Row:
    parameters: tuple[object, ...]
    written: bool = False


class Database:
    """Every method raises StorageError when the file cannot be read or written."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._writing = asyncio.Lock()
        self._along: dict[str, list[_Row]] = {}

    @classmethod
    async def open(cls, path: Path, now: float) -> Database:
        """Make the parent folder and the file where missing, bring the schema up to date, drop what is out of date."""
        with _named_errors(path):
            await asyncio.to_thread(_prepare, path)
            connection = await aiosqlite.connect(path, timeout=LOCK_WAIT, isolation_level=None)
        try:
            with _named_errors(path):
                await migrate(connection, f"the database {path}")
                await connection.execute("PRAGMA journal_mode = WAL")
                await connection.execute("PRAGMA synchronous = NORMAL")
                await connection.execute("PRAGMA secure_delete = ON")  # what is answered or forgotten is gone
                await connection.execute("DELETE FROM replies WHERE sent_at < ?", (now - KEEP_REPLIES,))
                await connection.execute("DELETE FROM turns WHERE asked_at < ?", (now - KEEP_TURNS,))
        except StorageError:
            await connection.close()
            raise
        return cls(connection)

    async def close(self) -> None:
        await self._connection.close()

    async def preferences(self, person: int) -> Preferences | None:
        row = await self._row(
            "SELECT language, quotes, source_languages, keep_questions FROM people WHERE person = ?", person
        )
        if row is None:
            return None
        language, quotes, languages, keep = row
        return Preferences(
            language=language,
            quotes=quotes,
            source_languages=tuple(languages.split()),
            keep_questions=bool(keep),
        )

    async def save_preferences(self, person: int, preferences: Preferences, update: int | None = None) -> None:
        statement = (
            "INSERT OR REPLACE INTO people (person, language, quotes, source_languages, keep_questions)"
            " VALUES (?, ?, ?, ?, ?)"
        )
        languages = " ".join(preferences.source_languages)
        row = (person, preferences.language, preferences.quotes, languages, preferences.keep_questions)
        await self._write_for(update, statement, row)

    async def turn(self, chat: int, person: int) -> Turn | None:
        row = await self._row(
            "SELECT question, language, asked_at FROM turns WHERE chat = ? AND person = ?", chat, person
        )
        return Turn(question=row[0], language=row[1], asked_at=row[2]) if row else None

    async def save_turn(self, chat: int, person: int, turn: Turn) -> None:
        await self._write(
            "INSERT OR REPLACE INTO turns (chat, person, question, language, asked_at) VALUES (?, ?, ?, ?, ?)",
            (chat, person, turn.question, turn.language, turn.asked_at),
        )

    async def drop_turns(self, person: int, chat: int | None = None) -> None:
        """Of one chat, or of all."""
        await self._write("DELETE FROM turns WHERE person = ? AND chat = coalesce(?, chat)", (person, chat))

    async def reply(self, chat: int, question: int) -> Reply | None:
        row = await self._row(
            "SELECT person, messages, sent_at FROM replies WHERE chat = ? AND question = ?", chat, question
        )
        return Reply(chat, question, row[0], tuple(json.loads(row[1])), row[2]) if row else None

    async def save_reply(self, reply: Reply) -> None:
        await self._write_along(
            "INSERT OR REPLACE INTO replies (chat, question, person, messages, sent_at, to_update)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (reply.chat, reply.question, reply.person, json.dumps(reply.messages), reply.sent_at, reply.update),
        )

    async def feedback(self, person: int, chat: int, message: int) -> Feedback | None:
        row = await self._row(
            "SELECT useful, sources, given_at, question FROM feedback WHERE person = ? AND chat = ? AND message = ?",
            person,
            chat,
            message,
        )
        return Feedback(person, chat, message, bool(row[0]), tuple(json.loads(row[1])), row[2], row[3]) if row else None

    async def drop_feedback(self, person: int, chat: int, message: int, update: int | None = None) -> None:
        statement = "DELETE FROM feedback WHERE person = ? AND chat = ? AND message = ?"
        await self._write_for(update, statement, (person, chat, message))

    async def save_feedback(self, feedback: Feedback, update: int | None = None) -> None:
        await self._write_for(
            update,
            "INSERT OR REPLACE INTO feedback (person, chat, message, useful, sources, given_at, question)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                feedback.person,
                feedback.chat,
                feedback.message,
                feedback.useful,
                json.dumps(feedback.sources, ensure_ascii=False),
                feedback.given_at,
                feedback.question,
            ),
        )

    async def drop_questions(self, person: int) -> None:
        """Question texts alone, when a person takes back the consent to keep them."""
        await self._write("DELETE FROM turns WHERE person = ?", (person,))
        await self._write("UPDATE feedback SET question = NULL WHERE person = ?", (person,))

    async def forget(self, person: int) -> None:
        own = (f"DELETE FROM {table} WHERE person = ?" for table in ("people", "turns", "feedback", "replies"))  # noqa: S608 - names of our own tables
        await self._write_all((statement, (person,)) for statement in (*own, _LET_GO + "person = ?"))
        await self.tidy()

    async def move_chat(self, old: int, new: int) -> None:
        """A group became a supergroup: its context goes on under the new id; its old messages cannot be edited."""
        await self._write("UPDATE OR REPLACE turns SET chat = ? WHERE chat = ?", (new, old))
        await self._write("DELETE FROM replies WHERE chat = ?", (old,))

    async def known(self, ids: Collection[int]) -> frozenset[int]:
        """Those of the updates that were received before, answered or not."""
        rows = await self._rows("SELECT id FROM inbox WHERE id IN (SELECT value FROM json_each(?))", json.dumps([*ids]))
        return frozenset(row[0] for row in rows)

    async def receive(self, updates: Sequence[Received], now: float) -> None:
        """All of them or none, in one statement."""
        rows = json.dumps([(each.id, each.person, each.content) for each in updates])
        await self._write(
            "INSERT OR IGNORE INTO inbox (id, person, content, received_at) SELECT json_extract(value, '$[0]'),"
            " json_extract(value, '$[1]'), json_extract(value, '$[2]'), ? FROM json_each(?)",
            (now, rows),
        )

    async def waiting(self) -> tuple[Received, ...]:
        """Those not answered yet, in the order in which Telegram numbers them."""
        rows = await self._rows("SELECT id, person, content FROM inbox WHERE content IS NOT NULL ORDER BY id")
        return tuple(Received(*row) for row in rows)

    async def answered(self, update: int) -> None:
        """The id alone is kept."""
        await self._write_along(*_settled(update))

    async def tidy(self, now: float | None = None) -> None:
        """Drop ids that are out of date, and take what was deleted out of the write-ahead log too."""
        if now is not None:
            await self._write("DELETE FROM inbox WHERE content IS NULL AND received_at < ?", (now - KEEP_IDS,))
        await self._write("PRAGMA wal_checkpoint(TRUNCATE)", ())

    async def totals(self) -> Totals:
        row = await self._row(
            "SELECT (SELECT count(*) FROM people),"
            " (SELECT count(*) FROM feedback WHERE useful), (SELECT count(*) FROM feedback WHERE NOT useful)"
        )
        return Totals(*row) if row else Totals(0, 0, 0)

    async def _row(self, query: str, *parameters: object) -> Sequence[Any] | None:
        return next(iter(await self._rows(query, *parameters)), None)

    async def _rows(self, query: str, *parameters: object) -> list[tuple[Any, ...]]:
        with _named_errors():
            async with self._connection.execute(query, parameters) as cursor:
                return [tuple(row) for row in await cursor.fetchall()]

    async def _write(self, statement: str, parameters: tuple[object, ...]) -> None:
        with _named_errors():
            async with self._writing:
                await self._connection.execute(statement, parameters)

    async def _write_along(self, statement: str, parameters: tuple[object, ...]) -> None:
        """For what every answer writes: all that wait to write the same go together, in one turn of the thread."""
        row = _Row(parameters)
        self._along.setdefault(statement, []).append(row)
        with _named_errors():
            async with self._writing:
                if not row.written:
                    await self._write_rows(statement, row)

    async def _write_rows(self, statement: str, row: _Row) -> None:
        """Take along the rows that wait; where they fail together, each is written by itself in its turn."""
        rows = self._along.pop(statement, [])
        if row in rows and len(rows) > 1:
            with suppress(sqlite3.Error, OverflowError):
                await self._connection.executemany(statement, [each.parameters for each in rows])
                for each in rows:
                    each.written = True
                return
        elif row not in rows and rows:
            self._along[statement] = rows
        await self._connection.execute(statement, row.parameters)

    async def _write_for(self, update: int | None, statement: str, parameters: tuple[object, ...]) -> None:
        """Let go of the update in the same transaction, so that no kill comes between and has it done twice."""
        settled = (_settled(update),) if update is not None else ()
        await self._write_all(((statement, parameters), *settled))

    async def _write_all(self, statements: Iterable[Statement]) -> None:
        """In one transaction. One that is cancelled is undone: left open, it would take later writes with it."""
        with _named_errors():
            async with self._writing:
                try:
                    await self._connection.execute("BEGIN IMMEDIATE")
                    for statement, parameters in statements:
                        await self._connection.execute(statement, parameters)
                    await self._connection.execute("COMMIT")
                except BaseException:
                    with suppress(sqlite3.Error):  # there may be nothing to undo
                        await self._connection.execute("ROLLBACK")
                    raise


_LET_GO = "UPDATE inbox SET person = NULL, content = NULL WHERE "


def _settled(update: int) -> Statement:
    return _LET_GO + "id = ?", (update,)


def _prepare(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)


@contextmanager
def _named_errors(path: Path | None = None) -> Iterator[None]:
    """aiosqlite raises ValueError for a connection that is already closed, sqlite3 OverflowError for 2^63."""
    try:
        yield
    except (sqlite3.Error, OSError, ValueError, OverflowError) as error:
        place = f" {path}" if path else ""
        raise StorageError(f"the database{place} cannot be used: {error}; check its path and permissions") from error
