"""An answer as Telegram messages: plain text and entities.

A message speaks in one direction, that of the person's language; what runs the other way is isolated outside its own
characters. A blockquote entity covers exactly the words of the article: where these need isolating, the quote stands in
the line of its source (clients put a blockquote on lines of its own anyway), because an isolate ends with its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from cpecbot.i18n import Message, Plural, format_number
from cpecbot.i18n.direction import isolation, settle, settling_mark
from cpecbot.models import Answer, Article, Disagreement, Language, Level, Quote, Span
from cpecbot.rendering.context import Context, Label, attribution, make_context, shorten
from cpecbot.rendering.notes import emphasised, level_order, note, other_event_remarks
from cpecbot.rendering.reasons import no_answer_text
from cpecbot.rendering.richtext import (
    EntityKind,
    RichText,
    RichTextBuilder,
    cut_point,
    join,
    limit_entities,
    plain,
    split,
    utf16_length,
)

MESSAGE_UNITS = 4096
MESSAGE_ENTITIES = 100
_EXPANDABLE_FROM = 600
_LONGEST_LINE = 600
_LONGEST_URL = 2000
_MOST_HIGHLIGHTS = 40
# What isolating the part of a cut quote may take, at worst.
_ISOLATING_UNITS = 140
_OPEN_LEVELS = (Level.CONTRADICTION, Level.DIFFERING)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A quote with its place in the list, or none when it stands alone."""

    quote: Quote
    number: int | None = None


def render_answer(
    answer: Answer,
    articles: Mapping[str, Article],
    label: Label,
    language: Language | None = None,
    first_number: int = 1,
) -> tuple[RichText, ...]:
    """The messages of an answer, in order; at least one, none empty.

    ``language`` is the person's, the question's when None. ``first_number`` numbers the quotes of a further page.
    """
    context = make_context(articles, label, language or answer.language)
    other_event = {source for note_ in answer.disagreements for source in note_.other_event}
    blocks = [*_preface(answer, context)]
    for number, quote in enumerate(answer.quotes, first_number):
        blocks += _quote_blocks(_Numbered(quote, number), context, quote.source in other_event)
    if not answer.quotes:
        blocks += _no_answer(answer, context)
    blocks += difference_blocks(answer.disagreements, context)
    if answer.quotes and answer.silent_sources:
        names = context.list_names(answer.silent_sources)
        blocks.append(_line(context.words.plural(Plural.SILENT, len(answer.silent_sources), sources=names), context))
    return pack(blocks)


def render_quote(
    quote: Quote, articles: Mapping[str, Article], label: Label, language: Language, title: str = ""
) -> tuple[RichText, ...]:
    """One passage with its source, under a title: the context of a quote, or an article's full text."""
    context = make_context(articles, label, language)
    head = [plain(settle(shorten(title, _LONGEST_LINE), language), EntityKind.BOLD)] if title else []
    return pack([*head, *_quote_blocks(_Numbered(quote), context, other_event=False)])


def render_disagreements(
    disagreements: Iterable[Disagreement], articles: Mapping[str, Article], label: Label, language: Language
) -> tuple[RichText, ...]:
    """All notes on their own, contradictions first."""
    context = make_context(articles, label, language)
    disagreements = tuple(disagreements)
    blocks = difference_blocks(disagreements, context)
    return pack(blocks or [_line(context.words.text(Message.NO_DIFFERENCES), context)])


def pack(blocks: Iterable[RichText]) -> tuple[RichText, ...]:
    """Blocks put together into as few messages as Telegram's limits allow; only a block too long for one is cut."""
    messages: list[RichText] = []
    for block in blocks:
        for piece in split(block, MESSAGE_UNITS):
            limited = limit_entities(piece, MESSAGE_ENTITIES)
            both = join((messages[-1], limited)) if messages else limited
            if messages and both.units <= MESSAGE_UNITS and len(both.entities) <= MESSAGE_ENTITIES:
                messages[-1] = both
            else:
                messages.append(limited)
    return tuple(messages)


def difference_blocks(disagreements: Iterable[Disagreement], context: Context) -> list[RichText]:
    """Contradictions and differences in the open, mere wording and detail folded away."""
    ordered = sorted(disagreements, key=level_order)
    if not ordered:
        return []
    notes = [_settled(note(disagreement, context), context) for disagreement in ordered]
    weighty = [text for text, of in zip(notes, ordered, strict=True) if of.level in _OPEN_LEVELS]
    minor = [text for text, of in zip(notes, ordered, strict=True) if of.level not in _OPEN_LEVELS]
    remarks = [
        plain(settle(text, context.language), EntityKind.ITALIC) for text in other_event_remarks(ordered, context)
    ]
    blocks = []
    if weighty or remarks:
        title = plain(settle("⚖️ " + context.words.text(Message.DIFFERENCES_TITLE), context.language), EntityKind.BOLD)
        first, *rest = [*weighty, *remarks]
        blocks += [join((title, first), "\n"), *rest]
    if minor:
        blocks += _folded(context.words.text(Message.MINOR_DIFFERENCES_TITLE), minor, context)
    return blocks


def _preface(answer: Answer, context: Context) -> list[RichText]:
    words = context.words
    if answer.understood:
        return [_line(words.text(Message.UNDERSTOOD_AS, question=shorten(answer.understood, _LONGEST_LINE)), context)]
    if answer.did_you_mean and answer.quotes:
        return [_line(words.text(Message.ANSWERED_AS, question=shorten(answer.did_you_mean, _LONGEST_LINE)), context)]
    return []


