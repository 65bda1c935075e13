"""Neither a secret nor what people said leaves the process by a log, a trace, a stream or a hook."""

from __future__ import annotations

import asyncio
import gc
import io
import logging
import logging.handlers
import queue
import sys
import threading
import traceback
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest, InvalidToken

from cpecbot.bot import BotConfig, build_application
from cpecbot.bot.operating.running import _tell
from cpecbot.bot.secrecy import protected
from cpecbot.bot.secrecy.discretion import LONGEST, trace_of
from cpecbot.corpus import Corpus
from cpecbot.errors import QuestionError
from cpecbot.storage import Storage
from cpecbot.terminal import Gate
from fakes import updates
from fakes.bot import CONFIG, until
from fakes.library import FakeLibrary
from fakes.logs import all_logged
from fakes.receiving import polling
from fakes.request import RecordingRequest
from fakes.telegram import TOKEN, FakeTelegram

SECRET = TOKEN.partition(":")[2]
SAID = "Hat Gwadar einen Hafen?"
HERS = "Gwadar einen"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """All that is logged and printed at any level, with every variable of every trace."""
    with all_logged(WithVariables("%(name)s %(message)s")) as stream:
        yield stream


class WithVariables(logging.Formatter):
    """As some formatters of traces do."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name is logging's
        return "".join(traceback.TracebackException(*ei, capture_locals=True).format())

    def format(self, record: logging.LogRecord) -> str:
        extras = {name: value for name, value in vars(record).items() if name.startswith("extra")}
        return f"{super().format(record)} {extras}"


def fail(said: str) -> None:
    """With what was said in the error, in the variables, and in the error that it comes from."""
    question, token = said, TOKEN
    try:
        {}[question]
    except KeyError as error:
        raise ValueError(f"no {question} at {token}") from error


def a_message(logger: logging.Logger) -> None:
    logger.debug("Processing update %s", {"text": SAID, "token": TOKEN})


def arguments_by_name(logger: logging.Logger) -> None:
    logger.info("calling %(endpoint)s with %(data)s", {"endpoint": TOKEN, "data": {"text": SAID}})


def a_trace(logger: logging.Logger) -> None:
    try:
        fail(SAID)
    except ValueError:
        logger.exception("failed", stack_info=True)


def an_extra(logger: logging.Logger) -> None:
    logger.error("failed", extra={"extra_url": f"https://x/bot{TOKEN}/getMe"})


def wrong_arguments(logger: logging.Logger) -> None:
    logger.error("%d %s %s", SAID, TOKEN)  # noqa: PLE1206 - on purpose


def an_error_as_message(logger: logging.Logger) -> None:
    logger.error(KeyError(SAID, TOKEN))


def a_record_from_elsewhere(logger: logging.Logger) -> None:
    logger.handle(logging.makeLogRecord({"name": logger.name, "msg": f"bot{TOKEN}", "levelno": logging.ERROR}))


WAYS = [a_message, arguments_by_name, a_trace, an_extra, wrong_arguments, an_error_as_message, a_record_from_elsewhere]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["telegram.ext.Application", "httpx", "asyncio", "sqlite3", "some.library", "root"])
def test_no_library_s_logger_shows_anything(written: io.StringIO, way: Callable[..., None], name: str) -> None:
    with protected(TOKEN):
        logging.getLogger(name).setLevel(logging.DEBUG)
        way(logging.getLogger(name))
    logging.getLogger(name).setLevel(logging.NOTSET)
    text = written.getvalue()
    assert name in text
    assert SECRET not in text
    assert HERS not in text


def test_what_we_log_ourselves_is_shown_as_we_log_it(written: io.StringIO) -> None:
    """Its messages name nobody's words; its traces are as discreet as others'."""
    with protected(TOKEN):
        logging.getLogger("cpecbot.bot").warning("%s is made again in %.1f s", "sendMessage", 0.2)
        a_trace(logging.getLogger("cpecbot.bot"))
    text = written.getvalue()
    assert "sendMessage is made again in 0.2 s" in text
    assert "ValueError: (what it says is left out)" in text
    assert "in fail" in text
    assert HERS not in text


def test_of_what_is_left_out_the_kind_is_told(written: io.StringIO) -> None:
    """Also where one protects what another does."""
    with protected(TOKEN), protected(TOKEN):
        logging.getLogger("some.library").debug("%s took %.1f s: %s", {"text": SAID}, 0.5, None)
    assert "<dict> took 0.5 s: None" in written.getvalue()


def test_a_body_of_megabytes_is_not_logged(written: io.StringIO) -> None:
    with protected(TOKEN):
        logging.getLogger("some.library").error("Received data was: " + "x" * 5_000_000)
        logging.getLogger("cpecbot.bot").error("%s", "x" * 5_000_000)
    assert len(written.getvalue()) < 3 * LONGEST


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (BadRequest("Message is not modified"), "telegram.error.BadRequest: Message is not modified"),
        (ConnectionError(f"bot{TOKEN}"), f"ConnectionError: bot{TOKEN}"),
        (FileNotFoundError(2, "No such file", "/x"), "FileNotFoundError: [Errno 2] No such file: '/x'"),
        (KeyError(SAID), "KeyError: (what it says is left out)"),
        (QuestionError(SAID), "cpecbot.errors.QuestionError: (what it says is left out)"),
        (UnicodeEncodeError("utf-8", SAID, 0, 1, "x"), "UnicodeEncodeError: (what it says is left out)"),
        (ExceptionGroup(SAID, [OSError("x")]), "ExceptionGroup: (what it says is left out)\nOSError: x"),
    ],
)
def test_of_an_error_is_said_what_quotes_nobody(error: Exception, shown: str) -> None:
    assert trace_of(error) == shown


def test_a_chain_of_errors_is_told_in_its_order() -> None:
    """And one that goes round in a circle has an end."""
    first, second = KeyError("a"), OSError("b")
    first.__context__, second.__cause__ = second, first
    told = trace_of(second)
    assert told.index("KeyError") < told.index("direct cause") < told.index("OSError: b")


@pytest.mark.parametrize("gated", [False, True])
def test_whatever_is_printed_is_cleaned(written: io.StringIO, monkeypatch: pytest.MonkeyPatch, gated: bool) -> None:
    """In one piece or in several, and a trace with its variables."""
    monkeypatch.setattr(sys, "stderr", Gate(written) if gated else written)
    with protected(TOKEN):
        print(f"https://api.telegram.org/bot{TOKEN}/getMe", file=sys.stderr)
        print(TOKEN[:15], TOKEN[15:], sep="", file=sys.stderr)
        print(TOKEN[:20], end="", file=sys.stderr)
        print(TOKEN[20:], end="", file=sys.stderr)
        sys.stderr.writelines([TOKEN[:12], TOKEN[12:]])
        try:
            fail("x")
        except ValueError as error:
            traceback.print_exception(error)
            sys.stderr.write("".join(traceback.TracebackException.from_exception(error, capture_locals=True).format()))
        print("all of it", end="", file=sys.stderr)
    print("and no more", file=sys.stderr)
    text = written.getvalue()
    assert SECRET not in text
    assert not [text for start in range(len(SECRET) - 12) if SECRET[start : start + 12] in text]
    assert "all of itand no more" in text


def test_a_debug_dump_does_not_show_it(written: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the settings, the bot, or all of its parts."""
    monkeypatch.setattr(sys, "stdout", written)
    with protected(TOKEN):
        for each in (BotConfig(token=TOKEN), Bot(TOKEN), Bot(TOKEN).get_me, (Bot(TOKEN),)):
            print(repr(each))
            logging.getLogger("asyncio").warning("Executing %r took %.3f seconds", each, 0.2)
    assert SECRET not in written.getvalue()
    assert SECRET not in repr(BotConfig(token=TOKEN))


