"""What is remembered of people, in the file behind the memory."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import aiosqlite

from cpecbot.errors import StorageError
from cpecbot.models import Turn
from cpecbot.storage.file import File, named_errors
from cpecbot.storage.inbox import LET_GO, Inbox, settled
from cpecbot.storage.records import Feedback, Preferences, Reply, Totals
from cpecbot.storage.schema import migrate

LOCK_WAIT = 0.1  # seconds; an answer waits no longer than this for another process
KEEP_REPLIES = 7 * 86_400.0  # seconds; people are told "for a week"
KEEP_TURN = 600.0  # seconds; people are told "a few minutes"


class Database(File):
    """Every method raises StorageError when the file cannot be read or written."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        super().__init__(connection)
        self.inbox = Inbox(self)

    @classmethod
    async def open(cls, path: Path) -> Database:
        """Make the parent folder and the file where missing, and bring the schema up to date."""
        with named_errors(path):
            await asyncio.to_thread(_prepare, path)
            connection = await aiosqlite.connect(path, timeout=LOCK_WAIT, isolation_level=None)
        try:
            with named_errors(path):
                await migrate(connection, f"the database {path}")
                await connection.execute("PRAGMA journal_mode = WAL")
                await connection.execute("PRAGMA synchronous = NORMAL")
                await connection.execute("PRAGMA secure_delete = ON")  # what is answered or forgotten is gone
        except StorageError:
            await connection.close()
            raise
        return cls(connection)

    async def preferences(self, person: int) -> Preferences | None:
        row = await self.row(
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
        row = await self.row(
            "SELECT question, language, asked_at FROM turns WHERE chat = ? AND person = ?", chat, person
        )
        return Turn(question=row[0], language=row[1], asked_at=row[2]) if row else None

    async def save_turn(self, chat: int, person: int, turn: Turn) -> None:
        await self.write(
            "INSERT OR REPLACE INTO turns (chat, person, question, language, asked_at) VALUES (?, ?, ?, ?, ?)",
            (chat, person, turn.question, turn.language, turn.asked_at),
        )

    async def drop_turns(self, person: int, chat: int | None = None) -> None:
        """Of one chat, or of all."""
        await self.write("DELETE FROM turns WHERE person = ? AND chat = coalesce(?, chat)", (person, chat))

    async def reply(self, chat: int, question: int) -> Reply | None:
        row = await self.row(
            "SELECT person, messages, sent_at FROM replies WHERE chat = ? AND question = ?", chat, question
        )
        return Reply(chat, question, row[0], tuple(json.loads(row[1])), row[2]) if row else None

    async def save_reply(self, reply: Reply) -> None:
        await self.write_along(
            "INSERT OR REPLACE INTO replies (chat, question, person, messages, sent_at, to_update)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (reply.chat, reply.question, reply.person, json.dumps(reply.messages), reply.sent_at, reply.update),
        )

    async def feedback(self, person: int, chat: int, message: int) -> Feedback | None:
        row = await self.row(
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
        await self.write("DELETE FROM turns WHERE person = ?", (person,))
        await self.write("UPDATE feedback SET question = NULL WHERE person = ?", (person,))

    async def forget(self, person: int) -> None:
        own = (f"DELETE FROM {table} WHERE person = ?" for table in ("people", "turns", "feedback", "replies"))  # noqa: S608 - names of our own tables
        await self.write_all((statement, (person,)) for statement in (*own, LET_GO + "person = ?"))
        await self.checkpoint()

    async def move_chat(self, old: int, new: int) -> None:
        """A group became a supergroup: its context goes on under the new id; its old messages cannot be edited."""
        await self.write("UPDATE OR REPLACE turns SET chat = ? WHERE chat = ?", (new, old))
        await self.write("DELETE FROM replies WHERE chat = ?", (old,))

    async def tidy(self, now: float) -> None:
        """Drop what is out of date."""
        await self.write("DELETE FROM replies WHERE sent_at < ?", (now - KEEP_REPLIES,))
        await self.write("DELETE FROM turns WHERE asked_at < ?", (now - KEEP_TURN,))
        await self.inbox.tidy(now)
        await self.checkpoint()

    async def totals(self) -> Totals:
        row = await self.row(
            "SELECT (SELECT count(*) FROM people),"
            " (SELECT count(*) FROM feedback WHERE useful), (SELECT count(*) FROM feedback WHERE NOT useful)"
        )
        return Totals(*row) if row else Totals(0, 0, 0)

    async def _write_for(self, update: int | None, statement: str, parameters: tuple[object, ...]) -> None:
        """Let go of the update in the same transaction, so that no kill comes between and has it done twice."""
        more = (settled(update),) if update is not None else ()
        await self.write_all(((statement, parameters), *more))


def _prepare(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
