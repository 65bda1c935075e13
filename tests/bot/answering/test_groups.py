"""Groups, forum topics and channels: when the bot speaks, and where."""

from __future__ import annotations

from typing import Any

import pytest

from fakes import updates
from fakes.bot import Bot
from fakes.library import MORE
from fakes.updates import BILAL, CHANNEL, FORUM, GROUP

MENTION = "@cpec_quotes_bot"
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


@pytest.mark.parametrize(
    "text",
    [
        "Gaza",
        "@somebody Gaza",
        f"{MENTION}x Gaza",
        "cpec_quotes_bot Gaza",
        "/unknown Gaza",
        "/help@other_bot",
        "/ask@other_bot Gaza",
    ],
)
async def test_the_talk_of_a_group_is_left_alone(bot: Bot, text: str) -> None:
    """Without a mention, a reply or its own command the bot stays silent."""
    assert await bot.receive(updates.said(text, chat=GROUP)) == []


@pytest.mark.parametrize(
    "text", [f"{MENTION} Gaza", f"Gaza {MENTION}", f"{MENTION.upper()}, Gaza?", "/ask Gaza", f"/ask{MENTION} Gaza"]
)
async def test_a_mention_or_the_command_is_answered(bot: Bot, text: str) -> None:
    """What is asked is the text without mention and command."""
    (sent,) = await bot.say(text, chat=GROUP)
    assert "Gaza" in sent["text"]
    assert bot.library.asked[-1][0].strip(",? ") == "Gaza"


async def test_a_mention_by_link_is_answered(bot: Bot) -> None:
    """Telegram offers a text mention where a bot's name is typed."""
    entity = {
        "type": "text_mention",
        "offset": 4,
        "length": 7,
        "user": {"id": 123456789, "is_bot": True, "first_name": "c"},
    }
    (sent,) = await bot.say("🇵🇰cpecbot Gaza", chat=GROUP, entities=[entity])
    assert bot.library.asked[-1][0] == "🇵🇰 Gaza"
    assert "Gaza" in sent["text"]


async def test_a_reply_to_the_bot_is_answered_and_a_reply_to_others_is_not(bot: Bot) -> None:
    """Group privacy mode passes replies to the bot on."""
    (sent,) = await bot.say("Gaza", chat=GROUP, reply_to_message=updates.from_bot("1. …", GROUP))
    assert "Gaza" in sent["text"]
    other = updates.message("hello", user=BILAL, chat=GROUP)
    assert await bot.say("Gaza", chat=GROUP, reply_to_message=other) == []


@pytest.mark.parametrize("text", [MENTION, "/ask"])
async def test_pointing_the_bot_at_the_question_of_another(bot: Bot, text: str) -> None:
    """A bare mention or command in reply to a message asks that message."""
    other = updates.message("Gaza", user=BILAL, chat=GROUP)
    await bot.say(text, chat=GROUP, reply_to_message=other)
    assert bot.library.asked[-1][0] == "Gaza"


async def test_an_answer_stays_in_its_topic(bot: Bot) -> None:
    """The thread id of a forum topic is passed on."""
    (sent,) = await bot.say(f"{MENTION} Gaza", chat=FORUM, message_thread_id=7, is_topic_message=True)
    assert int(sent["message_thread_id"]) == 7


@pytest.mark.parametrize("more", [{}, {"message_thread_id": 1, "is_topic_message": True}])
async def test_the_general_topic_takes_no_thread_id(bot: Bot, more: dict[str, Any]) -> None:
    """Telegram refuses thread 1."""
    (sent,) = await bot.say(f"{MENTION} Gaza", chat=FORUM, **more)
    assert "message_thread_id" not in sent


async def test_a_reply_thread_outside_forums_is_no_topic(bot: Bot) -> None:
    """In ordinary groups a thread id names the message replied to."""
    (sent,) = await bot.say(f"{MENTION} Gaza", chat=GROUP, message_thread_id=44)
    assert "message_thread_id" not in sent


