"""A button counts for its message, its chat and its person; one that was made up does nothing but bring a kind word."""

from __future__ import annotations

from typing import Any

import pytest

from cpecbot.bot.buttons.presses import View
from cpecbot.models import Turn
from cpecbot.storage import Preferences
from fakes import updates
from fakes.bot import Bot, Make, buttons
from fakes.telegram import BOT_USER, Call
from fakes.updates import ANNA, CHANNEL, GROUP

BILAL = updates.BILAL | {"language_code": "en"}
NAME = "@cpec_quotes_bot "
TOO_OLD, NOT_YOURS = "too old", "for the person who asked"
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


async def asked(bot: Bot, text: str, **more: Any) -> dict[str, Any]:
    """The message with the answer and its buttons, as it stands in the chat."""
    await bot.say(text, **more)
    return dict(bot.last)


def first(shown: dict[str, Any]) -> str:
    """The data of its first button."""
    return buttons(shown, "")[0]


def refused(calls: list[Call]) -> str:
    """What the person is told; nothing else is done."""
    (call,) = calls
    assert call.method == "answerCallbackQuery"
    return str(call.parameters["text"])


async def test_nobody_s_answer_is_put_into_another_s_message(bot: Bot) -> None:
    """With one's own key for the message of another, or the other's key for one's own."""
    hers = await asked(bot, NAME + "Gaza", chat=GROUP)
    his = await asked(bot, NAME + "strategic dialogue", chat=GROUP, user=BILAL)
    assert TOO_OLD in refused(await bot.receive(updates.pressed(first(his), hers, user=BILAL)))
    assert TOO_OLD in refused(await bot.receive(updates.pressed(first(hers), his, user=BILAL)))
    assert NOT_YOURS in refused(await bot.receive(updates.pressed(first(hers), hers, user=BILAL)))
    assert bot.telegram.messages[GROUP["id"], hers["message_id"]]["text"] == hers["text"]
    assert bot.telegram.messages[GROUP["id"], his["message_id"]]["text"] == his["text"]


async def test_a_key_seen_in_a_group_opens_nothing_in_another_chat(bot: Bot) -> None:
    hers = await asked(bot, NAME + "Gaza", chat=GROUP)
    own = await asked(bot, "strategic dialogue", user=BILAL)
    elsewhere = await asked(bot, NAME + "Kashmir", chat=updates.FORUM, user=BILAL)
    for message in (own, elsewhere):
        assert TOO_OLD in refused(await bot.receive(updates.pressed(first(hers), message, user=BILAL)))


@pytest.mark.parametrize("view", list(View))
async def test_no_menu_is_opened_in_another_s_message_by_a_key_that_nobody_knows(bot: Bot, view: View) -> None:
    """However the data is made up; with the sign for no key as well."""
    hers = await asked(bot, NAME + "Gaza", chat=GROUP)
    for key in ("AAAAAAAA", "-"):
        assert TOO_OLD in refused(await bot.receive(updates.pressed(f"{view}:{key}:1", hers, user=BILAL)))


async def test_what_stands_there_without_a_key_is_pressed_as_it_stands(bot: Bot) -> None:
    """An example; nothing else goes by the same sign."""
    start = await asked(bot, "/start")
    example = first(start)
    assert example.startswith("e:-:")
    for made_up in ("x:-:1", "t:-:keep.", example[:-1] + "9"):
        assert TOO_OLD in refused(await bot.receive(updates.pressed(made_up, start)))
    calls = await bot.receive(updates.pressed(example, start))
    assert [call.method for call in calls] == ["sendMessage", "answerCallbackQuery"]


async def test_a_page_that_was_turned_meanwhile_refuses_no_button_of_its_message(bot: Bot) -> None:
    """Two quick presses on one button, of which the first has changed the keyboard."""
    await asked(bot, "strategic dialogue")
    (more,) = buttons(bot.last, "›")
    await bot.press("›")
    calls = await bot.receive(updates.pressed(more, bot.last))
    assert [call.method for call in calls] == ["editMessageText", "answerCallbackQuery"]


async def test_a_message_whose_buttons_are_gone_has_none(bot: Bot) -> None:
    """A second press on what was answered."""
    shown = await asked(bot, "/forget")
    await bot.press("No")
    left = {name: value for name, value in shown.items() if name != "reply_markup"}
    assert TOO_OLD in refused(await bot.receive(updates.pressed(first(shown), left)))


CARRIED = {
    "forwarded": {"forward_origin": {"type": "user", "date": 1, "sender_user": BOT_USER}},
    "to the group of a channel": {"is_automatic_forward": True, "sender_chat": CHANNEL},
    "by way of a bot": {"via_bot": BOT_USER, "from": BILAL},
    "in a channel": {"chat": CHANNEL, "sender_chat": CHANNEL, "from": None},
}


