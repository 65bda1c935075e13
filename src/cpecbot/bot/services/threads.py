"""Threads that the end of the program does not wait for: nothing stops one from outside, whatever it computes."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


def in_thread(work: Callable[[], T], name: str) -> asyncio.Future[T]:
    """Run ``work``, which must leave nothing half done where it is cut off, in a thread of its own."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def run() -> None:
        try:
            settle = _setting(done, work())
        except BaseException as error:
            settle = _failing(done, error)
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(settle)

    threading.Thread(target=run, name=name, daemon=True).start()
    return done


def _setting(done: asyncio.Future[T], result: T) -> Callable[[], None]:
    return lambda: None if done.done() else done.set_result(result)


def _failing(done: asyncio.Future[T], error: BaseException) -> Callable[[], None]:
    return lambda: None if done.done() else done.set_exception(error)
