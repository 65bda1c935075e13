"""Where the sources part ways over all articles: topics in a list, each pressed open."""

from __future__ import annotations

from math import ceil

from msgspec import Struct

from cpecbot.bot.interface import Library
from cpecbot.bot.showing.screens import short_key
from cpecbot.languages import Language
from cpecbot.rendering.answer.context import Context, make_context
from cpecbot.rendering.answer.topics import list_block, topic_blocks, topics_of
from cpecbot.rendering.richtext.text import RichText
from cpecbot.rendering.surfaces.telegram import pack_pages

TOPICS_PER_PAGE = 8


class TopicList(Struct, frozen=True):
    """A page of the topics, numbered from ``first``, with the key of each on it."""

    text: RichText
    keys: tuple[str, ...]
    first: int
    page: int
    pages: int


class TopicNotes(Struct, frozen=True):
    """All notes on a topic, and the page of the list that it stands on."""

    texts: tuple[RichText, ...]
    listed: int


def topic_list(page: int, library: Library, language: Language) -> TopicList:
    """The last page for a number beyond it."""
    context = _context(library, language)
    every = topics_of(library.disagreements(), context)
    pages = max(1, ceil(len(every) / TOPICS_PER_PAGE))
    page = min(page, pages - 1)
    first = page * TOPICS_PER_PAGE
    shown = every[first : first + TOPICS_PER_PAGE]
    text = list_block(shown, first + 1, every, context)
    return TopicList(text, tuple(short_key(topic.name) for topic in shown), first + 1, page, pages)


def topic_notes(key: str, library: Library, language: Language) -> TopicNotes | None:
    """None where there is no such topic, or not in this language."""
    context = _context(library, language)
    for number, topic in enumerate(topics_of(library.disagreements(), context)):
        if short_key(topic.name) == key:
            return TopicNotes(pack_pages(topic_blocks(topic, context)), number // TOPICS_PER_PAGE)
    return None


def _context(library: Library, language: Language) -> Context:
    return make_context(library.corpus.articles, library.label, language, brief=True)
