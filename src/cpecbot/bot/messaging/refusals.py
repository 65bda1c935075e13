"""What a 400 of the Bot API means; it tells them apart by their English description alone."""

from __future__ import annotations

from enum import Enum, auto

from telegram.error import BadRequest


class Refusal(Enum):
    """The kinds that have a remedy."""

    UNCHANGED = auto()
    TOO_OLD = auto()
    NO_REPLIED = auto()
    NO_TOPIC = auto()
    ENTITIES = auto()
    NO_MESSAGE = auto()
    NO_RIGHTS = auto()
    OTHER = auto()


# Descriptions of https://github.com/tdlib/td and https://github.com/tdlib/telegram-bot-api, in lower case.
_DESCRIPTIONS: tuple[tuple[str, Refusal], ...] = (
    ("message is not modified", Refusal.UNCHANGED),
    ("query is too old", Refusal.TOO_OLD),
    ("query id is invalid", Refusal.TOO_OLD),
    ("message to be replied not found", Refusal.NO_REPLIED),
    ("message to reply not found", Refusal.NO_REPLIED),
    ("replied message not found", Refusal.NO_REPLIED),
    ("message thread not found", Refusal.NO_TOPIC),
    ("can't parse entities", Refusal.ENTITIES),
    ("entity", Refusal.ENTITIES),
    ("entities", Refusal.ENTITIES),
    ("message to edit not found", Refusal.NO_MESSAGE),
    ("message can't be edited", Refusal.NO_MESSAGE),
    ("message to delete not found", Refusal.NO_MESSAGE),
    ("message can't be deleted", Refusal.NO_MESSAGE),
    ("message_id_invalid", Refusal.NO_MESSAGE),
    ("topic_closed", Refusal.NO_RIGHTS),
    ("topic_deleted", Refusal.NO_RIGHTS),
    ("not enough rights", Refusal.NO_RIGHTS),
    ("have no rights", Refusal.NO_RIGHTS),
    ("chat_write_forbidden", Refusal.NO_RIGHTS),
    ("chat not found", Refusal.NO_RIGHTS),
    ("business connection not found", Refusal.NO_RIGHTS),
    ("business_", Refusal.NO_RIGHTS),
)


def refusal_of(error: BadRequest) -> Refusal:
    description = error.message.casefold()
    return next((refusal for words, refusal in _DESCRIPTIONS if words in description), Refusal.OTHER)
