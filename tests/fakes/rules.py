"""What Telegram refuses in a message."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

KINDS = frozenset(
    {
        *("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"),
        *("bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre"),
        *("blockquote", "expandable_blockquote", "text_link", "text_mention", "custom_emoji", "date_time"),
    }
)
QUOTES = frozenset({"blockquote", "expandable_blockquote"})


class RefusedError(Exception):
    """The description of an error of the Bot API."""

    def __init__(self, description: str, status: int = 400) -> None:
        reason = {400: "Bad Request", 403: "Forbidden", 409: "Conflict"}[status]
        super().__init__(f"{reason}: {description}")
        self.status = status


def units(text: str) -> int:
    """The length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def check_text(text: str, limit: int = 4096, *, empty: bool = False) -> None:
    if not text.strip() and not empty:
        raise RefusedError("message text is empty")
    if units(text) > limit:
        raise RefusedError("message is too long")


def check_entities(text: str, entities: Sequence[Mapping[str, Any]]) -> None:
    if len(entities) > 100:
        raise RefusedError("too many entities")
    encoded = text.encode("utf-16-le")
    quotes = []
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if entity["type"] not in KINDS:
            raise RefusedError(f"can't parse entities: unsupported type {entity['type']}")
        if not 0 <= start < end <= units(text):
            raise RefusedError("ENTITY_BOUNDS_INVALID: entity is out of range")
        if any(_inside_a_pair(encoded, edge) for edge in (start, end)):
            raise RefusedError("ENTITY_BOUNDS_INVALID: entity cuts a surrogate pair")
        if entity["type"] == "text_link" and not entity.get("url", "").startswith(("http://", "https://", "tg://")):
            raise RefusedError("can't parse entities: text_link without an address")
        if entity["type"] in QUOTES:
            quotes.append((start, end))
    quotes.sort()
    if any(later[0] < earlier[1] for earlier, later in itertools.pairwise(quotes)):
        raise RefusedError("can't parse entities: blockquotes cannot be nested")


def check_keyboard(markup: Mapping[str, Any] | None) -> None:
    for row in (markup or {}).get("inline_keyboard", []):
        if not 1 <= len(row) <= 8:
            raise RefusedError("reply markup row has a wrong number of buttons")
        for button in row:
            _check_button(button)


def _check_button(button: Mapping[str, Any]) -> None:
    if not button["text"].strip():
        raise RefusedError("text buttons are unallowed to be empty")
    if len(set(button) - {"text"}) != 1:
        raise RefusedError("a button does exactly one thing")
    if not 1 <= len(button.get("callback_data", "x").encode()) <= 64:
        raise RefusedError("BUTTON_DATA_INVALID")
    if not 1 <= units(button.get("copy_text", {"text": "x"})["text"]) <= 256:
        raise RefusedError("BUTTON_COPY_TEXT_INVALID")


def _inside_a_pair(encoded: bytes, unit: int) -> bool:
    low = encoded[2 * unit : 2 * unit + 2]
    return len(low) == 2 and 0xDC <= low[1] <= 0xDF