def test_warnings_show_it_as_little(written: io.StringIO) -> None:
    with protected(TOKEN), warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn(f"never awaited {TOKEN}", RuntimeWarning, stacklevel=1)
        logging.captureWarnings(False)
    assert "never awaited" in written.getvalue()
    assert SECRET not in written.getvalue()


class Unraisable:
    def __del__(self) -> None:
        fail(SAID)


def test_what_nobody_catches_is_told_without_what_it_says(written: io.StringIO) -> None:
    """In a thread, or where nothing can be raised."""
    with protected(TOKEN):
        thread = threading.Thread(target=fail, args=(SAID,))
        thread.start()
        thread.join()
        Unraisable()
        gc.collect()
    text = written.getvalue()
    assert text.count("an exception that nobody caught") == 2
    assert "ValueError" in text
    assert SECRET not in text
    assert HERS not in text


async def test_the_event_loop_tells_of_no_values(written: io.StringIO) -> None:
    """Tasks and futures are shown with their results by asyncio, handles with their arguments."""
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(_tell)
    loop.set_debug(True)
    loop.slow_callback_duration = 0.0
    with protected(TOKEN):
        loop.call_soon(fail, SAID)
        loop.call_soon(len, (SAID, TOKEN))
        future: asyncio.Future[str] = loop.create_future()
        future.set_exception(ValueError(SAID))
        del future
        gc.collect()
        await asyncio.sleep(0.01)
    loop.set_debug(False)
    text = written.getvalue()
    assert text.count("the event loop: ValueError") == 2
    assert "Executing" in text
    assert SECRET not in text
    assert HERS not in text


