"""Sending, editing and deleting: one call of the Bot API after another, whatever each is answered."""

from __future__ import annotations

import logging

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest, Forbidden, TimedOut
from telegram.ext import ExtBot

from cpecbot.bot.messaging.delivery import (
    ATTEMPTS,
    Place,
    delete,
    edit,
    put,
    send,
    send_picture,
    telegram_entities,
)
from cpecbot.rendering.richtext.text import Entity, EntityKind, RichText, plain
from fakes import updates
from fakes.telegram import FakeTelegram

CHAT = 501
FORUM = Place(chat=-100300, topic=7, business="b1", reply_to=60)
BOLD = plain("Gaza", EntityKind.BOLD)
BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="p:-:1")]])
ENTITIES = "Bad Request: can't parse entities: no"
NO_REPLIED = "Bad Request: message to be replied not found"
NO_TOPIC = "Bad Request: message thread not found"


@pytest.fixture
def messenger(telegram: FakeTelegram, telegram_bot: ExtBot[bool]) -> ExtBot[bool]:
    """Nothing that was asked at the start is counted."""
    telegram.calls.clear()
    return telegram_bot


async def test_a_message_goes_to_its_place_whole(messenger: ExtBot[bool], telegram: FakeTelegram) -> None:
    """With its entities and buttons, in its topic, under the message that it answers, without a preview of links."""
    sent = await send(messenger, FORUM, BOLD, BUTTONS)
    (call,) = telegram.made("sendMessage")
    assert telegram.messages[FORUM.chat, sent or 0]["text"] == call["text"] == "Gaza"
    assert call["entities"] == [{"type": "bold", "offset": 0, "length": 4}]
    assert call["reply_parameters"] == {"message_id": 60, "allow_sending_without_reply": True}
    assert call["reply_markup"]["inline_keyboard"] == [[{"text": "More", "callback_data": "p:-:1"}]]
    assert call["link_preview_options"] == {"is_disabled": True}
    assert (int(call["message_thread_id"]), call["business_connection_id"]) == (7, "b1")


async def test_a_plain_place_has_nothing_but_its_chat(messenger: ExtBot[bool], telegram: FakeTelegram) -> None:
    """And a plain text no entities."""
    await send(messenger, Place(CHAT), "Gaza")
    (call,) = telegram.made("sendMessage")
    assert int(call["chat_id"]) == CHAT
    assert {name for name, value in call.items() if value} == {"chat_id", "text", "link_preview_options"}


@pytest.mark.parametrize(
    ("description", "lost"),
    [(NO_REPLIED, "reply_parameters"), (NO_TOPIC, "message_thread_id"), (ENTITIES, "entities")],
)
async def test_only_what_was_refused_is_left_out(
    messenger: ExtBot[bool], telegram: FakeTelegram, description: str, lost: str
) -> None:
    """All else is sent again as it was."""
    telegram.fail("sendMessage", 400, description)
    assert await send(messenger, FORUM, BOLD, BUTTONS)
    first, second = telegram.made("sendMessage")
    assert first.pop(lost)
    assert not second.pop(lost, None)
    assert second == first


