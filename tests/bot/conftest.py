"""A bot that is started and stopped around each test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from telegram.ext import ExtBot

from cpecbot.bot import build_application
from cpecbot.bot.services.context import BotApplication
from cpecbot.corpus import Corpus
from cpecbot.storage import Storage
from fakes.bot import CONFIG, Bot, Clock, Make
from fakes.library import FakeLibrary
from fakes.request import RecordingRequest
from fakes.telegram import TOKEN, FakeTelegram


@pytest.fixture(autouse=True)
def _announced_types(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the types that the next python-telegram-bot will have, as ``run`` does."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def make_bot(corpus: Corpus) -> AsyncIterator[Make]:
    """Start a bot with settings that differ from the usual ones; it is shut down at the end."""
    started: list[BotApplication] = []

    async def make(storage: Storage | None = None, library: FakeLibrary | None = None, **settings: Any) -> Bot:
        telegram, clock = FakeTelegram(topics={-100300: {7}}), Clock()
        shelf = library or FakeLibrary(corpus)
        application = build_application(
            replace(CONFIG, **settings),
            shelf,
            storage or Storage(clock=clock),
            request=RecordingRequest(telegram),
            clocks=(clock, clock),
        )
        await application.initialize()
        assert application.post_init is not None
        await application.post_init(application)
        started.append(application)
        return Bot(application, telegram, shelf, clock)

    yield make
    for application in started:
        assert application.post_stop is not None
        assert application.post_shutdown is not None
        await application.post_stop(application)
        await application.shutdown()
        await application.post_shutdown(application)


@pytest.fixture
def telegram() -> FakeTelegram:
    """Without anybody in it yet; the forum has topic 7."""
    return FakeTelegram(topics={-100300: {7}})


@pytest.fixture
async def telegram_bot(telegram: FakeTelegram) -> AsyncIterator[ExtBot[bool]]:
    """The calls of python-telegram-bot alone, with none of our handlers."""
    request = RecordingRequest(telegram)
    async with ExtBot(TOKEN, request=request, get_updates_request=request) as bot:
        yield bot


@pytest.fixture
async def bot(make_bot: Make) -> Bot:
    return await make_bot()


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Make sleeping instant and return how long it would have taken."""
    waited: list[float] = []
    sleep = asyncio.sleep

    async def instant(seconds: float, result: object = None) -> object:
        waited.append(seconds)
        return await sleep(0, result)

    monkeypatch.setattr(asyncio, "sleep", instant)
    return waited
