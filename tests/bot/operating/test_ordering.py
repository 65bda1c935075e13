"""Updates of one chat in order, chats side by side."""

from __future__ import annotations

import asyncio
import random
from typing import Any

import pytest
from telegram import Update

from cpecbot.bot.operating.ordering import ChatOrder, line_of
from cpecbot.bot.services.cooldown import BEYOND
from fakes import updates
from fakes.bot import PATIENCE


def from_chat(chat: int, number: int, user: dict[str, Any] = updates.ANNA) -> Update:
    raw = updates.said(str(number), user=user, chat={"id": chat, "type": "private", "first_name": "A"})
    made = Update.de_json(raw)
    assert made is not None
    return made


async def run_all(order: ChatOrder, work: list[tuple[object, Any]]) -> None:
    tasks = [asyncio.create_task(order.process_update(update, coroutine)) for update, coroutine in work]
    await asyncio.gather(*tasks)


async def test_interleaved_updates_keep_their_order_within_a_chat() -> None:
    """Whatever time each of them takes."""
    order, done = ChatOrder(10_000), []
    chance = random.Random(7)  # noqa: S311 - only a variety of durations

    async def work(chat: int, number: int, steps: int) -> None:
        for _ in range(steps):
            await asyncio.sleep(0)
        done.append((chat, number))

    await run_all(order, [(from_chat(n % 20, n), work(n % 20, n, chance.randrange(5))) for n in range(1000)])
    assert len(done) == 1000
    for chat in range(20):
        numbers = [number for at, number in done if at == chat]
        assert numbers == sorted(numbers)


async def test_a_slow_chat_holds_up_nobody_else_even_with_a_long_line() -> None:
    """Those who wait hold none of the running slots."""
    order, done, gate = ChatOrder(1000), [], asyncio.Event()

    async def wait() -> None:
        await gate.wait()

    async def quick() -> None:
        done.append(1)

    slow = [asyncio.create_task(order.process_update(from_chat(1, n), wait())) for n in range(50)]
    await asyncio.sleep(0)
    async with asyncio.timeout(PATIENCE):
        await run_all(order, [(from_chat(2, n), quick()) for n in range(20)])
    assert len(done) == 20
    gate.set()
    await asyncio.gather(*slow)


async def test_those_who_wait_hold_up_nobody_else() -> None:
    """However many of them: a chat that Telegram holds back, say."""
    order, done, gate = ChatOrder(1000), [], asyncio.Event()

    async def wait() -> None:
        await gate.wait()

    async def quick() -> None:
        done.append(1)

    slow = [asyncio.create_task(order.process_update(from_chat(n, n), wait())) for n in range(1, 500)]
    async with asyncio.timeout(PATIENCE):
        await run_all(order, [(from_chat(501, 1), quick())])
    assert done
    gate.set()
    await asyncio.gather(*slow)


async def test_what_comes_on_top_of_a_full_line_is_run_at_once_and_marked() -> None:
    """The one that is worked on and those that wait are not; it is as full where each waits in another chat."""
    order, gate = ChatOrder(100, 2), asyncio.Event()
    marked: dict[int, bool] = {}

    async def work(number: int) -> None:
        marked[number] = BEYOND.get()
        await gate.wait()

    asked = [*((from_chat(1, n), n) for n in range(5)), (from_chat(2, 8), 8), (from_chat(2, 9, updates.BILAL), 9)]
    tasks = [asyncio.create_task(order.process_update(update, work(number))) for update, number in asked]
    for _ in range(5):
        await asyncio.sleep(0)
    assert marked == {0: False, 3: True, 4: True, 8: True, 9: False}
    gate.set()
    await asyncio.gather(*tasks)
    assert marked == {0: False, 1: False, 2: False, 3: True, 4: True, 8: True, 9: False}