async def test_entities_that_were_refused_are_in_the_log(
    messenger: ExtBot[bool], telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    """They are a fault of the bot."""
    telegram.fail("sendMessage", 400, ENTITIES)
    await send(messenger, FORUM, BOLD)
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


async def test_refusals_end(messenger: ExtBot[bool], telegram: FakeTelegram) -> None:
    """When nothing more can be taken away."""
    for _ in range(ATTEMPTS):
        telegram.fail("sendMessage", 400, NO_REPLIED)
    with pytest.raises(BadRequest):
        await send(messenger, FORUM, BOLD)
    assert len(telegram.made("sendMessage")) == ATTEMPTS


async def test_the_last_attempt_counts(messenger: ExtBot[bool], telegram: FakeTelegram) -> None:
    """One refusal fewer, and the message arrives."""
    for _ in range(ATTEMPTS - 1):
        telegram.fail("sendMessage", 400, NO_REPLIED)
    assert await send(messenger, FORUM, BOLD)


@pytest.mark.parametrize(
    "description", ["something new", "message is not modified", "message to edit not found", "query is too old"]
)
async def test_a_refusal_without_a_remedy_is_raised(
    messenger: ExtBot[bool], telegram: FakeTelegram, description: str
) -> None:
    """At once."""
    telegram.fail("sendMessage", 400, f"Bad Request: {description}")
    with pytest.raises(BadRequest):
        await send(messenger, FORUM, BOLD)
    assert len(telegram.made("sendMessage")) == 1


@pytest.mark.parametrize(
    ("status", "description"),
    [(400, "Bad Request: TOPIC_DELETED"), (400, "Bad Request: chat not found"), (403, "Forbidden: bot was blocked")],
)
async def test_where_the_bot_is_not_welcome_nothing_is_sent(
    messenger: ExtBot[bool], telegram: FakeTelegram, status: int, description: str
) -> None:
    """One attempt, and no error."""
    telegram.fail("sendMessage", status, description)
    assert await send(messenger, FORUM, BOLD) is None
    assert len(telegram.made("sendMessage")) == 1


async def test_a_group_that_moved_is_followed(messenger: ExtBot[bool], telegram: FakeTelegram) -> None:
    """Its messages have other numbers there, so that nothing is replied to."""
    telegram.topics[-100777] = {7}
    telegram.fail("sendMessage", 400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100777)
    assert await send(messenger, FORUM, BOLD, BUTTONS)
    first, second = telegram.made("sendMessage")
    assert first.pop("reply_parameters")
    assert second == first | {"chat_id": "-100777"}


async def test_a_message_that_timed_out_is_let_be(messenger: ExtBot[bool], telegram: FakeTelegram) -> None:
    """What it means is the matter of the limiter, which is none here."""
    telegram.break_off("sendMessage", "hang")
    with pytest.raises(TimedOut):
        await send(messenger, FORUM, BOLD)
    assert len(telegram.made("sendMessage")) == 1


async def shown(messenger: ExtBot[bool], telegram: FakeTelegram, text: str = "before") -> int:
    """A message of the bot that can be edited."""
    sent = await send(messenger, Place(CHAT), text)
    telegram.calls.clear()
    assert sent is not None
    return sent


async def test_an_edit_says_all_that_the_message_shall_show(messenger: ExtBot[bool], telegram: FakeTelegram) -> None:
    """Buttons that are not given go away."""
    message = await shown(messenger, telegram)
    assert await edit(messenger, Place(CHAT, business="b1"), message, BOLD, BUTTONS) is True
    (call,) = telegram.made("editMessageText")
    assert (int(call["chat_id"]), int(call["message_id"]), call["business_connection_id"]) == (CHAT, message, "b1")
    assert (call["text"], call["entities"]) == ("Gaza", [{"type": "bold", "offset": 0, "length": 4}])
    assert call["link_preview_options"] == {"is_disabled": True}
    assert telegram.messages[CHAT, message]["reply_markup"]["inline_keyboard"][0][0]["text"] == "More"
    assert await edit(messenger, Place(CHAT), message, "after")
    assert "reply_markup" not in telegram.messages[CHAT, message]


@pytest.mark.parametrize(
    ("status", "description", "shows"),
    [
        (400, "Bad Request: message is not modified: …", True),
        (400, "Bad Request: message to edit not found", False),
        (400, "Bad Request: message can't be edited", False),
        (400, "Bad Request: TOPIC_CLOSED", False),
        (400, "Bad Request: not enough rights", False),
        (403, "Forbidden: bot was blocked by the user", False),
    ],
)
async def test_an_edit_tells_whether_the_message_shows_the_text(
    messenger: ExtBot[bool], telegram: FakeTelegram, status: int, description: str, shows: bool
) -> None:
    """Without another attempt."""
    message = await shown(messenger, telegram)
    telegram.fail("editMessageText", status, description)
    assert await edit(messenger, Place(CHAT), message, "after") is shows
    assert len(telegram.made("editMessageText")) == 1


async def test_an_edit_does_not_follow_a_group_that_moved(messenger: ExtBot[bool], telegram: FakeTelegram) -> None:
    """The message is not there."""
    telegram.fail("editMessageText", 400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100777)
    assert await edit(messenger, Place(CHAT), 1, "after") is False
    assert len(telegram.made("editMessageText")) == 1


@pytest.mark.parametrize("description", ["something new", "message thread not found", "query is too old"])
async def test_an_edit_that_is_refused_for_another_reason_is_an_error(
    messenger: ExtBot[bool], telegram: FakeTelegram, description: str
) -> None:
    """At once."""
    telegram.fail("editMessageText", 400, f"Bad Request: {description}")
    with pytest.raises(BadRequest):
        await edit(messenger, Place(CHAT), 1, BOLD)
    assert len(telegram.made("editMessageText")) == 1


async def test_an_edit_leaves_out_entities_that_are_refused(messenger: ExtBot[bool], telegram: FakeTelegram) -> None:
    """And only them."""
    message = await shown(messenger, telegram)
    telegram.fail("editMessageText", 400, ENTITIES)
    assert await edit(messenger, Place(CHAT), message, BOLD, BUTTONS) is True
    first, second = telegram.made("editMessageText")
    assert first.pop("entities")
    assert not second.pop("entities", None)
    assert second == first


async def test_an_edit_without_entities_that_is_refused_for_them_is_an_error(
    messenger: ExtBot[bool], telegram: FakeTelegram
) -> None:
    """There is nothing left to leave out."""
    telegram.fail("editMessageText", 400, ENTITIES)
    with pytest.raises(BadRequest):
        await edit(messenger, Place(CHAT), 1, "after")
    assert len(telegram.made("editMessageText")) == 1


def texts(telegram: FakeTelegram, chat: int = CHAT) -> list[str]:
    """What stands in a chat, from above."""
    return [message["text"] for (place, _), message in sorted(telegram.messages.items()) if place == chat]


def rich(*lines: str) -> list[RichText]:
    return [plain(line) for line in lines]


async def test_buttons_stand_under_the_last_of_several_messages(
    messenger: ExtBot[bool], telegram: FakeTelegram
) -> None:
    """In their order."""
    sent = await put(messenger, Place(CHAT), rich("a", "b", "c"), BUTTONS)
    assert texts(telegram) == ["a", "b", "c"]
    assert list(sent) == [number for _, number in sorted(telegram.messages)]
    assert ["reply_markup" in call for call in telegram.made("sendMessage")] == [False, False, True]


@pytest.mark.parametrize(("now", "edits", "sends", "deletes"), [("xyz", 2, 1, 0), ("xy", 2, 0, 0), ("x", 1, 0, 1)])
async def test_messages_take_the_place_of_earlier_ones(
    messenger: ExtBot[bool], telegram: FakeTelegram, now: str, edits: int, sends: int, deletes: int
) -> None:
    """Those that are too many are deleted."""
    before = await put(messenger, Place(CHAT), rich("a", "b"))
    telegram.calls.clear()
    after = await put(messenger, Place(CHAT), rich(*now), BUTTONS, before)
    assert "".join(texts(telegram)) == now
    assert after[: len(before)] == before[: len(now)]
    methods = [call.method for call in telegram.calls]
    assert methods == ["editMessageText"] * edits + ["sendMessage"] * sends + ["deleteMessage"] * deletes


async def test_a_message_that_is_gone_is_sent_anew(messenger: ExtBot[bool], telegram: FakeTelegram) -> None:
    """And its new number is remembered in its place."""
    first, second = await put(messenger, Place(CHAT), rich("a", "b"))
    del telegram.messages[CHAT, first]
    anew, same = await put(messenger, Place(CHAT), rich("x", "y"), None, (first, second))
    assert same == second
    assert telegram.messages[CHAT, anew]["text"] == "x"


async def test_a_chat_that_cannot_be_written_to_any_more_gets_no_more(
    messenger: ExtBot[bool], telegram: FakeTelegram
) -> None:
    """What was sent until then is told, and nothing is taken away."""
    before = await put(messenger, Place(CHAT), rich("a"))
    telegram.fail("sendMessage", 403, "Forbidden: bot was blocked by the user")
    assert await put(messenger, Place(CHAT), rich("x", "y", "z"), None, before) == before
    assert texts(telegram) == ["x"]
    assert len(telegram.made("sendMessage")) == 2
    telegram.fail("editMessageText", 400, "Bad Request: message to edit not found")
    telegram.fail("sendMessage", 403, "Forbidden: bot was blocked by the user")
    assert await put(messenger, Place(CHAT), rich("q"), None, (*before, 77)) == ()
    assert not telegram.made("deleteMessage")


async def test_a_picture_goes_to_its_place_with_its_caption(messenger: ExtBot[bool], telegram: FakeTelegram) -> None:
    """As a message does."""
    assert await send_picture(messenger, FORUM, b"PNG", "The legend") is True
    (call,) = telegram.made("sendPhoto")
    assert (int(call["chat_id"]), int(call["message_thread_id"])) == (-100300, 7)
    assert (call["caption"], call["business_connection_id"]) == ("The legend", "b1")
    assert call["reply_parameters"]["message_id"] == 60


async def test_a_picture_that_is_refused_is_not_there(messenger: ExtBot[bool], telegram: FakeTelegram) -> None:
    """Some groups allow text alone; other faults are errors."""
    telegram.fail("sendPhoto", 400, "Bad Request: not enough rights to send photos to the chat")
    assert await send_picture(messenger, Place(CHAT), b"PNG", "x") is False
    telegram.fail("sendPhoto", 403, "Forbidden: bot was blocked by the user")
    with pytest.raises(Forbidden):
        await send_picture(messenger, Place(CHAT), b"PNG", "x")


@pytest.mark.parametrize(
    ("status", "description", "more"),
    [
        (400, "Bad Request: message can't be deleted for everyone", {}),
        (403, "Forbidden: bot was kicked", {}),
        (400, "Bad Request: group chat was upgraded", {"migrate_to_chat_id": -100777}),
    ],
)
async def test_what_cannot_be_deleted_stays(
    messenger: ExtBot[bool], telegram: FakeTelegram, status: int, description: str, more: dict[str, int]
) -> None:
    """Nobody is told."""
    message = await shown(messenger, telegram)
    telegram.fail("deleteMessage", status, description, **more)
    await delete(messenger, Place(CHAT), message)
    telegram.break_off("deleteMessage", "hang")
    await delete(messenger, Place(CHAT), message)
    assert texts(telegram) == ["before"]
    await delete(messenger, Place(CHAT), message)
    assert texts(telegram) == []


def test_entities_are_handed_over_as_they_are() -> None:
    """Both sides count UTF-16 units."""
    text = RichText("ab", (Entity(EntityKind.TEXT_LINK, 0, 2, "https://example.org"), Entity(EntityKind.BOLD, 1, 1)))
    link, bold = telegram_entities(text)
    assert (link.type, link.offset, link.length, link.url) == ("text_link", 0, 2, "https://example.org")
    assert (bold.type, bold.offset, bold.length, bold.url) == ("bold", 1, 1, None)


@pytest.mark.parametrize("reply", [True, False])
def test_a_place_is_that_of_a_message(reply: bool) -> None:
    """Its chat, topic and business connection, and the message itself where it is replied to."""
    raw = updates.message(
        "x",
        chat=updates.FORUM,
        message_id=60,
        message_thread_id=7,
        is_topic_message=True,
        business_connection_id="b1",
    )
    message = Message.de_json(raw)
    assert message is not None
    assert Place.of(message, reply=reply) == Place(-100300, 7, "b1", 60 if reply else None)
