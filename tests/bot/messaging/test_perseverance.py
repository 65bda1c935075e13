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

from cpecbot.bot.messaging.fates import ANSWERS, SENDS, UnconfirmedError
from cpecbot.bot.messaging.groups import SHOWING, Groups
from cpecbot.bot.messaging.pausing import pauses
from cpecbot.bot.messaging.perseverance import FLEETING, Perseverance
from fakes import updates
from fakes.bot import CONFIG, Make, until
from fakes.updates import GROUP

PATIENT = replace(CONFIG, pauses=(1.0, 10.0, 60.0), give_up=900.0)
LATER = "setMyCommands"
MESSAGE = {"message_id": 1, "date": 0, "chat": {"id": 501}}
RESULTS: dict[str, Any] = {
    "sendMessage": MESSAGE,
    "sendPhoto": MESSAGE,
    "editMessageText": MESSAGE,
    "answerCallbackQuery": True,
    "answerGuestQuery": {},
    "getMyCommands": [],
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
}


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


class Line:
    """A call that fails as told, and then gets through; whether Telegram is reached otherwise."""

    def __init__(self, limiter: Perseverance, *failures: Exception, reached: bool = True) -> None:
        self.limiter = limiter
        self.failures = list(failures)
        self.results: list[object] = []
        self.made = 0
        self.reached = reached
        self.during: Line | None = None
        limiter.reach = self._reach

    async def call(self, method: str, chat: int | None = 501, *, twice: bool = False) -> Any:
        data = {"chat_id": chat} if chat is not None else {}
        return await self.limiter.process_request(self._send, (), {"method": method}, method, data, twice)

    async def _send(self, method: str) -> Any:
        self.made += 1
        if self.during is not None:
            other, self.during = self.during, None
            await other.call("sendMessage")
            self.limiter.reach = self._reach
        if self.failures:
            raise self.failures.pop(0)
        return self.results.pop() if self.results else RESULTS.get(method, "done")

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
    "half a request": lambda: caused(NetworkError("reset"), httpx.WriteError("reset")),
    "no address": lambda: caused(NetworkError("no"), httpx.ConnectError("no")),
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
    assert await made.call(method) == RESULTS.get(method, "done")
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


@pytest.mark.parametrize(("asked_for", "begun"), [(899, True), (900, False)])
async def test_a_wait_longer_than_the_patience_is_not_begun(
    line: MakeLine, no_waiting: list[float], asked_for: int, begun: bool
) -> None:
    """Nobody would wait for the answer."""
    made = line(retry(asked_for))
    if not begun:
        with pytest.raises(RetryAfter):
            await made.call("sendMessage")
        assert no_waiting == []
    else:
        assert await made.call("sendMessage") == MESSAGE


