"""Which of the programs on one file takes up what waits there: another may be at work on it at this moment."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from pathlib import Path

from cpecbot.files.private import FILE

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

logger = logging.getLogger(__name__)

LOCK = "-claim"
"""What the file beside the database is called: a lock on the database itself could meet those of SQLite."""


class Claim:
    """Held until it is let go of or the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + LOCK)
        self._held: int | None = None
        self._told = False

    def take(self) -> bool:
        """False where another program holds it; where files cannot be locked, there is none to be known of."""
        if self._held is not None or fcntl is None:
            return True
        try:
            held = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, FILE)
        except OSError:
            return True
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(held)
            return not self._is_taken(error)
        self._held = held
        return True

    def _is_taken(self, error: OSError) -> bool:
        taken = isinstance(error, BlockingIOError)
        if taken and not self._told:
            self._told = True
            logger.error("another program runs on the same database; what waits there is left to it. Stop one of them")
        return taken

    def let_go(self) -> None:
        if self._held is not None:
            with suppress(OSError):
                os.close(self._held)
            self._held = None
