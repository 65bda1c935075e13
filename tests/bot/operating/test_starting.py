"""What goes on beside the answers from the start."""

from __future__ import annotations

import threading

import pytest

from cpecbot.answering import Library
from cpecbot.bot.operating import starting
from cpecbot.languages import Language
from fakes.bot import Make, until


async def test_nothing_is_left_to_be_loaded_by_the_first_question(
    make_bot: Make, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The notes of the whole corpus are there before anybody asks."""
    done = []
    monkeypatch.setattr(type(library), "disagreements", lambda _: done.append("notes"))
    await make_bot(library=library)
    await until(lambda: bool(done))
    assert done == ["notes"]


async def test_loading_holds_up_no_answer(make_bot: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """It runs beside them, however long it takes."""
    released = threading.Event()
    monkeypatch.setattr(starting, "translator", lambda _: released.wait(10))
    bot = await make_bot()
    try:
        (sent,) = await bot.say("Gaza")
    finally:
        released.set()
    assert "Gaza" in sent["text"]


async def test_what_cannot_be_loaded_is_in_the_log_and_stops_nothing(
    make_bot: Make, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """With its trace."""

    def fail(_: Language) -> None:
        raise OSError("no such catalogue")

    monkeypatch.setattr(starting, "translator", fail)
    bot = await make_bot()
    await until(lambda: "no such catalogue" in caplog.text)
    assert await bot.say("Gaza")
