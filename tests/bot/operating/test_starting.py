"""What goes on beside the answers from the start."""

from __future__ import annotations

import asyncio
import threading

import pytest

from cpecbot.answering import Library
from cpecbot.bot.operating import starting
from cpecbot.bot.services.background import beside
from cpecbot.corpus import Corpus
from cpecbot.languages import Language
from cpecbot.storage import Storage
from fakes.bot import Make, until
from fakes.library import FakeLibrary


async def test_nothing_is_left_to_be_loaded_by_the_first_question(
    make_bot: Make, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The notes of the whole corpus are there before anybody asks."""
    done = []
    monkeypatch.setattr(type(library), "disagreements", lambda _: done.append("notes"))
    await make_bot(library=library)
    await until(lambda: bool(done))
    assert done == ["notes"]


async def test_a_large_corpus_is_not_compared_at_the_start(make_bot: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which would take minutes; its notes are made for each answer."""
    steps = []
    monkeypatch.setattr(starting, "translator", lambda _: steps.append("words"))
    monkeypatch.setattr(FakeLibrary, "disagreements", lambda _: steps.append("notes"))
    await starting.warm_up((await make_bot(library=FakeLibrary(Corpus({}, {}), is_compared_whole=False))).services)
    assert set(steps) == {"words"}


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


@pytest.mark.usefixtures("no_waiting")
async def test_tidying_goes_on_whatever_happened(make_bot: Make, caplog: pytest.LogCaptureFixture) -> None:
    """What nobody foresaw has its trace in the log, and the next minute is another."""
    times = []

    class Odd(Storage):
        async def tidy(self) -> None:
            times.append(1)
            if len(times) == 2:
                raise ZeroDivisionError

    await make_bot(Odd())
    await until(lambda: len(times) > 3)
    assert "ZeroDivisionError" in caplog.text


async def test_a_task_that_fails_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """By its name, with its trace, and raises nowhere else."""

    async def fail() -> None:
        raise ZeroDivisionError

    await asyncio.wait([beside(fail(), "counting")])
    assert "counting ended by a failure" in caplog.text
    assert "ZeroDivisionError" in caplog.text
