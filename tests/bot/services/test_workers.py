"""Computing beside the event loop: whose turn it is, and who gives way."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextvars import ContextVar
from functools import partial
from itertools import count

import pytest

from cpecbot.bot.services import workers as module
from cpecbot.bot.services.workers import FADES, THREADS, Workers
from fakes.bot import Clock, until


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    made = Workers()
    yield made
    made.close()


def noted(done: list[str], name: str) -> Callable[[], None]:
    return lambda: done.append(name)


async def test_results_failures_and_the_context_come_through(workers: Workers) -> None:
    """As from asyncio's own threads."""
    name = ContextVar("name", default="")
    name.set("Anna")
    assert await workers.run(1, 0, name.get) == "Anna"
    with pytest.raises(ZeroDivisionError):
        await workers.run(1, 0, divmod, 1, 0)
    assert await workers.run(1, 0, divmod, 7, 2) == (3, 1)


async def test_one_that_gets_no_thread_keeps_none_from_others(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The failure is told to who waits, and what comes later is computed."""

    def none_left(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patched:
        patched.setattr(threading.Thread, "start", none_left)
        for _ in range(THREADS):
            with pytest.raises(RuntimeError, match="new thread"):
                await workers.run(1, 0, divmod, 7, 2)
    async with asyncio.timeout(60):
        assert await workers.run(1, 0, divmod, 7, 2) == (3, 1)
    assert not workers._running


async def begun(workers: Workers, gate: threading.Event) -> asyncio.Task[bool]:
    """Something that is computed until the gate opens."""
    started = threading.Event()

    def work() -> bool:
        started.set()
        return gate.wait(60)

    task = asyncio.create_task(workers.run("first", 0, work))
    await until(started.is_set)
    return task


async def test_who_cost_least_of_late_goes_first(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    """Among those who cost as much, the shorter question, then who came first."""
    monkeypatch.setattr(module, "HOLDS", 60.0)
    gate, done = threading.Event(), list[str]()
    workers._used.add("dear", 5)
    first = await begun(workers, gate)
    asked = [("dear", 1), ("long", 900), ("a", 5), ("b", 5), ("long", 1)]
    tasks = [asyncio.create_task(workers.run(who, size, noted(done, f"{who} {size}"))) for who, size in asked]
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(first, *tasks)
    assert done == ["long 1", "a 5", "b 5", "long 900", "dear 1"]


async def test_nobody_waits_for_ever_for_people_who_come_later_and_cost_less(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HOLDS", 60.0)
    clock, gate, done = Clock(), threading.Event(), list[str]()
    workers = Workers(clock)
    workers._used.add("dear", 5)
    first = await begun(workers, gate)
    tasks = [asyncio.create_task(workers.run("dear", 1, noted(done, "dear")))]
    await asyncio.sleep(0)
    clock.now += 100
    tasks.append(asyncio.create_task(workers.run("new", 1, noted(done, "new"))))
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(first, *tasks)
    workers.close()
    assert done == ["dear", "new"]


async def test_of_equals_who_came_first_goes_first_however_long_it_takes_to_compare_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "HOLDS", 60.0)
    clock, gate, done = Clock(), threading.Event(), list[str]()
    steps = count(1)

    def going_on() -> float:
        clock.now += next(steps) / 1000
        return clock.now

    workers = Workers(going_on)
    first = await begun(workers, gate)
    tasks = [asyncio.create_task(workers.run(who, 1, noted(done, who))) for who in "abcdef"]
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(first, *tasks)
    workers.close()
    assert done == list("abcdef")


@pytest.mark.parametrize("given", [lambda work: work, partial])
async def test_a_short_command_that_is_known_to_be_dear_goes_behind_a_question(
    workers: Workers, monkeypatch: pytest.MonkeyPatch, given: Callable[[Callable[[], None]], Callable[[], None]]
) -> None:
    """Of people who cost nothing so far; until it was seen once, its letters are all that is known."""
    monkeypatch.setattr(module, "HOLDS", 60.0)
    done = list[str]()

    def drawn() -> None:
        until_then = time.thread_time() + 0.05
        while time.thread_time() < until_then:
            pass
        done.append("drawn")

    for order in (["drawn", "asked"], ["asked", "drawn"]):
        gate = threading.Event()
        first = await begun(workers, gate)
        asked = [(0, given(drawn)), (100, noted(done, "asked"))]
        tasks = [asyncio.create_task(workers.run(object(), size, work)) for size, work in asked]
        await asyncio.sleep(0)
        gate.set()
        await asyncio.gather(first, *tasks)
        assert done == order
        done.clear()


@pytest.mark.parametrize(("used", "begins"), [(0.0, True), (100.0, False)])
async def test_what_takes_long_gives_way_to_what_is_cheaper(workers: Workers, used: float, begins: bool) -> None:
    """And comes to its end beside it."""
    gate = threading.Event()
    workers._used.add("Anna", used)
    slow = await begun(workers, gate)
    asked = asyncio.create_task(workers.run("Anna", 0, divmod, 7, 2))
    await asyncio.wait([asked], timeout=4 * module.HOLDS if not begins else 60)
    assert asked.done() is begins
    gate.set()
    assert await asked == (3, 1)
    assert await slow


async def test_no_more_are_computed_than_there_are_threads_for(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long they take."""
    monkeypatch.setattr(workers, "_gives_way", lambda *_: True)
    gate = threading.Event()
    slow = [await begun(workers, gate) for _ in range(THREADS)]
    asked = asyncio.create_task(workers.run("Anna", 0, divmod, 7, 2))
    await asyncio.wait([asked], timeout=0.1)
    assert not asked.done()
    gate.set()
    assert all(await asyncio.gather(*slow))
    assert await asked == (3, 1)


async def test_nothing_is_computed_for_who_does_not_wait_any_more(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the end of the program, say."""
    monkeypatch.setattr(module, "HOLDS", 60.0)
    gate, done = threading.Event(), list[str]()
    first = await begun(workers, gate)
    gone = asyncio.create_task(workers.run("gone", 0, noted(done, "gone")))
    stays = asyncio.create_task(workers.run("stays", 0, noted(done, "stays")))
    await asyncio.sleep(0)
    gone.cancel()
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(first, stays)
    assert done == ["stays"]


async def test_the_end_waits_for_nothing_that_is_computed(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    """And begins nothing else."""
    monkeypatch.setattr(module, "HOLDS", 60.0)
    gate, done = threading.Event(), list[str]()
    first = await begun(workers, gate)
    waits = asyncio.create_task(workers.run("waits", 0, noted(done, "waits")))
    await asyncio.sleep(0)
    workers.close()
    assert not first.done()
    gate.set()
    assert await first
    late = asyncio.create_task(workers.run("late", 0, noted(done, "late")))
    await asyncio.sleep(0.05)
    assert not done
    for task in (waits, late):
        task.cancel()


def test_what_somebody_cost_is_forgotten_by_and_by() -> None:
    """Half of it in a minute."""
    clock = Clock(0.0)
    workers = Workers(clock)
    workers._used.add("Anna", 8)
    clock.now = 2 * FADES
    assert workers.used("Anna") == pytest.approx(2)
    assert workers.used("Bilal") == 0
