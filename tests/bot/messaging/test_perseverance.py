"""Calls that are made again until they get through, and those that are not."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from cpecbot.bot.messaging.pausing import pauses
from cpecbot.bot.messaging.perseverance import ANSWERS, FLEETING, SENDS, Perseverance
from fakes import updates
from fakes.bot import CONFIG, Make, until

PATIENT = replace(CONFIG, pauses=(1.0, 10.0, 60.0), give_up=900.0)
LATER = "getMyCommands"


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


class Line:
    """A call that fails as told, and then gets through; whether Telegram is reached otherwise."""

    def __init__(self, limiter: Perseverance, *failures: TelegramError, reached: bool = True) -> None:
        self.limiter = limiter
        self.failures = list(failures)
        self.made = 0
        self.reached = reached
        self.during: Line | None = None
        limiter.reach = self._reach

    async def call(self, method: str, chat: int | None = 501) -> Any:
        data = {"chat_id": chat} if chat is not None else {}
        return await self.limiter.process_request(self._send, (), {}, method, data, None)

    async def _send(self) -> str:
        self.made += 1
        if self.during is not None:
            other, self.during = self.during, None
            await other.call("sendMessage")
            self.limiter.reach = self._reach
        if self.failures:
            raise self.failures.pop(0)
        return "done"

    async def _reach(self) -> None:
        if not self.reached:
            raise NetworkError("down")


@pytest.fixture
def line(no_waiting: list[float]) -> Callable[..., Line]:
    """Time passes by the pauses alone."""
    return lambda *failures, **more: Line(Perseverance(PATIENT, lambda: sum(no_waiting)), *failures, **more)


MakeLine = Callable[..., Line]


def retry(seconds: int) -> RetryAfter:
    return RetryAfter(timedelta(seconds=seconds))


FAULTS: dict[str, Callable[[], TelegramError]] = {
    "502": lambda: NetworkError("Bad Gateway"),
    "502 in HTML": lambda: caused(NetworkError("Bad Gateway"), TelegramError("Invalid server response")),
    "reset": lambda: caused(NetworkError("reset"), httpx.ReadError("reset")),
    "no connection": lambda: caused(TimedOut(), httpx.ConnectTimeout("…")),
    "no room": lambda: caused(TimedOut(), httpx.PoolTimeout("…")),
    "429": lambda: retry(30),
}


@pytest.mark.parametrize("method", [*sorted(ANSWERS), LATER, "answerGuestQuery"])
@pytest.mark.parametrize("fault", FAULTS.values(), ids=list(FAULTS))
async def test_an_outage_of_minutes_delays_an_answer_and_loses_none(
    line: MakeLine, method: str, fault: Callable[[], TelegramError]
) -> None:
    """502, reset, no connection, 429 again and again."""
    made = line(*(fault() for _ in range(10)))
    assert await made.call(method) == "done"
    assert made.made == 11


async def test_the_pauses_grow_and_the_last_goes_on(line: MakeLine, no_waiting: list[float]) -> None:
    """A server that comes back is not overrun."""
    await line(*[NetworkError("down")] * 5).call("sendMessage")
    assert no_waiting == [1, 10, 60, 60, 60]
    steps = pauses((1, 2))
    assert [next(steps) for _ in range(4)] == [1, 2, 2, 2]


async def test_the_wait_that_telegram_asks_for_is_kept(line: MakeLine, no_waiting: list[float]) -> None:
    """Of either type that python-telegram-bot gives it."""
    await line(retry(30), retry(3)).call("sendMessage")
    assert no_waiting == pytest.approx([30.1, 3.1])


async def test_what_does_not_get_through_in_a_quarter_of_an_hour_is_dropped(
    line: MakeLine, no_waiting: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    """With a line in the log, and not a moment sooner."""
    made = line(*[NetworkError("down")] * 100)
    with pytest.raises(NetworkError):
        await made.call("sendMessage")
    assert 900 - 60 < sum(no_waiting) <= 900
    (record,) = caplog.records
    assert record.getMessage() == "sendMessage was given up after 851 s: down"


@pytest.mark.parametrize(("asked_for", "outcome"), [(899, "done"), (900, None)])
async def test_a_wait_longer_than_the_patience_is_not_begun(
    line: MakeLine, no_waiting: list[float], asked_for: int, outcome: str | None
) -> None:
    """Nobody would wait for the answer."""
    made = line(retry(asked_for))
    if outcome is None:
        with pytest.raises(RetryAfter):
            await made.call("sendMessage")
        assert no_waiting == []
    else:
        assert await made.call("sendMessage") == outcome


@pytest.mark.parametrize(
    "error",
    [
        *(BadRequest("no"), Forbidden("no"), ChatMigrated(-5), Conflict("no")),
        caused(NetworkError("Unknown error in HTTP implementation"), UnicodeEncodeError("utf-8", "", 0, 1, "no")),
    ],
)
async def test_a_refusal_is_not_argued_with(line: MakeLine, error: TelegramError) -> None:
    """Nothing would change; nor where the call itself is at fault."""
    made = line(error)
    with pytest.raises(type(error)):
        await made.call("sendMessage")
    assert made.made == 1


@pytest.mark.parametrize(("method", "times"), [(method, 2) for method in sorted(ANSWERS)] + [(LATER, 1)])
async def test_a_refused_token_may_be_a_fault_of_the_moment(line: MakeLine, method: str, times: int) -> None:
    """For a method that not every server knows, it may be the method."""
    made = line(InvalidToken("Not Found"))
    if times == 1:
        with pytest.raises(InvalidToken):
            await made.call(method)
    else:
        assert await made.call(method) == "done"
    assert made.made == times


@pytest.mark.parametrize("method", sorted(FLEETING))
async def test_what_nobody_waits_for_is_tried_once(line: MakeLine, method: str) -> None:
    """Typing that is shown a minute later, for example."""
    made = line(NetworkError("down"))
    with pytest.raises(NetworkError):
        await made.call(method)
    assert made.made == 1


@pytest.mark.parametrize("method", sorted(SENDS))
@pytest.mark.parametrize("error", [TimedOut(), caused(TimedOut(), httpx.ReadTimeout("…"))])
@pytest.mark.parametrize(("reached", "times"), [(True, 1), (False, 2)])
async def test_a_send_that_may_have_arrived_is_made_again_in_an_outage_alone(
    line: MakeLine, method: str, error: TelegramError, reached: bool, times: int
) -> None:
    """Where Telegram is reached at once, its answer alone was lost, and the message is there."""
    made = line(error, reached=reached)
    if reached:
        with pytest.raises(TimedOut):
            await made.call(method)
    else:
        assert await made.call(method) == "done"
    assert made.made == times


@pytest.mark.parametrize(("other_first", "times"), [(True, 1), (False, 2)])
async def test_an_outage_that_ended_meanwhile_counts(line: MakeLine, other_first: bool, times: int) -> None:
    """A send that was begun in it timed out after its end; one begun later is another matter."""
    made = line(TimedOut())
    other = Line(made.limiter, TimedOut(), reached=False)
    if other_first:
        await other.call("sendMessage")  # a pause passes
        made.limiter.reach = made._reach
        with pytest.raises(TimedOut):
            await made.call("sendMessage")
    else:
        made.during = other
        assert await made.call("sendMessage") == "done"
    assert made.made == times


async def test_an_edit_that_may_have_arrived_is_made_again(line: MakeLine) -> None:
    """It does no harm."""
    assert await line(TimedOut()).call("editMessageText") == "done"


async def test_one_chat_that_must_wait_holds_up_no_other(make_bot: Make) -> None:
    """Its 429 is its own."""
    bot = await make_bot()
    bot.telegram.fail("sendMessage", 429, "Too Many Requests: retry after 800", retry_after=800)
    waiting = asyncio.create_task(bot.say("Gaza"))
    await until(lambda: bot.telegram.made("sendMessage"))
    assert await bot.say("Kashmir", user=updates.BILAL)
    assert not waiting.done()
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
