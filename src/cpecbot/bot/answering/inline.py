"""Inline mode (``@bot question`` in any chat) and guest mode (the bot mentioned in a chat it is no member of)."""

from __future__ import annotations

import asyncio
import logging
from hashlib import blake2b
from math import ceil
from textwrap import shorten

from telegram import (
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.error import BadRequest, InvalidToken

from cpecbot.bot.buttons.keyboards import opening
from cpecbot.bot.interface import Library
from cpecbot.bot.messaging.addressing import asker_of, pointed_at, spoken_text
from cpecbot.bot.messaging.delivery import NO_PREVIEW, telegram_entities
from cpecbot.bot.messaging.links import HELP, ask_link, ask_payload, source_link
from cpecbot.bot.messaging.refusals import Refusal, refusal_of
from cpecbot.bot.services.context import Context
from cpecbot.bot.services.cooldown import BEYOND
from cpecbot.bot.showing import answers, screens
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import Plural, count, say
from cpecbot.language.sentences.wrapping import on_one_line
from cpecbot.models import Answer, AskOptions, Quote, Status
from cpecbot.rendering.richtext.text import RichText, plain

logger = logging.getLogger(__name__)

DESCRIPTION_LENGTH = 160


async def handle_inline(update: Update, context: Context) -> None:
    """Offer each quote as a result; ``offset`` is the number of quotes that Telegram already has."""
    query = update.inline_query
    if query is None:
        return
    services = context.services
    await asyncio.sleep(services.typed.take(query.from_user.id))
    start = int(query.offset) if query.offset.isdecimal() else 0
    options = await services.options(query.from_user.id, query.from_user)
    page = range(start, start + services.config.inline_page)
    work = (services.library, query.query.strip(), options, page, context.bot.username)
    with services.measures.seconds.labels("inline").time():
        found, results = await context.compute(_work, *work)
    services.measures.answers.labels("inline", found.status).inc()
    following = start + len(results)
    try:
        await query.answer(
            results,
            cache_time=services.config.inline_cache,
            is_personal=True,
            next_offset=str(following) if following < len(found.answering) else "",
            button=None if start else _button(found),
        )
    except BadRequest as error:
        if refusal_of(error) is not Refusal.TOO_OLD:
            raise
        logger.debug("an inline query was answered too late")


async def handle_guest(update: Update, context: Context) -> None:
    """Answer with the one message that a guest may send.

    Whoever asks on top of all that waits already is told so each time: the next may be in another chat.
    """
    message = update.guest_message
    if message is None or message.guest_query_id is None:
        return
    services = context.services
    person = asker_of(message)
    if BEYOND.get():
        language = await services.language(person, message.from_user)
        seconds = ceil(services.cooldown.silence(person))
        await _answer_guest(context, message.guest_query_id, plain(count(Plural.TOO_MUCH, seconds, language)))
        return
    await asyncio.sleep(services.cooldown.take(person))
    question = spoken_text(message, context.bot.id, context.bot.username) or pointed_at(message, context.bot.id)
    options = await services.options(person, message.from_user)
    with services.measures.seconds.labels("guest").time():
        status, text = await context.compute(_guest_text, services.library, question, options)
    services.measures.answers.labels("guest", status).inc()
    await _answer_guest(context, message.guest_query_id, text)


async def _answer_guest(context: Context, query: str, text: RichText) -> None:
    article = InlineQueryResultArticle("guest", "cpecbot", _content(text))
    try:
        await context.bot.answer_guest_query(query, article)
    except (BadRequest, InvalidToken) as error:  # python-telegram-bot takes the 404 of an older server for the latter
        logger.info("a guest could not be answered: %s", error.message)


def _work(
    library: Library, question: str, options: AskOptions, page: range, bot_username: str
) -> tuple[Answer, tuple[InlineQueryResultArticle, ...]]:
    found = library.ask(question, options)
    quotes = found.answering[page.start : page.stop]
    if found.about and not found.quotes:
        return found, () if page.start else (_whole_result(found, library),)
    return found, tuple(_result(quote, found, library, bot_username) for quote in quotes)


def _result(quote: Quote, found: Answer, library: Library, bot_username: str) -> InlineQueryResultArticle:
    """The id names the quote's place, which no two results share; a button leads to the rest, in the bot's chat."""
    place = f"{quote.source}:{quote.span.start}:{quote.span.end}"
    return InlineQueryResultArticle(
        id=blake2b(place.encode(), digest_size=16).hexdigest(),
        title=screens.source_title(quote, library, found.told_in),
        description=shorten(on_one_line(quote.text, quote.language), DESCRIPTION_LENGTH, placeholder="…"),
        input_message_content=_content(answers.single_quote(quote, library, found.told_in)),
        reply_markup=_way_on(quote, found, bot_username),
    )


def _way_on(quote: Quote, found: Answer, bot_username: str) -> InlineKeyboardMarkup | None:
    """To the whole answer, or to the article where the question is too long for a link; neither tells who asked."""
    if link := ask_link(found.question, bot_username):
        return opening(say(Phrase.BUTTON_WHOLE_ANSWER, found.told_in), link)
    link = source_link(quote.source, bot_username)
    return opening(say(Phrase.BUTTON_FULL_TEXT, found.told_in), link) if link else None


def _whole_result(found: Answer, library: Library) -> InlineQueryResultArticle:
    """An answer about the articles that quotes none of them, as one result."""
    text = answers.alone(found, library)
    title, _, rest = text.text.partition("\n")
    return InlineQueryResultArticle(
        id="about",
        title=title,
        description=shorten(rest, DESCRIPTION_LENGTH, placeholder="…"),
        input_message_content=_content(text),
    )


def _content(text: RichText) -> InputTextMessageContent:
    return InputTextMessageContent(text.text, entities=telegram_entities(text), link_preview_options=NO_PREVIEW)


def _guest_text(library: Library, question: str, options: AskOptions) -> tuple[Status, RichText]:
    found = library.ask(question, options)
    return found.status, answers.alone(found, library)


def _button(found: Answer) -> InlineQueryResultsButton | None:
    """The way into a private chat: with the question if nothing answers it here, with help if nothing is asked."""
    if found.quotes or found.about:
        return None
    if not found.question.strip():
        return InlineQueryResultsButton(say(Phrase.INLINE_PROMPT, found.told_in), start_parameter=HELP)
    payload = ask_payload(found.question) or HELP
    return InlineQueryResultsButton(say(Phrase.INLINE_NOTHING, found.told_in), start_parameter=payload)
