"""Computing beside the event loop, so that nobody's question holds up another's.

One thread computes at a time, since Python runs one at a time anyway: two would each take twice as long.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Hashable
from contextvars import Context, copy_context
from functools import partial
from typing import Any, ParamSpec, TypeVar

from msgspec import Struct

from cpecbot.bot.messaging.fading import Fading
from cpecbot.bot.services.threads import in_thread

HOLDS = 0.25
"""Seconds after which what is computed lets another begin beside it, one that is cheaper by half; most take a tenth."""

THREADS = 4
"""As many are computed at a time, at most; each more makes all of them and the event loop slower."""

PER_LETTER = 0.0003
"""Seconds that a letter of a question costs, at most, and so by which the short ones of strangers go first."""

FADES = 60.0
"""Seconds in which half of what somebody's questions cost is forgotten."""

AGES = 0.05
"""Seconds of what somebody's questions cost that each second of waiting makes up for."""

P = ParamSpec("P")
T = TypeVar("T")


class _Job(Struct, eq=False):
    person: Hashable
    cost: float
    kind: str
    work: Callable[[], Any]
    context: Context
    done: asyncio.Future[Any]
    since: float
    began: float = 0.0
    holds: bool = True


class Workers:
    """Whose questions cost least of late goes first; of equals, who came first.

    What one is going to cost is told by its letters, and by the least that work of its kind ever took: the dearest
    commands are the shortest. The longer one waits, the less counts what was spent: else new people would go first for
    ever, if enough come.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._jobs: deque[_Job] = deque()
        self._running: set[_Job] = set()
        self._closed = False
        self._used = Fading(FADES, self._clock)
        self._least: dict[str, float] = {}

    async def run(self, person: Hashable, letters: int, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """``letters`` are how many somebody typed for it."""
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        whole = partial(work, *args, **kwargs)
        job = _Job(person, letters * PER_LETTER, _kind_of(whole), whole, copy_context(), done, self._clock())
        self._jobs.append(job)
        self._go_on()
        return await done

    def close(self) -> None:
        """Begin nothing else; what is computed is left to itself, and ends with the program at the latest."""
        self._closed = True
        self._jobs.clear()

    def used(self, person: Hashable) -> float:
        """Seconds that the questions of somebody cost, the older ones counted less."""
        return self._used.of(person)

    def _go_on(self) -> None:
        while self._jobs and len(self._running) < THREADS and not self._closed:
            job = min(self._jobs, key=self._behind)
            if not all(self._gives_way(each, job) for each in self._running):
                return
            self._jobs.remove(job)
            if not job.done.done():  # nobody waits for one that was cancelled
                self._begin(job)

    def _behind(self, job: _Job) -> float:
        """What orders the jobs; by when they came, not by a clock that goes on while they are compared."""
        return self._cost(job) + AGES * job.since

    def _cost(self, job: _Job) -> float:
        spent = self._clock() - job.began if job in self._running else 0.0
        return self.used(job.person) + max(job.cost, self._least.get(job.kind, 0.0), spent)

    def _gives_way(self, running: _Job, job: _Job) -> bool:
        return not running.holds and 2 * self._cost(job) < self._cost(running)

    def _begin(self, job: _Job) -> None:
        self._running.add(job)
        job.began = self._clock()
        timer = asyncio.create_task(self._let_others_begin(job))
        computed = in_thread(partial(job.context.run, _timed, job.work), "answers")
        computed.add_done_callback(partial(self._finish, job, timer))

    async def _let_others_begin(self, job: _Job) -> None:
        await asyncio.sleep(HOLDS)
        job.holds = False
        while True:  # the longer it takes, the more are cheaper
            self._go_on()
            await asyncio.sleep(HOLDS)

    def _finish(self, job: _Job, timer: asyncio.Task[None], computed: asyncio.Future[tuple[float, Any]]) -> None:
        timer.cancel()
        self._running.discard(job)
        if not computed.cancelled():
            self._settle(job, computed)
        self._go_on()

    def _settle(self, job: _Job, computed: asyncio.Future[tuple[float, Any]]) -> None:
        error = computed.exception()
        seconds, result = (job.cost, None) if error else computed.result()
        if not error:
            self._least[job.kind] = min(seconds, self._least.get(job.kind, seconds))
        self._used.add(job.person, seconds)
        if job.done.done():
            return
        if error:
            job.done.set_exception(error)
        else:
            job.done.set_result(result)


def _kind_of(work: partial[Any]) -> str:
    """The name of what is called in the end, of which there are only as many as there are functions."""
    called: object = work
    while isinstance(called, partial):
        called = called.func
    return str(getattr(called, "__qualname__", type(called).__qualname__))


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    """Its result, and the seconds of this thread that it took."""
    began = time.thread_time()
    result = work()
    return time.thread_time() - began, result