@pytest.mark.parametrize(
    "error",
    [
        *(BadRequest("no"), Forbidden("no"), ChatMigrated(-5)),
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
@pytest.mark.parametrize("error", [InvalidToken("Not Found"), Conflict("no")])
async def test_a_refused_token_may_be_a_fault_of_the_moment(
    line: MakeLine, error: TelegramError, method: str, times: int
) -> None:
    """For a method that not every server knows, it may be the method; for polls alone a conflict means something."""
    made = line(error)
    if times == 1:
        with pytest.raises(type(error)):
            await made.call(method)
    else:
        assert await made.call(method) == RESULTS.get(method, "done")
    assert made.made == times


@pytest.mark.parametrize("method", sorted(FLEETING))
async def test_what_nobody_waits_for_is_tried_once(line: MakeLine, method: str) -> None:
    """Typing that is shown a minute later, for example."""
    made = line(NetworkError("down"))
    with pytest.raises(NetworkError):
        await made.call(method)
    assert made.made == 1


LOST: dict[str, Callable[[], Exception]] = {
    "timed out": TimedOut,
    "no answer": lambda: caused(TimedOut(), httpx.ReadTimeout("…")),
    "reset": lambda: caused(NetworkError("reset"), httpx.ReadError("reset")),
    "half a body": lambda: caused(NetworkError("closed"), httpx.RemoteProtocolError("closed")),
    "no JSON": lambda: TelegramError("Invalid server response"),
    "no result": lambda: KeyError("result"),
}


@pytest.mark.parametrize("method", sorted(SENDS))
@pytest.mark.parametrize("lost", LOST.values(), ids=list(LOST))
@pytest.mark.parametrize(("reached", "times"), [(True, 1), (False, 2)])
async def test_a_send_that_may_have_arrived_is_made_again_in_an_outage_alone(
    line: MakeLine, method: str, lost: Callable[[], Exception], reached: bool, times: int
) -> None:
    """Where Telegram is reached at once, its answer alone was lost, and the message may be there."""
    made = line(lost(), reached=reached)
    if reached:
        with pytest.raises(UnconfirmedError):
            await made.call(method)
    else:
        assert await made.call(method) == MESSAGE
    assert made.made == times


@pytest.mark.parametrize("lost", LOST.values(), ids=list(LOST))
async def test_what_may_show_twice_is_made_again(line: MakeLine, lost: Callable[[], Exception]) -> None:
    """And so is an edit, which does no harm."""
    made = line(lost())
    assert await made.call("sendMessage", twice=True) == MESSAGE
    edit = line(lost())
    assert await edit.call("editMessageText") == MESSAGE
    assert made.made == edit.made == 2


async def test_one_more_answer_that_was_lost_is_no_outage(line: MakeLine) -> None:
    """Telegram is asked twice."""
    made = line(TimedOut())
    asked: list[int] = []

    async def reach() -> None:
        asked.append(1)
        if len(asked) == 1:
            raise TimedOut

    made.limiter.reach = reach
    with pytest.raises(UnconfirmedError):
        await made.call("sendMessage")
    assert len(asked) == 2


@pytest.mark.parametrize("method", RESULTS)
@pytest.mark.parametrize("odd", [None, 1, [{}], {"message_id": "1"}])
async def test_a_result_of_another_kind_is_none(line: MakeLine, method: str, odd: object) -> None:
    """It is asked for again; a send may have been done."""
    made = line()
    made.results = [odd]
    if method in SENDS:
        with pytest.raises(UnconfirmedError):
            await made.call(method)
    elif type(odd) is not type(RESULTS[method]) or method == "editMessageText":
        assert await made.call(method) == RESULTS[method]
        assert made.made == 2


@pytest.mark.parametrize(("other_first", "times"), [(True, 1), (False, 2)])
async def test_an_outage_that_ended_meanwhile_counts(line: MakeLine, other_first: bool, times: int) -> None:
    """A send that was begun in it timed out after its end; one begun later is another matter."""
    made = line(TimedOut())
    other = Line(made.limiter, TimedOut(), reached=False)
    if other_first:
        await other.call("sendMessage")  # a pause passes
        made.limiter.reach = made._reach
        with pytest.raises(UnconfirmedError):
            await made.call("sendMessage")
    else:
        made.during = other
        assert await made.call("sendMessage") == MESSAGE
    assert made.made == times


@pytest.mark.parametrize("odd", [True, {}, {"id": "1"}])
async def test_telegram_that_talks_nonsense_of_itself_is_no_reason_to_fail(make_bot: Make, odd: object) -> None:
    """Whether a send arrived is as open as before; asked twice, it is an outage."""
    bot = await make_bot(pauses=(0.001,))
    bot.telegram.break_off("sendMessage", "drop")
    bot.telegram.result("getMe", odd)
    await bot.say("Gaza")
    assert bot.services.counts["failures"] == 0
    assert "did not confirm" in bot.last["text"]


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


async def test_the_line_of_a_group_is_no_outage(no_waiting: list[float]) -> None:
    """An answer that waited in it for long is sent again as often as any other."""

    class Slow(Groups):
        async def wait(self, chat: int) -> None:
            assert chat == GROUP["id"]
            no_waiting.append(10_000.0)

    limiter = Perseverance(PATIENT, lambda: sum(no_waiting), groups=Slow(20))
    made = Line(limiter, retry(30), NetworkError("Bad Gateway"))
    assert await made.call("sendMessage", GROUP["id"]) == MESSAGE
    assert made.made == 3
    assert no_waiting.count(10_000.0) == 1


@pytest.mark.parametrize("method", ["sendMessage", "sendPhoto", "editMessageText", "deleteMessage", "sendChatAction"])
async def test_what_shows_in_a_group_takes_a_place_in_its_line(method: str) -> None:
    limiter = Perseverance(replace(PATIENT, group_messages_per_minute=20), groups=(known := Groups(20)))
    await Line(limiter).call(method, GROUP["id"])
    assert (known.seconds_for(GROUP["id"], 18) > 0) == (method in SHOWING)


async def test_what_waited_long_for_its_turn_is_not_given_up_at_its_first_failure(
    line: MakeLine, no_waiting: list[float]
) -> None:
    sending = line()
    fails = [NetworkError("Bad Gateway"), None]

    async def turn(method: str) -> Any:
        del method
        no_waiting.append(PATIENT.give_up)
        failure = fails.pop(0)
        if failure:
            raise failure
        return MESSAGE

    sent = await sending.limiter.process_request(
        turn, (), {"method": "sendMessage"}, "sendMessage", {"chat_id": 501}, None
    )
    assert sent == MESSAGE
