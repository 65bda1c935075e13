"""Every command, in the order of the menu."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from cpecbot.bot.receiving import administration, commands
from cpecbot.bot.receiving.commands import Call
from cpecbot.bot.services.context import Context
from cpecbot.bot.showing import screens
from cpecbot.bot.wire.delivery import send
from cpecbot.i18n import Message as Phrase


@dataclass(frozen=True, slots=True)
class Command:
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
    Command("start", commands.start, Phrase.COMMAND_START),
    Command("help", show_help, Phrase.COMMAND_HELP),
    Command("ask", commands.ask, Phrase.COMMAND_ASK, re_answers=True),
    Command("sources", commands.list_sources, Phrase.COMMAND_SOURCES),
    Command("source", commands.show_source, Phrase.COMMAND_SOURCE),
    Command("disagreements", commands.list_disagreements, Phrase.COMMAND_DISAGREEMENTS),
    Command("compare", commands.compare, Phrase.COMMAND_COMPARE),
    Command("coverage", commands.show_coverage, Phrase.COMMAND_COVERAGE),
    Command("language", commands.choose_language, Phrase.COMMAND_LANGUAGE),
    Command("settings", commands.show_settings, Phrase.COMMAND_SETTINGS),
    Command("privacy", commands.show_privacy, Phrase.COMMAND_PRIVACY),
    Command("forget", commands.forget, Phrase.COMMAND_FORGET),
    Command("cancel", commands.cancel, Phrase.COMMAND_CANCEL),
    Command("stats", administration.show_stats, Phrase.COMMAND_STATS, admins_only=True),
    Command("reload", administration.reload, Phrase.COMMAND_RELOAD, admins_only=True),
)
