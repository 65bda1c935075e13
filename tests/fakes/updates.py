"""Updates as Telegram sends them."""

from __future__ import annotations

import itertools
import re
from typing import Any

from fakes.rules import units
from fakes.telegram import BOT_USER

ANNA: dict[str, Any] = {"id": 501, "is_bot": False, "first_name": "Anna", "language_code": "en"}
BILAL: dict[str, Any] = {"id": 502, "is_bot": False, "first_name": "Bilal", "language_code": "ur"}
GROUP: dict[str, Any] = {"id": -100200, "type": "supergroup", "title": "CPEC"}
FORUM: dict[str, Any] = {"id": -100300, "type": "supergroup", "title": "Forum", "is_forum": True}
CHANNEL: dict[str, Any] = {"id": -100400, "type": "channel", "title": "News"}
DATE = 1_790_000_000

_numbers = itertools.count(1)
_ENTITY = re.compile(r"(?P<bot_command>^/\w+(?:@\w+)?)|(?P<mention>@\w{4,})", re.ASCII)


def private(user: dict[str, Any]) -> dict[str, Any]:
    return {"id": user["id"], "type": "private", "first_name": user["first_name"]}


def message(
    text: str,
    *,
    user: dict[str, Any] = ANNA,
    chat: dict[str, Any] | None = None,
    message_id: int | None = None,
    **more: Any,
) -> dict[str, Any]:
    """A message with the entities that Telegram finds in its text."""
    entities = [
        {"type": match.lastgroup, "offset": units(text[: match.start()]), "length": units(match.group())}
        for match in _ENTITY.finditer(text)
    ]
    return {
        "message_id": message_id or next(_numbers) % 900 + 1,
        "date": DATE,
        "chat": chat or private(user),
        "from": user,
        "text": text,
        "entities": entities,
    } | more


def update(**content: Any) -> dict[str, Any]:
    return {"update_id": next(_numbers)} | content


def said(text: str, **more: Any) -> dict[str, Any]:
    return update(message=message(text, **more))


def edited(text: str, message_id: int, **more: Any) -> dict[str, Any]:
    return update(edited_message=message(text, message_id=message_id, edit_date=DATE + 9, **more))


def pressed(data: str, shown: dict[str, Any], *, user: dict[str, Any] = ANNA) -> dict[str, Any]:
    """The press of a button under a message of the bot."""
    query = {"id": str(next(_numbers)), "from": user, "chat_instance": "1", "data": data, "message": shown}
    return update(callback_query=query)


def keyboard(*data: str) -> dict[str, Any]:
    """What a message has under it, to be added to one."""
    return {"reply_markup": {"inline_keyboard": [[{"text": "…", "callback_data": each} for each in data]]}}


def typed_inline(text: str, *, user: dict[str, Any] = ANNA, offset: str = "") -> dict[str, Any]:
    query = {"id": str(next(_numbers)), "from": user, "query": text, "offset": offset, "chat_type": "sender"}
    return update(inline_query=query)


def from_bot(text: str, chat: dict[str, Any], message_id: int = 900) -> dict[str, Any]:
    """A message of the bot, to be replied to."""
    return {"message_id": message_id, "date": DATE, "chat": chat, "from": BOT_USER, "text": text}
