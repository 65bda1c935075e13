"""The days that articles state, in words: a block for each, with what its sources say happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cpecbot.i18n import Message
from cpecbot.i18n.values import format_value
from cpecbot.models import Disagreement, Moment, Quote, Span, Value, ValueKind
from cpecbot.rendering.answer.context import Context, shorten, unnamed_speaker
from cpecbot.rendering.answer.copies import and_copies
from cpecbot.rendering.answer.layout import BETWEEN_BLOCKS, aside, heading, introduced, line, settled
from cpecbot.rendering.answer.notes import note, quoted
from cpecbot.rendering.richtext.text import RichText, RichTextBuilder, join

_DIFFERS = "⚖️"


def timeline_blocks(moments: Sequence[Moment], context: Context, topic: str = "") -> list[RichText]:
    """A block for each day, in order, under a title; else why there is none."""
    if not moments:
        return [line(none_text(context, topic), context)]
    first, *others = moment_blocks(moments, context)
    return [join((heading(title(context, topic), context), first), BETWEEN_BLOCKS), *others]


def moment_blocks(moments: Iterable[Moment], context: Context) -> Iterator[RichText]:
    """A note on days that differ stands once, with the first of them."""
    noted: list[Disagreement] = []
    for moment in moments:
        fresh = [each for each in moment.differing if each not in noted]
        noted += fresh
        told = [settled(_said(quote, context), context) for quote in moment.quotes]
        remarks = [aside(f"{_DIFFERS} {note(each, context).text}", context) for each in fresh]
        yield join([heading(_headed(moment, context), context), *told, *remarks], "\n")


def title(context: Context, topic: str = "") -> str:
    if topic.strip():
        return context.words.text(Message.TIMELINE_TITLE_ON, topic=shorten(topic))
    return context.words.text(Message.TIMELINE_TITLE)


def none_text(context: Context, topic: str = "") -> str:
    """Why there is nothing to show."""
    if topic.strip():
        return context.words.text(Message.TIMELINE_NOTHING, topic=shorten(topic))
    return context.words.text(Message.TIMELINE_EMPTY)


def days_text(moment: Moment, context: Context) -> str:
    """``4 January 2026``, ``January 2026``, ``2026``; without the year where nobody tells it."""
    value = Value(ValueKind.DATE, Span(0, 0), first=moment.first, last=moment.last, year_known=moment.year_known)
    return format_value(value, context.language, context.label) or ""


def described(moments: Sequence[Moment], context: Context) -> Iterator[str]:
    """A line for each day, for who does not see the picture: ``4 January 2026: 002 and 004``."""
    for moment in moments:
        sources = dict.fromkeys(source for quote in moment.quotes for source in (quote.source, *quote.copies))
        yield introduced(_headed(moment, context), context.list_names(sources), context)


def voice(quote: Quote, context: Context) -> str:
    """Who says it: the source, with its copies, and whoever it quotes without naming him in these words."""
    speaker = unnamed_speaker(quote, context)
    said = context.language.profile.punctuation.parentheses.format(speaker) if speaker else ""
    return context.name(quote.source) + and_copies(quote, context) + said


def _headed(moment: Moment, context: Context) -> str:
    days = days_text(moment, context)
    return f"{days} {_DIFFERS}" if moment.differing else days


def _said(quote: Quote, context: Context) -> RichText:
    builder = RichTextBuilder()
    builder.add(introduced(voice(quote, context), "", context))
    builder.append(quoted(quote, context))
    return builder.build()
