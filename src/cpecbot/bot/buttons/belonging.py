"""Where a button stands and whose it is: nobody presses what does not stand on the message, or is another's.

A client can send any data for any message that it sees. Telegram's own copy of the message comes with each press and
says which buttons stand under it (https://core.telegram.org/bots/api#callbackquery): so a key counts for its message
alone, after a restart too.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator

from telegram import Message
from telegram.constants import ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden
from telegram.ext import ExtBot

from cpecbot.bot.buttons.presses import NO_KEY, Press, read_press
from cpecbot.bot.messaging.addressing import asker_of, is_chat
from cpecbot.bot.services.context import Services
from cpecbot.i18n import Message as Phrase

logger = logging.getLogger(__name__)


def why_not(services: Services, message: Message, person: int, press: Press) -> Phrase | None:
    """What to say to a person whose press is refused; None for one that counts."""
    if not _stands_on(message, press) or _is_carried_elsewhere(message):
        return Phrase.BUTTON_EXPIRED
    shown = services.shown.get(press.key)
    if shown is not None:
        return None if shown.is_for(person) else Phrase.NOT_YOUR_BUTTON
    return _of_the_question(message, person)


def owner_of(services: Services, message: Message, person: int, press: Press) -> int:
    """Whose the button is that the ``person`` may press: theirs, or that of the chat in whose name it was asked for."""
    shown = services.shown.get(press.key)
    if shown is not None:
        return shown.owner
    question = message.reply_to_message
    return asker_of(question) if question is not None and question.sender_chat is not None else person


async def speaks_for(bot: ExtBot[bool], person: int, owner: int) -> bool:
    """Whether what is kept of the owner is the person's to change and to delete: one's own, or as its administrator."""
    if not is_chat(owner):
        return owner == person
    try:
        administrators = await bot.get_chat_administrators(owner)
    except (BadRequest, Forbidden, ChatMigrated) as error:  # a channel that the bot does not see into, say
        logger.info("the administrators of a chat are not told: %s", error.message)
        return False
    return any(each.user.id == person for each in administrators)


def _of_the_question(message: Message, person: int) -> Phrase | None:
    """After a restart the message that is replied to still tells who asked, and a private chat has one person."""
    if message.chat.type == ChatType.PRIVATE and message.business_connection_id is None:
        return None if message.chat.id == person else Phrase.NOT_YOUR_BUTTON
    question = message.reply_to_message
    if question is None:
        return Phrase.BUTTON_EXPIRED
    return None if question.sender_chat is not None or asker_of(question) == person else Phrase.NOT_YOUR_BUTTON


def _stands_on(message: Message, press: Press) -> bool:
    """The buttons of a message have one key, and its page may have been turned meanwhile; without one all must meet."""
    if press.key == NO_KEY:
        return press in _presses_on(message)
    return any(each.key == press.key for each in _presses_on(message))


def _presses_on(message: Message) -> Iterator[Press]:
    for row in message.reply_markup.inline_keyboard if message.reply_markup is not None else ():
        for button in row:
            data = button.callback_data
            press = read_press(data) if isinstance(data, str) else None
            if press is not None:
                yield press


def _is_carried_elsewhere(message: Message) -> bool:
    """Forwarded, sent by way of inline mode, or posted in a channel: the bot has put none of its buttons there."""
    forwarded = message.forward_origin is not None or bool(message.is_automatic_forward)
    return forwarded or message.via_bot is not None or message.chat.type == ChatType.CHANNEL
