"""Threads beside the event loop that nothing waits for at the end."""

from __future__ import annotations

import asyncio
import threading

import pytest

from cpecbot.bot.services.threads import in_thread


async def test_results_and_failures_come_through() -> None:
    assert await in_thread(lambda: 7, "test") == 7
    with pytest.raises(ZeroDivisionError):
        await in_thread(lambda: 1 // 0, "test")


async def test_nobody_waits_for_ever_for_a_failure_that_no_future_takes() -> None:
    with pytest.raises(RuntimeError, match="StopIteration"):
        async with asyncio.timeout(60):
            await in_thread(lambda: next(iter(())), "test")


async def test_who_gets_no_thread_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the system grants a service no more of them."""
    monkeypatch.setattr(threading.Thread, "start", _none_left)
    with pytest.raises(RuntimeError, match="new thread"):
        await in_thread(lambda: 7, "test")


async def test_it_runs_in_a_thread_that_ends_with_the_program() -> None:
    thread = await in_thread(threading.current_thread, "test")
    assert thread is not threading.main_thread()
    assert thread.daemon
    assert thread.name == "test"


@pytest.mark.parametrize("fails", [False, True])
def test_nobody_minds_what_comes_after_the_end(*, fails: bool) -> None:
    """Of the loop, or of the one who waited for it."""
    gate, threads = threading.Event(), list[threading.Thread]()

    def work() -> None:
        threads.append(threading.current_thread())
        gate.wait(60)
        if fails:
            raise ValueError

    async def leave() -> None:
        in_thread(work, "test").cancel()
        in_thread(work, "test")

    asyncio.run(leave())
    gate.set()
    for thread in threads:
        thread.join(60)
    assert len(threads) == 2


async def test_who_does_not_wait_any_more_is_told_nothing() -> None:
    gate = threading.Event()
    waits = in_thread(lambda: gate.wait(60), "test")
    waits.cancel()
    gate.set()
    assert await in_thread(lambda: 7, "test") == 7
    await asyncio.sleep(0.01)
    assert waits.cancelled()


def _none_left(_: threading.Thread) -> None:
    raise RuntimeError("can't start new thread")
