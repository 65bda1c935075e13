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


async def test_the_name_is_left_to_whoever_gave_it_unless_a_setting_says_so(make_bot: Make) -> None:
    """Set in each language, and only where it differs: Telegram lets it be changed a few times a day."""
    bot = await make_bot()
    await bot.services.background[0]
    assert not bot.telegram.made("setMyName", "getMyName")
    named = await make_bot(sets_name=True)
    await named.services.background[0]
    codes = [call.get("language_code", "") for call in named.telegram.made("setMyName")]
    assert sorted(codes) == sorted(["", *LANGUAGES.codes])
    named.telegram.calls.clear()
    await menu.publish(named.application.bot, (), LANGUAGES, named=True)
    assert len(named.telegram.made("getMyName")) == 1 + len(LANGUAGES.codes)
    assert not named.telegram.made("setMyName")


async def test_a_name_that_may_not_be_changed_now_is_left_for_the_next_start(bot: Bot) -> None:
    """All else is set before it, and nothing asks again at once."""
    await bot.services.background[0]
    bot.telegram.calls.clear()
    bot.telegram.fail("setMyName", 429, "Too Many Requests: retry after 80000", retry_after=80_000)
    await menu.publish(bot.application.bot, (), LANGUAGES, named=True)
    assert len(bot.telegram.made("setMyName")) == 1
    assert bot.telegram.made("getMyShortDescription")


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