async def test_queries_typed_in_inline_mode_fill_no_line() -> None:
    """Each overtakes the last."""
    order, gate, marked = ChatOrder(100, 2), asyncio.Event(), list[bool]()

    async def work() -> None:
        marked.append(BEYOND.get())
        await gate.wait()

    typed = [Update.de_json(updates.typed_inline("Gaza")) for _ in range(9)]
    tasks = [asyncio.create_task(order.process_update(update, work())) for update in (*typed, from_chat(1, 1))]
    await asyncio.sleep(0.01)
    gate.set()
    await asyncio.gather(*tasks)
    assert marked == [False] * 3


async def test_members_of_a_group_hold_up_only_themselves() -> None:
    """One waits for the turn that a question in a hurry has to wait for."""
    order, done, gate = ChatOrder(100), [], asyncio.Event()

    async def wait() -> None:
        await gate.wait()

    async def quick() -> None:
        done.append(1)

    def said(user: dict[str, Any]) -> Update:
        made = Update.de_json(updates.said("x", chat=updates.GROUP, user=user))
        assert made is not None
        return made

    slow = asyncio.create_task(order.process_update(said(updates.ANNA), wait()))
    await run_all(order, [(said(updates.BILAL), quick())])
    assert done
    gate.set()
    await slow


async def test_nothing_is_left_behind() -> None:
    """Lines of chats that fell silent take no memory, failures included."""
    order = ChatOrder(100)

    async def fail() -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await order.process_update(from_chat(1, 1), fail())
    assert not order._lines
    assert not order._asked


async def test_an_update_cancelled_in_line_lets_the_next_one_through() -> None:
    """At shutdown, tasks are cancelled in any state."""
    order, done, gate = ChatOrder(100), [], asyncio.Event()

    async def first() -> None:
        await gate.wait()

    async def other(number: int) -> None:
        done.append(number)

    tasks = [asyncio.create_task(order.process_update(from_chat(1, 0), first()))]
    tasks += [asyncio.create_task(order.process_update(from_chat(1, n), other(n))) for n in (1, 2)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    gate.set()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert done == [2]


async def test_only_the_latest_inline_query_of_a_person_is_worked_on() -> None:
    """Each letter typed is a query; those overtaken while the first is worked on are skipped."""
    order, done = ChatOrder(100), []

    async def work(text: str) -> None:
        await asyncio.sleep(0)
        done.append(text)

    texts = ["g", "gw", "gwa", "gwad"]
    await run_all(order, [(Update.de_json(updates.typed_inline(text)), work(text)) for text in texts])
    assert done == ["g", "gwad"]


async def test_what_is_no_update_runs_at_once() -> None:
    """python-telegram-bot passes other objects through its queue too."""
    order, done = ChatOrder(100), []

    async def work() -> None:
        done.append(1)

    await order.process_update(object(), work())
    assert done == [1]


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (updates.said("x", chat=updates.GROUP), (-100200, 501)),
        (updates.said("x", chat=updates.GROUP, sender_chat=updates.CHANNEL), (-100200, updates.CHANNEL["id"])),
        (updates.said("x"), (501, 501)),
        (updates.edited("x", 60, chat=updates.GROUP), (-100200, 501)),
        (updates.pressed("p:-:1", updates.from_bot("x", updates.GROUP), user=updates.BILAL), (-100200, 502)),
        (updates.typed_inline("x", user=updates.BILAL), (0, 502)),
        (updates.update(), None),
    ],
)
def test_whose_line_an_update_stands_in(raw: dict[str, Any], line: tuple[int, int] | None) -> None:
    """That of who asks in its chat: all who speak for a channel are one person to Telegram. Inline mode has its own."""
    assert line_of(Update.de_json(raw)) == line
    assert line_of(object()) is None


async def test_an_inline_query_is_overtaken_by_those_of_the_same_person_alone() -> None:
    """And never by a message."""
    order, done = ChatOrder(100), []

    async def work(text: str) -> None:
        await asyncio.sleep(0)
        done.append(text)

    raws = [updates.typed_inline("a"), updates.said("b"), updates.typed_inline("c", user=updates.BILAL)]
    texts = ["a", "b", "c"]
    await run_all(order, [(Update.de_json(raw), work(text)) for raw, text in zip(raws, texts, strict=True)])
    assert sorted(done) == texts
