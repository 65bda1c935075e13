"""What commands show that is not an answer."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct

from cpecbot.bot.interface import Library
from cpecbot.errors import CpecbotError
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import Plural, count, format_list, format_number, isolate, native_name, say
from cpecbot.i18n.direction import settle, settling_mark
from cpecbot.languages import Language, Languages
from cpecbot.models import Article, Coverage, Moment, Quote, Span
from cpecbot.rendering.answer import timeline
from cpecbot.rendering.answer.context import Context, attribution, link_to, make_context, names_in, stated
from cpecbot.rendering.answer.coverage import coverage_blocks
from cpecbot.rendering.richtext.text import EntityKind, RichText, RichTextBuilder, cut_point, plain, utf16_length
from cpecbot.rendering.surfaces.telegram import CAPTION_UNITS, MESSAGE_UNITS, pack
from cpecbot.storage import KEEP_IDS, KEEP_REPLIES, KEEP_TURN, Preferences

if TYPE_CHECKING:
    from cpecbot.rendering.pictures.canvas import Picture

logger = logging.getLogger(__name__)

_TOPICS_IN_A_CAPTION = 6
SOURCES_PER_PAGE = 10
# So that those of a page, their title and what parts them fit a message.
_LONGEST_ENTRY = MESSAGE_UNITS // (SOURCES_PER_PAGE + 1) - 2


def start(language: Language) -> RichText:
    return _lines(language, say(Phrase.START, language), "", say(Phrase.EXAMPLES_TITLE, language))


def help_text(language: Language, commands: tuple[tuple[str, Phrase], ...], bot_username: str) -> RichText:
    """``commands`` are names and summaries."""
    how = say(
        Phrase.HELP,
        language,
        filter_source="source:004",
        filter_language=f"lang:{language}",
        filter_date="from:2026-01-01",
    )
    listed = [f"{isolate(f'/{name}', language)} – {say(summary, language)}" for name, summary in commands]
    groups = say(Phrase.HELP_GROUPS, language)
    inline = say(Phrase.HELP_INLINE, language, bot=f"@{bot_username}")
    return _lines(language, how, "", *listed, "", groups, inline)


def privacy(remembered: int, language: Language) -> RichText:
    """What is kept of people, how long, and how it goes away; so many questions are ``remembered`` in memory."""
    figures = {
        "minutes": KEEP_TURN / 60,
        "days": KEEP_REPLIES / 86_400,
        "hours": KEEP_IDS / 3_600,
        "questions": remembered,
    }
    shown = {name: format_number(round(figure), language) for name, figure in figures.items()}
    return _lines(language, *say(Phrase.PRIVACY, language, **shown).split("\n"))


def languages(language: Language, *, of_chat: bool = False) -> RichText:
    """Above a choice of languages, that of a person or ``of_chat``, in whose name somebody writes."""
    return _lines(language, say(Phrase.LANGUAGE_CHOOSE, language), *_whose(language, of_chat=of_chat))


def settings(
    preferences: Preferences, offered: Languages, default_quotes: int, language: Language, *, of_chat: bool = False
) -> RichText:
    quotes = format_number(preferences.quotes or default_quotes, language)
    chosen = [native_name(each) for each in offered if each.code in preferences.source_languages]
    read = format_list(chosen, language) if chosen else say(Phrase.SETTINGS_ALL_LANGUAGES, language)
    state = say(Phrase.SETTINGS_ON if preferences.keep_questions else Phrase.SETTINGS_OFF, language)
    return _lines(
        language,
        say(Phrase.SETTINGS_TITLE, language),
        "",
        say(Phrase.SETTINGS_QUOTES, language, count=quotes),
        say(Phrase.SETTINGS_LANGUAGES, language, languages=read),
        say(Phrase.SETTINGS_KEEP_QUESTIONS, language, state=state),
        *_whose(language, of_chat=of_chat),
    )


def _whose(language: Language, *, of_chat: bool) -> tuple[str, ...]:
    return ("", say(Phrase.SETTINGS_OF_CHAT, language)) if of_chat else ()


class SourceList(Struct, frozen=True):
    """A page of the articles; ``names`` are the short names of those on it by source."""

    text: RichText
    names: Mapping[str, str]
    page: int
    pages: int


def sources(library: Library, language: Language, page: int = 0) -> SourceList:
    """The articles, with what each states of itself; the last page for a number beyond it."""
    articles = library.corpus.articles
    if not articles:
        return SourceList(_lines(language, say(Phrase.SOURCES_EMPTY, language)), {}, 0, 1)
    pages = ceil(len(articles) / SOURCES_PER_PAGE)
    page = min(page, pages - 1)
    context = make_context(articles, library.label, language)
    total = count(Plural.SOURCES_COUNT, len(articles), language)
    title = plain(settle(f"{say(Phrase.SOURCES_TITLE, language)} · {total}", language), EntityKind.BOLD)
    shown = tuple(articles)[page * SOURCES_PER_PAGE : (page + 1) * SOURCES_PER_PAGE]
    blocks = [_source(articles[source], len(library.corpus.sentences[source]), context) for source in shown]
    return SourceList(pack([title, *blocks])[0], {source: context.names[source] for source in shown}, page, pages)


def unknown_source(name: str, library: Library, language: Language) -> str:
    known = list(names_in(language, library.corpus.articles).values())
    listed = [*known[:SOURCES_PER_PAGE], *(["…"] if len(known) > SOURCES_PER_PAGE else [])]
    named = language.profile.punctuation.comma.join(listed)
    return say(Phrase.SOURCE_UNKNOWN, language, source=name[:40], sources=named)


def coverage(table: Coverage, library: Library, language: Language) -> tuple[RichText, ...]:
    """Who speaks of what, a line for each topic."""
    return pack(coverage_blocks(table, make_context(library.corpus.articles, library.label, language)))


class Drawing(Struct, frozen=True):
    """A PNG, with what it shows in words for who does not see it."""

    png: bytes
    caption: str


def coverage_drawn(table: Coverage, library: Library, language: Language) -> Drawing | None:
    """The coverage as a picture; None where it cannot be drawn."""
    from cpecbot.rendering.pictures.coverage import draw_coverage  # noqa: PLC0415 - HarfBuzz takes a while to load

    context = make_context(library.corpus.articles, library.label, language)
    told = (each.text for each in coverage_blocks(table, context, _TOPICS_IN_A_CAPTION))
    return _drawn(lambda: draw_coverage(table, context), told)


def timeline_drawn(moments: Sequence[Moment], topic: str, library: Library, language: Language) -> Drawing | None:
    """The days that the articles state as a picture; None where it cannot be drawn, or there are none."""
    from cpecbot.rendering.pictures.timeline import draw_timeline  # noqa: PLC0415 - HarfBuzz takes a while to load

    context = make_context(library.corpus.articles, library.label, language)
    told = (timeline.title(context, topic), *timeline.described(moments, context))
    return _drawn(lambda: draw_timeline(moments, context, topic), told) if moments else None


def _drawn(draw: Callable[[], Picture], told: Iterable[str]) -> Drawing | None:
    try:
        return Drawing(draw().png, _fitting("\n".join(told), CAPTION_UNITS))
    except CpecbotError as error:
        logger.warning("it is shown as text: %s", error)
        return None


def source_title(quote: Quote, library: Library, language: Language) -> str:
    """Who says it, in one line."""
    return " · ".join(attribution(quote, make_context(library.corpus.articles, library.label, language)))


def short_key(name: str) -> str:
    """A short stand-in for the name of a source or topic, which may not fit callback data."""
    return blake2b(name.encode(), digest_size=6).hexdigest()


def _source(article: Article, statements: int, context: Context) -> RichText:
    """``004 · APP · Islamabad · …``, the name bold and linked to the article."""
    nothing = Quote(article.source, Span(0, 0), "", article.language)
    name = context.name(article.source)
    rest = "".join(
        f" · {part}"
        for part in (*stated(nothing, context), count(Plural.STATEMENTS_COUNT, statements, context.language))
    )
    rest = _fitting(rest, _LONGEST_ENTRY - utf16_length(name))
    url = link_to(article)
    builder = RichTextBuilder()
    builder.add(settling_mark(name + rest, context.language))
    with builder.wrapped(EntityKind.BOLD):
        builder.add(name, *((EntityKind.TEXT_LINK,) if url else ()), url=url)
    builder.add(rest)
    return builder.build()


def _fitting(text: str, units: int) -> str:
    return text if utf16_length(text) <= units else text[: cut_point(text, units - 1)].rstrip() + "…"


def _lines(language: Language, *lines: str) -> RichText:
    return plain("\n".join(settle(line, language) if line else "" for line in lines))
