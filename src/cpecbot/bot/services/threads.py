"""Threads that the end of the program does not wait for: nothing stops one from outside, whatever it computes."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


def in_thread(work: Callable[[], T], name: str) -> asyncio.Future[T]:
    """Run ``work``, which must leave nothing half done where it is cut off, in a thread of its own.

    Whatever goes wrong is raised to who waits for it, also where the system grants no thread (RuntimeError).
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def run() -> None:
        try:
            settle = _setting(done, work())
        except BaseException as error:
            settle = _failing(done, _raisable(error))
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(settle)

    try:
        threading.Thread(target=run, name=name, daemon=True).start()
    except RuntimeError as error:
        done.set_exception(error)
    return done


def _setting(done: asyncio.Future[T], result: T) -> Callable[[], None]:
    return lambda: None if done.done() else done.set_result(result)


def _failing(done: asyncio.Future[T], error: BaseException) -> Callable[[], None]:
    return lambda: None if done.done() else done.set_exception(error)


def _raisable(error: BaseException) -> BaseException:
    """A future takes no StopIteration, and whoever waits for it would do so for ever."""
    if not isinstance(error, StopIteration):
        return error
    told = RuntimeError("what was computed ended by a StopIteration")
    told.__cause__ = error
    return told
