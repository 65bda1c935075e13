"""What is logged is one line a record, with the update that it is about, and says nothing that it must not."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from cpecbot.bot.monitoring.logs import formatter, set_up_logs
from cpecbot.bot.secrecy import protected
from cpecbot.bot.services.context import CURRENT_UPDATE
from cpecbot.terminal import Gate
from fakes import updates
from fakes.bot import Bot, Make, until
from fakes.library import FakeLibrary
from fakes.logs import all_logged
from fakes.receiving import polling
from fakes.telegram import TOKEN

PRIVATE = "what nobody else may read"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """All that every logger of this process says, as JSON."""
    with all_logged(formatter(readable=False)) as stream:
        yield stream


@pytest.fixture
def shown() -> Iterator[io.StringIO]:
    """The same, for a person."""
    with all_logged(formatter(readable=True)) as stream:
        yield stream


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def fail_with(secret: str) -> None:
    """Log a trace through a frame that knows the secret and raises another."""
    question = secret
    try:
        raise ConnectionError(f"{len(question)} characters")
    except ConnectionError:
        logging.getLogger("some.library").exception("failed\nagain")


def test_a_line_of_any_logger_is_json(written: io.StringIO) -> None:
    logging.getLogger("some.library").warning("%d of %s", 3, "five")
    (line,) = lines(written)
    assert line.pop("timestamp").endswith("Z")
    assert line == {"event": "3 of five", "level": "warning", "logger": "some.library"}


def test_a_trace_is_a_part_of_its_line(written: io.StringIO) -> None:
    fail_with(PRIVATE)
    (line,) = lines(written)
    assert line["event"] == "failed\nagain"
    assert "ConnectionError: 25 characters" in line["exception"]
    assert "fail_with" in line["exception"]


def test_a_person_is_shown_no_values_of_variables(shown: io.StringIO) -> None:
    """They would tell what was asked."""
    fail_with(PRIVATE)
    text = shown.getvalue()
    assert "ConnectionError" in text
    assert "some.library" in text
    assert PRIVATE not in text


def test_a_person_s_terminal_obeys_nothing_that_is_logged(shown: io.StringIO) -> None:
    logging.getLogger("some.library").warning("\x1b]0;owned\x07 %s", "\x1b[2J")
    text = shown.getvalue()
    assert "\x1b]" not in text
    assert "\x1b[2J" not in text
    assert "owned" in text


@pytest.mark.parametrize("readable", [False, True])
def test_the_token_is_in_no_line(readable: bool) -> None:
    """Nor in a trace from which it was taken, which is still shown."""
    with all_logged(formatter(readable=readable)) as stream:
        with protected(TOKEN):
            try:
                raise ConnectionError(f"https://api.telegram.org/bot{TOKEN}/getMe")
            except ConnectionError:
                logging.getLogger("some.library").exception("failed for %s", TOKEN, stack_info=True)
        text = stream.getvalue()
    assert TOKEN.partition(":")[2] not in text
    assert "ConnectionError: https://api.telegram.org/bot<secret>/getMe" in text
    assert "Stack" in text or "stack" in text


async def test_each_line_of_an_update_has_its_number(make_bot: Make, written: io.StringIO) -> None:
    """Off the event loop as well, and for two that are worked on side by side."""

    def trouble(question: str) -> None:
        logging.getLogger("some.library").info("working on one of %d characters", len(question))

    bot = await make_bot()
    bot.services.library = FakeLibrary(bot.library.corpus, trouble=trouble)
    first, second = updates.said("Gaza"), updates.said("Kashmir", user=updates.BILAL)
    bot.telegram.updates.extend([first, second])
    async with polling(bot.application):
        await until(lambda: len(bot.telegram.made("sendMessage")) == 2)
    found = {line["event"]: line.get("update") for line in lines(written) if line["logger"] == "some.library"}
    assert found == {
        "working on one of 4 characters": first["update_id"],
        "working on one of 7 characters": second["update_id"],
    }
    assert CURRENT_UPDATE.get() is None


async def test_what_people_ask_is_in_no_line_at_any_level(make_bot: Make, written: io.StringIO) -> None:
    """Whether it is answered, cannot be, or cannot be sent."""

    def trouble(question: str) -> None:
        raise RuntimeError(f"{len(question)} characters")

    bot = await make_bot()
    bot.telegram.fail("sendMessage", 400, "Bad Request: something new")
    bot.telegram.updates.append(updates.said(PRIVATE))
    with protected(TOKEN):
        await _ask_in_vain(bot, written, trouble)
    assert lines(written)
    assert PRIVATE not in written.getvalue()


async def _ask_in_vain(bot: Bot, written: io.StringIO, trouble: Callable[[str], None]) -> None:
    async with polling(bot.application):
        await until(lambda: "failure" in written.getvalue())
        bot.services.library = FakeLibrary(bot.library.corpus, trouble=trouble)
        bot.telegram.updates.extend([updates.said(PRIVATE), updates.typed_inline(PRIVATE)])
        await until(lambda: written.getvalue().count("RuntimeError: ") == 2)


@contextmanager
def program_that_has_just_begun() -> Iterator[None]:
    """Nobody listens to its loggers yet."""
    root, knocked = logging.getLogger(), logging.getLogger("tornado.general")
    before, level = root.handlers[:], root.level
    root.handlers.clear()
    try:
        yield
    finally:
        root.handlers[:] = before
        root.setLevel(level)
        knocked.setLevel(logging.NOTSET)
        logging.captureWarnings(False)


def test_a_program_that_reads_it_gets_json() -> None:
    stream = io.StringIO()
    with program_that_has_just_begun():
        set_up_logs("INFO", stream)
        logging.getLogger("cpecbot").info("well")
        logging.getLogger("cpecbot").debug("too much")
        logging.getLogger("tornado.general").info("Malformed HTTP message: what a stranger sent")
    assert [line["event"] for line in lines(stream)] == ["well"]


def test_a_terminal_gets_colours_through_its_gate() -> None:
    terminal = Terminal()
    with program_that_has_just_begun():
        set_up_logs("INFO", Gate(terminal))  # type: ignore[arg-type]
        logging.getLogger("cpecbot").info("well \x1b[2J")
    assert "\x1b[" in terminal.getvalue()
    assert "\x1b[2J" not in terminal.getvalue()
