"""Every command, in the order of the menu, and which of them a message calls."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import Any

from msgspec import Struct
from rapidfuzz import fuzz, process
from telegram import Message, Update
from telegram.constants import ChatType

from cpecbot.bot.answering.questions import in_turn
from cpecbot.bot.commands import actions, administration
from cpecbot.bot.commands.actions import Call
from cpecbot.bot.messaging.delivery import send
from cpecbot.bot.services.context import Context
from cpecbot.bot.showing import screens
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import say

LEAST_SCORE = 60  # of 100; below it a suggestion would be a guess


class Command(Struct, frozen=True):
    """``re_answers`` runs it again when its message is edited."""

    name: str
    run: Callable[[Context, Call], Awaitable[None]]
    summary: Phrase
    admins_only: bool = False
    re_answers: bool = False


async def show_help(context: Context, call: Call) -> None:
    """List the commands that everybody may use."""
    listed = tuple((command.name, command.summary) for command in COMMANDS if not command.admins_only)
    await send(context.bot, call.place, screens.help_text(call.language, listed, context.bot.username))


COMMANDS = (
    Command("start", actions.start, Phrase.COMMAND_START),
    Command("help", show_help, Phrase.COMMAND_HELP),
    Command("ask", actions.ask, Phrase.COMMAND_ASK, re_answers=True),
    Command("sources", actions.list_sources, Phrase.COMMAND_SOURCES),
    Command("source", actions.show_source, Phrase.COMMAND_SOURCE),
    Command("disagreements", actions.list_disagreements, Phrase.COMMAND_DISAGREEMENTS),
    Command("changes", actions.show_changes, Phrase.COMMAND_CHANGES),
    Command("omissions", actions.list_omissions, Phrase.COMMAND_OMISSIONS),
    Command("compare", actions.compare, Phrase.COMMAND_COMPARE),
    Command("coverage", actions.show_coverage, Phrase.COMMAND_COVERAGE),
    Command("timeline", actions.show_timeline, Phrase.COMMAND_TIMELINE),
    Command("language", actions.choose_language, Phrase.COMMAND_LANGUAGE),
    Command("settings", actions.show_settings, Phrase.COMMAND_SETTINGS),
    Command("privacy", actions.show_privacy, Phrase.COMMAND_PRIVACY),
    Command("forget", actions.forget, Phrase.COMMAND_FORGET),
    Command("cancel", actions.cancel, Phrase.COMMAND_CANCEL),
    Command("stats", administration.show_stats, Phrase.COMMAND_STATS, admins_only=True),
    Command("reload", administration.reload, Phrase.COMMAND_RELOAD, admins_only=True),
)


def command_callback(command: Command) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    """Wrap a command as a callback of python-telegram-bot."""

    async def run(update: Update, context: Context) -> None:
        message = update.effective_message
        if message is None:
            return
        async with in_turn(context, message) as admitted:
            if admitted:
                await _run(command, context, message)

    return run


async def _run(command: Command, context: Context, message: Message) -> None:
    call = await Call.of(message, context)
    if command.admins_only and not _is_admin(message, context):
        await send(context.bot, call.place, say(Phrase.ADMIN_ONLY, call.language))
        return
    await command.run(context, call)


async def handle_unknown_command(update: Update, context: Context) -> None:
    """Offer the nearest command; in a group only to those who name the bot."""
    message = update.effective_message
    if message is None or message.text is None:
        return
    word, _, addressee = message.text.split(maxsplit=1)[0].partition("@")
    if not _is_for_us(message, addressee, context.bot.username):
        return
    async with in_turn(context, message) as admitted:
        if admitted:
            await _offer_nearest(word, context, message)


async def _offer_nearest(word: str, context: Context, message: Message) -> None:
    call = await Call.of(message, context)
    names = [command.name for command in COMMANDS if not command.admins_only or _is_admin(message, context)]
    meant = nearest(word[1:], names)
    if meant is None:
        text = say(Phrase.UNKNOWN_COMMAND_ALONE, call.language, command=word[:40])
    else:
        text = say(Phrase.UNKNOWN_COMMAND, call.language, command=word[:40], nearest=f"/{meant}")
    await send(context.bot, call.place, text)


def nearest(name: str, known: Iterable[str]) -> str | None:
    found = process.extractOne(name.lower(), list(known), scorer=fuzz.ratio, score_cutoff=LEAST_SCORE)
    return found[0] if found else None


def _is_admin(message: Message, context: Context) -> bool:
    return message.from_user is not None and message.from_user.id in context.services.config.admin_ids


def _is_for_us(message: Message, addressee: str, bot_username: str) -> bool:
    if addressee:
        return addressee.casefold() == bot_username.casefold()
    return message.chat.type == ChatType.PRIVATE