@pytest.mark.parametrize("how", CARRIED)
async def test_what_was_carried_elsewhere_has_no_buttons_of_ours(bot: Bot, how: str) -> None:
    """Wherever a client makes it look so, even for who asked."""
    hers = await asked(bot, NAME + "Gaza", chat=GROUP)
    carried = {name: value for name, value in (hers | CARRIED[how]).items() if value is not None}
    assert TOO_OLD in refused(await bot.receive(updates.pressed(first(hers), carried)))


async def test_an_inline_message_has_no_buttons_of_ours(bot: Bot) -> None:
    """It comes without the message."""
    hers = await asked(bot, "Gaza")
    press = updates.pressed(first(hers), hers)
    del press["callback_query"]["message"]
    press["callback_query"]["inline_message_id"] = "i1"
    assert TOO_OLD in refused(await bot.receive(press))


@pytest.mark.parametrize(("user", "told"), [(ANNA, None), (BILAL, NOT_YOURS)])
async def test_after_a_restart_a_group_s_buttons_are_the_asker_s(
    make_bot: Make, user: dict[str, Any], told: str | None
) -> None:
    """As the question tells that the message replies to; nobody else takes the key for a message of theirs."""
    question = updates.message(NAME + "strategic dialogue", chat=GROUP, message_id=77)
    bot = await make_bot()
    await bot.receive(updates.update(message=question))
    shown = bot.last | {"reply_to_message": question}
    new = await make_bot()
    new.telegram.messages[GROUP["id"], shown["message_id"]] = shown
    his = await asked(new, NAME + "Gaza", chat=GROUP, user=BILAL)
    assert TOO_OLD in refused(await new.receive(updates.pressed(first(shown), his, user=BILAL)))
    calls = await new.receive(updates.pressed(first(shown), shown, user=user))
    if told:
        assert told in refused(calls)
    else:
        assert calls[0].method == "editMessageText"


@pytest.mark.parametrize("chat", [GROUP, updates.private(ANNA)])
async def test_after_a_restart_nobody_presses_where_nothing_tells_who_asked(
    make_bot: Make, chat: dict[str, Any]
) -> None:
    """The question was deleted, or the chat is another person's."""
    bot = await make_bot()
    data = "p:AAAAAAAA:1"
    shown = updates.from_bot("1. …", chat) | updates.keyboard(data)
    told = refused(await bot.receive(updates.pressed(data, shown, user=BILAL)))
    assert (TOO_OLD if chat is GROUP else NOT_YOURS) in told


async def test_in_a_business_chat_the_customer_presses_and_the_owner_does_not(bot: Bot) -> None:
    """Both see the buttons."""
    await bot.receive(updates.update(business_message=updates.message("Gaza", business_connection_id="b1")))
    shown = bot.last | {"business_connection_id": "b1"}
    assert NOT_YOURS in refused(await bot.receive(updates.pressed(first(shown), shown, user=BILAL)))
    calls = await bot.receive(updates.pressed(first(shown), shown))
    assert calls[0].method == "editMessageText"


async def test_the_buttons_of_an_anonymous_administrator_are_everybody_s(bot: Bot) -> None:
    """Nobody can press as one."""
    shown = await asked(bot, NAME + "strategic dialogue", chat=GROUP, user=ANONYMOUS, sender_chat=GROUP)
    calls = await bot.receive(updates.pressed(first(shown), shown, user=BILAL))
    assert calls[0].method == "editMessageText"


async def test_after_a_restart_they_stay_everybody_s(make_bot: Make) -> None:
    """The first press has the question asked again, which is still nobody's."""
    old, new = await make_bot(), await make_bot()
    question = updates.message(NAME + "strategic dialogue", chat=GROUP, user=ANONYMOUS, sender_chat=GROUP)
    await old.receive(updates.update(message=question))
    shown = old.last | {"reply_to_message": question}
    new.telegram.messages[GROUP["id"], shown["message_id"]] = shown
    for person in (BILAL, ANNA, BILAL):
        calls = await new.receive(updates.pressed(first(shown), shown, user=person))
        assert calls[0].method == "editMessageText"


async def test_a_refused_press_leaves_no_trace(bot: Bot) -> None:
    """No vote, no setting, nothing forgotten."""
    hers = await asked(bot, NAME + "Gaza", chat=GROUP)
    (vote,) = buttons(hers, "👍")
    key = vote.split(":")[1]
    for data in (vote, f"t:{key}:keep.", f"l:{key}:fa", f"x:{key}:1"):
        assert NOT_YOURS in refused(await bot.receive(updates.pressed(data, hers, user=BILAL)))
    totals = await bot.services.storage.totals()
    assert (totals.useful, totals.not_useful) == (0, 0)
    assert (await bot.services.storage.preferences(BILAL["id"])).language is None
    assert bot.services.counts["failures"] == 0


