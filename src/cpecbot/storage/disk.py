"""The file as one waits for it: what cannot be written now is written later, in its order; nothing here raises."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field

from cpecbot.errors import StorageError
from cpecbot.storage.claim import Claim
from cpecbot.storage.file import File, Statement, is_hopeless, is_locked
from cpecbot.storage.opening import remove_damaged
from cpecbot.storage.place import Place
from cpecbot.storage.records import Condition

logger = logging.getLogger(__name__)

START_PATIENCE = 3.0
"""Seconds that the start waits for another program's lock."""

CLOSE_PATIENCE = 1.5
"""Seconds that the end does; a signal gives the whole program nine."""

WAIT = 2.0
"""Seconds that an answer waits for a disk that hangs."""

ONCE_MORE = 0.1
"""Seconds between two attempts at what is waited for."""

TROUBLED = 5
"""Attempts that failed in a row, after which there is one in a ``PAUSE``: each may wait for a lock."""

PAUSE = 1.0

LOCK_PATIENCE = 30.0
"""Seconds for which the file counts as sound while another program's lock, or a disk that hangs, keeps it from use."""

AT_ONCE = 500
MOST_WAITING = 10_000

T = TypeVar("T")


class _Write(Struct, eq=False):
    """``about`` is the person that it concerns; ``tried`` is set once it is written or was not.

    ``over`` is set once nothing more comes of it: it is written, or given up.
    """

    statements: Sequence[Statement]
    about: int | None
    problem: Exception | None = None
    written: bool = False
    tried: asyncio.Event = field(default_factory=asyncio.Event)
    over: asyncio.Event = field(default_factory=asyncio.Event)


class _RestingError(StorageError):
    """It failed a moment ago, and is left alone for another."""


