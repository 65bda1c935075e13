"""The buttons under what commands show: examples, sources, languages, settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from cpecbot.bot.buttons import keyboards
from cpecbot.bot.buttons.anew import command_in
from cpecbot.bot.buttons.presses import Pressed, View
from cpecbot.bot.interface import Library
from cpecbot.bot.messaging.addressing import is_chat, spoken_text
from cpecbot.bot.messaging.delivery import edit
from cpecbot.bot.messaging.links import source_link
from cpecbot.bot.services.context import Context
from cpecbot.bot.showing import answers, differences, screens
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import native_name, say
from cpecbot.languages import Language, Languages
from cpecbot.rendering.richtext.text import RichText
from cpecbot.storage import CHOICES, Preferences

Pages = tuple[RichText, ...]


async def list_sources(context: Context, pressed: Pressed) -> str | None:
    """Show another page of the articles."""
    services = context.services
    language = await services.language(pressed.user.id, pressed.user)
    listed = screens.sources(services.library, language, pressed.press.number(0))
    keyboard = keyboards.sources(listed, pressed.press.key)
    await edit(context.bot, pressed.place, pressed.message.message_id, listed.text, keyboard)
    return None


async def show_source(context: Context, pressed: Pressed) -> str | None:
    """Show a page of an article in the place of the list."""
    services = context.services
    language = await services.language(pressed.user.id, pressed.user)
    wanted = pressed.press.argument.partition(".")[0]
    source = next((name for name in services.library.corpus.articles if screens.short_key(name) == wanted), None)
    if source is None:
        return say(Phrase.BUTTON_EXPIRED, language)
    texts = await context.compute(answers.full_text, source, services.library, language)
    page = min(pressed.press.number(1), len(texts) - 1)
    keyboard = keyboards.under_source(
        source, pressed.press.key, page, len(texts), source_link(source, context.bot.username)
    )
    await edit(context.bot, pressed.place, pressed.message.message_id, texts[page], keyboard)
    return None


async def choose_language(context: Context, pressed: Pressed) -> str | None:
    """Keep the language chosen for the bot's words, or none."""
    services = context.services
    languages = services.library.languages
    chosen = languages.get(pressed.press.argument)
    changed = replace(await services.storage.preferences(pressed.owner), language=chosen.code if chosen else None)
    saved = await services.storage.save_preferences(pressed.owner, changed, context.update_id, changed=("language",))
    language = await services.language(pressed.owner, pressed.user)
    keyboard = keyboards.languages(languages, pressed.press.key, chosen, language)
    text = screens.languages(language, of_chat=is_chat(pressed.owner))
    await edit(context.bot, pressed.place, pressed.message.message_id, text, keyboard)
    if not saved:
        return say(Phrase.SETTINGS_NOT_SAVED, language)
    if chosen is None:
        return say(Phrase.LANGUAGE_AUTO_SET, language)
    return say(Phrase.LANGUAGE_SET, language, language=native_name(language))


async def change_setting(context: Context, pressed: Pressed) -> str | None:
    """Switch one setting and show how they stand."""
    services = context.services
    language = await services.language(pressed.owner, pressed.user)
    languages = services.library.languages
    before = await services.storage.preferences(pressed.owner)
    changed = _changed(before, pressed.press.argument, languages)
    if changed is None:
        return say(Phrase.BUTTON_EXPIRED, language)
    chosen = tuple(name for name in CHOICES if getattr(changed, name) != getattr(before, name))
    saved = await services.storage.save_preferences(pressed.owner, changed, context.update_id, changed=chosen)
    keyboard = keyboards.settings(changed, languages, pressed.press.key, language)
    of_chat, quotes = is_chat(pressed.owner), services.config.quotes_per_answer
    text = screens.settings(changed, languages, quotes, language, of_chat=of_chat)
    await edit(context.bot, pressed.place, pressed.message.message_id, text, keyboard)
    return say(Phrase.SETTINGS_SAVED if saved else Phrase.SETTINGS_NOT_SAVED, language)


