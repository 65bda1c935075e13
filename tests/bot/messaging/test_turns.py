"""Whose message is next where more wait than may go out."""

from __future__ import annotations

import asyncio

import pytest

from cpecbot.bot.messaging.turns import FADES, WAITED, Turns
from fakes.bot import Clock

RATE = 50


def turns(clock: Clock) -> Turns:
    """In which as many went out to "busy" as may at once."""
    made = Turns(RATE, clock)
    made._level = float(RATE)
    made._sent.add("busy", RATE)
    return made


async def let_out(made: Turns, clock: Clock, chats: list[str]) -> list[str]:
    """The chats in the order in which messages to them go out, each as soon as the rate allows."""
    out = list[str]()

    async def send(chat: str) -> None:
        await made.take(chat)
        out.append(chat)

    tasks = [asyncio.create_task(send(chat)) for chat in chats]
    await asyncio.sleep(0)
    while not all(task.done() for task in tasks):
        clock.now += 1 / RATE
        made._go_on()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    return out


async def test_who_was_sent_least_of_late_is_next() -> None:
    """Of equals, who came first; each message that goes out counts."""
    clock = Clock()
    order = await let_out(turns(clock), clock, ["busy", "busy", "Anna", "Anna", "Omar"])
    assert order == ["Anna", "Omar", "Anna", "busy", "busy"]


async def test_what_was_sent_is_forgotten() -> None:
    """The faster the more it was."""
    clock = Clock()
    made = turns(clock)
    clock.now += FADES
    made._sent.add("other", RATE * 0.6)
    made._level, made._leaked_at = float(RATE), clock.now
    assert await let_out(made, clock, ["other", "busy"]) == ["busy", "other"]


async def test_nobody_waits_for_ever_for_those_who_were_sent_nothing_yet() -> None:
    """Of whom more come than may be sent to; one message is made up for after a while."""
    clock = Clock()
    began, made = clock.now, Turns(RATE, clock)
    made._level = float(RATE)
    made._sent.add("Anna", 1)
    waits = asyncio.create_task(made.take("Anna"))
    crowd = list[asyncio.Task[None]]()
    while not waits.done() and clock.now < began + 3 * WAITED:
        crowd += [asyncio.create_task(made.take(len(crowd) + number)) for number in range(2)]
        await asyncio.sleep(0)
        clock.now += 1 / RATE
        made._go_on()
        await asyncio.sleep(0)
    assert waits.done()
    assert clock.now < began + WAITED
    for each in crowd:
        each.cancel()
    await asyncio.gather(*crowd, return_exceptions=True)


@pytest.mark.parametrize(("rate", "at_once"), [(3.0, 3), (0.5, 1)])
async def test_as_many_go_out_at_once_as_in_a_second(rate: float, at_once: int) -> None:
    """One, where that takes longer than a second; then one after another, in time."""
    clock = Clock()
    made = Turns(rate, clock)
    for _ in range(at_once):
        assert made.is_free()
        await made.take("Anna")
    assert not made.is_free()
    clock.now += 0.9 / rate
    assert not made.is_free()
    clock.now += 0.2 / rate
    assert made.is_free()


async def test_those_that_wait_go_out_by_themselves() -> None:
    made = Turns(1000.0)
    made._level = 1001.0
    async with asyncio.timeout(60):
        await asyncio.gather(*(made.take(number) for number in range(5)))


async def test_one_that_no_longer_waits_takes_nobodys_turn() -> None:
    clock = Clock()
    made = turns(clock)
    gone = asyncio.create_task(made.take("gone"))
    waits = asyncio.create_task(made.take("busy"))
    await asyncio.sleep(0)
    gone.cancel()
    clock.now += 1.5 / RATE
    made._go_on()  # before the one that was cancelled is told
    await asyncio.sleep(0)
    assert waits.done()
    with pytest.raises(asyncio.CancelledError):
        await gone
    assert not made._waiting
