"""Groups, forum topics and channels: when the bot speaks, and where."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from cpecbot.bot.answering import questions
from cpecbot.bot.messaging import groups
from cpecbot.bot.messaging.delivery import Place
from fakes import updates
from fakes.bot import Bot, Make
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


class TestMoreThanTelegramTakes:
    """Twenty messages a minute to a group, which lasts a second here."""

    @pytest.fixture
    async def bot(self, make_bot: Make, monkeypatch: pytest.MonkeyPatch) -> Bot:
        monkeypatch.setattr(groups, "MINUTE", 1.0)
        for name, seconds in (("WORTH_TELLING", 0.3), ("WORTH_ANSWERING", 60.0)):
            monkeypatch.setattr(questions, name, seconds)
        return await make_bot(group_messages_per_minute=20)

    async def ask(self, bot: Bot, count: int, **more: Any) -> list[dict[str, Any]]:
        """All at once, each by somebody else; what stands in the chat then."""
        asked = [
            updates.said(f"{MENTION} Gaza", user=updates.ANNA | {"id": 1000 + number}, message_id=number + 1, **more)
            for number in range(count)
        ]
        await asyncio.gather(*map(bot.receive, asked))
        await asyncio.sleep(0.05)  # until a note about the last of them is there
        return list(bot.telegram.messages.values())

    @staticmethod
    def answered(shown: list[dict[str, Any]]) -> list[int]:
        return [each["reply_to_message"]["message_id"] for each in shown if "wait" not in each["text"]]

    async def test_all_are_answered_in_turn_and_the_group_is_told_that_they_wait(self, bot: Bot) -> None:
        """Once, before most of those who wait could wonder."""
        shown = await self.ask(bot, 60, chat=GROUP)
        assert self.answered(shown) == list(range(1, 61))
        (note,) = [number for number, each in enumerate(shown) if "questions wait here" in each["text"]]
        assert note <= 24
        waiting = int(shown[note]["text"].split()[0])
        assert 18 < waiting <= 60
        assert not bot.telegram.refused

    async def test_a_note_that_is_refused_costs_no_answer(self, bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
        """It goes ahead of the answers, and so it is the note that fails here."""
        for _ in range(18):
            await bot.services.groups.wait(GROUP["id"])
        bot.telegram.fail("sendMessage", 400, "Bad Request: something new")
        shown = await self.ask(bot, 10, chat=GROUP)
        assert self.answered(shown) == list(range(1, 11))
        assert "a note on the line of a group ended by a failure" in caplog.text

    async def test_what_nobody_would_wait_for_is_not_answered_and_the_group_is_told(
        self, bot: Bot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Those who came first are; later, all are again."""
        monkeypatch.setattr(questions, "WORTH_ANSWERING", 1.0)
        shown = await self.ask(bot, 100, chat=GROUP)
        answered = self.answered(shown)
        assert answered == list(range(1, len(answered) + 1))
        assert 30 < len(answered) < 45
        assert len([each for each in shown if "goes unanswered" in each["text"]]) == 1
        (late,) = await bot.say(f"{MENTION} Gwadar", chat=GROUP)
        assert "Gwadar" in late["text"]

    async def test_topics_share_the_notes_that_a_group_may_be_sent(
        self, bot: Bot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """One that waited for its turn would come when it is true no more, and one after another for an hour."""
        monkeypatch.setattr(questions, "WORTH_ANSWERING", 0.5)
        for _ in range(18):
            await bot.services.groups.wait(FORUM["id"])
        asked = [
            updates.said(
                f"{MENTION} Gaza",
                user=updates.ANNA | {"id": 1000 + number},
                chat=FORUM,
                message_thread_id=10 + number,
                is_topic_message=True,
            )
            for number in range(40)
        ]
        await asyncio.gather(*map(bot.receive, asked))
        await asyncio.sleep(0.05)
        noted = [each for each in bot.telegram.messages.values() if "wait" in each["text"]]
        assert 1 <= len(noted) <= 4
        assert not [task for task in asyncio.all_tasks() if "a note" in task.get_name()]

    async def test_commands_wait_in_the_same_line(self, bot: Bot) -> None:
        asked = [updates.said("/help", user=updates.ANNA | {"id": 1000 + number}, chat=GROUP) for number in range(40)]
        await asyncio.gather(*map(bot.receive, asked))
        texts = [each["text"] for each in bot.telegram.messages.values()]
        assert len([text for text in texts if "/sources" in text]) == 40
        assert len([text for text in texts if "questions wait here" in text]) == 1

    @pytest.mark.parametrize(("count", "chat"), [(18, GROUP), (60, None)])
    async def test_nothing_is_said_where_nobody_waits(self, bot: Bot, count: int, chat: dict[str, Any] | None) -> None:
        """As many as go at once, and any number of private chats."""
        shown = await self.ask(bot, count, **({"chat": chat} if chat else {}))
        assert sorted(self.answered(shown)) == sorted(range(1, count + 1))

    async def test_nothing_goes_ahead_of_answers_that_wait(self, bot: Bot) -> None:
        """To type takes nothing from what may be sent."""
        place = Place(GROUP["id"])
        for _ in range(5):
            await bot.application.bot.send_chat_action(place.chat, "typing")
        assert bot.services.groups.seconds_for(place.chat, 18) == 0
        for _ in range(18):
            await bot.services.groups.wait(place.chat)
        await bot.application.bot.send_chat_action(place.chat, "typing")
        assert len(bot.telegram.made("sendChatAction")) == 5
