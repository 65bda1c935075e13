"""Failures: an apology with an id for the person, the trace with that id for the log, a digest for the admins."""

from __future__ import annotations

import logging
import secrets

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

from cpecbot.bot.context import Context, language_of
from cpecbot.bot.delivery import Place, send
from cpecbot.bot.refusals import Refusal, refusal_of
from cpecbot.bot.words import say
from cpecbot.i18n import Message as Phrase
from cpecbot.storage import Preferences

logger = logging.getLogger(__name__)


async def handle_error(update: object, context: Context) -> None:
    """Handle what no handler could; python-telegram-bot calls it for polling errors as well, without an update."""
    error = context.error
    if error is None or _is_routine(error):
        return
    failure_id = secrets.token_hex(3)
    logger.error("failure %s", failure_id, exc_info=error)
    context.services.counts["failures"] += 1
    context.services.failures.add(context.bot, type(error).__name__, failure_id)
    if isinstance(update, Update):
        try:
            await _apologise(update, context, failure_id)
        except TelegramError as second:
            logger.warning("no apology for failure %s: %s", failure_id, second.message)


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


async def _apologise(update: Update, context: Context, failure_id: str) -> None:
    user = update.effective_user
    preferences = await context.services.storage.preferences(user.id) if user else Preferences()
    text = say(Phrase.ERROR, language_of(user, preferences), id=failure_id)
    if update.callback_query is not None:
        await update.callback_query.answer(text, show_alert=True)
    elif (message := _message_of(update)) is not None:
        await send(context.bot, Place.of(message), text)


def _message_of(update: Update) -> Message | None:
    return update.message or update.edited_message or update.business_message or update.edited_business_message
