"""Where indexes lie: files in the cache of the person who runs cpecbot, of whom alone they are trusted.

One that is begun has another name until it is whole, and none is ever put in the place of another, which somebody may
have open.
"""

from __future__ import annotations

import logging
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cpecbot.files.private import refuse_others

logger = logging.getLogger(__name__)

_NAME = "[0-9a-f]" * 32
_SUFFIX, _PART = ".index", ".part"
# Beside an index SQLite has what was added last.
_ALL = ("", "-wal", "-shm")
# Of other articles, and of other tables; each may be large.
_MOST = 3
# Seconds, where one that is written to changes every few: whoever began it was killed.
_ABANDONED = 3600.0


class Indexes:
    """The files in ``folder`` of what ``key`` names: 64 hexadecimal digits."""

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder
        self._name = key[:32]

    def existing(self) -> Iterator[Path]:
        """Those that were finished, the newest first, as far as nobody else could have written them."""
        with suppress(FileNotFoundError):
            for path in sorted(self._folder.glob(f"{self._name}-*{_SUFFIX}"), key=_changed, reverse=True):
                try:
                    refuse_others(path.stat())
                    refuse_others(self._folder.stat())
                except OSError as error:
                    logger.warning("%s is not used and made anew: %s", path, error.strerror)
                else:
                    os.utime(path)
                    yield path

    def begin(self) -> Path:
        """Where a new one is written. Raises OSError where there can be none."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        refuse_others(self._folder.stat())
        self._clear()
        return self._folder / f"{self._name}-{secrets.token_hex(8)}{_PART}"

    def admit(self, written: Path) -> Path:
        """Let what was ``written`` be found, and remove the oldest of the others."""
        path = written.rename(written.with_suffix(_SUFFIX))
        with suppress(FileNotFoundError):
            others = (file for file in self._folder.glob(f"{_NAME}-*{_SUFFIX}") if file != path)
            for file in sorted(others, key=_changed, reverse=True)[_MOST - 1 :]:
                remove(file)
        return path

    def _clear(self) -> None:
        with suppress(FileNotFoundError):
            for file in self._folder.glob(f"{_NAME}-*{_PART}"):
                if abs(time.time() - _changed(file)) > _ABANDONED:
                    file.unlink()


def remove(path: Path) -> None:
    for ending in _ALL:
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _changed(file: Path) -> float:
    return file.stat().st_mtime
