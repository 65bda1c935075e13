"""Who may use the bot at all, looked at before anything else is done with an update."""

from __future__ import annotations

import logging
from enum import Enum, auto

from telegram import InlineQueryResultsButton, Message, MessageEntity, Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop

from cpecbot.bot.interface import BotConfig
from cpecbot.bot.messaging.addressing import question_in
from cpecbot.bot.messaging.delivery import Place, send
from cpecbot.bot.messaging.links import HELP
from cpecbot.bot.services.context import Context
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import say
from cpecbot.i18n.direction import LRM

logger = logging.getLogger(__name__)


class Standing(Enum):
    """A stranger is told so once; who is blocked, not even that."""

    ADMITTED = auto()
    STRANGER = auto()
    BLOCKED = auto()


def standing_of(update: Update, config: BotConfig) -> Standing:
    """By the ids of the person, the chat, and the group or channel that an anonymous administrator speaks for."""
    user, chat, message = update.effective_user, update.effective_chat, update.effective_message
    sender = message.sender_chat if isinstance(message, Message) else None
    ids = {each.id for each in (user, chat, sender) if each is not None}
    if user is not None and user.id in config.admin_ids:
        return Standing.ADMITTED
    if ids & config.blocked_ids:
        return Standing.BLOCKED
    return Standing.ADMITTED if not config.allowed_ids or ids & config.allowed_ids else Standing.STRANGER


async def check_access(update: Update, context: Context) -> None:
    """Let no other handler see what a stranger or a blocked one sent, whatever goes wrong here."""
    standing = standing_of(update, context.services.config)
    if standing is Standing.ADMITTED:
        return
    if standing is Standing.STRANGER:
        try:
            await _turn_away(update, context)
        except Exception:  # an error that leaves a handler lets the next ones go on
            logger.exception("a stranger could not be turned away")
    raise ApplicationHandlerStop


async def _turn_away(update: Update, context: Context) -> None:
    """Say once in a chat, or to a person elsewhere, that the bot is not for everybody."""
    message, user, chat = update.effective_message, update.effective_user, update.effective_chat
    typed = message if isinstance(message, Message) and update.callback_query is None else None
    if user is None or (typed is not None and not _speaks_to_us(typed, context)):
        return
    key = (chat.id if chat else None, user.id if chat is None else None)
    if context.services.turned_away.get(key) is not None:
        return
    context.services.turned_away.put(key, True)
    number = LRM + str(chat.id if chat else user.id)  # the sign of a group's stays in front in every language
    text = say(Phrase.NOT_FOR_EVERYBODY, await context.services.language(user.id, user), id=number)
    if update.callback_query is not None:
        await update.callback_query.answer(text, show_alert=True)
    elif update.inline_query is not None:
        button = InlineQueryResultsButton(text, start_parameter=HELP)
        await update.inline_query.answer([], cache_time=0, is_personal=True, button=button)
    elif typed is not None:
        await send(context.bot, Place.of(typed), text)


def _speaks_to_us(message: Message, context: Context) -> bool:
    """In a group: a command, a mention, a reply, or the bot's own arrival. Business chats are between two people."""
    if message.chat.type == ChatType.PRIVATE:
        return message.business_connection_id is None
    arrived = any(member.id == context.bot.id for member in message.new_chat_members)
    command = any(each.type == MessageEntity.BOT_COMMAND and not each.offset for each in message.entities)
    return arrived or command or question_in(message, context.bot.id, context.bot.username) is not None
