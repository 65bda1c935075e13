"""Failures: an apology with an id for the person, the trace with that id for the log, a digest for the admins."""

from __future__ import annotations

import logging
import secrets
from textwrap import shorten

from telegram import Message, Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from cpecbot.bot.messaging.delivery import Place, send
from cpecbot.bot.messaging.fates import UnconfirmedError
from cpecbot.bot.messaging.refusals import Refusal, refusal_of
from cpecbot.bot.operating.unconfirmed import tell_unconfirmed
from cpecbot.bot.services.context import Context, Services
from cpecbot.bot.services.outages import report
from cpecbot.errors import QuestionError, StoreError
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import say
from cpecbot.languages import Language

logger = logging.getLogger(__name__)

ALERT_LENGTH = 200


async def handle_error(update: object, context: Context) -> None:
    """Handle what no handler could; a poll that failed comes without an update."""
    error = context.error
    if error is None:
        return
    if isinstance(error, UnconfirmedError):
        await _unconfirmed(update, context, error)
        return
    if _is_routine(error):
        return
    if isinstance(error, QuestionError):
        await _tell(update, context, str(error))
        return
    services = context.services
    if isinstance(error, StoreError):
        report(services.notices, services.failures, context.bot, error)
        await _tell(update, context, say(Phrase.ARTICLES_AWAY, await _language(update, services)))
        return
    failure_id = secrets.token_hex(3)
    logger.error("failure %s", failure_id, exc_info=error)
    services.counts["failures"] += 1
    services.failures.add(context.bot, type(error).__name__, failure_id)
    await _tell(update, context, say(Phrase.ERROR, await _language(update, services), id=failure_id))


async def _unconfirmed(update: object, context: Context, error: UnconfirmedError) -> None:
    logger.warning("something was sent that may not have arrived")
    message = _message_of(update) if isinstance(update, Update) else None
    language = await _language(update, context.services)
    if message is None:
        await _tell(update, context, say(Phrase.UNCONFIRMED, language))
        return
    try:
        await tell_unconfirmed(context, message, error, language)
    except TelegramError as failure:
        logger.warning("a person could not be told: %s", failure.message)


def _is_routine(error: Exception) -> bool:
    """Say in one log line what is nobody's fault here, or what the person who runs the bot must act on."""
    match error:
        case BadRequest():
            routine = refusal_of(error) in {Refusal.TOO_OLD, Refusal.UNCHANGED, Refusal.NO_RIGHTS}
            if routine:
                logger.info("Telegram refused: %s", error.message)
            return routine
        case Conflict():
            logger.error("another program reads this bot's updates; stop it, or remove its webhook: %s", error.message)
        case InvalidToken():
            logger.critical("Telegram no longer accepts the token; get a new one from @BotFather")
        case Forbidden() | ChatMigrated():
            logger.info("a chat is gone: %s", error.message)
        case RetryAfter():
            logger.warning("Telegram asks to slow down, an answer was dropped: %s", error.message)
        case NetworkError():  # TimedOut among them; after BadRequest, which is a NetworkError too
            logger.warning("the network failed: %s", error.message)
        case _:
            return False
    return True


async def _tell(update: object, context: Context, text: str) -> None:
    """Tell the person in the way that the update allows."""
    if not isinstance(update, Update):
        return
    try:
        if update.callback_query is not None:
            await update.callback_query.answer(shorten(text, ALERT_LENGTH, placeholder="…"), show_alert=True)
        elif update.inline_query is not None:
            await update.inline_query.answer([], cache_time=0)
        elif (message := _message_of(update)) is not None:
            await send(context.bot, Place.of(message), text)
    except TelegramError as error:
        logger.warning("a person could not be told: %s", error.message)


async def _language(update: object, services: Services) -> Language:
    user = update.effective_user if isinstance(update, Update) else None
    return await services.language(user.id, user) if user is not None else services.library.languages.fallback


def _message_of(update: Update) -> Message | None:
    return update.message or update.edited_message or update.business_message or update.edited_business_message
