"""Every method that the bot calls, failing in every way, over HTTP: what each cell promises a person.

All cells run side by side, each against a Telegram of its own; after the fault all is well again. The bot's pauses and
time-outs are short. Whatever happens, no traceback and no failure is told.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

import pytest
from telegram.error import InvalidToken
from telegram.request import HTTPXRequest

from cpecbot.bot import build_application
from cpecbot.bot.receiving.connection import Connection
from cpecbot.bot.receiving.polling import Polling
from cpecbot.bot.receiving.reception import Reception
from cpecbot.bot.services.context import SERVICES, BotApplication, Services
from cpecbot.corpus import Corpus
from cpecbot.storage import Storage
from fakes import updates
from fakes.bot import ADMIN, CONFIG, PATIENCE, buttons, until
from fakes.library import FakeLibrary
from fakes.server import serve
from fakes.telegram import FakeTelegram

NOTE = "did not confirm"
SLOW = 2.0  # seconds; all cells of a method and their Telegrams share this process


class Promise(Enum):
    """What somebody who waits for the call sees."""

    ONCE = auto()
    """It is made again until it gets through, and shows once."""

    TOLD = auto()
    """It may have arrived and is not made again: the person is told, and answered once by asking again."""

    DROPPED = auto()
    """The chat is closed to the bot: nothing more can be said there, and a line in the log says so."""

    UNSEEN = auto()
    """Nobody misses it: the bot goes on without."""

    REFUSED = auto()
    """The token is refused before anything began: the program does not start, and says why."""

    APOLOGY = auto()
    """Telegram refuses it for good: the person is told that something went wrong, with a number."""


Break = Callable[[FakeTelegram, str], None]


def status(number: int, text: str, **more: int) -> Break:
    return lambda telegram, method: telegram.fail(method, number, text, **more)


def broken(fault: str) -> Break:
    return lambda telegram, method: telegram.break_off(method, fault)


def odd(result: object) -> Break:
    return lambda telegram, method: telegram.result(method, result)


FAULTS: dict[str, Break] = {
    "429": status(429, "Too Many Requests: retry after 1", retry_after=1),
    "500": status(500, "Internal Server Error"),
    "502 in HTML": lambda telegram, method: telegram.fail_in_html(method, 502),
    "400": status(400, "Bad Request: something new"),
    "401": status(401, "Unauthorized"),
    "403": status(403, "Forbidden: bot was blocked by the user"),
    "404": status(404, "Not Found"),
    "409": status(409, "Conflict: terminated by other getUpdates request"),
    "reset": broken("drop"),
    "half a body": broken("half"),
    "hang": broken("hang"),
    "HTML": broken("html"),
    "wrong JSON": odd(17),
    "empty JSON": odd(None),
    "done, then reset": broken("late"),
    "done, then half a body": broken("late half"),
    "done, then hang": broken("late hang"),
}

LOST = {"reset", "half a body", "hang", "HTML", "wrong JSON", "empty JSON"}
"""The answer to the call, which was not done."""

DONE = {"done, then reset", "done, then half a body", "done, then hang"}

SENDS = {"sendMessage", "sendPhoto"}
ANSWERS = SENDS | {"editMessageText", "answerCallbackQuery"}
OWN = {"getUpdates", "deleteWebhook", "getMe"}


def promised(method: str, fault: str) -> Promise:
    """A method's row is read from above; the first line that fits counts."""
    unlike = {
        "getMe": dict.fromkeys(("401", "404"), Promise.REFUSED),
        "sendPhoto": {"400": Promise.ONCE},  # as text
    }
    if method not in ANSWERS:
        return unlike.get(method, {}).get(fault, Promise.ONCE if method in OWN else Promise.UNSEEN)
    usual = {"403": Promise.DROPPED, "400": Promise.APOLOGY}
    told = dict.fromkeys(LOST | DONE if method in SENDS else (), Promise.TOLD)
    return (usual | told | unlike.get(method, {})).get(fault, Promise.ONCE)


METHODS = (
    *("getUpdates", "deleteWebhook", "getMe"),
    *("sendMessage", "sendPhoto", "editMessageText", "answerCallbackQuery"),
    *("sendChatAction", "deleteMessage", "answerInlineQuery", "answerGuestQuery"),
    *("getMyCommands", "setMyCommands", "getMyDescription", "setMyDescription"),
    *("getMyShortDescription", "setMyShortDescription"),
)


@dataclass
class Cell:
    """A bot, with the Telegram that fails it once."""

    application: BotApplication
    telegram: FakeTelegram

    @property
    def services(self) -> Services:
        services: Services = self.application.bot_data[SERVICES]
        return services

    @property
    def texts(self) -> list[str]:
        shown = [message for (chat, _), message in self.telegram.messages.items() if chat != ADMIN]
        return [message.get("text") or "picture" for message in shown]

    async def receive(self, *raw: dict[str, Any]) -> None:
        """By polling, to the end."""
        self.telegram.updates.extend(raw)
        reception = Reception(self.application)
        polling = asyncio.create_task(Polling(self.application, reception, Connection(self.application)).run())
        await until(lambda: not self.telegram.updates)
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)
        await reception.close(PATIENCE)


