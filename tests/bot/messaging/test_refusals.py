"""What a 400 means."""

from __future__ import annotations

import pytest
from telegram.error import BadRequest

from cpecbot.bot.messaging.refusals import Refusal, refusal_of


@pytest.mark.parametrize(
    ("description", "refusal"),
    [
        ("Message is not modified: specified new message content …", Refusal.UNCHANGED),
        ("Query is too old and response timeout expired or query id is invalid", Refusal.TOO_OLD),
        ("Message to be replied not found", Refusal.NO_REPLIED),
        ("Can't parse entities: …", Refusal.ENTITIES),
        ("Message to edit not found", Refusal.NO_MESSAGE),
        ("Message thread not found", Refusal.NO_TOPIC),
        ("Chat not found", Refusal.NO_RIGHTS),
        ("BUSINESS_PEER_INVALID", Refusal.NO_RIGHTS),
        ("Message is too long", Refusal.OTHER),
    ],
)
def test_what_a_refusal_means(description: str, refusal: Refusal) -> None:
    """By its description, whatever the case."""
    assert refusal_of(BadRequest(description)) is refusal
