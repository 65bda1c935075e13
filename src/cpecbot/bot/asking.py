"""From a question in a chat to its answer there."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from telegram import Message, User

from cpecbot.bot import keyboards, views
from cpecbot.bot.addressing import asker_of
from cpecbot.bot.context import Context, Shown, language_of
from cpecbot.bot.cooldown import Verdict
from cpecbot.bot.delivery import Place, put, send
from cpecbot.bot.patience import typing_after
from cpecbot.bot.ports import Library
from cpecbot.bot.views import Pages
from cpecbot.bot.words import count
from cpecbot.i18n import Plural
from cpecbot.models import Answer, AskOptions, Turn
from cpecbot.storage import Preferences, Reply


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it came in. ``message`` is None when it is not a message of its own (a button, a deep link)."""

    text: str
    place: Place
    person: int
    user: User | None
    message: int | None = None

    @classmethod
    def of(cls, message: Message, text: str) -> Question:
        return cls(text, Place.of(message), asker_of(message), message.from_user, message.message_id)


async def answer(context: Context, question: Question) -> None:
    """Answer where the question was asked; a question that was edited gets its earlier answer edited."""
    services = context.services
    preferences = await services.storage.preferences(question.person)
    if not await _may_ask(context, question, preferences):
        return
    options = await services.options(question.person, question.user, question.place.chat)
    async with typing_after(services.config.typing_delay, context.bot, question.place):
        found, pages = await services.compute(_work, services.library, question.text, options)
    services.counts[found.status] += 1
    await _deliver(context, question, found, pages)
    await services.storage.save_turn(question.place.chat, question.person, _turn(found, services.clock()))


async def _may_ask(context: Context, question: Question, preferences: Preferences) -> bool:
    verdict = context.services.cooldown.check(question.person)
    if verdict is Verdict.NOTICE:
        seconds = ceil(context.services.cooldown.wait(question.person))
        text = count(Plural.COOLDOWN, seconds, language_of(question.user, preferences))
        await send(context.bot, question.place, text)
    return verdict is Verdict.GO


def _work(library: Library, text: str, options: AskOptions) -> tuple[Answer, Pages]:
    found = library.ask(text, options)
    return found, views.answer(found, library)


def _turn(found: Answer, now: float) -> Turn:
    return Turn(question=found.understood or found.question, language=found.language, asked_at=now)


async def _deliver(context: Context, question: Question, found: Answer, pages: Pages) -> None:
    services, place = context.services, question.place
    earlier = await services.storage.reply(place.chat, question.message) if question.message is not None else None
    key = services.show(Shown(asker=question.person if question.person > 0 else None, answer=found))
    keyboard = keyboards.under_answer(found, pages, key)
    sent = await put(context.bot, place, pages.first, keyboard, earlier.messages if earlier else ())
    if sent and question.message is not None:
        await services.storage.save_reply(Reply(place.chat, question.message, question.person, sent, services.clock()))
