"""The command menu, as Telegram shows it."""

from __future__ import annotations

import shutil
from pathlib import Path

from cpecbot.bot.commands import menu
from cpecbot.bot.commands.table import COMMANDS
from cpecbot.languages import load_languages
from fakes.bot import ADMIN, Bot, Make
from fakes.languages import EN, LANGUAGES, folder_of


async def test_the_menu_is_set_in_every_language_and_only_where_it_changed(make_bot: Make) -> None:
    """At start, in the background."""
    bot = await make_bot()
    await bot.services.background[0]
    languages = {call.get("language_code", "") for call in bot.telegram.made("setMyCommands") if "scope" not in call}
    assert languages == {"", *(language.code for language in LANGUAGES)}
    for method in ("setMyDescription", "setMyShortDescription"):
        assert {call.get("language_code", "") for call in bot.telegram.made(method)} == languages
    shown = {command["command"] for command in bot.telegram.made("setMyCommands")[0]["commands"]}
    assert shown == {command.name for command in COMMANDS if not command.admins_only}
    (for_admin,) = [call for call in bot.telegram.made("setMyCommands") if "scope" in call]
    assert for_admin["scope"] == {"type": "chat", "chat_id": ADMIN}
    bot.telegram.calls.clear()
    await publish_again(bot)
    assert not bot.telegram.made("setMyCommands", "setMyDescription", "setMyShortDescription")


async def publish_again(bot: Bot) -> None:
    await menu.publish(bot.application.bot, (), LANGUAGES)


async def test_a_menu_that_cannot_be_set_does_not_stop_the_bot(make_bot: Make) -> None:
    """Telegram limits how often it may change."""
    bot = await make_bot()
    bot.telegram.fail("getMyCommands", 400, "Bad Request: no")
    await publish_again(bot)
    await bot.verify_dialog([("Gaza", "Gaza")])


async def test_the_menu_is_set_in_languages_of_two_letters_alone(bot: Bot, tmp_path: Path) -> None:
    """Telegram refuses others, and the menu of all that follow would be lost with them."""
    await bot.services.background[0]
    bot.telegram.calls.clear()
    folder = folder_of(tmp_path, nl="fallback = true", ckb="", xx='locale = "en"')
    shutil.copy(EN.folder / "messages.po", folder / "nl")
    languages = load_languages(folder)
    await menu.publish(bot.application.bot, (), languages)
    asked = [call.get("language_code") for call in bot.telegram.made("getMyCommands")]
    assert asked == [None, "nl", "xx"]
