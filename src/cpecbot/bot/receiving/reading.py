"""Each update is read by itself, so that one that cannot be read holds up no other."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from telegram import Bot, Message, Update
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

from cpecbot.bot.messaging.addressing import asker_in
from cpecbot.expressions import expression
from cpecbot.storage import Received

LARGEST_ID = 2**53 - 1
"""The Bot API promises integers that a double holds."""

LONGEST_NUMBER = len(str(LARGEST_ID))

DEEPEST = 50
"""Levels of brackets within brackets; each costs the library a few calls within calls."""

_BRACKETS = expression(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{}]', re.DOTALL)
"""And whole strings, whose brackets are none."""

_OPENING, _CLOSING = "[{", "]}"
_CUT = "-Infinity"

_RAW = "raw"
_MESSAGES = ("message", "reply_to_message", *(kind for kind in Update.ALL_TYPES if kind.endswith("_message")))
_HOLDERS = frozenset((*_MESSAGES, "inline_query", "callback_query", "chat", "sender_chat", "from", "entities"))
_KINDS: Mapping[str, type | tuple[type, ...]] = MappingProxyType(
    {
        **dict.fromkeys(("text", "caption", "type", "title", "data", "query", "username", "language_code"), str),
        "media_group_id": str,
        **dict.fromkeys(("from", "chat"), dict),
        "offset": (int, str),
        "length": int,
    }
)


class WholeBatch(BaseRequest):
    """Hands getUpdates over as received: as one text inside one update, which python-telegram-bot can always read.

    The library reads a batch as a whole and raises for all of it when it cannot read one; what it cannot decode it
    writes into the log, other people's messages included.
    """

    def __init__(self, request: BaseRequest) -> None:
        self._request = request

    @property
    def read_timeout(self) -> float | None:
        return self._request.read_timeout

    async def initialize(self) -> None:
        await self._request.initialize()

    async def shutdown(self) -> None:
        await self._request.shutdown()

    async def do_request(  # type: ignore[override]  # the timeouts are handed on as they are
        self, url: str, method: str, request_data: RequestData | None = None, **timeouts: Any
    ) -> tuple[int, bytes]:
        code, payload = await self._request.do_request(url, method, request_data, **timeouts)
        if not 200 <= code <= 299:
            return code, payload
        batch = {"update_id": 0, _RAW: payload.decode("utf-8", "replace")}
        return code, json.dumps({"ok": True, "result": [batch]}).encode()


def unwrapped(updates: tuple[Update, ...]) -> list[object]:
    """The batch as it stood in Telegram's answer, from what get_updates returns over a WholeBatch.

    Raises NetworkError where that holds none.
    """
    return [raw for update in updates for raw in _result_of(update.api_kwargs[_RAW])]


class Unreadable(Struct, frozen=True):
    """What is told of an update that cannot be read: nothing that a person wrote."""

    id: int | None
    kind: str
    problem: str


class Readable(Struct, frozen=True):
    """An update, and as what it is kept until it is answered."""

    update: Update
    kept: Received


def read(raw: object, bot: Bot) -> Readable | Unreadable:
    """Unknown kinds of update and unknown fields are read; no handler looks at them."""
    number = id_of(raw)
    if number is None or not isinstance(raw, dict):
        return Unreadable(None, kind_of(raw), "no update_id")
    try:
        _check_depth(raw)
        _check_kinds(raw)
        update = Update.de_json(raw, bot)
        _check_ids(update)
        return Readable(update, _kept(raw, update))
    except Exception as error:  # whatever the library meets; its message may quote what a person wrote
        return Unreadable(number, kind_of(raw), type(error).__name__)


def _check_kinds(raw: object) -> None:
    """Raise TypeError for a value of another kind than the Bot API has under its name, in what the handlers look at.

    python-telegram-bot takes any, and hands it on to whoever relies on a text or a number.
    """
    if isinstance(raw, dict):
        for name, value in raw.items():
            if not isinstance(value, _KINDS.get(name, object)):
                raise TypeError(name)
            if name in _HOLDERS:
                _check_kinds(value)
    elif isinstance(raw, list):
        for each in raw:
            _check_kinds(each)


def _check_ids(update: Update) -> None:
    """Raise ValueError for a chat, person or message without a proper number, which is a key to everything behind."""
    message = update.effective_message
    sender = message.sender_chat if isinstance(message, Message) else None
    holders = (update.effective_chat, update.effective_user, sender)
    numbers = [holder.id for holder in holders if holder is not None]
    query = update.inline_query or update.callback_query
    if query is not None and (query.from_user is None or not isinstance(query.id, str)):
        raise ValueError
    if isinstance(message, Message) and message.chat is None:
        raise ValueError
    if message is not None:
        numbers.append(message.message_id)
    if not all(type(number) is int and abs(number) <= LARGEST_ID for number in numbers):
        raise ValueError


def id_of(raw: object) -> int | None:
    number = raw.get("update_id") if isinstance(raw, Mapping) else None
    return number if type(number) is int and 0 <= number <= LARGEST_ID else None


def kind_of(raw: object) -> str:
    """A name of the Bot API's, never one that was sent."""
    names = raw if isinstance(raw, Mapping) else ()
    return next((kind for kind in Update.ALL_TYPES if kind in names), "unknown")


def _kept(raw: object, update: Update) -> Received:
    """An inline query is not kept: nobody waits for it after a restart.

    Escaped, because a lone surrogate is no text to a database.
    """
    content = None if update.inline_query is not None else json.dumps(raw)
    return Received(update.update_id, asker_in(update), content)


class NestedTooDeepError(ValueError):
    """Telegram's updates are some ten levels deep; to deal with one of thousands would end in a RecursionError."""


class _TooDeep:
    """Stands where something was nested deeper than ``DEEPEST``."""


def _check_depth(value: object) -> None:
    """Raise NestedTooDeepError for what was cut while it was ``parsed``."""
    if isinstance(value, _TooDeep):
        raise NestedTooDeepError
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _check_depth(each)


def parsed(text: str) -> object:
    """What is wrong inside of one value is no reason to read none of them; raises ValueError for what is no JSON."""
    return json.loads(_cut(text), strict=False, parse_int=_number, parse_constant=_constant)


def _cut(text: str) -> str:
    """With a mark in the place of each value below ``DEEPEST`` levels; what is no JSON stays none."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return text
    kept, end, depth = [], 0, 0
    for bracket in _BRACKETS.finditer(text):
        if bracket[0] in _OPENING:
            depth += 1
            if depth == DEEPEST + 1:
                kept += [text[end : bracket.start()], _CUT]
        elif bracket[0] in _CLOSING:
            if depth == DEEPEST + 1:
                end = bracket.end()
            depth -= 1
    return "".join(kept) + (text[end:] if depth <= DEEPEST else "")


def _constant(written: str) -> object:
    """Of Python's three that are no JSON, Telegram sends none."""
    return _TooDeep() if written == _CUT else float(written)


def _number(written: str) -> float:
    """Python makes no int of more than 4,300 digits."""
    return int(written) if len(written) <= LONGEST_NUMBER else math.inf


def _result_of(text: str) -> list[object]:
    try:
        answer = parsed(text)
    except ValueError:
        raise NetworkError("the answer to getUpdates is no JSON") from None
    result = answer.get("result") if isinstance(answer, dict) else None
    if not isinstance(result, list):
        raise NetworkError("the answer to getUpdates holds no updates")
    return result
