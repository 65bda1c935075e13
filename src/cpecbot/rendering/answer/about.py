"""What stands above the quotes of an answer about the articles themselves, and the articles that it lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct

from cpecbot.i18n import Message, Plural, isolate, language_name
from cpecbot.models import About, Answer, Quote, Span, View
from cpecbot.rendering.answer.context import Context, shorten, source_label, stated
from cpecbot.rendering.answer.layout import heading, line
from cpecbot.rendering.richtext.text import RichText, join

_MOST_LISTED = 20
_MORE = "…"
_FIRST = {
    View.NEWEST: Message.NEWEST_ARTICLE,
    View.OLDEST: Message.OLDEST_ARTICLE,
    View.LONGEST: Message.LONGEST_ARTICLE,
    View.SHORTEST: Message.SHORTEST_ARTICLE,
}
_NAMED = {
    Message.MENTIONED_IN: "sources",
    Message.NOT_MENTIONED_IN: "others",
    Message.MENTION_UNSURE: "unsure",
}


class _Compared(Struct, frozen=True):
    """What stands above differences; above quotes without any; and where there is nothing to show."""

    differing: Message | None
    compared: Message
    agreed: Message


_COMPARED = {
    View.DIFFERENCES: _Compared(None, Message.NO_DIFFERENCE_HERE, Message.NO_DIFFERENCES),
    View.WHY: _Compared(Message.WHY_THEY_DIFFER, Message.NO_DIFFERENCE_HERE, Message.NO_DIFFERENCES),
    View.RIGHT: _Compared(Message.NEVER_SAY_WHO, Message.NEVER_SAY_WHO_COMPARE, Message.NEVER_SAY_WHO_AGREED),
}


def about_blocks(answer: Answer, context: Context) -> list[RichText]:
    """What is shown of the articles, in the bot's own words, and the articles that were asked for."""
    about = answer.about
    if about is None:
        return []
    told = [*_heading(answer, about, context)]
    listed = [line(text, context) for text in _listed(about, context)]
    return [join((*told, *listed), "\n")] if told or listed else []


def _heading(answer: Answer, about: About, context: Context) -> list[RichText]:
    words = context.words
    match about.view:
        case View.COUNT | View.LISTING:
            text = words.plural(Plural.ARTICLES_LISTED, len(about.sources))
        case View.REPORT:
            text = words.plural(Plural.REPORT, len(about.sources), sources=context.list_names(about.sources))
        case View.ALONE:
            message = Message.TOLD_ALONE if answer.quotes else Message.NOTHING_ALONE
            names = {"sources": context.list_names(about.sources), "others": context.list_names(about.others)}
            text = words.text(message, **names)
        case View.CHANGES:
            return []
        case View.DIFFERENCES | View.WHY | View.RIGHT:
            said = _COMPARED[about.view]
            agreed = said.compared if answer.quotes else said.agreed
            shown = said.differing if answer.disagreements else agreed
            return [line(words.text(shown), context)] if shown else []
        case _:
            text = _title(about, context)
    return [heading(text, context)]


def _title(about: About, context: Context) -> str:
    words = context.words
    if about.view is View.NOT_IN_LANGUAGE:
        tongue = next(each for each in context.language.peers if each.code == about.name)
        return words.text(Message.NOT_IN_LANGUAGE, language=language_name(tongue, context.language))
    if about.view is View.MENTIONS:
        return words.text(Message.MENTIONS_TITLE, topic=_name(about, context))
    if about.view is View.UNKNOWN:
        return words.text(Message.NO_SUCH_ARTICLE, name=_name(about, context))
    return words.text(_FIRST[about.view] if about.sources else Message.NO_DATED_ARTICLE)


def _listed(about: About, context: Context) -> list[str]:
    if about.view is View.MENTIONS:
        return list(_mentioning(about, context))
    if not about.is_listing:
        return []
    listed = (*about.sources, *about.others) if about.sizes else about.sources
    sizes = (context.words.plural(Plural.STATEMENTS_COUNT, size) for size in about.sizes[:_MOST_LISTED])
    described = [_described(source, context) for source in listed[:_MOST_LISTED]]
    lines = [" · ".join(filter(None, each)) for each in zip_longest(described, sizes)]
    lines += [_MORE] if len(listed) > _MOST_LISTED else []
    if about.view in {View.NEWEST, View.OLDEST} and about.sources and about.others:
        undated = context.list_names(about.others[:_MOST_LISTED])
        lines.append(context.words.plural(Plural.UNDATED, len(about.others), sources=undated))
    return lines


def _described(source: str, context: Context) -> str:
    article = context.articles[source]
    parts = stated(Quote(source, Span(0, 0), "", article.language), context)
    return "• " + " · ".join((source_label(source, context), *parts))


def _mentioning(about: About, context: Context) -> Iterator[str]:
    """Who speaks of it, who is proven not to, and of whom neither is known."""
    for message, group in _NAMED.items():
        if sources := getattr(about, group):
            yield context.words.text(message, sources=context.list_names(sources))


def _name(about: About, context: Context) -> str:
    return context.language.profile.punctuation.quote(isolate(shorten(about.name), context.language))
