"""An answer as a sequence of blocks of rich text, whatever shows them: Telegram, a terminal, Markdown.

A block speaks in one direction, that of the person's language; what runs the other way within a line is isolated
outside its own characters. A blockquote entity covers exactly the words of the article, on lines of their own, which
take their direction from them. Where the first letter of a quote runs against its language, it is isolated in the line
of its source, because an isolate ends with its line; clients put a blockquote on lines of its own anyway.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.i18n import Message, Plural, format_number, isolate
from cpecbot.i18n.direction import Isolation, isolation, settling_mark
from cpecbot.models import Answer, Disagreement, Quote, Span, View
from cpecbot.rendering.answer.about import about_blocks
from cpecbot.rendering.answer.changes import MOST_CHANGES, changes_blocks, shown
from cpecbot.rendering.answer.closing import closing_blocks, within_lines
from cpecbot.rendering.answer.context import Context, attribution, link_to, shorten
from cpecbot.rendering.answer.copies import and_copies, printed_too
from cpecbot.rendering.answer.differences import difference_blocks, in_order
from cpecbot.rendering.answer.layout import BETWEEN_BLOCKS, Limits, aside, heading, line
from cpecbot.rendering.answer.notes import emphasised, other_event_remarks
from cpecbot.rendering.answer.reasons import no_answer_text
from cpecbot.rendering.answer.unwrapping import on_one_line
from cpecbot.rendering.richtext.text import EntityKind, RichText, RichTextBuilder, cut_point, join, utf16_length

_EXPANDABLE_FROM = 600
_LONGEST_LINE = 600
_MOST_HIGHLIGHTS = 40
# What isolating the part of a cut quote may take, at worst.
_ISOLATING_UNITS = 140


class _Passage(Struct, frozen=True):
    """A quote as it stands in an answer: its number, or none alone; ``parts`` when it had to be cut.

    At a glance its copies are counted; where it stands alone they are named. A long one opens at a press, unless it is
    ``opened``.
    """

    quote: Quote
    number: int | None = None
    remark: str = ""
    parts: int | None = None
    opened: bool = False


def answer_blocks(
    answer: Answer,
    context: Context,
    limits: Limits,
    first_number: int = 1,
    most_notes: int | None = None,
    *,
    folded: bool = False,
) -> list[RichText]:
    """What was understood, the quotes or why there are none, where the sources differ, who else speaks, who is silent.

    ``most_notes`` on differences are shown, all where None, and all of them ``folded`` away or the gravest in the open;
    ``further_blocks`` shows the rest.
    """
    blocks = [*_preface(answer, context), *about_blocks(answer, context), *_changes(answer, context)]
    blocks += _quotes(answer.quotes, answer, context, limits, first_number)
    if not answer.quotes and not answer.about:
        blocks += _no_answer(answer, context, limits)
    quoted = {quote.source for quote in answer.quotes}
    notes = in_order(answer.disagreements)[:most_notes]
    blocks += difference_blocks(notes, context, limits, remarked=quoted, folded=folded)
    return blocks + (closing_blocks(answer, context) if answer.quotes else [])


def _changes(answer: Answer, context: Context) -> list[RichText]:
    """The first of what changed between rounds, and the command that shows all of it."""
    about = answer.about
    if about is None or about.view is not View.CHANGES:
        return []
    blocks = changes_blocks(about.changes, context, about.name, MOST_CHANGES)
    if all(len(shown(each)) <= MOST_CHANGES for each in about.changes):
        return blocks
    command = isolate(" ".join(f"/changes {about.name}".split()), context.language)
    return [*blocks, line(context.words.text(Message.ALL_CHANGES, command=command), context)]


def further_blocks(
    answer: Answer, quotes: Sequence[Quote], notes: Sequence[Disagreement], context: Context, limits: Limits, first: int
) -> list[RichText]:
    """Some of the further ``quotes`` of an answer, numbered from ``first``, and some ``notes`` on differences."""
    return [
        *understood_blocks(answer, context),
        *_quotes(quotes, answer, context, limits, first),
        *difference_blocks(notes, context, limits),
    ]


def _quotes(
    quotes: Sequence[Quote], answer: Answer, context: Context, limits: Limits, first_number: int
) -> list[RichText]:
    """The quotes; one of a source that only speaks of it does not pose as an answer."""
    remarks = other_event_remarks(answer.disagreements, context)
    blocks: list[RichText] = []
    for number, quote in enumerate(quotes, first_number):
        remark = remarks.get(quote.source, "")
        if quote in answer.also_speaking:
            remark = context.words.text(Message.MENTIONS, words=context.list_words(quote.mentions))
        blocks += _passage_blocks(_Passage(quote, number, remark), context, limits)
    return blocks


def quote_blocks(quote: Quote, title: str, context: Context, limits: Limits, *, opened: bool = False) -> list[RichText]:
    """One passage with its source, under a title when there is one; a long one is folded, unless it is ``opened``."""
    if not title:
        return _passage_blocks(_Passage(quote, opened=opened), context, limits)
    above = heading(shorten(title, _LONGEST_LINE), context)
    below = replace(limits, units=limits.units and limits.units - above.units - len(BETWEEN_BLOCKS))
    first, *rest = _passage_blocks(_Passage(quote, opened=opened), context, below)
    return [join((above, first), BETWEEN_BLOCKS), *rest]


def understood_blocks(answer: Answer, context: Context) -> list[RichText]:
    """How a question was read that is not answered as it was typed."""
    if not answer.understood:
        return []
    message = Message.ROMANISED_AS if answer.romanised else Message.UNDERSTOOD_AS
    understood = line(context.words.text(message, question=shorten(answer.understood, _LONGEST_LINE)), context)
    return [understood, *([line(context.words.text(Message.NEVER_TRANSLATED), context)] if answer.retold else [])]


def _preface(answer: Answer, context: Context) -> list[RichText]:
    if answer.did_you_mean and answer.quotes and not answer.understood:
        question = shorten(answer.did_you_mean, _LONGEST_LINE)
        return [line(context.words.text(Message.ANSWERED_AS, question=question), context)]
    return understood_blocks(answer, context)


def _no_answer(answer: Answer, context: Context, limits: Limits) -> list[RichText]:
    words = context.words
    texts = (*no_answer_text(answer, context), *within_lines(answer, context))
    blocks = [line(text, context) for text in texts]
    if answer.did_you_mean:
        question = shorten(answer.did_you_mean, _LONGEST_LINE)
        blocks.append(line(words.text(Message.DID_YOU_MEAN, question=question), context))
    if answer.nearest:
        above = aside(words.text(Message.NEAREST_PASSAGE), context)
        first, *rest = _passage_blocks(_Passage(answer.nearest), context, limits)
        together = join((above, first), "\n")
        blocks += [*((together,) if limits.hold(together) else (above, first)), *rest]
    return blocks


def _passage_blocks(passage: _Passage, context: Context, limits: Limits) -> list[RichText]:
    """One block, or several when a block cannot hold the quote."""
    joined = on_one_line(passage.quote, context.articles.get(passage.quote.source))
    quote = replace(joined, highlights=joined.highlights[:_MOST_HIGHLIGHTS])
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
    around = _around(quote)
    kind = EntityKind.BLOCKQUOTE
    if utf16_length(quote.text) > _EXPANDABLE_FROM and not passage.opened:
        kind = EntityKind.EXPANDABLE_BLOCKQUOTE
    builder = RichTextBuilder()
    builder.append(_source_line(passage, context))
    builder.add(f" {around.before}" if around.before else "\n")
    with builder.wrapped(kind):
        builder.append(emphasised(quote))
    builder.add(around.after)
    for number, remark in enumerate(_remarks(passage, context)):
        builder.add(" " if around.after and not number else "\n")
        builder.append(aside(remark, context))
    return builder.build()


def _around(quote: Quote) -> Isolation:
    """Nothing where the quote, on lines of its own, settles its direction by its first letter."""
    if len(quote.text.splitlines()) > 1:
        return Isolation()
    return isolation(quote.text, quote.language, quote.language)


def _source_line(passage: _Passage, context: Context) -> RichText:
    """``1. APP · Islamabad · 5 January 2026 · English · source 004``, the outlet bold and linked to the article."""
    outlet, *rest = attribution(passage.quote, context)
    number = f"{format_number(passage.number, context.language)}. " if passage.number else ""
    if passage.parts:
        rest.append(context.words.plural(Plural.QUOTE_PARTS, passage.parts))
    after = and_copies(passage.quote, context) + "".join(f" · {part}" for part in rest)
    url = link_to(context.articles.get(passage.quote.source))
    builder = RichTextBuilder()
    builder.add(settling_mark(number + outlet + after, context.language))
    with builder.wrapped(EntityKind.BOLD):
        builder.add(number)
        builder.add(outlet, *((EntityKind.TEXT_LINK,) if url else ()), url=url)
    builder.add(after)
    return builder.build()


def _remarks(passage: _Passage, context: Context) -> list[str]:
    quote = passage.quote
    remarks = []
    if quote.gloss and quote.language != context.language:
        remarks.append(context.words.text(Message.KEY_TERMS, terms=shorten(" · ".join(quote.gloss), _LONGEST_LINE)))
    if quote.copies and passage.number is None:
        remarks.append(printed_too(quote, context))
    return [*remarks, passage.remark] if passage.remark else remarks


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