async def test_the_message_that_opened_a_topic_is_no_question_to_the_bot(bot: Bot) -> None:
    """In a topic that the bot opened, every message formally replies to it."""
    opened = updates.from_bot("", FORUM) | {"forum_topic_created": {"name": "T", "icon_color": 1}}
    assert await bot.say("Gaza", chat=FORUM, reply_to_message=opened, message_thread_id=7, is_topic_message=True) == []


async def test_an_answer_to_a_topic_that_was_deleted_goes_to_the_group(bot: Bot) -> None:
    """Better in the wrong place than nowhere."""
    bot.telegram.topics.clear()
    sent = await bot.say(f"{MENTION} Gaza", chat=FORUM, message_thread_id=7, is_topic_message=True)
    assert "message_thread_id" not in sent[-1]
    assert "Gaza" in bot.last["text"]


@pytest.mark.parametrize("kind", ["channel_post", "edited_channel_post"])
async def test_channels_are_ignored(bot: Bot, kind: str) -> None:
    """python-telegram-bot hands channel posts to text handlers too."""
    post = updates.message(f"{MENTION} Gaza", chat=CHANNEL)
    del post["from"]
    assert await bot.receive(updates.update(**{kind: post})) == []


async def test_other_bots_and_forwarded_channel_posts_are_ignored(bot: Bot) -> None:
    """Two bots must not talk to each other for ever."""
    robot = {"id": 77, "is_bot": True, "first_name": "R"}
    assert await bot.say(f"{MENTION} Gaza", chat=GROUP, user=robot) == []
    linked = {"sender_chat": CHANNEL, "is_automatic_forward": True}
    assert await bot.say(f"{MENTION} Gaza", chat=GROUP, **linked) == []


async def test_an_anonymous_administrator_is_answered_and_everybody_may_press(bot: Bot) -> None:
    """Nobody can press as the group itself."""
    await bot.say(f"{MENTION} strategic dialogue", chat=GROUP, user=ANONYMOUS, sender_chat=GROUP)
    assert (await bot.press("›", user=BILAL))[0].method == "editMessageText"


async def test_follow_ups_are_kept_apart_by_person(bot: Bot) -> None:
    """Another person's question is not continued."""
    await bot.say(f"{MENTION} Gaza", chat=GROUP)
    await bot.say(f"{MENTION} and Kashmir", chat=GROUP, user=BILAL)
    assert bot.library.asked[-1][1].previous is None
    await bot.say(f"{MENTION} and Kashmir", chat=GROUP)
    previous = bot.library.asked[-1][1].previous
    assert previous is not None
    assert previous.question == "Gaza"


async def test_a_reply_to_an_answer_goes_on_from_it_whoever_replies_and_however_late(bot: Bot) -> None:
    """What the bot said to one person is what the other speaks of."""
    await bot.say(f"{MENTION} Gaza", chat=GROUP)
    answered = bot.last
    await bot.say(f"{MENTION} Taiwan", chat=GROUP)
    bot.clock.now += 3600
    replied = updates.from_bot("1. …", GROUP, answered["message_id"])
    await bot.say("and Kashmir", chat=GROUP, user=BILAL, reply_to_message=replied)
    previous = bot.library.asked[-1][1].previous
    assert previous is not None
    assert (previous.question, previous.asked_at, previous.quoted) == ("Gaza", bot.clock.now, "")


async def test_a_quoted_part_of_an_answer_is_what_is_asked_about(bot: Bot) -> None:
    """Telegram sends the part beside the message."""
    await bot.say(f"{MENTION} Gaza", chat=GROUP)
    replied = updates.from_bot("1. …", GROUP, bot.last["message_id"])
    await bot.say("when?", chat=GROUP, reply_to_message=replied, quote={"text": "a ceasefire", "position": 0})
    previous = bot.library.asked[-1][1].previous
    assert previous is not None
    assert (previous.question, previous.quoted) == ("Gaza", "a ceasefire")
    await bot.say(f"{MENTION} and then?", chat=GROUP)
    following = bot.library.asked[-1][1].previous
    assert following is not None
    assert following.quoted == ""


