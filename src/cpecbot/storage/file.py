"""One SQLite file, used from one thread: its errors under one name, its writes all or none."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from cpecbot.errors import StorageError

Statement = tuple[str, tuple[object, ...]]

_OF_THE_WRITE = frozenset(
    {
        *(sqlite3.SQLITE_ERROR, sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH),
        *(sqlite3.SQLITE_MISUSE, sqlite3.SQLITE_RANGE),
    }
)
"""Codes of what is wrong with a statement, whatever the state of the file."""

_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_PASSING = _LOCKED | {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY}
"""Codes of what passes while the file stays open."""

SHARE = 0.01
"""Of the time, at most, that rewriting the file takes beside the answers."""

MAGIC = b"SQLite format 3\0"
"""What every database begins with (https://sqlite.org/fileformat.html#the_database_header)."""


class DamagedError(StorageError):
    """What the file holds can no longer be read."""


class Write(Protocol):
    """Statements that belong together; ``problem`` says why they can never be executed."""

    statements: Sequence[Statement]
    problem: Exception | None


class File:
    """Every method raises StorageError when the file cannot be read or written."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        connection.text_factory = _text
        self._scrubbed, self._scrubbed_at, self._scrub_took = -1, float("-inf"), 0.0
        self._identity = _identity_of(path)
        # Held open beside the connection: closing it earlier would let go of SQLite's locks.
        self._bytes = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))

    def close(self) -> None:
        """Once."""
        with named_errors(self._path):
            try:
                self._connection.close()
            finally:
                os.close(self._bytes)

    def is_open(self) -> bool:
        try:
            return self._connection.total_changes >= 0
        except sqlite3.ProgrammingError:
            return False

    def is_in_place(self) -> bool:
        """Whether its path leads to it; what is written to one that was deleted or replaced is written nowhere.

        Raises DamagedError where it was overwritten, which SQLite may notice much later.
        """
        try:
            in_place = _identity_of(self._path) == self._identity
            os.lseek(self._bytes, 0, os.SEEK_SET)
            start = os.read(self._bytes, len(MAGIC))
        except OSError:
            return False
        if start != MAGIC:
            raise DamagedError(f"the database {self._path} was overwritten by another program")
        return in_place

    def row(self, query: str, *parameters: object) -> tuple[Any, ...] | None:
        return next(iter(self.rows(query, *parameters)), None)

    def rows(self, query: str, *parameters: object) -> list[tuple[Any, ...]]:
        with named_errors(self._path):
            return self._connection.execute(query, parameters).fetchall()

    def write(self, writes: Sequence[Write]) -> None:
        """In one transaction; a write that is wrong in itself is left out and given its ``problem``."""
        with named_errors(self._path):
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                for write in writes:
                    self._attempt(write)
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.rollback()
                raise

    def scrub(self, *, sparingly: bool = False) -> bool:
        """Leave no byte of what was deleted; False where another program still reads it in the write-ahead log.

        ``secure_delete`` alone leaves copies between the cells of pages that SQLite balanced. About 10 ms a megabyte;
        ``sparingly`` takes ``SHARE`` of the time at most, which is every minute up to 50 MB or so.
        """
        due = not sparingly or time.monotonic() - self._scrubbed_at >= self._scrub_took / SHARE
        if self._connection.total_changes != self._scrubbed and due:
            began = time.monotonic()
            self.rows("VACUUM")
            self._scrubbed, self._scrubbed_at = self._connection.total_changes, time.monotonic()
            self._scrub_took = self._scrubbed_at - began
        row = self.row("PRAGMA wal_checkpoint(TRUNCATE)")
        return row is not None and not row[0]

    def _attempt(self, write: Write) -> None:
        self._connection.execute("SAVEPOINT attempt")
        try:
            for statement, parameters in write.statements:
                self._connection.execute(statement, parameters)
        except (sqlite3.Error, ValueError, OverflowError, TypeError) as error:
            if not is_hopeless(error):
                raise
            write.problem = error
            self._connection.execute("ROLLBACK TO attempt")
        self._connection.execute("RELEASE attempt")


def is_hopeless(error: BaseException | None) -> bool:
    """Whether a statement is wrong in itself, so that no later attempt mends it."""
    if isinstance(error, sqlite3.Error):
        code = _code_of(error)
        return code in _OF_THE_WRITE if code is not None else isinstance(error, _NOT_BOUND)
    return isinstance(error, (OverflowError, UnicodeError, TypeError))


_NOT_BOUND = (sqlite3.InterfaceError, sqlite3.ProgrammingError, sqlite3.DataError, sqlite3.NotSupportedError)
"""What Python's binding raises, without a code, for values that SQLite does not take."""


def is_locked(error: StorageError) -> bool:
    return _code_of(error.__cause__) in _LOCKED


def is_passing(error: StorageError) -> bool:
    """Whether the file is as good as before, and need not be opened anew."""
    return _code_of(error.__cause__) in _PASSING


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """sqlite3 raises OverflowError for 2^63, ValueError for a NUL in a path."""
    try:
        yield
    except (sqlite3.Error, OSError, ValueError, OverflowError) as error:
        kind = DamagedError if _code_of(error) in _DAMAGED else StorageError
        raise kind(f"the database {path} cannot be used: {error}; check its path and permissions") from error


def _code_of(error: BaseException | None) -> int | None:
    """SQLite's primary result code (https://sqlite.org/rescode.html)."""
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


def _identity_of(path: Path) -> tuple[int, int]:
    status = os.stat(path)  # noqa: PTH116 - at every write
    return status.st_dev, status.st_ino


def _text(stored: bytes) -> str:
    """Whatever somebody put there."""
    return stored.decode("utf-8", "replace")
