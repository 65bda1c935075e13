"""Which messages are meant for the bot, and what they ask."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from telegram import Message

from cpecbot.bot.messaging.addressing import without
from fakes import updates
from fakes.rules import units


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.text(alphabet="a🇵خ汉 "))
def test_cutting_out_a_mention_leaves_the_rest(before: str, after: str) -> None:
    """Offsets of entities count UTF-16 units."""
    raw = updates.message(f"{before} @cpec_quotes_bot {after}")
    entity = {"type": "mention", "offset": units(before) + 1, "length": 16}
    message = Message.de_json(raw | {"entities": [entity]})
    assert message is not None
    assert without(message.text or "", list(message.entities)) == " ".join(f"{before} {after}".split())
