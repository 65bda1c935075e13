"""What is logged, by us or by a library, as one line: JSON for a program to read, or coloured for a person.

Imported by whoever serves alone; everything is logged with Python's own logging, which this module shows. Secrets are
out of each record before it comes here.
"""

from __future__ import annotations

import logging
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from cpecbot.bot.services.context import CURRENT_UPDATE
from cpecbot.terminal import Gate, harmless


def set_up_logs(level: str, stream: TextIO) -> None:
    """Write what is logged to the stream, warnings of Python's included."""
    readable = stream.isatty()
    beyond = stream.beyond if readable and isinstance(stream, Gate) else stream  # the gate would take the colours
    handler = logging.StreamHandler(beyond)
    handler.setFormatter(formatter(readable=readable))
    logging.basicConfig(handlers=[handler], level=level)
    logging.captureWarnings(True)
    logging.getLogger("tornado.general").setLevel(logging.WARNING)  # where whoever knocks writes what he likes


def formatter(*, readable: bool) -> logging.Formatter:
    """One line a record; a trace is a part of it in JSON, and stands below it for a person."""
    known: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso"),
        _add_update,
        _add_cleaned_trace,
        structlog.processors.format_exc_info,
        structlog.processors.StackInfoRenderer(),
    ]
    shown: list[Processor] = [_harmless, _renderer_for_people()] if readable else [structlog.processors.JSONRenderer()]
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=known, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *shown]
    )


def _renderer_for_people() -> structlog.dev.ConsoleRenderer:
    """Its own way to show a trace would show the values of variables as well, and with them what people asked."""
    return structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)


def _add_update(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Which update it was logged for, so that all lines of one can be found."""
    update = CURRENT_UPDATE.get()
    if update is not None:
        event["update"] = update
    return event


def _add_cleaned_trace(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """A trace from which a secret was taken is a text already."""
    record = event["_record"]
    if isinstance(record, logging.LogRecord) and record.exc_text and not record.exc_info:
        event["exception"] = record.exc_text
    return event


def _harmless(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    return {name: harmless(value) if isinstance(value, str) else value for name, value in event.items()}
