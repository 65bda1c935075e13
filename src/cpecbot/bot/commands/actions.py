"""What each command shows or does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import Struct
from telegram import Message

from cpecbot.bot.answering import asking
from cpecbot.bot.buttons import keyboards
from cpecbot.bot.buttons.presses import View
from cpecbot.bot.interface import Library
from cpecbot.bot.messaging import links
from cpecbot.bot.messaging.addressing import asker_of, is_chat, pointed_at, spoken_text
from cpecbot.bot.messaging.delivery import Place, put, send, send_picture
from cpecbot.bot.services.context import Context
from cpecbot.bot.showing import answers, differences, screens
from cpecbot.errors import CorpusError
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import say, translator
from cpecbot.languages import Language
from cpecbot.rendering.richtext.text import RichText


class Call(Struct, frozen=True):
    """A command as given; ``argument`` is the text after it."""

    message: Message
    argument: str
    language: Language

    @classmethod
    async def of(cls, message: Message, context: Context) -> Call:
        language = await context.services.language(asker_of(message), message.from_user)
        return cls(message, spoken_text(message, context.bot.id, context.bot.username), language)

    @property
    def place(self) -> Place:
        return Place.of(self.message)

    @property
    def person(self) -> int:
        return asker_of(self.message)


async def start(context: Context, call: Call) -> None:
    """Greet, or follow the deep link that opened the chat."""
    link = links.read_payload(call.argument)
    if isinstance(link, links.AskLink):
        await asking.answer(context, asking.Question.of(call.message, link.question, unseen=True))
    elif isinstance(link, links.SourceLink):
        await _show_source(context, call, link.source)
    elif call.argument and call.argument != links.HELP:
        await _say(context, call, say(Phrase.LINK_BROKEN, call.language))
    else:
        await send(context.bot, call.place, screens.start(call.language), keyboards.examples(call.language))


async def ask(context: Context, call: Call) -> None:
    """Ask what stands after the command, or in the message that the command replies to."""
    question = call.argument or pointed_at(call.message, context.bot.id)
    if question:
        await asking.answer(context, asking.Question.of(call.message, question))
    else:
        example = f"/ask {translator(call.language).examples()[0]}"
        await _say(context, call, say(Phrase.ASK_USAGE, call.language, example=example))


async def list_sources(context: Context, call: Call) -> None:
    services = context.services
    listed = screens.sources(services.library, call.language)
    await send(context.bot, call.place, listed.text, keyboards.sources(listed, services.show(call.person)))


async def show_source(context: Context, call: Call) -> None:
    """Show one article, named by the start of its name or by its number."""
    if call.argument:
        await _show_source(context, call, call.argument)
    else:
        example = f"/source {next(iter(context.services.library.corpus.articles), '1')}"
        await _say(context, call, say(Phrase.SOURCE_USAGE, call.language, example=example))


async def list_disagreements(context: Context, call: Call) -> None:
    """Show on which topics the sources differ; each is pressed open."""
    services = context.services
    listed = await context.compute(differences.topic_list, 0, services.library, call.language)
    keyboard = keyboards.topics(listed, services.show(call.person), call.language)
    await send(context.bot, call.place, listed.text, keyboard)


async def show_changes(context: Context, call: Call) -> None:
    """Show what changed between rounds, on a topic where one is given."""
    await _show_pages(context, call, View.CHANGES, partial(answers.changes, call.argument), call.argument)


async def list_omissions(context: Context, call: Call) -> None:
    """Show what outlets make of the points of the primary text, all or those on a topic."""
    await _show_pages(context, call, View.OMISSIONS, partial(answers.omissions, call.argument), call.argument)


async def _show_pages(
    context: Context,
    call: Call,
    view: View,
    told: Callable[[Library, Language], tuple[RichText, ...]],
    topic: str = "",
) -> None:
    """Show the first of the pages that ``told`` makes, with what turns them."""
    services = context.services
    texts = await context.compute(told, services.library, call.language)
    keyboard = keyboards.under_pages(view, services.show(call.person, topic=topic), 0, len(texts))
    await send(context.bot, call.place, texts[0], keyboard)


async def compare(context: Context, call: Call) -> None:
    """Show what each source says on a topic."""
    services = context.services
    if not call.argument:
        await _say(context, call, say(Phrase.COMPARE_USAGE, call.language, example="/compare Gwadar"))
        return
    options = await services.options(call.person, call.message.from_user)
    found, pages = await context.compute(answers.comparison, call.argument, services.library, options)
    key, shares = services.show(call.person, found), context.shares(call.place)
    keyboard = keyboards.under_answer(found, pages, key, shares=shares)
    await put(context.bot, call.place, pages.first, keyboard)


async def show_coverage(context: Context, call: Call) -> None:
    """Draw which source speaks of what; as text where a picture cannot be drawn or sent."""
    services, library = context.services, context.services.library
    table = await context.compute(services.drawn.get, library, "coverage", library.coverage)
    draw = partial(screens.coverage_drawn, table, library, call.language)
    drawing = await context.compute(services.drawn.get, library, ("coverage", call.language), draw)
    concepts = {row.concept: library.label(row.concept, call.language) for row in table.rows}
    keyboard = keyboards.spoken_of(concepts, services.show(call.person))
    if drawing is None or not await send_picture(context.bot, call.place, drawing.png, drawing.caption, keyboard):
        await put(context.bot, call.place, screens.coverage(table, library, call.language), keyboard)


async def show_timeline(context: Context, call: Call) -> None:
    """Draw the days that the articles state, all or those on a topic; below it what they say of them."""
    services, library, topic = context.services, context.services.library, call.argument
    moments = await context.compute(library.timeline, topic)
    draw = partial(screens.timeline_drawn, moments, topic, library, call.language)
    if topic:
        drawing = await context.compute(draw)
    else:
        drawing = await context.compute(services.drawn.get, library, ("timeline", call.language), draw)
    if drawing is not None:
        await send_picture(context.bot, call.place, drawing.png, drawing.caption)
    await _show_pages(context, call, View.TIMELINE, partial(answers.timeline, topic), topic)


async def choose_language(context: Context, call: Call) -> None:
    services = context.services
    languages, preferences = services.library.languages, await services.storage.preferences(call.person)
    chosen = languages.get(preferences.language)
    keyboard = keyboards.languages(languages, services.show(call.person), chosen, call.language)
    text = screens.languages(call.language, of_chat=is_chat(call.person))
    await send(context.bot, call.place, text, keyboard)


async def show_settings(context: Context, call: Call) -> None:
    services = context.services
    languages, preferences = services.library.languages, await services.storage.preferences(call.person)
    keyboard = keyboards.settings(preferences, languages, services.show(call.person), call.language)
    of_chat, quotes = is_chat(call.person), services.config.quotes_per_answer
    text = screens.settings(preferences, languages, quotes, call.language, of_chat=of_chat)
    await send(context.bot, call.place, text, keyboard)


async def show_privacy(context: Context, call: Call) -> None:
    text = screens.privacy(context.services.config.remembered_answers, call.language)
    await send(context.bot, call.place, text)


async def forget(context: Context, call: Call) -> None:
    """Ask whether all that is known of the person, or of the chat that was spoken for, shall be deleted."""
    keyboard = keyboards.forget(context.services.show(call.person), call.language)
    asked = Phrase.FORGET_ASK_CHAT if is_chat(call.person) else Phrase.FORGET_ASK
    await send(context.bot, call.place, say(asked, call.language), keyboard)


async def cancel(context: Context, call: Call) -> None:
    """Drop the conversation, so that the next question stands alone."""
    dropped = await context.services.storage.drop_turn(call.message.chat.id, call.person)
    await _say(context, call, say(Phrase.CANCELLED if dropped else Phrase.NOTHING_TO_CANCEL, call.language))


async def _show_source(context: Context, call: Call, name: str) -> None:
    services = context.services
    try:
        source = services.library.corpus.resolve(name)
    except CorpusError:
        await _say(context, call, screens.unknown_source(name, services.library, call.language))
        return
    texts = await context.compute(answers.full_text, source, services.library, call.language)
    link = links.source_link(source, context.bot.username)
    keyboard = keyboards.under_source(source, services.show(call.person), 0, len(texts), link)
    await send(context.bot, call.place, texts[0], keyboard)


async def _say(context: Context, call: Call, text: str) -> None:
    await send(context.bot, call.place, text)
