"""Connecting, before there is anything to answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.bot import build_application
from cpecbot.bot.receiving.connection import Connection
from cpecbot.corpus import Corpus
from cpecbot.storage import Storage
from fakes.bot import CONFIG
from fakes.library import FakeLibrary
from fakes.request import RecordingRequest
from fakes.telegram import FakeTelegram

FAULTS: dict[str, Callable[[FakeTelegram], None]] = {
    "429": lambda telegram: telegram.fail("getMe", 429, "Too Many Requests: retry after 30", retry_after=30),
    "502": lambda telegram: telegram.fail("getMe", 502, "Bad Gateway"),
    "hang": lambda telegram: telegram.break_off("getMe", "hang"),
    "html": lambda telegram: telegram.break_off("getMe", "html"),
    "another's answer": lambda telegram: telegram.break_off("getMe", ""),
}


@pytest.mark.parametrize(("fault", "waited"), [(name, 30.1 if name == "429" else 0.2) for name in FAULTS])
async def test_it_waits_for_telegram_as_long_as_that_asks_for(
    corpus: Corpus, no_waiting: list[float], fault: str, waited: float
) -> None:
    """Whatever stands in for an answer; without being asked to, as long as its own pauses are."""
    telegram = FakeTelegram()
    request = RecordingRequest(telegram)
    application = build_application(CONFIG, FakeLibrary(corpus), Storage(), request=request)
    FAULTS[fault](telegram)
    await Connection(application).open()
    assert [pause for pause in no_waiting if pause] == pytest.approx([waited])
    assert len(telegram.made("getMe")) == 2
    await application.shutdown()
