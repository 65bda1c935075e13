"""Questions that are put to the bot in a chat, typed or by a button, and how fast one person may put them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from math import ceil

from telegram import Message, Update
from telegram.constants import ChatType

from cpecbot.bot.answering import asking
from cpecbot.bot.buttons.presses import Pressed
from cpecbot.bot.messaging.addressing import asker_of, pointed_at, question_in
from cpecbot.bot.messaging.delivery import Place, send
from cpecbot.bot.messaging.groups import ahead_of_the_line
from cpecbot.bot.services.background import beside
from cpecbot.bot.services.context import Context, Requested
from cpecbot.bot.services.cooldown import BEYOND
from cpecbot.bot.showing.screens import short_key
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import Plural, count, say, translator
from cpecbot.rendering.answer.context import shorten

WORTH_TELLING = 10.0
"""Seconds for which an answer may wait in a group's line before the group is told that there is one."""

WORTH_ANSWERING = 600.0
"""Seconds after which nobody waits for an answer any more."""

LONGEST_WORD = 200
"""Letters that are kept of what somebody replies when asked why; docs/privacy.md tells so many."""

NOTED_EVERY = 60.0
"""Seconds between two notes of the same kind in a group, or a topic of it; its topics share what it may be sent."""


async def handle_text(update: Update, context: Context) -> None:
    """Answer a question, new or edited; what a group's members say to each other is none of the bot's business."""
    message = update.effective_message
    if message is None:
        return
    text = question_in(message, context.bot.id, context.bot.username)
    if text is None or _is_once_more(context, message, text):
        return
    async with in_turn(context, message) as admitted:
        if not admitted or await _is_why(context, message, text):
            return
        await asking.answer(context, asking.Question.of(message, text or pointed_at(message, context.bot.id)))
    key = (message.chat.id, asker_of(message))
    context.services.requests.put(key, Requested(text, message.message_id, message.date))


async def _is_why(context: Context, message: Message, text: str) -> bool:
    """Whether it is the word on a vote that the message which it replies to asked for; then it is kept with that."""
    asked, services = message.reply_to_message, context.services
    if asked is None or message.chat.type != ChatType.PRIVATE:
        return False
    word, person = shorten(text, LONGEST_WORD), asker_of(message)
    saved = await services.storage.save_word(person, message.chat.id, asked.message_id, word, context.update_id)
    if saved is None:
        return False
    noted = Phrase.FEEDBACK_NOTED if saved else Phrase.SETTINGS_NOT_SAVED
    language = await services.language(person, message.from_user)
    await send(context.bot, Place.of(message), say(noted, language), twice=True)
    return True


def _is_once_more(context: Context, message: Message, text: str) -> bool:
    """Whether the same was asked in the message right before, as by a finger that hit a key twice, and was answered."""
    services, key = context.services, (message.chat.id, asker_of(message))
    last = services.requests.get(key)
    if last is None or message.edit_date is not None or (text, message.message_id) != (last.text, last.message + 1):
        return False
    if (message.date - last.sent).total_seconds() > services.config.album:
        return False
    services.requests.put(key, Requested(text, message.message_id, last.sent))
    return True


async def ask_example(context: Context, pressed: Pressed) -> str | None:
    """Ask the question on the button, as if the person had typed it."""
    services, person = context.services, pressed.user.id
    code, _, _ = pressed.press.argument.partition(".")
    asked = services.library.languages.get(code)
    questions = translator(asked).examples() if asked else ()
    number = pressed.press.number(1)
    if number >= len(questions):
        return say(Phrase.BUTTON_EXPIRED, await services.language(person, pressed.user))
    await _ask(context, pressed, questions[number])
    return None


async def ask_topic(context: Context, pressed: Pressed) -> str | None:
    """Ask what is said of the topic on the button."""
    services = context.services
    language, library = await services.language(pressed.user.id, pressed.user), services.library
    table = await context.compute(services.drawn.get, library, "coverage", library.coverage)
    for row in table.rows:
        if short_key(row.concept) == pressed.press.argument:
            await _ask(context, pressed, library.label(row.concept, language))
            return None
    return say(Phrase.BUTTON_EXPIRED, language)


async def _ask(context: Context, pressed: Pressed, question: str) -> None:
    await asking.answer(context, asking.Question(question, pressed.place, pressed.user.id, pressed.user, unseen=True))


@asynccontextmanager
async def in_turn(context: Context, message: Message) -> AsyncIterator[bool]:
    """Wait for the sender's turn, and count the message among those of its chat until it is dealt with.

    False for what is not answered, of which the chat or the sender is told.
    """
    with context.services.groups.asking(message.chat.id) as asked:
        yield await _admits(context, message) and await _group_admits(context, message, asked)


async def _admits(context: Context, message: Message) -> bool:
    """False for what comes on top of all that waits already.

    Its sender is told once for a while, in a business chat not at all.
    """
    services, person = context.services, asker_of(message)
    if not BEYOND.get():
        await asyncio.sleep(services.cooldown.take(person))
        return True
    seconds = services.cooldown.notice(person)
    if seconds is not None and message.business_connection_id is None:
        language = await services.language(person, message.from_user)
        await send(context.bot, Place.of(message), count(Plural.TOO_MUCH, ceil(seconds), language), twice=True)
    return False


async def _group_admits(context: Context, message: Message, asked: int) -> bool:
    """Say in a group that answers wait in line there; False where it is so long that nobody would miss this one."""
    services, place = context.services, Place.of(message)
    seconds = services.groups.seconds_for(place.chat, asked)
    if seconds <= WORTH_TELLING:
        return True
    note = Plural.GROUP_LINE if seconds <= WORTH_ANSWERING else Plural.GROUP_FULL
    what = (place.chat, place.topic, note)
    if services.groups.may_note(place.chat) and services.notices.is_due(what, NOTED_EVERY):
        await services.groups.note(place.chat)
        language = await services.language(asker_of(message), message.from_user)
        beside(_note(context, place, count(note, asked, language)), "a note on the line of a group")
    return note is Plural.GROUP_LINE


async def _note(context: Context, place: Place, text: str) -> None:
    with ahead_of_the_line():
        await send(context.bot, place, text, twice=True)
