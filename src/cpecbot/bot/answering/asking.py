"""From a question in a chat to its answer there."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from telegram import Message, User
from telegram.constants import ChatType

from cpecbot.answering import more_of, turn_after
from cpecbot.bot.buttons import keyboards
from cpecbot.bot.interface import Library
from cpecbot.bot.messaging.addressing import asker_of
from cpecbot.bot.messaging.delivery import Place, put, send
from cpecbot.bot.messaging.fates import UnconfirmedError
from cpecbot.bot.services.context import Context, Said, Services
from cpecbot.bot.showing import answers
from cpecbot.bot.showing.answers import Pages
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import format_number, say
from cpecbot.models import Answer, AskOptions, Reason, Status, Turn
from cpecbot.storage import Reply


class Question(Struct, frozen=True):
    """A question as it came in.

    ``message`` is None when it is not a message of its own. ``unseen`` questions stand nowhere in the chat (those of a
    button or a deep link), so the answer names them. ``replied`` is the message that it replies to, ``quoted`` the part
    of that which it quotes. ``posted`` ones are read by a whole channel, where nobody's press is the asker's.
    """

    text: str
    place: Place
    person: int
    user: User | None
    message: int | None = None
    edited: bool = False
    unseen: bool = False
    replied: int | None = None
    quoted: str = ""
    posted: bool = False

    @classmethod
    def of(cls, message: Message, text: str, *, unseen: bool = False) -> Question:
        return cls(
            text,
            Place.of(message),
            asker_of(message),
            message.from_user,
            message.message_id,
            message.edit_date is not None,
            unseen,
            message.reply_to_message.message_id if message.reply_to_message else None,
            message.quote.text if message.quote else "",
            message.chat.type == ChatType.CHANNEL,
        )


SURFACE = "chat"


async def answer(context: Context, question: Question) -> None:
    """Answer where the question was asked; a question that was edited gets its earlier answer edited."""
    with context.services.measures.seconds.labels(SURFACE).time():
        await _answer(context, question)


async def _answer(context: Context, question: Question) -> None:
    services = context.services
    if len(question.text) > services.config.longest_question:
        await _send_back(context, question)
        return
    options = await services.options(question.person, question.user)
    earlier = _said_before(services, question)
    before = earlier.turn if earlier else await _previous(services, question)
    options = replace(options, previous=_narrowed(before, earlier, question, options.now))
    last = earlier or services.last.get((question.place.chat, question.person))
    fits = await services.fits(question.person)
    found, pages = await context.compute(_work, services.library, question, options, last, fits=fits)
    services.counts[found.status] += 1
    services.measures.answers.labels(SURFACE, found.status).inc()
    services.people.add(question.person)
    if found.status is Status.NO_ANSWER and question.place.business is not None:
        return  # people there write to a person; a bot that cannot help keeps out of it
    turn = turn_after(found, before, services.clock())
    try:
        await _show(context, question, Said(question.person, found, turn), pages)
    finally:
        if turn is not None and turn is not before:
            await services.storage.save_turn(question.place.chat, question.person, turn)


async def _show(context: Context, question: Question, said: Said, pages: Pages) -> None:
    """Remember by which messages it was said, of those that arrived for certain."""
    try:
        sent = await _deliver(context, question, said.answer, pages)
    except UnconfirmedError as error:
        _remember(context.services, question, error.sent, said)
        raise
    _remember(context.services, question, sent, said)


async def _send_back(context: Context, question: Question) -> None:
    language = await context.services.language(question.person, question.user)
    limit = format_number(context.services.config.longest_question, language)
    await send(context.bot, question.place, say(Phrase.QUESTION_TOO_LONG, language, limit=limit))


async def _previous(services: Services, question: Question) -> Turn | None:
    """The turn that a follow-up goes on from; of a message that was asked before, the one before that."""
    key = (question.person, question.place.chat, question.message)
    known = services.before.get(key) if question.message is not None else None
    if known is not None:
        return known[0]
    turn = await services.storage.turn(question.place.chat, question.person)
    services.before.put(key, (turn,))
    return turn


def _said_before(services: Services, question: Question) -> Said | None:
    """What the bot said in the message that is replied to, to whomever it was."""
    return services.said.get((question.place.chat, question.replied)) if question.replied is not None else None


def _narrowed(before: Turn | None, earlier: Said | None, question: Question, now: float) -> Turn | None:
    """The turn to go on from: one replied to is never too old, and is about the part that is quoted."""
    if before is None or earlier is None:
        return before
    return replace(before, asked_at=now, quoted=question.quoted)


def _remember(services: Services, question: Question, sent: Sequence[int], said: Said) -> None:
    if said.answer.status is Status.ANSWERED:
        services.last.put((question.place.chat, question.person), said)
    for message in sent:
        services.said.put((question.place.chat, message), said)


def _work(
    library: Library, question: Question, options: AskOptions, last: Said | None, *, fits: bool
) -> tuple[Answer, Pages]:
    found = library.ask(question.text, options)
    if found.reason is Reason.MORE:
        found = more_of(last.answer if last else None, options.at_first or options.limit) or found
    if question.unseen:
        found = replace(found, understood=found.understood or question.text)
    if fits:
        found = answers.fitting(found, library)
    return found, answers.answer(found, library)


async def _deliver(context: Context, question: Question, found: Answer, pages: Pages) -> Sequence[int]:
    """The messages that hold the answer."""
    services, place = context.services, question.place
    earlier = None
    if question.edited and question.message is not None:
        earlier = await services.storage.reply(place.chat, question.message)
    keyboard = None
    if not question.posted:
        key = services.show(question.person, found)
        keyboard = keyboards.under_answer(found, pages, key, shares=context.shares(place))
    sent = await put(context.bot, place, pages.first, keyboard, earlier.messages if earlier else ())
    if sent and question.message is not None:
        reply = Reply(place.chat, question.message, question.person, sent, services.clock(), context.update_id)
        await services.storage.save_reply(reply)
    return sent