async def show_notes(context: Context, pressed: Pressed) -> str | None:
    """Show a page of the topics on which the sources differ."""
    services = context.services
    language = await services.language(pressed.user.id, pressed.user)
    page = pressed.press.number(0)
    listed = await context.compute(differences.topic_list, page, services.library, language)
    keyboard = keyboards.topics(listed, pressed.press.key, language)
    await edit(context.bot, pressed.place, pressed.message.message_id, listed.text, keyboard)
    return None


async def show_topic(context: Context, pressed: Pressed) -> str | None:
    """Show how the sources differ on a topic, page by page."""
    services = context.services
    language = await services.language(pressed.user.id, pressed.user)
    topic = pressed.press.argument.partition(".")[0]
    found = await context.compute(differences.topic_notes, topic, services.library, language)
    if found is None:
        return say(Phrase.BUTTON_EXPIRED, language)
    page = min(pressed.press.number(1), len(found.texts) - 1)
    keyboard = keyboards.under_topic(topic, found, pressed.press.key, page, language)
    await edit(context.bot, pressed.place, pressed.message.message_id, found.texts[page], keyboard)
    return None


async def show_changes(context: Context, pressed: Pressed) -> str | None:
    """Show a page of what changed between rounds; of a topic only while that is told."""
    return await _show_on_topic(context, pressed, View.CHANGES, answers.changes)


async def show_omissions(context: Context, pressed: Pressed) -> str | None:
    """Show a page of what outlets make of the primary text; of a topic only while that is told."""
    return await _show_on_topic(context, pressed, View.OMISSIONS, answers.omissions)


async def show_timeline(context: Context, pressed: Pressed) -> str | None:
    """Show a page of the days that the articles state; of a topic only while that is told."""
    return await _show_on_topic(context, pressed, View.TIMELINE, answers.timeline)


async def _show_on_topic(
    context: Context, pressed: Pressed, view: View, told: Callable[[str, Library, Language], Pages]
) -> str | None:
    above = context.services.shown.get(pressed.press.key)
    topic = above.topic if above is not None else _topic(context, pressed)
    if topic is None:
        return say(Phrase.BUTTON_EXPIRED, await context.services.language(pressed.user.id, pressed.user))
    return await _show_page(context, pressed, view, partial(told, topic))


def _topic(context: Context, pressed: Pressed) -> str | None:
    """What stands after the command that is replied to; None where that is not told."""
    command = pressed.message.reply_to_message
    if command is None or not command_in(command):
        return None
    return spoken_text(command, context.bot.id, context.bot.username)


async def _show_page(
    context: Context, pressed: Pressed, view: View, told: Callable[[Library, Language], Pages]
) -> str | None:
    """Show the wanted one of the pages that ``told`` makes."""
    services = context.services
    language = await services.language(pressed.user.id, pressed.user)
    texts = await context.compute(told, services.library, language)
    page = min(pressed.press.number(0), len(texts) - 1)
    keyboard = keyboards.under_pages(view, pressed.press.key, page, len(texts))
    await edit(context.bot, pressed.place, pressed.message.message_id, texts[page], keyboard)
    return None


async def forget(context: Context, pressed: Pressed) -> str | None:
    """Delete all that is known of a person, or of a chat that spoke, to whoever said yes."""
    language = await context.services.language(pressed.owner, pressed.user)
    done = Phrase.FORGET_DONE_CHAT if is_chat(pressed.owner) else Phrase.FORGET_DONE
    if not pressed.press.number(0):
        outcome = Phrase.FORGET_KEPT
    else:
        outcome = done if await context.services.forget(pressed.owner) else Phrase.FORGET_FAILED
    await edit(context.bot, pressed.place, pressed.message.message_id, say(outcome, language))
    return None


def _changed(preferences: Preferences, argument: str, languages: Languages) -> Preferences | None:
    """The preferences after pressing ``quotes.5``, ``read.fa`` or ``keep.``; a second press takes a choice back."""
    name, _, value = argument.partition(".")
    match name:
        case "quotes" if value in map(str, keyboards.QUOTE_COUNTS):
            return replace(preferences, quotes=None if preferences.quotes == int(value) else int(value))
        case "read" if value in languages.codes:
            chosen = {*preferences.source_languages} ^ {value}
            return replace(preferences, source_languages=tuple(code for code in languages.codes if code in chosen))
        case "keep":
            return replace(preferences, keep_questions=not preferences.keep_questions)
    return None
