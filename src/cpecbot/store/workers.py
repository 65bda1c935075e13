"""The same work on many things, by as many processes as there are processors."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, cast

from cpecbot.snapshot.packing import pack, unpack

T = TypeVar("T")
R = TypeVar("R")

# Of fewer things none is worth the seconds that another process takes to start.
_FEW = 60
_TOGETHER = 8


def over(things: Sequence[T], work: Callable[[T], R], processes: int | None = None) -> Iterator[R]:
    """``work`` done to each of ``things``, in their order. It consists of what a snapshot may; so need not they.

    Raises what ``work`` raises.
    """
    processes = processes or _processors()
    if processes == 1 or len(things) < _FEW:
        yield from map(work, things)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only a large corpus needs them
    from multiprocessing import get_context  # noqa: PLC0415

    # A process that has threads is not to be forked.
    start = get_context("spawn")
    with ProcessPoolExecutor(processes, start, _begin, (pack(work),)) as pool:
        try:
            yield from pool.map(_do, things, chunksize=_TOGETHER)
        finally:
            pool.shutdown(cancel_futures=True)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_work: Callable[[Any], Any] | None = None
"""Of a process that was started for it."""


def _begin(packed: bytes) -> None:
    global _work  # noqa: PLW0603 - each such process does one work
    _work = cast(Callable[[Any], Any], unpack(packed))


def _do(thing: Any) -> Any:
    if _work is None:
        raise RuntimeError("this process was not started for it")
    return _work(thing)