def _no_answer(answer: Answer, context: Context) -> list[RichText]:
    words = context.words
    blocks = [_line(text, context) for text in no_answer_text(answer, context)]
    if answer.did_you_mean:
        blocks.append(_line(words.text(Message.DID_YOU_MEAN, question=shorten(answer.did_you_mean)), context))
    if answer.nearest:
        heading = _aside(words.text(Message.NEAREST_PASSAGE), context)
        first, *rest = _quote_blocks(_Numbered(answer.nearest), context, other_event=False)
        blocks += [join((heading, first), "\n") if heading.units + first.units < MESSAGE_UNITS else first, *rest]
    return blocks


def _quote_blocks(numbered: _Numbered, context: Context, other_event: bool) -> list[RichText]:
    """A quote with its source line and what is said about it; several blocks only when it is too long for a message."""
    quote = replace(numbered.quote, highlights=numbered.quote.highlights[:_MOST_HIGHLIGHTS])
    whole = _quote_block(numbered, quote, context, other_event, ())
    if whole.units <= MESSAGE_UNITS:
        return [whole]
    bare = _quote_block(numbered, replace(quote, text="", highlights=()), context, other_event, (99,))
    room = MESSAGE_UNITS - bare.units - _ISOLATING_UNITS
    parts = _cut(quote, room)
    return [_quote_block(numbered, part, context, other_event, (len(parts),)) for part in parts]


def _quote_block(
    numbered: _Numbered, quote: Quote, context: Context, other_event: bool, parts: tuple[int, ...]
) -> RichText:
    around = isolation(quote.text, quote.language, context.language)
    builder = RichTextBuilder()
    builder.append(_header(numbered, context, parts))
    builder.add((" " + around.before) if around.before else "\n")
    kind = EntityKind.BLOCKQUOTE
    if utf16_length(quote.text) > _EXPANDABLE_FROM:
        kind = EntityKind.EXPANDABLE_BLOCKQUOTE
    with builder.wrapped(kind):
        builder.append(emphasised(quote))
    builder.add(around.after)
    for number, line in enumerate(_remarks(quote, context, other_event)):
        builder.add(" " if around.after and not number else "\n")
        builder.append(_aside(line, context))
    return builder.build()


def _header(numbered: _Numbered, context: Context, parts: tuple[int, ...]) -> RichText:
    """``1. APP · Islamabad · 5 January 2026 · English · source 004``, the outlet bold and linked to the article."""
    outlet, *rest = attribution(numbered.quote, context)
    article = context.articles.get(numbered.quote.source)
    head = f"{format_number(numbered.number, context.language)}. " if numbered.number else ""
    rest += [context.words.plural(Plural.QUOTE_PARTS, count) for count in parts]
    whole = " · ".join((head + outlet, *rest))
    builder = RichTextBuilder()
    builder.add(settling_mark(whole, context.language))
    builder.add(head, EntityKind.BOLD)
    url = article.url if article else None
    if url and url.startswith(("http://", "https://")) and len(url) <= _LONGEST_URL:
        with builder.wrapped(EntityKind.BOLD):
            builder.add(outlet, EntityKind.TEXT_LINK, url=url)
    else:
        builder.add(outlet, EntityKind.BOLD)
    builder.add("".join(" · " + part for part in rest))
    return builder.build()


def _remarks(quote: Quote, context: Context, other_event: bool) -> list[str]:
    lines = []
    if quote.gloss and quote.language is not context.language:
        lines.append(context.words.text(Message.KEY_TERMS, terms=shorten(" · ".join(quote.gloss), _LONGEST_LINE)))
    if other_event:
        lines.append(context.words.text(Message.MAY_BE_OTHER_EVENT))
    return lines


def _cut(quote: Quote, room: int) -> list[Quote]:
    parts = []
    at, end = 0, len(quote.text)
    while at < end:
        cut = end if utf16_length(quote.text[at:]) <= room else at + cut_point(quote.text[at:], room)
        span = Span(quote.span.start + at, quote.span.start + cut)
        marks = tuple(
            Span(max(mark.start, span.start), min(mark.end, span.end))
            for mark in quote.highlights
            if mark.overlaps(span)
        )
        parts.append(replace(quote, span=span, text=quote.text[at:cut], highlights=marks))
        at = cut
    return parts


def _folded(title: str, notes: list[RichText], context: Context) -> list[RichText]:
    """The notes in as many expandable blockquotes as messages need, each under the title."""
    heading = plain(settle(title, context.language), EntityKind.BOLD)
    blocks: list[RichText] = []
    gathered: list[RichText] = []
    for text in notes:
        candidate = _fold(heading, [*gathered, text])
        if gathered and (candidate.units > MESSAGE_UNITS or len(candidate.entities) > MESSAGE_ENTITIES):
            blocks.append(_fold(heading, gathered))
            gathered = []
        gathered.append(text)
    return [*blocks, _fold(heading, gathered)]


def _fold(heading: RichText, notes: list[RichText]) -> RichText:
    builder = RichTextBuilder()
    builder.append(heading)
    builder.add("\n")
    with builder.wrapped(EntityKind.EXPANDABLE_BLOCKQUOTE):
        builder.append(join(notes, "\n\n"))
    return builder.build()


def _line(text: str, context: Context) -> RichText:
    return plain(settle(text, context.language))


def _aside(text: str, context: Context) -> RichText:
    """A remark of the bot's own; only Latin letters have an italic."""
    kinds = (EntityKind.ITALIC,) if context.language is Language.EN else ()
    return plain(settle(text, context.language), *kinds)


def _settled(rich: RichText, context: Context) -> RichText:
    """The paragraph with a direction mark in front where its first strong character is of the other direction."""
    return join((plain(settling_mark(rich.text, context.language)), rich), "")
