"""The command menu, the descriptions and the name, in each language, brought up to date at start."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import BadRequest, TelegramError

from cpecbot.bot.commands.table import COMMANDS
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import say
from cpecbot.languages import Language, Languages

logger = logging.getLogger(__name__)


async def publish(bot: Bot, admin_ids: Iterable[int], languages: Languages, *, named: bool = False) -> None:
    """Set what differs from what Telegram has; the fallback also serves languages that the bot does not speak.

    Telegram takes menus for languages of two letters (ISO 639-1) alone. The name, which somebody chose at @BotFather,
    is set where it is to be ``named``; last, because Telegram lets it be changed a few times a day only.
    """
    known = [(each.code, each) for each in languages if len(each.code) == 2]
    try:
        for code, language in [(None, languages.fallback), *known]:
            await _publish_commands(bot, code, language)
            await _publish_descriptions(bot, code, language)
        for admin in admin_ids:
            await _publish_admin_commands(bot, admin, languages.fallback)
        for code, language in [(None, languages.fallback), *known] if named else ():
            await _publish_name(bot, code, language)
    except TelegramError as error:
        logger.warning("the menu is not up to date: %s", error.message)


def menu(language: Language, *, admin: bool = False) -> tuple[BotCommand, ...]:
    shown = (command for command in COMMANDS if admin or not command.admins_only)
    return tuple(BotCommand(command.name, say(command.summary, language)) for command in shown)


async def _publish_commands(bot: Bot, code: str | None, language: Language) -> None:
    wanted = menu(language)
    if tuple(await bot.get_my_commands(language_code=code)) != wanted:
        await bot.set_my_commands(wanted, language_code=code)


async def _publish_descriptions(bot: Bot, code: str | None, language: Language) -> None:
    description, short = say(Phrase.DESCRIPTION, language), say(Phrase.SHORT_DESCRIPTION, language)
    if (await bot.get_my_description(code)).description != description:
        await bot.set_my_description(description, code)
    if (await bot.get_my_short_description(code)).short_description != short:
        await bot.set_my_short_description(short, code)


async def _publish_name(bot: Bot, code: str | None, language: Language) -> None:
    name = say(Phrase.BOT_NAME, language)
    if (await bot.get_my_name(code)).name != name:
        await bot.set_my_name(name, code)


async def _publish_admin_commands(bot: Bot, admin: int, language: Language) -> None:
    """An admin who never opened the bot has no chat yet."""
    try:
        await bot.set_my_commands(menu(language, admin=True), scope=BotCommandScopeChat(admin))
    except BadRequest as error:
        logger.info("admin %d has no menu yet: %s", admin, error.message)