class Disk:
    """All that touches the file runs in one thread, writes in the order in which they were asked for.

    ``begun_anew`` gives what is to be written first into a file that takes the place of one that was lost.
    """

    def __init__(self, path: Path, begun_anew: Callable[[], Sequence[Statement]] = tuple) -> None:
        self._path = path
        self._place = Place(path, begun_anew)
        self._claim = Claim(path)
        self._thread = ThreadPoolExecutor(1, "storage")
        self._closed = False
        self._queue: deque[_Write] = deque()
        self._draining: asyncio.Task[None] | None = None
        self._failures = 0
        self._locked = False
        self._failing_since = self._failed_at = float("-inf")
        self._problem: StorageError | None = None
        self._told_broken = False
        self._dropped = 0

    @property
    def is_open(self) -> bool:
        """Whether what was written is there, even where nothing more can be written just now."""
        return self._place.file is not None

    @property
    def condition(self) -> Condition:
        return Condition(self.is_open and not self._failures, len(self._queue), self._dropped)

    def claim(self) -> bool:
        """Whether what waits in the file is this program's to take up; another that runs may be at work on it."""
        return self._claim.take()

    async def open(self) -> None:
        """A short lock is waited for; whatever else is wrong is tried again with every later use."""
        deadline = time.monotonic() + START_PATIENCE
        while True:
            try:
                await self._run(lambda _: None)
            except StorageError as error:
                if is_locked(error) and time.monotonic() < deadline:
                    await asyncio.sleep(0.02)
                    continue
                self._report(error)
            return

    async def close(self) -> None:
        """Write what waits, so far as that can be done in time."""
        deadline = time.monotonic() + CLOSE_PATIENCE
        while self._queue and not self._closed:
            self._failed_at = float("-inf")
            await self._settle()
            if not self._locked or time.monotonic() > deadline:
                break
            await asyncio.sleep(0.02)
        if self._queue:
            logger.error("%d writes are lost: the database could not be written to", len(self._queue))
            self._dropped += len(self._queue)
            self._queue.clear()
        if not self._closed:
            self._closed = True
            self._thread.submit(self._place.let_go)
            self._thread.shutdown(wait=True)
        self._claim.let_go()

    async def read(self, query: Callable[[File], T], otherwise: T, *, about: int | None = None) -> T:
        """``otherwise`` where the file cannot be read, or does not hold yet what was written about the person."""
        if self._queue:
            await self._settle()
        if self._closed or any(write.about == about for write in self._queue if about is not None):
            return otherwise
        try:
            async with asyncio.timeout(WAIT):
                found = await self._run(query)
        except StorageError as error:
            if not is_hopeless(error.__cause__):
                self._report(error)
        except TimeoutError:
            self._report(StorageError(f"the database {self._path} does not answer"))
        else:
            if not self._queue:
                self._recovered()
            return found
        return otherwise

    async def write(self, *statements: Statement, about: int | None = None) -> bool:
        """All or none; whether the file holds it by now. If not it is tried again, unless it is wrong in itself."""
        if self._closed:
            return False
        write = _Write(statements, about)
        self._queue.append(write)
        if len(self._queue) > MOST_WAITING:
            self._drop(self._queue.popleft(), "too many writes wait for the database")
        self._drain()
        with suppress(TimeoutError):
            async with asyncio.timeout(WAIT):
                await write.tried.wait()
        return write.written

    async def secure(self) -> bool:
        """Whether the file holds what was asked for until now; False once it counts as broken, which the log says.

        A lock is waited for, and so is a disk that hangs, for ``LOCK_PATIENCE``; whatever else is wrong is not.
        """
        if not self._queue:
            return True
        last, began = self._queue[-1], time.monotonic()
        while not last.over.is_set() and not self._closed and not self._is_broken():
            if time.monotonic() - began > LOCK_PATIENCE and not self._failures:
                self._report(StorageError(f"the database {self._path} does not answer"))
                break
            await self._settle()
            with suppress(TimeoutError):
                async with asyncio.timeout(ONCE_MORE):
                    await last.over.wait()
        self._tell_broken()
        return last.written

    def _is_broken(self) -> bool:
        """Whether it fails, and not because of a lock that was there for a moment only."""
        held = self._locked and time.monotonic() - self._failing_since <= LOCK_PATIENCE
        return bool(self._failures) and not held

    async def forget_damaged(self) -> bool:
        """Remove what was set aside."""
        try:
            await asyncio.to_thread(remove_damaged, self._path)
        except StorageError as error:
            self._report(error)
            return False
        return True

    def _drain(self) -> asyncio.Task[None]:
        """Whoever waits for it may be cancelled: what was asked for is written all the same."""
        if self._draining is None or self._draining.done():
            self._draining = asyncio.create_task(self._write_queue())
        return self._draining

    async def _settle(self) -> None:
        """Return once what waits is written, or was tried."""
        await asyncio.wait({self._drain()}, timeout=WAIT)

    async def _write_queue(self) -> None:
        while self._queue:
            batch = tuple(islice(self._queue, AT_ONCE))
            try:
                await self._run(lambda file, batch=batch: self._write(file, batch))  # type: ignore[misc]
            except StorageError as error:
                self._report(error)
                for write in self._queue:
                    write.tried.set()
                return
            self._recovered()
            for write in batch:
                if self._queue and self._queue[0] is write:
                    self._queue.popleft()
                if write.problem is not None:
                    self._drop(write, f"a write is wrong in itself ({write.problem})")
                write.tried.set()
                write.over.set()

    def _write(self, file: File, batch: Sequence[_Write]) -> None:
        file.write(batch)
        if not file.is_in_place():  # it went nowhere
            raise StorageError(f"the database {self._path} was deleted or replaced while it was written to")
        for write in batch:
            write.written = write.problem is None

    async def _run(self, query: Callable[[File], T]) -> T:
        """In the thread, on a file that is open; raises StorageError where it is not, or was not a moment ago."""
        if self._failures > TROUBLED and time.monotonic() - self._failed_at < PAUSE:
            raise _RestingError
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._place.use, query)

    def _recovered(self) -> None:
        if self._failures:
            self._failures = 0
            logger.warning("the database works again")

    def _drop(self, write: _Write, why: str) -> None:
        self._dropped += 1
        write.tried.set()
        write.over.set()
        logger.error("%s; this is not tried again", why)

    def _report(self, error: StorageError) -> None:
        """Once per outage, and of one that began with a lock once more when that lasts."""
        if isinstance(error, _RestingError):
            return
        self._failed_at = time.monotonic()
        if not self._failures:
            self._failing_since, self._told_broken = self._failed_at, False
        self._failures += 1
        self._locked, self._problem = is_locked(error), error
        if self._failures == 1 and self._locked:
            logger.warning("%s; it is waited for, %.0f s at most", error, LOCK_PATIENCE)
        self._tell_broken()

    def _tell_broken(self) -> None:
        if self._is_broken() and not self._told_broken:
            self._told_broken = True
            logger.error("%s; going on from memory", self._problem)
