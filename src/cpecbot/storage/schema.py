"""The tables and how older files come up to date; ``PRAGMA user_version`` counts the steps a file has taken."""

from __future__ import annotations

import aiosqlite

from cpecbot.errors import StorageError

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
)


async def migrate(connection: aiosqlite.Connection, name: str) -> None:
    """Take the missing steps, each in its own transaction; raises StorageError when a later program wrote the file."""
    async with connection.execute("PRAGMA user_version") as cursor:
        row = await cursor.fetchone()
    version = int(row[0]) if row else 0
    if version > len(MIGRATIONS):
        raise StorageError(
            f"{name} has schema {version}, this program knows up to {len(MIGRATIONS)}; "
            "update cpecbot or choose another database path"
        )
    for step, script in enumerate(MIGRATIONS[version:], start=version + 1):
        await connection.executescript(f"BEGIN IMMEDIATE; {script} PRAGMA user_version = {step}; COMMIT;")