@asynccontextmanager
async def cell(corpus: Corpus, spoil: Callable[[FakeTelegram], None], *, menus: bool) -> AsyncIterator[Cell]:
    """The Telegram is spoilt before the bot connects, and sets its ``menus``."""
    telegram = FakeTelegram()
    spoil(telegram)
    async with serve(telegram) as address:
        config = replace(CONFIG, api_root=address, poll=1, pauses=(0.02, 0.1), album=0.01, typing_delay=0.0)
        request = HTTPXRequest(read_timeout=SLOW, connect_timeout=10, httpx_kwargs={"trust_env": False})
        application = build_application(config, FakeLibrary(corpus), Storage(), request=request)
        assert application.post_init is not None
        assert application.post_stop is not None
        assert application.post_shutdown is not None
        try:
            await Connection(application).open()
            if menus:
                await application.post_init(application)
            yield Cell(application, telegram)
            await application.post_stop(application)
        finally:
            await application.shutdown()
            await application.bot.shutdown()  # opened even where the application was not
            await application.post_shutdown(application)


async def tried(corpus: Corpus, method: str, fault: str) -> str:
    """What is wrong with the cell; nothing where it keeps its promise."""
    if promised(method, fault) is Promise.REFUSED:
        with pytest.raises(InvalidToken):
            async with cell(corpus, lambda telegram: FAULTS[fault](telegram, method), menus=False):
                pass
        return ""
    spoil = FAULTS[fault]
    early = method == "getMe" or "My" in method
    asked = updates.message("Gaza", message_id=60)
    first = (lambda telegram: spoil(telegram, method)) if early else (lambda _: None)
    async with cell(corpus, first, menus="My" in method) as made:
        if method == "sendPhoto":
            asked = updates.message("/coverage", message_id=60)
        await made.receive(*_before(made, method))
        before = len(made.texts)
        if not early:
            spoil(made.telegram, method)
        await made.receive(*_raised(made, method, asked))
        wrong = list(_wrong(made, method, fault, before))
        if promised(method, fault) is Promise.TOLD and not wrong:
            wrong = [each async for each in _asked_again(made, asked, fault)]
        await made.receive(updates.said("Kashmir", message_id=70, user=updates.BILAL))
        if not any("Kashmir" in text for text in made.texts):
            wrong.append("the next question is not answered")
        if made.services.counts["failures"] > (fault == "400"):  # which nobody foresaw, and is told with a number
            wrong.append(f"{made.services.counts['failures']} failures")
    return f"{method}, {fault}: {'; '.join(wrong)} {made.texts}" if wrong else ""


def _before(made: Cell, method: str) -> list[dict[str, Any]]:
    """What must be there already: a message with buttons that an edit or a press is for."""
    needs = method in {"editMessageText", "answerCallbackQuery", "deleteMessage"}
    return [updates.said("Gaza", message_id=50)] if needs and not made.telegram.messages else []


def _raised(made: Cell, method: str, asked: dict[str, Any]) -> list[dict[str, Any]]:
    """The update that the method is called for."""
    if method == "answerCallbackQuery":
        shown = list(made.telegram.messages.values())[-1]
        return [updates.pressed(buttons(shown, "👍")[0], shown)]
    if method == "editMessageText":
        return [updates.edited("Kashmir", 50)]
    if method == "answerInlineQuery":
        return [updates.typed_inline("Gaza")]
    if method == "answerGuestQuery":
        return [updates.update(guest_message=updates.message("Gaza", guest_query_id="g"))]
    return [updates.update(message=asked)]


def _wrong(made: Cell, method: str, fault: str, before: int) -> Iterator[str]:
    promise, new = promised(method, fault), made.texts[before:]
    answers = [text for text in new if NOTE not in text]
    notes = [text for text in new if NOTE in text]
    if method in {"sendMessage", *OWN, "sendChatAction"} or "My" in method:
        least = {Promise.TOLD: 0, Promise.DROPPED: 0}.get(promise, 1)
        if not least <= len(answers) <= 1:
            yield f"{len(answers)} answers"
    if promise is Promise.TOLD and not answers and not notes:
        yield "neither answered nor told"
    if promise is Promise.TOLD and fault in DONE and not (answers and notes):
        yield "done, and not told"
    if method == "editMessageText" and promise is Promise.ONCE and "Kashmir" not in "".join(made.texts):
        yield "not edited"
    if method == "answerCallbackQuery" and promise is Promise.ONCE and len(made.telegram.made(method)) != 2:
        yield "the press is not answered"


async def _asked_again(made: Cell, asked: dict[str, Any], fault: str) -> AsyncIterator[str]:
    """Press the button: the answer is there, once where it was not, and the note is gone."""
    notes = [message for message in made.telegram.messages.values() if NOTE in message.get("text", "")]
    if not notes:
        return
    before = len(made.texts)
    note = notes[0] | {"reply_to_message": asked}
    await made.receive(updates.pressed(buttons(note, "Ask again")[0], note))
    if len(made.texts) != before or any(NOTE in text for text in made.texts):
        yield f"asked again after {fault}: {made.texts}"


@pytest.fixture(autouse=True)
def _announced_types(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the types that the next python-telegram-bot will have, as ``run`` does."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.mark.parametrize("method", METHODS)
async def test_each_fault_of_a_method_keeps_its_promise(corpus: Corpus, method: str) -> None:
    """As listed in ``promised``."""
    found = await asyncio.gather(*(tried(corpus, method, fault) for fault in FAULTS))
    assert not [each for each in found if each]