async def test_what_else_goes_on_with_the_answer_replied_to(bot: Bot) -> None:
    """Or with the last one."""
    await bot.say(f"{MENTION} strategic dialogue", chat=GROUP)
    answered = bot.last
    (other,) = await bot.say(MORE, chat=GROUP, user=BILAL, reply_to_message=updates.from_bot("1. …", GROUP))
    assert other["text"] == "دکھانے کو اور کچھ نہیں۔"
    replied = updates.from_bot("1. …", GROUP, answered["message_id"])
    (more,) = await bot.say(MORE, chat=GROUP, user=BILAL, reply_to_message=replied)
    assert more["text"] != answered["text"]
    assert "strategic dialogue" in more["text"]


async def test_what_was_said_to_a_person_is_forgotten_with_them(bot: Bot) -> None:
    """A reply to it then goes on from nothing."""
    await bot.say(f"{MENTION} Gaza", chat=GROUP)
    replied = updates.from_bot("1. …", GROUP, bot.last["message_id"])
    await bot.services.forget(updates.ANNA["id"])
    await bot.say("and Kashmir", chat=GROUP, user=BILAL, reply_to_message=replied)
    assert bot.library.asked[-1][1].previous is None


async def test_joining_a_group_says_how_to_ask(bot: Bot) -> None:
    """Once, and only when it is the bot that joined."""
    me = {"id": 123456789, "is_bot": True, "first_name": "cpecbot"}
    joined = updates.message("", chat=GROUP) | {"new_chat_members": [me]}
    del joined["text"]
    (call,) = await bot.receive(updates.update(message=joined))
    assert MENTION in call.parameters["text"]
    assert await bot.receive(updates.update(message=joined | {"new_chat_members": [BILAL]})) == []


async def test_a_group_that_became_a_supergroup_keeps_its_conversation(bot: Bot) -> None:
    """The follow-up goes on under the new id."""
    await bot.say(f"{MENTION} Gaza", chat=GROUP)
    moved = updates.message("", chat=GROUP) | {"migrate_to_chat_id": -100999}
    del moved["text"]
    await bot.receive(updates.update(message=moved))
    await bot.say(f"{MENTION} and Kashmir", chat=GROUP | {"id": -100999})
    assert bot.library.asked[-1][1].previous is not None


async def test_a_picture_in_a_group_is_not_commented(bot: Bot) -> None:
    """In private the bot says that it reads only text."""
    photo = {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}], "text": None}
    assert await bot.receive(updates.update(message=updates.message("", chat=GROUP) | photo)) == []
    (call,) = await bot.receive(updates.update(message=updates.message("") | photo))
    assert "only text" in call.parameters["text"]


async def test_the_question_under_a_picture_is_answered(bot: Bot) -> None:
    """In private at once, in a group when it mentions the bot; an edited caption edits the answer."""
    photo = {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}], "text": None, "entities": []}
    asked = updates.message("", message_id=70) | photo | {"caption": "Gaza"}
    (sent,) = await bot.receive(updates.update(message=asked))
    assert "Gaza" in sent.parameters["text"]
    (changed,) = await bot.receive(updates.update(edited_message=asked | {"caption": "Kashmir", "edit_date": 9}))
    assert changed.method == "editMessageText"
    mention = {"type": "mention", "offset": 0, "length": len(MENTION)}
    in_group = updates.message("", chat=GROUP) | photo | {"caption": f"{MENTION} Gaza"}
    assert await bot.receive(updates.update(message=in_group)) == []
    (sent,) = await bot.receive(updates.update(message=in_group | {"caption_entities": [mention]}))
    assert "Gaza" in sent.parameters["text"]


async def test_the_bot_may_be_pointed_at_a_picture_s_question(bot: Bot) -> None:
    """By a bare mention in reply to it."""
    photo = {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}], "text": None}
    pictured = updates.message("", chat=GROUP, user=BILAL) | photo | {"caption": "Gaza"}
    (sent,) = await bot.say(MENTION, chat=GROUP, reply_to_message=pictured)
    assert "Gaza" in sent["text"]
