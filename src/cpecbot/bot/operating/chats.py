"""What happens to a chat besides questions and commands: it is joined, it moves, somebody sends a picture."""

from __future__ import annotations

from telegram import Update

from cpecbot.bot.answering.questions import in_turn
from cpecbot.bot.commands.actions import Call
from cpecbot.bot.messaging.delivery import send
from cpecbot.bot.services.context import Context
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import say


async def handle_other(update: Update, context: Context) -> None:
    """Say that a picture or a sticker cannot be read."""
    message = update.effective_message
    if message is None:
        return
    async with in_turn(context, message) as admitted:
        if admitted:
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
