"""The file at its path, whatever becomes of it: opened anew, begun anew, or put in the place of a damaged one."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from cpecbot.errors import StorageError
from cpecbot.storage.file import DamagedError, File, Statement, is_hopeless, is_passing
from cpecbot.storage.opening import open_file, salvage, set_aside

logger = logging.getLogger(__name__)

T = TypeVar("T")


class _First(Struct):
    """What is written first."""

    statements: Sequence[Statement]
    problem: Exception | None = None


class Place:
    """For one thread. ``begun_anew`` gives what is written first into a file that takes the place of a lost one."""

    def __init__(self, path: Path, begun_anew: Callable[[], Sequence[Statement]]) -> None:
        self.file: File | None = None
        self._path = path
        self._begun_anew = begun_anew
        self._is_ours = self._is_lost = False

    def use(self, query: Callable[[File], T]) -> T:
        """Raises StorageError where the file cannot be opened or the query fails."""
        try:
            return query(self._usable())
        except DamagedError as error:
            self.let_go()
            self._replace_damaged(error)
            return query(self._usable())
        except StorageError as error:
            if not is_passing(error) and not is_hopeless(error.__cause__):
                self.let_go()
            raise

    def let_go(self) -> None:
        if self.file is not None:
            with suppress(StorageError):
                self.file.close()
            self.file = None

    def _usable(self) -> File:
        if self.file is not None and not self.file.is_open():
            self.file = None
        if self.file is not None and not self.file.is_in_place():
            logger.error("the database %s was deleted or replaced; what is known goes to its path now", self._path)
            self.let_go()
            self._is_lost = True
        if self.file is None:
            self.file = open_file(self._path, is_ours=self._is_ours and not self._is_lost)
            self._is_ours = True
        if self._is_lost:  # until it could be written, however often that was tried
            self.file.write([_First(self._begun_anew())])
            self._is_lost = False
        return self.file

    def _replace_damaged(self, error: DamagedError) -> None:
        aside = set_aside(self._path)
        self._is_lost = True
        self._usable()
        taken = salvage(aside, self._path)
        told = "%s. It is now %s, and %d of its rows are in a new one; remove it when it is of no use"
        logger.error(told, error, aside, taken)
