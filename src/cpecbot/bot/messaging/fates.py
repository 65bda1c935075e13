"""What became of a call to Telegram that failed: it was refused, it was not done, or nobody knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import Any

import httpx
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, TelegramError, TimedOut

ANSWERS = frozenset({"sendMessage", "sendPhoto", "editMessageText", "answerCallbackQuery"})
"""Methods that every server knows: a 404 for them is about the token, and may be a fault of the moment."""

SENDS = frozenset({"sendMessage", "sendPhoto"})
"""Made twice, they show twice."""

NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.WriteError,
    httpx.WriteTimeout,
)
"""Telegram has not got all of the request."""


class Fate(Enum):
    """``REFUSED``, as it would be again; ``FAILED`` this time; or ``UNKNOWN``, it may be done."""

    REFUSED = auto()
    FAILED = auto()
    UNKNOWN = auto()


class UnconfirmedError(TelegramError):
    """What was sent may have arrived or not, Telegram being reached otherwise; ``sent`` are messages that did."""

    def __init__(self, sent: tuple[int, ...] = ()) -> None:
        super().__init__("an answer of Telegram's was lost")
        self.sent = sent


class UnreadableError(NetworkError):
    """Telegram did something, and said so in a way that makes no sense."""


def fate_of(endpoint: str, error: TelegramError) -> Fate:
    """Whoever answers with a status above 499 says that it was not done."""
    cause = error.__cause__
    if isinstance(error, InvalidToken | Conflict):
        return Fate.FAILED if endpoint in ANSWERS else Fate.REFUSED
    if isinstance(error, BadRequest) or not isinstance(error, NetworkError):
        return Fate.REFUSED
    if not isinstance(cause, httpx.HTTPError | TelegramError | None):
        return Fate.REFUSED  # whatever else goes wrong in its HTTP is a NetworkError to python-telegram-bot
    told = not isinstance(error, TimedOut | UnreadableError) and not isinstance(cause, httpx.HTTPError)
    if told or isinstance(cause, NEVER_SENT) or endpoint not in SENDS:
        return Fate.FAILED
    return Fate.UNKNOWN


def checked(endpoint: str, result: Any) -> Any:
    """The result, where it is of the kind that the method has; raises UnreadableError."""
    if not _SHAPES.get(endpoint, lambda _: True)(result):
        raise UnreadableError(f"the answer to {endpoint} makes no sense")
    return result


def _is_message(result: Any) -> bool:
    return isinstance(result, dict) and type(result.get("message_id")) is int and {"date", "chat"} <= result.keys()


_SHAPES: Mapping[str, Callable[[Any], bool]] = {
    "sendMessage": _is_message,
    "sendPhoto": _is_message,
    "editMessageText": lambda result: result is True or _is_message(result),
    "answerCallbackQuery": lambda result: result is True,
    "answerGuestQuery": lambda result: isinstance(result, dict),
    "getMe": lambda result: isinstance(result, dict) and type(result.get("id")) is int,
    "getMyCommands": lambda result: isinstance(result, list),
    "getMyDescription": lambda result: isinstance(result, dict) and "description" in result,
    "getMyName": lambda result: isinstance(result, dict) and "name" in result,
    "getMyShortDescription": lambda result: isinstance(result, dict) and "short_description" in result,
}