class TestWhatBelongsToAChat:
    """An administrator who hides behind the group asks for the group: what is kept of it is the group's.

    Nobody presses a button as the group, so whoever presses must be one of its administrators.
    """

    @pytest.fixture
    async def bot(self, bot: Bot) -> Bot:
        bot.telegram.administrators[GROUP["id"]] = {ANNA["id"]}
        chosen = Preferences("fa", 8, keep_questions=True)
        for owner in (GROUP["id"], ANNA["id"], BILAL["id"]):
            await bot.services.storage.save_preferences(owner, chosen)
            await bot.services.storage.save_turn(GROUP["id"], owner, Turn("Gaza", "en", bot.clock()))
        return bot

    async def kept(self, bot: Bot, owner: int) -> bool:
        """Whether anything is, in the settings and of the conversation alike."""
        preferences = await bot.services.storage.preferences(owner)
        turn = await bot.services.storage.turn(GROUP["id"], owner)
        assert (turn is None) == (preferences == Preferences())
        return turn is not None

    async def test_what_is_forgotten_is_the_group_s(self, bot: Bot) -> None:
        """It says so before and after."""
        shown = await asked(bot, "/forget", chat=GROUP, user=ANONYMOUS, sender_chat=GROUP)
        assert "گروه یا کانالی که به نامش" in shown["text"]
        await bot.receive(updates.pressed(first(shown), shown, user=ANNA))
        assert "به نام آن" in bot.last["text"]
        assert [await self.kept(bot, owner) for owner in (GROUP["id"], ANNA["id"], BILAL["id"])] == [False, True, True]

    async def test_a_person_still_forgets_what_is_theirs(self, bot: Bot) -> None:
        """In the same group, administrator or not."""
        shown = await asked(bot, "/forget", chat=GROUP, user=ANNA)
        await bot.receive(updates.pressed(first(shown), shown, user=ANNA))
        assert [await self.kept(bot, owner) for owner in (GROUP["id"], ANNA["id"], BILAL["id"])] == [True, False, True]
        assert not bot.telegram.made("getChatAdministrators")

    @pytest.mark.parametrize("command", ["/forget", "/settings", "/language"])
    async def test_who_is_no_administrator_changes_nothing(self, bot: Bot, command: str) -> None:
        """And is told why; neither of the group nor of their own."""
        shown = await asked(bot, command, chat=GROUP, user=ANONYMOUS, sender_chat=GROUP)
        calls = await bot.receive(updates.pressed(first(shown), shown, user=BILAL | {"language_code": "en"}))
        assert [call.method for call in calls] == ["getChatAdministrators", "answerCallbackQuery"]
        assert "مدیران" in calls[-1].parameters["text"]
        chosen = Preferences("fa", 8, keep_questions=True)
        for owner in (GROUP["id"], BILAL["id"]):
            assert await bot.services.storage.preferences(owner) == chosen

    @pytest.mark.parametrize("restarted", [False, True])
    async def test_an_administrator_changes_the_settings_of_the_group(self, bot: Bot, restarted: bool) -> None:
        """Not their own; it says whose they are, after a restart too."""
        question = updates.message("/settings", chat=GROUP, user=ANONYMOUS, sender_chat=GROUP)
        await bot.receive(updates.update(message=question))
        shown = bot.last | {"reply_to_message": question}
        assert "گروه یا کانالی" in shown["text"]
        if restarted:
            bot.services.shown.drop(lambda *_: True)
        await bot.receive(updates.pressed(first(shown), shown, user=ANNA))
        assert "گروه یا کانالی" in bot.last["text"]
        changed = await bot.services.storage.preferences(GROUP["id"])
        assert changed.quotes not in {8, None}
        assert (await bot.services.storage.preferences(ANNA["id"])).quotes == 8

    async def test_the_language_of_the_group_is_chosen_for_the_group(self, bot: Bot) -> None:
        shown = await asked(bot, "/language", chat=GROUP, user=ANONYMOUS, sender_chat=GROUP)
        (english,) = buttons(shown, "English")
        await bot.receive(updates.pressed(english, shown, user=ANNA))
        assert (await bot.services.storage.preferences(GROUP["id"])).language == "en"
        assert (await bot.services.storage.preferences(ANNA["id"])).language == "fa"
        assert "in whose name you write" in bot.last["text"]

    async def test_of_a_channel_that_the_bot_does_not_see_into_nobody_is_one(self, bot: Bot) -> None:
        """Somebody may write in a group as their channel."""
        shown = await asked(bot, "/forget", chat=GROUP, user=ANONYMOUS, sender_chat=CHANNEL)
        calls = await bot.receive(updates.pressed(first(shown), shown, user=ANNA))
        assert calls[-1].method == "answerCallbackQuery"
        assert calls[-1].parameters["show_alert"]
        assert bot.services.counts["failures"] == 0

    async def test_others_buttons_of_the_group_ask_for_no_administrator(self, bot: Bot) -> None:
        shown = await asked(bot, NAME + "strategic dialogue", chat=GROUP, user=ANONYMOUS, sender_chat=GROUP)
        await bot.receive(updates.pressed(first(shown), shown, user=BILAL))
        assert not bot.telegram.made("getChatAdministrators")
