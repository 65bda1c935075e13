"""Files and folders for their owner alone; on Windows, where a profile is private, nothing is changed."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cpecbot.resources import STATE_FILES

FILE = 0o600
FOLDER = 0o700


def private_file(path: Path) -> None:
    """Make it where it is missing, and take away others' rights to it; it has no other mode at any moment.

    Raises OSError where it cannot be made or belongs to somebody else.
    """
    os.close(os.open(path, os.O_RDONLY | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), FILE))
    restrict(path, FILE)


def private_folder(folder: Path, own: str) -> None:
    """Make it where it is missing, its parents too, and take away others' rights to it.

    One that holds anything but files of this program, whose names begin with ``own`` or the usual ones, belongs to the
    person and stays as it is.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(FOLDER, exist_ok=True)
    if not missing and all(name.startswith((own, *STATE_FILES)) for name in os.listdir(folder)):  # noqa: PTH208 - names are all that is needed
        restrict(folder, FOLDER)


@contextmanager
def owner_only() -> Iterator[None]:
    """Whatever the process makes meanwhile, libraries included, is its owner's alone."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def restrict(path: Path, mode: int) -> None:
    """Leave no right to it that ``mode`` does not give."""
    now = stat.S_IMODE(path.stat().st_mode)
    if sys.platform != "win32" and now & ~mode:
        path.chmod(now & mode)


def refuse_others(status: os.stat_result) -> None:
    """Raises PermissionError for a file or a folder that somebody else can write to."""
    others = status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    if hasattr(os, "getuid") and (others or status.st_uid != os.getuid()):
        raise PermissionError(errno.EPERM, "others may write to it")


def is_open_to_others(path: Path) -> bool:
    """Whether others may read or change it; False where there is no such file."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return sys.platform != "win32" and bool(mode & (stat.S_IRWXG | stat.S_IRWXO))
