"""Where secrets and people's words could leave the process, and what stands before each of these places."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, TextIO

from cpecbot.bot.secrecy.discretion import make_discreet
from cpecbot.bot.secrecy.redaction import Redactor
from cpecbot.terminal import Gate

logger = logging.getLogger(__name__)

NOISY = ("httpx", "httpcore")
"""They log each request: at DEBUG several lines, with its headers."""

MOST_PENDING = 100_000


@contextmanager
def protected(*secrets: str | None) -> Iterator[None]:
    """Meanwhile nothing shows a secret, and no log what people said, whichever library, level or handler it is of.

    Records are cleaned as they are made: filters of loggers see none of their children, and handlers may be added at
    any time. What a handler formats is cleaned again, for values that are added to a record afterwards or are shown by
    the formatter alone, such as the variables of a trace. Whatever else is printed passes the streams.
    """
    redactor = Redactor([secret for secret in secrets if secret])
    with ExitStack() as stack:
        for guard in (_records(redactor), _handlers(redactor), _streams(redactor), _hooks(), _quiet(NOISY)):
            stack.enter_context(guard)
        yield


@contextmanager
def _records(redactor: Redactor) -> Iterator[None]:
    before = logging.getLogRecordFactory()

    def make_record(*args: Any, **kwargs: Any) -> logging.LogRecord:
        record = before(*args, **kwargs)
        make_discreet(record)
        _redact(record, redactor)
        return record

    logging.setLogRecordFactory(make_record)
    try:
        yield
    finally:
        logging.setLogRecordFactory(before)


@contextmanager
def _handlers(redactor: Redactor) -> Iterator[None]:
    before = logging.Handler.format

    def formatted(handler: logging.Handler, record: logging.LogRecord) -> str:
        return redactor.clean(before(handler, record))

    logging.Handler.format = formatted  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        logging.Handler.format = before  # type: ignore[method-assign]


@contextmanager
def _streams(redactor: Redactor) -> Iterator[None]:
    with ExitStack() as stack:
        for name in ("stdout", "stderr"):
            stream = getattr(sys, name)
            holder, attribute = (stream, "beyond") if isinstance(stream, Gate) else (sys, name)
            clean = CleanStream(getattr(holder, attribute), redactor)
            stack.callback(setattr, holder, attribute, clean.beyond)
            stack.callback(clean.flush)
            setattr(holder, attribute, clean)
        yield


@contextmanager
def _hooks() -> Iterator[None]:
    """What nobody caught in a thread, or could be raised nowhere, is printed with what it says; a record is not."""
    threads, unraisable = threading.excepthook, sys.unraisablehook

    def told(arguments: Any) -> None:
        error = arguments.exc_value
        logger.error("an exception that nobody caught", exc_info=(type(error), error, arguments.exc_traceback))

    threading.excepthook = sys.unraisablehook = told
    try:
        yield
    finally:
        threading.excepthook, sys.unraisablehook = threads, unraisable


@contextmanager
def _quiet(names: Iterable[str]) -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in names]
    before = [each.level for each in loggers]
    for each in loggers:
        each.setLevel(logging.WARNING)
    try:
        yield
    finally:
        for each, level in zip(loggers, before, strict=True):
            each.setLevel(level)


class CleanStream:
    """Writes whole lines, so that what is written in pieces is seen as one."""

    def __init__(self, beyond: TextIO, redactor: Redactor) -> None:
        self.beyond = beyond
        self._redactor = redactor
        self._pending = ""
        self._lock = threading.RLock()

    def write(self, text: str) -> int:
        with self._lock:
            self._pending += text
            if "\n" in text or len(self._pending) > MOST_PENDING:
                self._let_out()
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        with self._lock:
            self._let_out()
            self.beyond.flush()

    def _let_out(self) -> None:
        pending, self._pending = self._pending, ""
        if pending:
            self.beyond.write(self._redactor.clean(pending))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.beyond, name)


def _redact(record: logging.LogRecord, redactor: Redactor) -> None:
    message = str(record.msg) if not record.args else record.getMessage()
    if (cleaned := redactor.clean(message)) != message:
        record.msg, record.args = cleaned, None
    clean: Callable[[str | None], str | None] = lambda text: redactor.clean(text) if text else text  # noqa: E731
    record.exc_text, record.stack_info = clean(record.exc_text), clean(record.stack_info)
