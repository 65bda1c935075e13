"""SQLite behind the memory; the only module that knows aiosqlite's queries."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from cpecbot.errors import StorageError
from cpecbot.models import Turn
from cpecbot.storage.records import Feedback, Preferences, Reply, Totals
from cpecbot.storage.schema import migrate

LOCK_WAIT = 0.1  # seconds; an answer waits no longer than this for another process
KEEP_REPLIES = 7 * 86_400.0
KEEP_TURNS = 600.0


class Database:
    """Every method raises StorageError when the file cannot be read or written."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._writing = asyncio.Lock()

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

    async def save_preferences(self, person: int, preferences: Preferences) -> None:
        await self._write(
            "INSERT OR REPLACE INTO people (person, language, quotes, source_languages, keep_questions)"
            " VALUES (?, ?, ?, ?, ?)",
            (
                person,
                preferences.language,
                preferences.quotes,
                " ".join(preferences.source_languages),
                preferences.keep_questions,
            ),
        )

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
        await self._write(
            "INSERT OR REPLACE INTO replies (chat, question, person, messages, sent_at) VALUES (?, ?, ?, ?, ?)",
            (reply.chat, reply.question, reply.person, json.dumps(reply.messages), reply.sent_at),
        )

    async def feedback(self, person: int, chat: int, message: int) -> Feedback | None:
        row = await self._row(
            "SELECT useful, sources, given_at, question FROM feedback WHERE person = ? AND chat = ? AND message = ?",
            person,
            chat,
            message,
        )
        return Feedback(person, chat, message, bool(row[0]), tuple(json.loads(row[1])), row[2], row[3]) if row else None

    async def drop_feedback(self, person: int, chat: int, message: int) -> None:
        await self._write("DELETE FROM feedback WHERE person = ? AND chat = ? AND message = ?", (person, chat, message))

    async def save_feedback(self, feedback: Feedback) -> None:
        await self._write(
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
        with _named_errors():
            async with self._writing:
                await self._connection.execute("BEGIN IMMEDIATE")
                try:
                    for table in ("people", "turns", "feedback", "replies"):
                        await self._connection.execute(f"DELETE FROM {table} WHERE person = ?", (person,))  # noqa: S608 - names of our own tables
                    await self._connection.execute("COMMIT")
                except BaseException:
                    await self._connection.execute("ROLLBACK")
                    raise

    async def move_chat(self, old: int, new: int) -> None:
        """A group became a supergroup: its context goes on under the new id; its old messages cannot be edited."""
        await self._write("UPDATE OR REPLACE turns SET chat = ? WHERE chat = ?", (new, old))
        await self._write("DELETE FROM replies WHERE chat = ?", (old,))

    async def totals(self) -> Totals:
        row = await self._row(
            "SELECT (SELECT count(*) FROM people),"
            " (SELECT count(*) FROM feedback WHERE useful), (SELECT count(*) FROM feedback WHERE NOT useful)"
        )
        return Totals(*row) if row else Totals(0, 0, 0)

    async def _row(self, query: str, *parameters: object) -> Sequence[Any] | None:
        with _named_errors():
            async with self._connection.execute(query, parameters) as cursor:
                row = await cursor.fetchone()
        return tuple(row) if row is not None else None

    async def _write(self, statement: str, parameters: tuple[object, ...]) -> None:
        with _named_errors():
            async with self._writing:
                await self._connection.execute(statement, parameters)


def _prepare(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)


@contextmanager
def _named_errors(path: Path | None = None) -> Iterator[None]:
    """aiosqlite raises ValueError for a connection that is already closed."""
    try:
        yield
    except (sqlite3.Error, OSError, ValueError) as error:
        place = f" {path}" if path else ""
        raise StorageError(f"the database{place} cannot be used: {error}; check its path and permissions") from error
