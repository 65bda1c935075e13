"""What stands above the quotes of an answer about the articles themselves, and the articles that it lists."""

from __future__ import annotations

from cpecbot.i18n import Message, Plural, isolate
from cpecbot.models import About, Answer, Quote, Span, View
from cpecbot.rendering.answer.context import Context, shorten, source_label, stated
from cpecbot.rendering.answer.layout import heading, line
from cpecbot.rendering.richtext.text import RichText, join

_MOST_LISTED = 20
_MORE = "…"


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
        case View.NEWEST:
            text = words.text(Message.NEWEST_ARTICLE if about.sources else Message.NO_DATED_ARTICLE)
        case View.OLDEST:
            text = words.text(Message.OLDEST_ARTICLE if about.sources else Message.NO_DATED_ARTICLE)
        case View.UNKNOWN:
            text = words.text(Message.NO_SUCH_ARTICLE, name=_name(about, context))
        case View.REPORT:
            text = words.plural(Plural.REPORT, len(about.sources), sources=context.list_names(about.sources))
        case View.ALONE:
            message = Message.TOLD_ALONE if answer.quotes else Message.NOTHING_ALONE
            names = {"sources": context.list_names(about.sources), "others": context.list_names(about.others)}
            text = words.text(message, **names)
        case View.CHANGES:
            return []
        case View.DIFFERENCES:
            agreed = Message.NO_DIFFERENCE_HERE if answer.quotes else Message.NO_DIFFERENCES
            return [] if answer.disagreements else [line(words.text(agreed), context)]
        case View.RIGHT:
            agreed = Message.NEVER_SAY_WHO_COMPARE if answer.quotes else Message.NEVER_SAY_WHO_AGREED
            return [line(words.text(Message.NEVER_SAY_WHO if answer.disagreements else agreed), context)]
    return [heading(text, context)]


def _listed(about: About, context: Context) -> list[str]:
    if not about.is_listing:
        return []
    lines = [_described(source, context) for source in about.sources[:_MOST_LISTED]]
    lines += [_MORE] if len(about.sources) > _MOST_LISTED else []
    if about.view in {View.NEWEST, View.OLDEST} and about.sources and about.others:
        undated = context.list_names(about.others[:_MOST_LISTED])
        lines.append(context.words.plural(Plural.UNDATED, len(about.others), sources=undated))
    return lines


def _described(source: str, context: Context) -> str:
    article = context.articles[source]
    parts = stated(Quote(source, Span(0, 0), "", article.language), context)
    return "• " + " · ".join((source_label(source, context), *parts))


def _name(about: About, context: Context) -> str:
    return context.language.profile.punctuation.quote(isolate(shorten(about.name), context.language))
