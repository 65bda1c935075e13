"""The file of an index: its tables, and how it is opened.

It is only added to: a ``generation`` lists the articles that count. Whoever has opened one reads on undisturbed while
the next is written.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from enum import IntEnum
from pathlib import Path

from cpecbot.store.format import VERSION as FORMAT

# To be raised with any change of the tables; what an entry consists of has a number of its own.
_VERSION = 2
_PAGE = 8192
# Bytes that are mapped of the file, which the system may take back, and bytes of it that each thread keeps.
_MAPPED, _KEPT = 1 << 40, 4_000_000
# Seconds that one who adds waits for another.
_WAIT = 3600.0

_TABLES = """
CREATE TABLE languages (number INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE);
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, segment INTEGER NOT NULL, source TEXT NOT NULL, digest BLOB NOT NULL,
    first INTEGER NOT NULL, rows BLOB NOT NULL, letters INTEGER NOT NULL, facts BLOB NOT NULL, called BLOB NOT NULL,
    text BLOB NOT NULL
);
CREATE TABLE entries (number INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE postings (
    key BLOB NOT NULL, field INTEGER NOT NULL, segment INTEGER NOT NULL, numbers BLOB NOT NULL, marks BLOB NOT NULL,
    PRIMARY KEY (key, field, segment)
) WITHOUT ROWID;
CREATE TABLE words (
    word BLOB NOT NULL, language INTEGER NOT NULL, segment INTEGER NOT NULL, written INTEGER NOT NULL,
    entries INTEGER NOT NULL, first INTEGER NOT NULL, PRIMARY KEY (word, language, segment)
) WITHOUT ROWID;
CREATE TABLE generations (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, segments INTEGER NOT NULL, articles BLOB NOT NULL,
    aliases BLOB NOT NULL
);
"""


class Field(IntEnum):
    """What the postings of a key are of.

    WORDS, MEANINGS and NAMES are weighed apart. STANDING are the keys of what an entry's words stand for. LETTERS, runs
    of letters of words, are of whole articles.
    """

    WORDS = 0
    MEANINGS = 1
    NAMES = 2
    STANDING = 3
    LETTERS = 4


# A mark of an entry under a key: whether the entry holds it, whether it speaks of it as a concept, and above these how
# often it counts where entries are ranked.
HELD, SPOKEN, COUNT = 1, 2, 2
LARGEST_MARK = (1 << 16) - 1


def create(path: Path, languages: Iterable[str]) -> sqlite3.Connection:
    """An empty index at ``path``, where there is no file yet, for its owner alone; nobody else may read it meanwhile.

    ``languages`` are the codes of all that its articles may be in, which are numbered in this order.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection = _connect(path)
    # Where it is not finished it is thrown away.
    connection.executescript(f"PRAGMA page_size = {_PAGE}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    connection.executescript(f"PRAGMA user_version = {_version()};{_TABLES}")
    connection.executemany("INSERT INTO languages VALUES (?, ?)", enumerate(languages))
    return connection


def share(connection: sqlite3.Connection) -> None:
    """Let others read what is finished while more is added."""
    connection.execute("PRAGMA journal_mode = WAL")


def open_to_add(path: Path) -> sqlite3.Connection:
    """Raises ValueError for the file of another version, sqlite3.Error for none at all."""
    return _checked(_connect(path))


def open_to_read(path: Path) -> sqlite3.Connection:
    """Raises ValueError for the file of another version, sqlite3.Error for none at all."""
    connection = _checked(_connect(path))
    connection.execute("PRAGMA query_only = ON")
    connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
    connection.execute(f"PRAGMA cache_size = -{_KEPT // 1024}")
    return connection


def _connect(path: Path) -> sqlite3.Connection:
    # One that a thread has left behind is closed by another.
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=_WAIT,
        isolation_level=None,
        check_same_thread=False,
    )


def _checked(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version != _version():
            raise ValueError("it is of another version")
    except BaseException:
        connection.close()
        raise
    return connection


def _version() -> int:
    return 1000 * _VERSION + FORMAT


def as_bytes(key: str) -> bytes:
    """``key`` as it stands in the tables; what is asked may hold half a surrogate pair."""
    return key.encode("utf-8", "surrogatepass")


def as_text(key: bytes) -> str:
    return key.decode("utf-8", "surrogatepass")
