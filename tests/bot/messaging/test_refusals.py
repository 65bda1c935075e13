"""What a 400 means: by its English description, in the words of tdlib and the Bot API server."""

from __future__ import annotations

import pytest
from telegram.error import BadRequest

from cpecbot.bot.messaging.refusals import Refusal, refusal_of


@pytest.mark.parametrize(
    ("description", "refusal"),
    [
        ("Message is not modified: specified new message content …", Refusal.UNCHANGED),
        ("Query is too old and response timeout expired", Refusal.TOO_OLD),
        ("query ID is invalid", Refusal.TOO_OLD),
        ("Query is too old and response timeout expired or query id is invalid", Refusal.TOO_OLD),
        ("Message to be replied not found", Refusal.NO_REPLIED),
        ("message to reply not found", Refusal.NO_REPLIED),
        ("replied message not found", Refusal.NO_REPLIED),
        ("Message thread not found", Refusal.NO_TOPIC),
        ("Can't parse entities: …", Refusal.ENTITIES),
        ("can't find end of the entity starting at byte offset 3", Refusal.ENTITIES),
        ("ENTITY_BOUNDS_INVALID", Refusal.ENTITIES),
        ("too many entities", Refusal.ENTITIES),
        ("Message to edit not found", Refusal.NO_MESSAGE),
        ("message can't be edited", Refusal.NO_MESSAGE),
        ("message to delete not found", Refusal.NO_MESSAGE),
        ("message can't be deleted for everyone", Refusal.NO_MESSAGE),
        ("MESSAGE_ID_INVALID", Refusal.NO_MESSAGE),
        ("TOPIC_CLOSED", Refusal.NO_RIGHTS),
        ("TOPIC_DELETED", Refusal.NO_RIGHTS),
        ("not enough rights to send text messages to the chat", Refusal.NO_RIGHTS),
        ("have no rights to send a message", Refusal.NO_RIGHTS),
        ("CHAT_WRITE_FORBIDDEN", Refusal.NO_RIGHTS),
        ("Chat not found", Refusal.NO_RIGHTS),
        ("business connection not found", Refusal.NO_RIGHTS),
        ("BUSINESS_PEER_INVALID", Refusal.NO_RIGHTS),
        ("Message is too long", Refusal.OTHER),
        ("message text is empty", Refusal.OTHER),
        ("thread not found", Refusal.OTHER),
        ("", Refusal.OTHER),
    ],
)
def test_what_a_refusal_means(description: str, refusal: Refusal) -> None:
    """By its description, whatever the case."""
    assert refusal_of(BadRequest(description)) is refusal
    assert refusal_of(BadRequest(f"Bad Request: {description.upper()}")) is refusal
