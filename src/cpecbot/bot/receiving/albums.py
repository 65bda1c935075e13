"""The pictures of an album come one by one, and are one thing that somebody sent."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import Message, Update

from cpecbot.bot.messaging.addressing import words_of
from cpecbot.storage import Recent

Key = tuple[int, str]

REMEMBERED = 1000


class Albums:
    """Those that are coming in, and those that were dealt with, of which a part may come late."""

    def __init__(self) -> None:
        self._coming: dict[Key, list[Update]] = {}
        self._done: Recent[Key, bool] = Recent(REMEMBERED)

    def add(self, key: Key, update: Update) -> bool:
        """Whether it is the first of its album."""
        parts = self._coming.setdefault(key, [])
        parts.append(update)
        return len(parts) == 1

    def take(self, key: Key) -> tuple[Update | None, Sequence[Update]]:
        """The part that stands for the album, and the others: the first with words; of a late part no picture alone."""
        parts = self._coming.pop(key)
        worded = [part for part in parts if (message := _message_of(part)) is not None and words_of(message)]
        chosen = worded[0] if worded else parts[0] if self._done.get(key) is None else None
        self._done.put(key, True)
        return chosen, [part for part in parts if part is not chosen]


def album_of(update: Update) -> Key | None:
    """Its chat and name; an edit is dealt with by itself."""
    message = _message_of(update)
    if message is None or message.media_group_id is None:
        return None
    return message.chat.id, message.media_group_id


def _message_of(update: Update) -> Message | None:
    return update.message or update.business_message