def test_a_queue_between_threads_shows_it_as_little(written: io.StringIO) -> None:
    """As a handler that writes in the background."""
    records: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
    handler = logging.handlers.QueueHandler(records)  # type: ignore[arg-type]
    root = logging.getLogger()
    root.addHandler(handler)
    with protected(TOKEN):
        a_trace(logging.getLogger("some.library"))
    root.removeHandler(handler)
    kept = str(vars(records.get()))
    assert SECRET not in kept
    assert HERS not in kept
    assert written.getvalue()


def test_everything_is_as_before_afterwards(written: io.StringIO) -> None:
    """Also after a failure."""
    before = (logging.getLogRecordFactory(), logging.Handler.format, sys.stderr, sys.unraisablehook)
    with pytest.raises(KeyError), protected(TOKEN):
        raise KeyError
    assert (logging.getLogRecordFactory(), logging.Handler.format, sys.stderr, sys.unraisablehook) == before
    logging.getLogger("some.library").warning("%s", SECRET)
    assert SECRET in written.getvalue()


async def test_the_token_is_in_no_line_from_the_first_moment(written: io.StringIO, corpus: Corpus) -> None:
    """python-telegram-bot logs the address that it builds when the bot is made."""
    request = RecordingRequest(FakeTelegram())
    build_application(CONFIG, FakeLibrary(corpus), Storage(), request=request)
    assert "Set Bot API URL" in written.getvalue()
    assert SECRET not in written.getvalue()


async def test_what_people_say_is_in_no_log_at_any_level(written: io.StringIO, corpus: Corpus, tmp_path: Path) -> None:
    """From the first fetch to the answer, the database and a failure, with everything at DEBUG."""
    telegram = FakeTelegram()
    library = FakeLibrary(corpus, trouble=lambda said: fail(said) if "fail" in said else None)
    with protected(TOKEN):
        application = build_application(
            replace(CONFIG, pauses=(0.01,)), library, Storage(tmp_path / "db"), request=RecordingRequest(telegram)
        )
        async with application:
            assert application.post_init is not None
            assert application.post_shutdown is not None
            await application.post_init(application)
            async with polling(application):
                telegram.updates.append(updates.said(f"Gaza {SAID}"))
                telegram.updates.append(updates.said(f"fail {SAID}", user=updates.BILAL))
                telegram.updates.append(updates.typed_inline(SAID))
                telegram.updates.append(updates.said(SAID, checklist={"title": SAID}))
                telegram.fail("sendMessage", 400, "Bad Request: can't parse entities")
                await until(lambda: len(telegram.made("sendMessage")) > 2 and telegram.made("answerInlineQuery"))
            await application.post_shutdown(application)
    text = written.getvalue()
    assert "telegram.ext.ExtBot" in text
    assert "ValueError" in text
    assert SECRET not in text
    assert HERS not in text


def test_a_refused_token_is_told_without_it(written: io.StringIO) -> None:
    with protected(TOKEN):
        try:
            raise InvalidToken(f"The token `{TOKEN}` was rejected by the server.")
        except InvalidToken:
            logging.getLogger("cpecbot.bot").exception("refused")
    assert "InvalidToken: The token `<secret>` was rejected by the server." in written.getvalue()
