"""Files in the cache of the person who runs cpecbot, each holding one value that was packed.

A file is read only where it was written by the same person, nobody else may write to it, its bytes are those that were
written, and what it was made from is what there is now: a ``fingerprint`` is part of its name and of its first line.
Whatever is wrong with one, it counts as not there.
"""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import pickle
import tempfile
import time
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path

from cpecbot.files.private import refuse_others
from cpecbot.snapshot.packing import pack, unpack

logger = logging.getLogger(__name__)

# As files are named, so that nobody else's in the folder is ever removed.
_NAME = "[0-9a-f]" * 32
_SUFFIX = ".snapshot"
_PART = ".part"
_FORMAT = b"cpecbot snapshot 2"
_LONGEST_HEAD = 200
# Other folders of articles, and other versions, each have one.
_MOST_FILES = 6
# Seconds, where a moment is enough to write one: whoever began it was killed.
_ABANDONED = 3600.0


class Kept:
    """The values kept in ``folder``, which is made when the first one is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, fingerprint: str) -> object | None:
        """What was kept under ``fingerprint``; None where nothing was that can be trusted."""
        path = self._path(fingerprint)
        try:
            return unpack(_read(path, fingerprint))
        except FileNotFoundError:
            return None
        except Exception as error:
            reason = getattr(error, "strerror", None) or error or type(error).__name__
            logger.warning("%s is not used and made anew: %s", path, reason)
            return None

    def usable(self) -> bool:
        """Whether what is put would be written, and read again; to be asked before anything is made for that alone."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            refuse_others(self._folder.stat())
            if not os.access(self._folder, os.W_OK | os.X_OK):
                raise PermissionError(errno.EACCES, "it cannot be written to")
        except OSError as error:
            level = logging.WARNING if error.errno == errno.EPERM else logging.INFO
            logger.log(level, "Nothing is kept in %s for the next start: %s.", self._folder, error.strerror)
            return False
        return True

    def put(self, fingerprint: str, value: object) -> bool:
        """Keep ``value``, for the next process; False where it cannot be written."""
        try:
            packed = pack(value)
        except (pickle.PickleError, AttributeError, TypeError, RecursionError) as error:
            logger.warning("What was read cannot be kept for the next start (%s).", error)
            return False
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._clear()
            path = self._path(fingerprint)
            self._write(path, _head(fingerprint, hashlib.sha256(packed).hexdigest()) + packed)
            self._prune(path)
        except OSError as error:
            logger.info("Nothing is kept in %s for the next start: %s.", self._folder, error.strerror)
            return False
        return True

    def _path(self, fingerprint: str) -> Path:
        return self._folder / f"{fingerprint[:32]}{_SUFFIX}"

    def _write(self, path: Path, content: bytes) -> None:
        """Whole or not at all, whoever else writes the same at the same time; readable by nobody else."""
        handle, name = tempfile.mkstemp(prefix=path.stem, suffix=_PART, dir=self._folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _clear(self) -> None:
        """Remove what was cut off while it was written, and leave what another process is writing now."""
        with suppress(FileNotFoundError):
            for file in self._folder.glob(f"{_NAME}*{_PART}"):
                if abs(time.time() - _changed(file)) > _ABANDONED:
                    file.unlink()

    def _prune(self, written: Path) -> None:
        """Leave what was ``written`` now, whatever the clock says, and the newest of the others.

        What another process removes at the same time is gone all the same.
        """
        with suppress(FileNotFoundError):
            others = (file for file in self._folder.glob(f"{_NAME}{_SUFFIX}") if file != written)
            for file in sorted(others, key=_changed, reverse=True)[_MOST_FILES - 1 :]:
                file.unlink()


def _changed(file: Path) -> float:
    return file.stat().st_mtime


def _read(path: Path, fingerprint: str) -> memoryview:
    """What was packed, which is in memory only where it is read.

    Raises PermissionError for a file that somebody else could have written, ValueError for one that is not as it was.
    """
    with path.open("rb") as file:
        for status in (os.fstat(file.fileno()), path.parent.stat()):
            refuse_others(status)
        head = file.readline(_LONGEST_HEAD)
        start = file.tell()
        if head != _head(fingerprint, hashlib.file_digest(file, "sha256").hexdigest()):
            raise ValueError("it is damaged")
        return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))[start:]


def _head(fingerprint: str, digest: str) -> bytes:
    return b"%b %b %b\n" % (_FORMAT, fingerprint.encode("ascii"), digest.encode("ascii"))
