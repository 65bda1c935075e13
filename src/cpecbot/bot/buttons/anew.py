"""The answer above a button: as it is remembered, or found anew after a restart or a reload.

What was asked is read from the chat: the bot's own message says how it understood a question that stands nowhere else,
and each message replies to the one that asked.
"""

from __future__ import annotations

import re

from msgspec.structs import replace
from telegram import Message, MessageEntity

from cpecbot.bot.buttons.presses import Pressed
from cpecbot.bot.messaging.addressing import asker_of, spoken_text
from cpecbot.bot.messaging.links import AskLink, read_payload
from cpecbot.bot.services.context import Context, Services
from cpecbot.bot.showing import answers
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import translator
from cpecbot.i18n.direction import without_marks
from cpecbot.languages import Languages
from cpecbot.models import Answer

COMPARE = "compare"
"""The command whose answer is found in another way than that to a question."""

_CUT = "…"


async def answer_above(context: Context, pressed: Pressed) -> Answer | None:
    """None where it can no longer be told what was asked, or nothing answers it any more."""
    services = context.services
    shown = services.shown.get(pressed.press.key)
    if shown is not None and shown.answer is not None and answers.still_stands(shown.answer, services.library):
        return shown.answer
    found = await _asked_again(context, pressed)
    if found is None or not found.quotes:
        return None
    services.show(pressed.owner, found, key=pressed.press.key)
    return found


async def _asked_again(context: Context, pressed: Pressed) -> Answer | None:
    services, question = context.services, pressed.message.reply_to_message
    understood = understood_in(pressed.message, services.library.languages)
    text = understood or (asked_in(question, context) if question is not None else "")
    if not text:
        return None
    asker = pressed.owner if question is None else asker_of(question)
    options = await services.options(asker, pressed.user if question is None else question.from_user)
    if question is not None and command_in(question) == COMPARE:
        found, _ = await context.compute(answers.comparison, text, services.library, options)
        return found
    found = await context.compute(services.library.ask, text, options)
    return await _as_shown(context, replace(found, understood=understood or found.understood), asker)


async def _as_shown(context: Context, found: Answer, asker: int) -> Answer:
    services: Services = context.services
    return await context.compute(answers.fitting, found, services.library) if await services.fits(asker) else found


def asked_in(question: Message, context: Context) -> str:
    """The question in a message, be it that of a deep link; empty where there is none."""
    text = spoken_text(question, context.bot.id, context.bot.username)
    if command_in(question) != "start":
        return text
    link = read_payload(text)
    return link.question if isinstance(link, AskLink) else ""


def command_in(message: Message) -> str:
    """The command that it begins with, without its slash; empty where there is none."""
    for entity in message.entities:
        if entity.type == MessageEntity.BOT_COMMAND and not entity.offset:
            return message.parse_entity(entity).lstrip("/").partition("@")[0].lower()
    return ""


def understood_in(message: Message, languages: Languages) -> str | None:
    """The question that the message says it understood, in whatever language it says so; None of one that was cut."""
    first = without_marks((message.text or "").partition("\n")[0])
    for language in languages:
        opening, _, closing = without_marks(translator(language).template(Phrase.UNDERSTOOD_AS)).partition("{question}")
        found = re.fullmatch(f"{re.escape(opening)}(.+){re.escape(closing)}", first)
        if found:
            return None if found[1].endswith(_CUT) else found[1]
    return None
