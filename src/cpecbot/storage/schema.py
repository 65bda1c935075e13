"""The tables and how older files come up to date; ``PRAGMA user_version`` counts the steps a file has taken."""

from __future__ import annotations

import sqlite3

from cpecbot.errors import StorageError

APPLICATION = int.from_bytes(b"cpec")
"""Tells the file from other programs' (https://sqlite.org/pragma.html#pragma_application_id)."""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE people (
        person INTEGER PRIMARY KEY,
        language TEXT,
        quotes INTEGER,
        source_languages TEXT NOT NULL,
        keep_questions INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE turns (
        chat INTEGER NOT NULL,
        person INTEGER NOT NULL,
        question TEXT NOT NULL,
        language TEXT NOT NULL,
        asked_at REAL NOT NULL,
        PRIMARY KEY (chat, person)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE feedback (
        person INTEGER NOT NULL,
        chat INTEGER NOT NULL,
        message INTEGER NOT NULL,
        useful INTEGER NOT NULL,
        sources TEXT NOT NULL,
        given_at REAL NOT NULL,
        question TEXT,
        PRIMARY KEY (person, chat, message)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE replies (
        chat INTEGER NOT NULL,
        question INTEGER NOT NULL,
        person INTEGER NOT NULL,
        messages TEXT NOT NULL,
        sent_at REAL NOT NULL,
        PRIMARY KEY (chat, question)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX replies_by_person ON replies (person);
    """,
    """
    CREATE TABLE inbox (
        id INTEGER PRIMARY KEY,
        person INTEGER,
        content TEXT,
        received_at REAL NOT NULL
    ) STRICT;
    CREATE INDEX inbox_waiting ON inbox (id) WHERE content IS NOT NULL;
    ALTER TABLE replies ADD COLUMN to_update INTEGER;
    CREATE TRIGGER replied AFTER INSERT ON replies WHEN NEW.to_update IS NOT NULL BEGIN
        UPDATE inbox SET person = NULL, content = NULL WHERE id = NEW.to_update;
    END;
    """,
    "ALTER TABLE inbox ADD COLUMN starts INTEGER NOT NULL DEFAULT 0;",
    "ALTER TABLE feedback ADD COLUMN asked INTEGER; ALTER TABLE feedback ADD COLUMN word TEXT;",
)


def refuse_foreign(connection: sqlite3.Connection, name: str) -> None:
    """Raise StorageError, before anything is changed, for a file of another or a later program."""
    version, application = _marks(connection)
    if version > len(MIGRATIONS):
        raise StorageError(
            f"{name} has schema {version}, this program knows up to {len(MIGRATIONS)}; "
            "update cpecbot or choose another database path"
        )
    if application not in {0, APPLICATION} or (tables(connection) and not version):
        raise StorageError(f"{name} belongs to another program; choose another database path")


def migrate(connection: sqlite3.Connection) -> None:
    """Take the missing steps, each in its own transaction."""
    version, application = _marks(connection)
    for step, script in enumerate(MIGRATIONS[version:], start=version + 1):
        connection.executescript(f"BEGIN IMMEDIATE; {script} PRAGMA user_version = {step}; COMMIT;")
    if application != APPLICATION:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")


def tables(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Their names, as the steps made them."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return tuple(name for (name,) in rows)


def _marks(connection: sqlite3.Connection) -> tuple[int, int]:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    return version, application
