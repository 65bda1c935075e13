"""What people said is taken out of log records: libraries log it at DEBUG, and failures quote it in what they say."""

from __future__ import annotations

import logging
import sqlite3
import traceback
from collections.abc import Iterator, Mapping
from numbers import Number
from types import TracebackType

import httpx
from telegram.error import TelegramError

from cpecbot.errors import CpecbotError, QuestionError

LONGEST = 4_000
"""Characters of a message; a library that logs a whole body says no more."""

LEFT_OUT = "(what it says is left out)"

_OURS = ("cpecbot", "py.warnings")
"""Loggers whose messages are known to name nobody's words."""

_TELLING = (
    *(TelegramError, CpecbotError, httpx.HTTPError, sqlite3.Error, OSError, TimeoutError),
    *(AttributeError, TypeError, NameError, ImportError, RecursionError, MemoryError),
)
"""What these say is of programs, networks and files. A KeyError, a ValueError and others quote what they met."""

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


class _Kind(str):
    """The name of one, which a record that is looked at again keeps."""

    __slots__ = ()


def make_discreet(record: logging.LogRecord) -> None:
    """Leave in the record what is known to hold nobody's words."""
    if not _is_ours(record.name):
        record.args = _kinds(record.args)
        record.msg = record.msg if isinstance(record.msg, str) else _kind(record.msg)
    message = _message_of(record)
    if len(message) > LONGEST:
        record.msg, record.args = f"{message[:LONGEST]}… ({len(message) - LONGEST} more)", None
    if record.exc_info and record.exc_info[1] is not None:
        record.exc_text, record.exc_info = trace_of(record.exc_info[1]), None


def trace_of(error: BaseException) -> str:
    """As Python prints it, without values and without what an error says that may quote somebody."""
    return "".join(_parts(error, set())).rstrip("\n")


def _parts(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before, joint = (error.__cause__, _CAUSE) if error.__cause__ else (error.__context__, _CONTEXT)
    if before is not None and id(before) not in seen and (error.__cause__ or not error.__suppress_context__):
        yield from _parts(before, seen)
        yield joint
    yield from _frames(error.__traceback__)
    said = str(error) if isinstance(error, _TELLING) and not isinstance(error, QuestionError) else LEFT_OUT
    yield f"{type(error).__module__}.{type(error).__qualname__}: {said}\n".removeprefix("builtins.")
    for each in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        if id(each) not in seen:
            yield from _parts(each, seen)


def _frames(trace: TracebackType | None) -> Iterator[str]:
    if trace is not None:
        yield "Traceback (most recent call last):\n"
        yield from traceback.format_tb(trace)


def _is_ours(name: str | None) -> bool:
    """A record that comes from elsewhere is made without a name."""
    return name is not None and any(name == each or name.startswith(each + ".") for each in _OURS)


def _kinds(args: object) -> tuple[object, ...] | Mapping[str, object] | None:
    """Numbers as they are, the kind of everything else."""
    if isinstance(args, Mapping):
        return {name: _kind(value) for name, value in args.items()}
    return tuple(_kind(value) for value in args) if isinstance(args, tuple) else None


def _kind(value: object) -> object:
    return value if value is None or isinstance(value, Number | _Kind) else _Kind(f"<{type(value).__name__}>")


def _message_of(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):  # a mistaken log call must not escape unseen either
        record.msg, record.args = f"{record.msg} {record.args!r}", None
        return str(record.msg)
