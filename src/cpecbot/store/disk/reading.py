"""Reading an index: each thread has a connection of its own."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cpecbot.errors import StorageError
from cpecbot.store.disk.file import open_to_read


class Reading:
    """The index at ``path``. Raises StorageError where it cannot be read any more."""

    def __init__(self, path: Path) -> None:
        """Raises ValueError for the file of another version, sqlite3.Error for none at all."""
        self.path = path
        self._threads = threading.local()
        self._threads.connection = open_to_read(path)

    def one(self, query: str, *values: object) -> Any:
        """The first row, or None."""
        return next(self.all(query, *values), None)

    def all(self, query: str, *values: object) -> Iterator[Any]:
        try:
            yield from self._connection().execute(query, values)
        except (sqlite3.Error, ValueError) as error:
            raise StorageError(
                f"{self.path}: what is kept of the articles cannot be read ({error}). Remove the file and start again."
            ) from error

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._threads, "connection", None)
        if connection is None:
            connection = self._threads.connection = open_to_read(self.path)
        return connection
