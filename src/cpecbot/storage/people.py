"""What is remembered of people, as rows: the statements that write it, and reading it whatever stands there."""

from __future__ import annotations

import json
import math
from collections.abc import Collection
from typing import Any

from cpecbot.models import Turn
from cpecbot.storage.file import File, Statement
from cpecbot.storage.inbox import LET_GO
from cpecbot.storage.records import Feedback, Preferences, Reply, Totals

KEEP_REPLIES = 7 * 86_400.0  # seconds; /privacy tells so many days
KEEP_TURN = 600.0  # seconds; /privacy tells so many minutes
MOST_QUOTES = 20
"""What the settings allow."""

_FEEDBACK = (
    "SELECT message, useful, sources, given_at, question, asked, word FROM feedback WHERE person = ? AND chat = ?"
)

CHOICES = Preferences.__struct_fields__


def preferences(file: File, person: int) -> Preferences | None:
    row = file.row("SELECT language, quotes, source_languages, keep_questions FROM people WHERE person = ?", person)
    if row is None:
        return None
    language, quotes, languages, keep = row
    return Preferences(
        language=language if isinstance(language, str) else None,
        quotes=quotes if isinstance(quotes, int) and 1 <= quotes <= MOST_QUOTES else None,
        source_languages=tuple(languages.split()) if isinstance(languages, str) else (),
        keep_questions=keep == 1,
    )


def save_preferences(person: int, chosen: Preferences, changed: Collection[str]) -> Statement:
    """What was not changed stays as the file has it."""
    taken = [name for name in CHOICES if name in changed]
    update = "UPDATE SET " + ", ".join(f"{name} = excluded.{name}" for name in taken) if taken else "NOTHING"
    statement = (
        "INSERT INTO people (person, language, quotes, source_languages, keep_questions)"  # noqa: S608 - names of ours
        f" VALUES (?, ?, ?, ?, ?) ON CONFLICT (person) DO {update}"
    )
    languages = " ".join(chosen.source_languages)
    return statement, (person, chosen.language, chosen.quotes, languages, chosen.keep_questions)


def turn(file: File, chat: int, person: int) -> Turn | None:
    row = file.row("SELECT question, language, asked_at FROM turns WHERE chat = ? AND person = ?", chat, person)
    if row is None or not (isinstance(row[0], str) and isinstance(row[1], str) and _is_time(row[2])):
        return None
    return Turn(question=row[0], language=row[1], asked_at=row[2])


def save_turn(chat: int, person: int, said: Turn) -> Statement:
    return (
        "INSERT OR REPLACE INTO turns (chat, person, question, language, asked_at) VALUES (?, ?, ?, ?, ?)",
        (chat, person, said.question, said.language, said.asked_at),
    )


def drop_turn(chat: int, person: int) -> Statement:
    return "DELETE FROM turns WHERE person = ? AND chat = ?", (person, chat)


def reply(file: File, chat: int, question: int) -> Reply | None:
    row = file.row("SELECT person, messages, sent_at FROM replies WHERE chat = ? AND question = ?", chat, question)
    messages = _listed(row[1], int) if row is not None else None
    return Reply(chat, question, row[0], messages, row[2]) if row is not None and messages else None


def save_reply(made: Reply) -> Statement:
    """The update that it answers is let go of with it."""
    return (
        "INSERT OR REPLACE INTO replies (chat, question, person, messages, sent_at, to_update)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (made.chat, made.question, made.person, json.dumps(made.messages), made.sent_at, made.update),
    )


def feedback(file: File, person: int, chat: int, message: int) -> Feedback | None:
    row = file.row(f"{_FEEDBACK} AND message = ?", person, chat, message)
    return _feedback(person, chat, row) if row is not None else None


def asked_by(file: File, person: int, chat: int, asked: int) -> Feedback | None:
    """The verdict of which the message ``asked`` why."""
    row = file.row(f"{_FEEDBACK} AND asked = ?", person, chat, asked)
    return _feedback(person, chat, row) if row is not None else None


def _feedback(person: int, chat: int, row: tuple[Any, ...]) -> Feedback:
    message, useful, sources, given_at, question, asked, word = row
    listed = _listed(sources, str) or ()
    return Feedback(person, chat, message, bool(useful), listed, given_at, question, asked, word)


def save_feedback(given: Feedback) -> Statement:
    return (
        "INSERT OR REPLACE INTO feedback (person, chat, message, useful, sources, given_at, question, asked, word)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            given.person,
            given.chat,
            given.message,
            given.useful,
            json.dumps(given.sources, ensure_ascii=False),
            given.given_at,
            given.question,
            given.asked,
            given.word,
        ),
    )


def ask_why(person: int, chat: int, message: int, asked: int) -> Statement:
    return "UPDATE feedback SET asked = ? WHERE person = ? AND chat = ? AND message = ?", (asked, person, chat, message)


def save_word(person: int, chat: int, message: int, word: str) -> Statement:
    return "UPDATE feedback SET word = ? WHERE person = ? AND chat = ? AND message = ?", (word, person, chat, message)


def drop_feedback(person: int, chat: int, message: int) -> Statement:
    return "DELETE FROM feedback WHERE person = ? AND chat = ? AND message = ?", (person, chat, message)


def drop_questions(person: int) -> tuple[Statement, ...]:
    """Question texts alone, when a person takes back the consent to keep them."""
    return (
        ("DELETE FROM turns WHERE person = ?", (person,)),
        ("UPDATE feedback SET question = NULL WHERE person = ?", (person,)),
    )


def forget(person: int) -> tuple[Statement, ...]:
    own = (f"DELETE FROM {table} WHERE person = ?" for table in ("people", "turns", "feedback", "replies"))  # noqa: S608 - names of our own tables
    return tuple((statement, (person,)) for statement in (*own, LET_GO + "person = ?"))


def move_chat(old: int, new: int) -> tuple[Statement, ...]:
    """A group became a supergroup: its context goes on under the new id; its old messages cannot be edited."""
    return (
        ("UPDATE OR REPLACE turns SET chat = ? WHERE chat = ?", (new, old)),
        ("DELETE FROM replies WHERE chat = ?", (old,)),
    )


def tidy(now: float) -> tuple[Statement, ...]:
    """Drop what is out of date."""
    return (
        ("DELETE FROM replies WHERE sent_at < ?", (now - KEEP_REPLIES,)),
        ("DELETE FROM turns WHERE asked_at < ?", (now - KEEP_TURN,)),
    )


def totals(file: File) -> Totals:
    row = file.row(
        "SELECT (SELECT count(*) FROM people),"
        " (SELECT count(*) FROM feedback WHERE useful), (SELECT count(*) FROM feedback WHERE NOT useful)"
    )
    return Totals(*row) if row else Totals(0, 0, 0)


def _listed(stored: Any, kind: type) -> tuple[Any, ...] | None:
    """The members of a list as JSON; None for anything else."""
    try:
        value = json.loads(stored)
    except (TypeError, ValueError, RecursionError):
        return None
    return tuple(value) if isinstance(value, list) and all(type(each) is kind for each in value) else None


def _is_time(stored: Any) -> bool:
    return isinstance(stored, float) and math.isfinite(stored)
