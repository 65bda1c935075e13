"""Channels: passed over, unless a setting says that posts are answered."""

from __future__ import annotations

import pytest

from fakes import updates
from fakes.bot import Bot, Make
from fakes.updates import CHANNEL

MENTION = "@cpec_quotes_bot"


@pytest.mark.parametrize("kind", ["channel_post", "edited_channel_post"])
async def test_channels_are_ignored(bot: Bot, kind: str) -> None:
    """python-telegram-bot hands channel posts to text handlers too."""
    post = updates.message(f"{MENTION} Gaza", chat=CHANNEL)
    del post["from"]
    assert await bot.receive(updates.update(**{kind: post})) == []


@pytest.mark.parametrize(("text", "answered"), [(f"{MENTION} Gaza", True), ("/ask Gaza", True), ("Gaza", False)])
async def test_a_channel_is_answered_by_setting_where_a_post_addresses_the_bot(
    make_bot: Make, text: str, answered: bool
) -> None:
    """In reply to the post, without buttons: whoever reads the channel could press them."""
    bot = await make_bot(channels=True)
    post = updates.message(text, chat=CHANNEL, sender_chat=CHANNEL)
    del post["from"]
    sent = [call for call in await bot.receive(updates.update(channel_post=post)) if call.method == "sendMessage"]
    assert bool(sent) is answered
    for each in sent:
        assert "Gaza" in each.parameters["text"]
        assert each.parameters["reply_parameters"]["message_id"] == post["message_id"]
        assert "reply_markup" not in each.parameters


@pytest.mark.parametrize("text", ["/help", "/start", "/forget", "/nonsense"])
async def test_a_channel_asks_and_does_nothing_else(make_bot: Make, text: str) -> None:
    bot = await make_bot(channels=True)
    post = updates.message(text, chat=CHANNEL, sender_chat=CHANNEL)
    del post["from"]
    assert await bot.receive(updates.update(channel_post=post)) == []


async def test_a_failure_in_a_channel_is_not_told_there(make_bot: Make) -> None:
    """Its readers asked nothing."""

    def trouble(_: str) -> None:
        raise RuntimeError

    bot = await make_bot(channels=True)
    bot.library.trouble = trouble
    post = updates.message(f"{MENTION} Gaza", chat=CHANNEL, sender_chat=CHANNEL)
    del post["from"]
    assert await bot.receive(updates.update(channel_post=post)) == []
    assert bot.services.counts["failures"] == 1
