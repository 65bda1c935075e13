"""How the file is opened: for its owner alone, of this program, up to date; and what becomes of a damaged one."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import suppress
from pathlib import Path

from cpecbot.errors import StorageError
from cpecbot.files.private import FILE, private_file, private_folder, restrict
from cpecbot.storage.file import MAGIC, DamagedError, File, named_errors
from cpecbot.storage.schema import migrate, refuse_foreign, tables

logger = logging.getLogger(__name__)

LOCK_WAIT = 0.1
"""Seconds; an answer waits no longer than this for another process."""

DAMAGED = ".damaged"
_BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database."""


def open_file(path: Path, *, is_ours: bool = False) -> File:
    """Make the folder and the file where missing, and bring the schema up to date.

    Whatever is there by now, it ``is_ours`` when it was before. Raises DamagedError for one of ours that cannot be
    read, StorageError for what cannot be used or is not ours.
    """
    with named_errors(path):
        if not is_ours and path.exists():
            _refuse_what_is_none(path)  # before anything is done to it
        _make_private(path)
        connection = sqlite3.connect(path, timeout=LOCK_WAIT, isolation_level=None)
    try:
        with named_errors(path):
            _set_up(connection, path)
            return File(path, connection)
    except BaseException:
        connection.close()
        raise


def set_aside(path: Path) -> Path:
    """Move a damaged file out of the way, and return where to; the last one that was moved is overwritten."""
    aside = _beside(path, DAMAGED)
    with named_errors(path):
        for extension in ("-wal", "-journal", ""):  # the log belongs to it
            with suppress(FileNotFoundError):
                _beside(path, extension).replace(_beside(aside, extension))
        _beside(path, "-shm").unlink(missing_ok=True)
    return aside


def salvage(damaged: Path, path: Path) -> int:
    """Take the rows that can be read over into the file at ``path``, and return how many those are."""
    taken = 0
    with suppress(sqlite3.Error):
        source = sqlite3.connect(damaged)
        target = sqlite3.connect(path, isolation_level=None)
        try:
            source.execute("PRAGMA writable_schema = ON")  # without it, a file cut short is not read at all
            target.execute("BEGIN")
            for table in tables(target):
                taken += _take_over(table, source, target)
            target.execute("COMMIT")
        finally:
            source.close()
            target.close()
    return taken


def remove_damaged(path: Path) -> None:
    """What was set aside holds what people want to be forgotten as well."""
    with named_errors(path):
        for extension in ("", *_BESIDE):
            _beside(path, DAMAGED + extension).unlink(missing_ok=True)


def _make_private(path: Path) -> None:
    private_folder(path.parent, path.name)
    try:
        private_file(path)
        for extension in _BESIDE:
            with suppress(FileNotFoundError):
                restrict(_beside(path, extension), FILE)
    except PermissionError:
        if not path.is_file():
            raise
        logger.warning("%s belongs to somebody else, who may read it; make it yours: chown, chmod 600", path)


def _refuse_what_is_none(path: Path) -> None:
    """A path that was mistyped may lead to something dear; nought bytes are what a crash leaves of a file."""
    with path.open("rb") as file:
        start = file.read(len(MAGIC))
    if start != MAGIC and start.strip(b"\0"):
        raise StorageError(f"{path} is no database; move it away, or choose another database path")


def _set_up(connection: sqlite3.Connection, path: Path) -> None:
    refuse_foreign(connection, f"the database {path}")
    connection.execute("PRAGMA temp_store = MEMORY")  # no second place where questions are written
    connection.execute("PRAGMA secure_delete = ON")  # what is answered or forgotten is gone
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # what people are told is saved outlives a power cut
    migrate(connection)
    ((verdict,),) = connection.execute("PRAGMA quick_check(1)").fetchall()
    if verdict != "ok":
        raise DamagedError(f"the database {path} is damaged: {verdict}")


def _take_over(table: str, source: sqlite3.Connection, target: sqlite3.Connection) -> int:
    taken = 0
    with suppress(sqlite3.Error):
        columns = [name for _, name, *_ in source.execute(f"PRAGMA table_info({table})")]
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - our tables
        for row in source.execute(f"SELECT * FROM {table}"):  # noqa: S608 - until one cannot be read
            taken += target.execute(statement, row).rowcount
    return taken


def _beside(path: Path, extension: str) -> Path:
    return path.with_name(path.name + extension)
