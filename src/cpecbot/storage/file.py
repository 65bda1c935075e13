"""One SQLite file: its errors under one name, its writes one after another."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiosqlite

from cpecbot.errors import StorageError

HOPELESS = (OverflowError, UnicodeError, sqlite3.IntegrityError, sqlite3.DataError, sqlite3.InterfaceError)
"""Causes of a StorageError that no later attempt mends."""

Statement = tuple[str, tuple[object, ...]]


@dataclass(eq=False, slots=True)
class _Row:
    parameters: tuple[object, ...]
    written: bool = False


class File:
    """Every method raises StorageError when the file cannot be read or written."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._writing = asyncio.Lock()
        self._along: dict[str, list[_Row]] = {}

    async def close(self) -> None:
        await self._connection.close()

    async def row(self, query: str, *parameters: object) -> Sequence[Any] | None:
        return next(iter(await self.rows(query, *parameters)), None)

    async def rows(self, query: str, *parameters: object) -> list[tuple[Any, ...]]:
        with named_errors():
            async with self._connection.execute(query, parameters) as cursor:
                return [tuple(row) for row in await cursor.fetchall()]

    async def write(self, statement: str, parameters: tuple[object, ...]) -> None:
        with named_errors():
            async with self._writing:
                await self._connection.execute(statement, parameters)

    async def write_along(self, statement: str, parameters: tuple[object, ...]) -> None:
        """For what every answer writes: all that wait to write the same go together, in one turn of the thread."""
        row = _Row(parameters)
        self._along.setdefault(statement, []).append(row)
        with named_errors():
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

    async def write_all(self, statements: Iterable[Statement]) -> None:
        """In one transaction. One that is cancelled is undone: left open, it would take later writes with it."""
        with named_errors():
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

    async def checkpoint(self) -> None:
        """Take what was deleted out of the write-ahead log, too."""
        await self.write("PRAGMA wal_checkpoint(TRUNCATE)", ())


@contextmanager
def named_errors(path: Path | None = None) -> Iterator[None]:
    """aiosqlite raises ValueError for a connection that is already closed, sqlite3 OverflowError for 2^63."""
    try:
        yield
    except (sqlite3.Error, OSError, ValueError, OverflowError) as error:
        place = f" {path}" if path else ""
        raise StorageError(f"the database{place} cannot be used: {error}; check its path and permissions") from error
