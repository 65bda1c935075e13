"""Where the bot remembers: that the file is there, sound, its owner's alone, can be written to, and has room."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from cpecbot.commands.doctor.findings import Finding, Level
from cpecbot.errors import StorageError
from cpecbot.settings import Settings
from cpecbot.storage.schema import refuse_foreign

LOCK_WAIT = 1.0  # seconds
LITTLE_ROOM, NO_ROOM = 1_000_000_000, 100_000_000
"""Bytes. Without room nothing is remembered; the log and the system need some, too."""


def look(settings: Settings) -> Iterator[Finding]:
    path = settings.database
    if path.exists():
        yield from _file(path)
    else:
        yield _place(path)
    yield _room(path)


def _place(path: Path) -> Finding:
    folder = _existing(path)
    if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
        return Finding("storage", Level.OK, f"{path} is made at the first start")
    return Finding(
        "storage", Level.WRONG, f"{path} cannot be made", f"Let this user write to {folder}, or set database."
    )


def _file(path: Path) -> Iterator[Finding]:
    if not path.is_file():
        yield Finding("storage", Level.WRONG, f"{path} is no file", "Set database to the path of a file.")
        return
    try:
        yield _sound(path)
    except sqlite3.Error as error:
        mend = "Move it away to start anew, or restore it from a copy."
        yield Finding("storage", Level.WRONG, f"{path} cannot be read: {error}", mend)
        return
    except StorageError as error:
        yield Finding("storage", Level.WRONG, str(error), "Do as it says, or set database to another file.")
        return
    yield from _writable(path)
    if sys.platform != "win32":
        yield from _modes(path)


def _sound(path: Path) -> Finding:
    """Raises StorageError for a file that the bot would not open."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=LOCK_WAIT)) as file:
        refuse_foreign(file, str(path))
        (version,) = file.execute("PRAGMA user_version").fetchone()
        (sound,) = file.execute("PRAGMA quick_check(1)").fetchone()
        if sound != "ok":
            mend = "Stop the bot and take a copy; sqlite3's .recover saves what can be saved."
            return Finding("storage", Level.WRONG, f"{path} is damaged: {sound}", mend)
        size = path.stat().st_size
        return Finding("storage", Level.OK, f"{path} is sound ({size / 1000:,.0f} kB, schema {version})")


def _writable(path: Path) -> Iterator[Finding]:
    try:
        with closing(sqlite3.connect(path, timeout=LOCK_WAIT, isolation_level=None)) as file:
            file.execute("BEGIN IMMEDIATE")
            file.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            mend = "Wait; where that lasts, end the program that holds it."
            yield Finding("storage", Level.WARNING, f"{path} is held by another program", mend)
        else:
            yield Finding("storage", Level.WRONG, f"{path} cannot be written to: {error}", "Give it to the bot's user.")


def _modes(path: Path) -> Iterator[Finding]:
    """A folder that others may look into shows them the name of the file; one that they may write to, more."""
    for each, rights, word in ((path, 0o077, "use"), (path.parent, 0o022, "put files into")):
        mode = stat.S_IMODE(each.stat().st_mode)
        if mode & rights and not mode & stat.S_ISVTX:
            mend = f"chmod {mode & ~rights:o} {each}"
            yield Finding("storage", Level.WARNING, f"others than its owner may {word} {each} ({mode:04o})", mend)


def _room(path: Path) -> Finding:
    free = shutil.disk_usage(_existing(path)).free
    found = f"{free / 1e9:,.1f} GB are free where the database is"
    if free >= LITTLE_ROOM:
        return Finding("disk", Level.OK, found)
    return Finding("disk", Level.WARNING if free >= NO_ROOM else Level.WRONG, found, "Make room, or set database.")


def _existing(path: Path) -> Path:
    """The file, or the nearest folder above it that there is."""
    return next(each for each in (path, *path.absolute().parents) if each.exists())
