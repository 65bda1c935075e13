"""Buttons of before a restart work after it, on the same database: of what was in memory they need nothing."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from telegram import Message

from cpecbot.bot.buttons.anew import understood_in
from cpecbot.bot.buttons.presses import View
from cpecbot.bot.messaging.links import ask_payload
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import say
from cpecbot.i18n.direction import settle
from cpecbot.languages import Language
from cpecbot.storage import Storage
from fakes import updates
from fakes.bot import Bot, Clock, Make
from fakes.languages import LANGUAGES

Restart = Callable[..., Awaitable[Bot]]


@pytest.fixture
async def restart(make_bot: Make, tmp_path: Path) -> Restart:
    """Say something to a bot, press what is given, and start another with what stands in the chat then."""

    async def begin(*texts: str, press: str = "") -> Bot:
        old, question = await opened(make_bot, tmp_path), updates.message("")
        for text in texts:
            question = updates.message(text)
            await old.receive(updates.update(message=question))
        for label in filter(None, press.split(" > ")):
            await old.press(label)
        shown = as_telegram_tells_it(old.last, question)
        new = await opened(make_bot, tmp_path)
        new.telegram.messages[501, shown["message_id"]] = shown
        new.telegram.last_message = old.telegram.last_message
        return new

    return begin


async def opened(make_bot: Make, folder: Path) -> Bot:
    return await make_bot(storage=Storage(folder / "bot.sqlite3", clock=Clock()))


def as_telegram_tells_it(shown: dict[str, Any], question: dict[str, Any]) -> dict[str, Any]:
    return shown | {"reply_to_message": question} if "reply_to_message" in shown else shown


@pytest.mark.parametrize(
    ("asked", "on_the_way", "label", "told"),
    [
        (["strategic dialogue"], "", "›", "^4"),
        (["strategic dialogue"], "›", "›", "^7"),
        (["Gaza"], "", "🔍 1", "Before and after"),
        (["Gaza"], "🔍 1", "Full text", "Full text"),
        (["Gaza"], "🔍 1", "Back", "^1"),
        (["Gaza"], "🔍 1 > Full text", "Back", "^1"),
        (["Gaza"], "", "Compare", "Gaza"),
        (["Gaza"], "Compare", "Back", "^1"),
        (["/ask Gaza"], "", "🔍 1", "Gaza"),
        (["/start " + str(ask_payload("Gaza"))], "", "🔍 1", "Understood as: Gaza"),
        (["/compare Gaza"], "", "🔍 1", "Gaza"),
        (["Gaza", "and Kashmir"], "", "🔍 1", "Understood as: Gaza Kashmir"),
        (["strategic dialogue", "and Kashmir"], "›", "‹", "Understood as: strategic dialogue Kashmir"),
        (["strategic dialogue", "and Kashmir"], "🔍 1", "Back", "Understood as: strategic dialogue Kashmir"),
        (["/start"], "", "Gwadar", "Gwadar"),
        (["/start"], "Gwadar", "🔍 1", "Understood as: What was said about Gwadar Port"),
        (["/sources"], "", "📄 004", "Full text of source 004"),
        (["/sources"], "📄 004", "›", ""),
        (["/language"], "", "فارسی", "زبان"),
        (["/settings"], "", "^3$", "Quotes per answer: 3"),
        (["/disagreements"], "", "›", "Gwadar 8"),
        (["/disagreements"], "", "^2$", "^Gwadar 1\n"),
        (["/disagreements"], "^2$", "Back", "points on which"),
        (["/disagreements"], "› > ^9$", "Back", "9. Gwadar 8"),
        (["/coverage"], "", "gwadar port", "Understood as: gwadar port"),
        (["/coverage"], "gwadar port", "🔍 1", "Understood as: gwadar port"),
        (["/changes ال"], "", "›", "ال"),
        (["/omissions ال"], "", "›", ""),
        (["/forget"], "", "Yes", "Deleted"),
    ],
)
async def test_a_button_does_after_a_restart_what_it_did_before(
    restart: Restart, asked: list[str], on_the_way: str, label: str, told: str
) -> None:
    """Whatever it stands under."""
    bot = await restart(*asked, press=on_the_way)
    calls = await bot.press(label)
    methods = [call.method for call in calls]
    assert methods[-1] == "answerCallbackQuery"
    assert "too old" not in str(calls[-1].parameters.get("text"))
    assert "editMessageText" in methods or "sendMessage" in methods
    assert re.search(told, bot.last["text"])


async def test_a_vote_counts_after_a_restart(restart: Restart) -> None:
    bot = await restart("Gaza")
    await bot.press("👍")
    assert (await bot.services.storage.totals()).useful == 1


async def test_a_long_quote_is_copied_after_a_restart(restart: Restart) -> None:
    bot = await restart("Gaza", press="🔍 1")
    (sent, _) = await bot.press("📋")
    assert sent.method == "sendMessage"
    assert [entity["type"] for entity in sent.parameters["entities"]] == ["pre"]


@pytest.mark.parametrize("view", [View.CHANGES, View.OMISSIONS])
async def test_without_the_command_that_is_replied_to_nobody_knows_the_topic(bot: Bot, view: View) -> None:
    data = f"{view}:AAAAAAAA:1"
    shown = updates.from_bot("…", updates.private(updates.ANNA)) | updates.keyboard(data)
    for reply in ({}, {"reply_to_message": updates.message("What changed?")}):
        (call,) = await bot.receive(updates.pressed(data, shown | reply))
        assert "too old" in call.parameters["text"]


@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize("question", ["What of Gaza?", "وماذا عن غزة؟", "瓜达尔港？", "و گوادر (CPEC)؟"])
def test_the_question_is_read_from_what_the_bot_says_it_understood(language: Language, question: str) -> None:
    """In each language, whatever direction the question is of."""
    told = settle(say(Phrase.UNDERSTOOD_AS, language, question=question), language)
    message = Message.de_json(updates.message(f"{told}\n\n1. 004"))
    assert message is not None
    assert understood_in(message, LANGUAGES) == question


@pytest.mark.parametrize("text", ["", "1. source 004", "Understood as: What was cut…", "He said: Understood as: x"])
def test_no_question_is_read_from_anything_else(text: str) -> None:
    message = Message.de_json(updates.message(text))
    assert message is not None
    assert understood_in(message, LANGUAGES) is None
