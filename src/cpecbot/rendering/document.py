"""An answer as a sequence of blocks of rich text, whatever shows them: Telegram, a terminal, Markdown.

A block speaks in one direction, that of the person's language; what runs the other way is isolated outside its own
characters. A blockquote entity covers exactly the words of the article: where these need isolating, the quote stands in
the line of its source, because an isolate ends with its line. Clients put a blockquote on lines of its own anyway.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cpecbot.i18n import Message, Plural, format_number
from cpecbot.i18n.direction import Isolation, isolation, settle, settling_mark
from cpecbot.models import Answer, Disagreement, Language, Level, Quote, Span
from cpecbot.rendering.context import Context, attribution, shorten
from cpecbot.rendering.notes import emphasised, level_order, note, other_event_remarks
from cpecbot.rendering.reasons import no_answer_text
from cpecbot.rendering.richtext import EntityKind, RichText, RichTextBuilder, cut_point, join, plain, utf16_length

_EXPANDABLE_FROM = 600
_LONGEST_LINE = 600
_LONGEST_URL = 2000
_MOST_HIGHLIGHTS = 40
# What isolating the part of a cut quote may take, at worst.
_ISOLATING_UNITS = 140
_BETWEEN = "\n\n"
_OPEN_LEVELS = (Level.CONTRADICTION, Level.DIFFERING)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one block may hold at most, in UTF-16 units and entities; None is no limit."""

    units: int | None = None
    entities: int | None = None

    def hold(self, rich: RichText) -> bool:
        return (self.units is None or rich.units <= self.units) and (
            self.entities is None or len(rich.entities) <= self.entities
        )


@dataclass(frozen=True, slots=True)
class _Passage:
    """A quote as it stands in an answer: its number, or none alone; ``parts`` when it had to be cut."""

    quote: Quote
    number: int | None = None
    other_event: bool = False
    parts: int | None = None


def answer_blocks(answer: Answer, context: Context, limits: Limits, first_number: int = 1) -> list[RichText]:
    """What was understood, the quotes or why there are none, where the sources differ, and who is silent."""
    other_event = {source for disagreement in answer.disagreements for source in disagreement.other_event}
    blocks = _preface(answer, context)
    for number, quote in enumerate(answer.quotes, first_number):
        blocks += _passage_blocks(_Passage(quote, number, quote.source in other_event), context, limits)
    if not answer.quotes:
        blocks += _no_answer(answer, context, limits)
    blocks += difference_blocks(answer.disagreements, context, limits)
    if answer.quotes and answer.silent_sources:
        names = context.list_names(answer.silent_sources)
        blocks.append(line(context.words.plural(Plural.SILENT, len(answer.silent_sources), sources=names), context))
    return blocks


def quote_blocks(quote: Quote, title: str, context: Context, limits: Limits) -> list[RichText]:
    """One passage with its source, under a title when there is one."""
    if not title:
        return _passage_blocks(_Passage(quote), context, limits)
    heading = _heading(shorten(title, _LONGEST_LINE), context)
    beside = replace(limits, units=limits.units and limits.units - heading.units - len(_BETWEEN))
    first, *rest = _passage_blocks(_Passage(quote), context, beside)
    return [join((heading, first), _BETWEEN), *rest]


def difference_blocks(disagreements: Iterable[Disagreement], context: Context, limits: Limits) -> list[RichText]:
    """Contradictions and differences in the open, mere wording and detail folded away."""
    ordered = sorted(disagreements, key=level_order)
    open_notes = [
        _settled(note(one, context, EntityKind.BOLD), context) for one in ordered if one.level in _OPEN_LEVELS
    ]
    folded = [_settled(note(one, context), context) for one in ordered if one.level not in _OPEN_LEVELS]
    open_notes += [_aside(remark, context) for remark in other_event_remarks(ordered, context)]
    blocks = []
    if open_notes:
        heading = _heading("⚖️ " + context.words.text(Message.DIFFERENCES_TITLE), context)
        blocks += [join((heading, open_notes[0]), "\n"), *open_notes[1:]]
    if folded:
        heading = _heading(context.words.text(Message.MINOR_DIFFERENCES_TITLE), context)
        blocks += _folded(heading, folded, limits)
    return blocks


def line(text: str, context: Context) -> RichText:
    """A line of the bot's own words."""
    return plain(settle(text, context.language))


def _preface(answer: Answer, context: Context) -> list[RichText]:
    words = context.words
    if answer.understood:
        return [line(words.text(Message.UNDERSTOOD_AS, question=shorten(answer.understood, _LONGEST_LINE)), context)]
    if answer.did_you_mean and answer.quotes:
        return [line(words.text(Message.ANSWERED_AS, question=shorten(answer.did_you_mean, _LONGEST_LINE)), context)]
    return []


def _no_answer(answer: Answer, context: Context, limits: Limits) -> list[RichText]:
    words = context.words
    blocks = [line(text, context) for text in no_answer_text(answer, context)]
    if answer.did_you_mean:
        question = shorten(answer.did_you_mean, _LONGEST_LINE)
        blocks.append(line(words.text(Message.DID_YOU_MEAN, question=question), context))
    if answer.nearest:
        heading = _aside(words.text(Message.NEAREST_PASSAGE), context)
        first, *rest = _passage_blocks(_Passage(answer.nearest), context, limits)
        together = join((heading, first), "\n")
        blocks += [*((together,) if limits.hold(together) else (heading, first)), *rest]
    return blocks


