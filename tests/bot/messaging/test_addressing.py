"""Which messages are meant for the bot, and what they ask."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Message

from cpecbot.bot.messaging.addressing import asker_of, pointed_at, question_in, spoken_text, topic_of, without, words_of
from fakes import updates
from fakes.rules import units
from fakes.telegram import BOT_USER


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.text(alphabet="a🇵خ汉 "))
def test_cutting_out_a_mention_leaves_the_rest(before: str, after: str) -> None:
    """Offsets of entities count UTF-16 units."""
    raw = updates.message(f"{before} @cpec_quotes_bot {after}")
    entity = {"type": "mention", "offset": units(before) + 1, "length": 16}
    message = Message.de_json(raw | {"entities": [entity]})
    assert message is not None
    assert without(message.text or "", list(message.entities)) == " ".join(f"{before} {after}".split())


@pytest.mark.parametrize("half", ["\ud83d", "\udd25\ud83d"])
def test_half_a_character_is_left_out_and_stops_nothing(half: str) -> None:
    """JSON can hold one, as Telegram's own answers did; in a command, in a mention and beside them."""
    raw = updates.message(f"/compare {half} Gaza @cpec_quotes_bot {half}")
    message = Message.de_json(raw)
    assert message is not None
    assert spoken_text(message, BOT_ID, NAME) == "Gaza"
    mentioned = updates.message(f"{half} Gaza", chat=updates.GROUP)
    mentioned["entities"] = [{"type": "mention", "offset": 0, "length": 2}]
    assert question_in(Message.de_json(mentioned), BOT_ID, NAME) is None


BOT_ID = BOT_USER["id"]
NAME = "cpec_quotes_bot"
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
OTHER_BOT = {"id": 77, "is_bot": True, "first_name": "Other"}


def made(text: str | None = "Gaza", **more: Any) -> Message:
    """A message in a private chat unless it says otherwise; the text of None is that of a picture."""
    raw = updates.message(text or "", **more)
    if text is None:
        del raw["text"], raw["entities"]
    message = Message.de_json(raw)
    assert message is not None
    return message


def asked(message: Message) -> str | None:
    return question_in(message, BOT_ID, NAME)


def mention(offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": "mention", "offset": offset, "length": length} | more


@pytest.mark.parametrize(
    ("more", "question"),
    [
        ({}, "Gaza"),
        ({"chat": updates.GROUP}, None),
        ({"chat": updates.GROUP | {"type": "group"}}, None),
        ({"chat": updates.CHANNEL}, None),
        ({"reply_to_message": updates.from_bot("…", updates.GROUP), "chat": updates.GROUP}, "Gaza"),
        ({"reply_to_message": updates.from_bot("…", updates.CHANNEL), "chat": updates.CHANNEL}, None),
        ({"reply_to_message": updates.message("…", user=updates.BILAL), "chat": updates.GROUP}, None),
        (
            {
                "reply_to_message": updates.from_bot("…", updates.FORUM)
                | {"forum_topic_created": {"name": "x", "icon_color": 1}},
                "chat": updates.FORUM,
            },
            None,
        ),
        ({"via_bot": OTHER_BOT}, None),
        ({"is_automatic_forward": True}, None),
        ({"user": OTHER_BOT}, None),
        ({"user": ANONYMOUS, "sender_chat": updates.GROUP}, "Gaza"),
        ({"business_connection_id": "b1"}, "Gaza"),
        ({"business_connection_id": "b1", "user": updates.BILAL, "chat": updates.private(updates.ANNA)}, None),
        ({"user": updates.BILAL, "chat": updates.private(updates.ANNA)}, "Gaza"),
    ],
)
def test_whom_a_message_speaks_to(more: dict[str, Any], question: str | None) -> None:
    """By its chat, its sender, and what it replies to."""
    assert asked(made("Gaza ", **more)) == question


@pytest.mark.parametrize(
    ("entity", "question"),
    [
        (mention(5, 16), "Gaza ?"),
        (mention(0, 4), None),
        (mention(5, 15), None),
        (mention(5, 16, type="hashtag"), None),
        (mention(0, 4, type="text_mention", user=BOT_USER), "@CPEC_quotes_bot ?"),
        (mention(0, 4, type="text_mention", user=updates.BILAL), None),
        (mention(0, 4, user=BOT_USER), None),
    ],
)
def test_a_group_speaks_to_the_bot_by_mentioning_it(entity: dict[str, Any], question: str | None) -> None:
    """By its username in any case, or by its name where it is linked to it; nothing else is a mention of it."""
    assert asked(made("Gaza @CPEC_quotes_bot ?", chat=updates.GROUP, entities=[entity])) == question


def test_the_words_under_a_picture_are_words() -> None:
    """With a mention in them as well; a picture without words asks nothing."""
    assert asked(made(None, caption="Gaza")) == "Gaza"
    caption = {"caption": "Gaza @cpec_quotes_bot", "caption_entities": [mention(5, 16)]}
    assert asked(made(None, chat=updates.GROUP, **caption)) == "Gaza"
    assert asked(made(None)) is None
    assert spoken_text(made(None), BOT_ID, NAME) == ""
    assert words_of(made(None, caption="Gaza")) == "Gaza"
    assert words_of(made("", caption="Gaza")) == ""


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("/ask Gaza", "Gaza"),
        ("/ask@cpec_quotes_bot  Gaza", "Gaza"),
        ("/ask @cpec_quotes_bot Gaza", "Gaza"),
        ("/ask Gaza and @somebody", "Gaza and @somebody"),
        ("Gaza", "Gaza"),
    ],
)
def test_what_is_said_beside_the_command(text: str, spoken: str) -> None:
    """Without what calls the bot."""
    assert spoken_text(made(text), BOT_ID, NAME) == spoken


def test_a_command_within_a_sentence_is_a_word() -> None:
    """Only the one at the beginning is meant as one."""
    command = {"type": "bot_command", "offset": 5, "length": 5}
    assert spoken_text(made("Gaza /help", entities=[command]), BOT_ID, NAME) == "Gaza /help"


def test_a_bare_mention_points_at_what_it_replies_to() -> None:
    """To the words of another, not to the bot's own."""
    assert pointed_at(made(reply_to_message=updates.message("Kashmir", user=updates.BILAL)), BOT_ID) == "Kashmir"
    assert pointed_at(made(reply_to_message=updates.from_bot("Kashmir", updates.GROUP)), BOT_ID) == ""
    assert pointed_at(made(), BOT_ID) == ""
    picture = updates.message("", user=updates.BILAL)
    del picture["text"], picture["entities"]
    assert pointed_at(made(reply_to_message=picture), BOT_ID) == ""


def test_who_asked() -> None:
    """A person, or the chat that an anonymous administrator speaks for; in a channel nobody but the chat."""
    assert asker_of(made()) == updates.ANNA["id"]
    assert asker_of(made(user=ANONYMOUS, sender_chat=updates.GROUP)) == updates.GROUP["id"]
    assert asker_of(made(chat=updates.CHANNEL, **{"from": None})) == updates.CHANNEL["id"]


@pytest.mark.parametrize(
    ("thread", "in_a_topic", "topic"), [(7, True, 7), (2, True, 2), (1, True, None), (7, False, None)]
)
def test_the_topic_to_answer_in(thread: int, in_a_topic: bool, topic: int | None) -> None:
    """The General topic is none, and neither is the thread of replies in a plain group."""
    message = made(chat=updates.FORUM, message_thread_id=thread, is_topic_message=in_a_topic)
    assert topic_of(message) == topic
    assert topic_of(made()) is None
