"""Messages that came in: questions, commands, and what is neither."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Message, Update
from telegram.constants import ChatType

from cpecbot.bot.answering import asking
from cpecbot.bot.answering.pace import admits
from cpecbot.bot.receiving.command_table import COMMANDS, Command
from cpecbot.bot.receiving.commands import Call
from cpecbot.bot.receiving.nearest import nearest
from cpecbot.bot.services.context import Context
from cpecbot.bot.wire.addressing import pointed_at, question_in
from cpecbot.bot.wire.delivery import send
from cpecbot.bot.wire.words import say
from cpecbot.i18n import Message as Phrase


def command_callback(command: Command) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    """Wrap a command as a callback of python-telegram-bot."""

    async def run(update: Update, context: Context) -> None:
        message = update.effective_message
        if message is None or not await admits(context, message):
            return
        call = await Call.of(message, context)
        if command.admins_only and not _is_admin(message, context):
            await send(context.bot, call.place, say(Phrase.ADMIN_ONLY, call.language))
            return
        await command.run(context, call)

    return run


async def handle_text(update: Update, context: Context) -> None:
    """Answer a question, new or edited; what a group's members say to each other is none of the bot's business."""
    message = update.effective_message
    if message is None:
        return
    text = question_in(message, context.bot.id, context.bot.username)
    if text is None or not await admits(context, message):
        return
    await asking.answer(context, asking.Question.of(message, text or pointed_at(message, context.bot.id)))


async def handle_unknown_command(update: Update, context: Context) -> None:
    """Offer the nearest command; in a group only to those who name the bot."""
    message = update.effective_message
    if message is None or message.text is None:
        return
    word, _, addressee = message.text.split(maxsplit=1)[0].partition("@")
    if not _is_for_us(message, addressee, context.bot.username) or not await admits(context, message):
        return
    call = await Call.of(message, context)
    names = [command.name for command in COMMANDS if not command.admins_only or _is_admin(message, context)]
    meant = nearest(word[1:], names)
    if meant is None:
        text = say(Phrase.UNKNOWN_COMMAND_ALONE, call.language, command=word[:40])
    else:
        text = say(Phrase.UNKNOWN_COMMAND, call.language, command=word[:40], nearest=f"/{meant}")
    await send(context.bot, call.place, text)


async def handle_other(update: Update, context: Context) -> None:
    """Say that a picture or a sticker cannot be read."""
    message = update.effective_message
    if message is not None and await admits(context, message):
        call = await Call.of(message, context)
        await send(context.bot, call.place, say(Phrase.NOT_TEXT, call.language))


async def handle_migration(update: Update, context: Context) -> None:
    """Follow a group that became a supergroup."""
    message = update.effective_message
    if message is not None and message.migrate_to_chat_id is not None:
        await context.services.storage.move_chat(message.chat.id, message.migrate_to_chat_id)


async def handle_joined(update: Update, context: Context) -> None:
    """Say how to ask when the bot is added to a group."""
    message = update.effective_message
    if message is None or all(member.id != context.bot.id for member in message.new_chat_members):
        return
    call = await Call.of(message, context)
    await send(context.bot, call.place, say(Phrase.GROUP_HINT, call.language, bot=f"@{context.bot.username}"))


def _is_admin(message: Message, context: Context) -> bool:
    return message.from_user is not None and message.from_user.id in context.services.config.admin_ids


def _is_for_us(message: Message, addressee: str, bot_username: str) -> bool:
    if addressee:
        return addressee.casefold() == bot_username.casefold()
    return message.chat.type == ChatType.PRIVATE