def _passage_blocks(passage: _Passage, context: Context, limits: Limits) -> list[RichText]:
    """One block, or several when a block cannot hold the quote."""
    quote = replace(passage.quote, highlights=passage.quote.highlights[:_MOST_HIGHLIGHTS])
    passage = replace(passage, quote=quote)
    whole = _passage_block(passage, context)
    if limits.units is None or whole.units <= limits.units:
        return [whole]
    nothing = replace(quote, text="", highlights=())
    room = limits.units - _passage_block(replace(passage, quote=nothing, parts=99), context).units - _ISOLATING_UNITS
    cut = _cut(quote, room)
    return [_passage_block(replace(passage, quote=part, parts=len(cut)), context) for part in cut]


def _passage_block(passage: _Passage, context: Context) -> RichText:
    quote = passage.quote
    around = _around(quote, context)
    kind = EntityKind.BLOCKQUOTE
    if utf16_length(quote.text) > _EXPANDABLE_FROM:
        kind = EntityKind.EXPANDABLE_BLOCKQUOTE
    builder = RichTextBuilder()
    builder.append(_source_line(passage, context))
    builder.add(f" {around.before}" if around.before else "\n")
    with builder.wrapped(kind):
        builder.append(emphasised(quote))
    builder.add(around.after)
    for number, remark in enumerate(_remarks(passage, context)):
        builder.add(" " if around.after and not number else "\n")
        builder.append(_aside(remark, context))
    return builder.build()


def _around(quote: Quote, context: Context) -> Isolation:
    """Nothing for a quote of several lines: each of them settles its own direction."""
    if len(quote.text.splitlines()) > 1:
        return Isolation()
    return isolation(quote.text, quote.language, context.language)


def _source_line(passage: _Passage, context: Context) -> RichText:
    """``1. APP · Islamabad · 5 January 2026 · English · source 004``, the outlet bold and linked to the article."""
    outlet, *rest = attribution(passage.quote, context)
    number = f"{format_number(passage.number, context.language)}. " if passage.number else ""
    if passage.parts:
        rest.append(context.words.plural(Plural.QUOTE_PARTS, passage.parts))
    after = "".join(f" · {part}" for part in rest)
    article = context.articles.get(passage.quote.source)
    url = article.url if article else None
    builder = RichTextBuilder()
    builder.add(settling_mark(number + outlet + after, context.language))
    with builder.wrapped(EntityKind.BOLD):
        builder.add(number)
        if url and url.startswith(("http://", "https://")) and len(url) <= _LONGEST_URL:
            builder.add(outlet, EntityKind.TEXT_LINK, url=url)
        else:
            builder.add(outlet)
    builder.add(after)
    return builder.build()


def _remarks(passage: _Passage, context: Context) -> list[str]:
    quote = passage.quote
    remarks = []
    if quote.gloss and quote.language is not context.language:
        remarks.append(context.words.text(Message.KEY_TERMS, terms=shorten(" · ".join(quote.gloss), _LONGEST_LINE)))
    if passage.other_event:
        remarks.append(context.words.text(Message.MAY_BE_OTHER_EVENT))
    return remarks


def _cut(quote: Quote, room: int) -> list[Quote]:
    """The quote in consecutive parts of at most ``room`` UTF-16 units, cut at white space where there is any."""
    parts = []
    at, end = 0, len(quote.text)
    while at < end:
        cut = end if utf16_length(quote.text[at:]) <= room else at + cut_point(quote.text[at:], room)
        span = Span(quote.span.start + at, quote.span.start + cut)
        marks = (mark for mark in quote.highlights if mark.overlaps(span))
        highlights = tuple(Span(max(mark.start, span.start), min(mark.end, span.end)) for mark in marks)
        parts.append(replace(quote, span=span, text=quote.text[at:cut], highlights=highlights))
        at = cut
    return parts


def _folded(heading: RichText, notes: list[RichText], limits: Limits) -> list[RichText]:
    """The notes in as few expandable blockquotes as the limits allow, each under the heading."""
    blocks: list[RichText] = []
    gathered: list[RichText] = []
    for text in notes:
        if gathered and not limits.hold(_fold(heading, [*gathered, text])):
            blocks.append(_fold(heading, gathered))
            gathered = []
        gathered.append(text)
    return [*blocks, _fold(heading, gathered)]


def _fold(heading: RichText, notes: list[RichText]) -> RichText:
    builder = RichTextBuilder()
    builder.append(heading)
    builder.add("\n")
    with builder.wrapped(EntityKind.EXPANDABLE_BLOCKQUOTE):
        builder.append(join(notes, _BETWEEN))
    return builder.build()


def _heading(text: str, context: Context) -> RichText:
    return plain(settle(text, context.language), EntityKind.BOLD)


def _aside(text: str, context: Context) -> RichText:
    """A remark of the bot's own; only Latin letters have an italic."""
    kinds = (EntityKind.ITALIC,) if context.language is Language.EN else ()
    return plain(settle(text, context.language), *kinds)


def _settled(rich: RichText, context: Context) -> RichText:
    return join((plain(settling_mark(rich.text, context.language)), rich), "")
