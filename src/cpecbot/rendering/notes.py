"""A disagreement in words: what the sources differ on, and each side in its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from cpecbot.i18n import Message, Plural, localise_digits
from cpecbot.i18n.direction import isolation
from cpecbot.models import Article, Dimension, Disagreement, Language, Level, Quote, Side
from cpecbot.rendering.context import Context, Label, make_context
from cpecbot.rendering.excerpt import excerpt
from cpecbot.rendering.punctuation import PUNCTUATION
from cpecbot.rendering.richtext import EntityKind, RichText, RichTextBuilder, fill, plain

_LONGEST_QUOTE = 240
_ROUND = re.compile(r"(?:\w+:)?(\d+)(?:\.0+)?")

_LEADS = {
    Level.CONTRADICTION: Message.CONTRADICTION_ON,
    Level.DIFFERING: Message.DIFFERING_ON,
    Level.WORDING: Message.WORDING_ON,
    Level.DETAIL: Message.DETAIL_ON,
}


def level_order(disagreement: Disagreement) -> int:
    """Sort key: contradictions first, details last."""
    return list(Level).index(disagreement.level)


def note_text(disagreement: Disagreement, articles: Mapping[str, Article], label: Label, language: Language) -> str:
    """The note as one plain paragraph, with the remark on sources that may speak of another event."""
    context = make_context(articles, label, language)
    remarks = other_event_remarks((disagreement,), context)
    return " ".join((note(disagreement, context).text, *remarks))


def note(disagreement: Disagreement, context: Context, *lead_kinds: EntityKind) -> RichText:
    """``Sources differ on the date: 000 says «…»; 001 and 004 say «…» (004)``."""
    punctuation = PUNCTUATION[context.language]
    builder = RichTextBuilder()
    builder.add(lead(disagreement, context), *lead_kinds)
    builder.add(punctuation.after_colon)
    for number, side in enumerate(disagreement.sides):
        if number:
            builder.add(punctuation.between)
        builder.append(_say(side, is_internal(disagreement), context))
    builder.add(punctuation.stop)
    return builder.build()


def lead(disagreement: Disagreement, context: Context) -> str:
    """How the note opens; sources that may speak of different events differ, but do not contradict each other."""
    topic = topic_of(disagreement, context)
    if is_internal(disagreement):
        source = context.name(disagreement.sides[0].sources[0])
        return context.words.text(Message.INSIDE_ONE_SOURCE, source=source, topic=topic)
    level = Level.DIFFERING if disagreement.other_event else disagreement.level
    return context.words.text(_LEADS[level], topic=topic)


def topic_of(disagreement: Disagreement, context: Context) -> str:
    """What it is about: ``the date (strategic dialogue)``."""
    dimension = context.words.text(Message(f"dimension_{disagreement.dimension.value}"))
    subject = context.label(disagreement.subject, context.language) if disagreement.subject else ""
    if not subject or subject == disagreement.subject:
        return dimension
    return context.words.text(Message.TOPIC_OF_SUBJECT, dimension=dimension, subject=subject)


def is_internal(disagreement: Disagreement) -> bool:
    """Whether one source contradicts itself."""
    sources = {source for side in disagreement.sides for source in side.sources}
    return len(sources) == 1 and len(disagreement.sides) > 1


def other_event_remarks(disagreements: Iterable[Disagreement], context: Context) -> tuple[str, ...]:
    """One remark for each source that may speak of another event; it names the round where a note gives it."""
    rounds: dict[str, str] = {}
    for disagreement in disagreements:
        for source in disagreement.other_event:
            rounds[source] = rounds.get(source) or _round_of(source, disagreement)
    return tuple(_remark(source, number, context) for source, number in rounds.items())


def quoted(quote: Quote, context: Context) -> RichText:
    """The words between quotation marks, answering words bold; dots outside the marks where words are left off."""
    punctuation = PUNCTUATION[context.language]
    part = excerpt(quote, _LONGEST_QUOTE)
    isolate = isolation(part.quote.text, quote.language, context.language)
    builder = RichTextBuilder()
    builder.add(("…" if part.cut_before else "") + punctuation.opening + isolate.before)
    builder.append(emphasised(part.quote))
    builder.add(isolate.after + punctuation.closing + ("…" if part.cut_after else ""))
    return builder.build()


def emphasised(quote: Quote) -> RichText:
    """The exact words of a quote with its highlights bold."""
    builder = RichTextBuilder()
    at = 0
    for mark in quote.highlights:
        start = max(at, mark.start - quote.span.start)
        end = min(len(quote.text), mark.end - quote.span.start)
        if start < end:
            builder.add(quote.text[at:start])
            builder.add(quote.text[start:end], EntityKind.BOLD)
            at = end
    builder.add(quote.text[at:])
    return builder.build()


def _say(side: Side, internal: bool, context: Context) -> RichText:
    if not side.quotes:
        return plain("")
    chosen = min(side.quotes, key=lambda quote: (quote.language is not context.language, len(quote.text)))
    words = quoted(chosen, context)
    if internal:
        return words
    sources = side.sources
    if len(sources) > 1:
        # The words are those of one of them.
        parentheses = PUNCTUATION[context.language].parentheses
        words = fill("{quote}" + parentheses.format(context.name(chosen.source)), {"quote": words})
    template = context.words.plural_template(Plural.SAY, len(sources))
    return fill(template, {"sources": context.list_names(sources), "quote": words})


def _round_of(source: str, disagreement: Disagreement) -> str:
    if disagreement.dimension is not Dimension.ORDINAL:
        return ""
    for side in disagreement.sides:
        if source in side.sources and len(side.values) == 1 and (match := _ROUND.fullmatch(side.values[0])):
            return match[1]
    return ""


def _remark(source: str, number: str, context: Context) -> str:
    undated = context.is_undated(source)
    name = context.name(source)
    if number:
        message = Message.OTHER_EVENT_ROUND_UNDATED if undated else Message.OTHER_EVENT_ROUND
        return context.words.text(message, source=name, round=localise_digits(number, context.language))
    return context.words.text(Message.OTHER_EVENT_UNDATED if undated else Message.OTHER_EVENT_DATED, source=name)
