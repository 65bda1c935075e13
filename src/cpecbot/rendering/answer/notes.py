"""A disagreement in words: what the sources differ on, and each side in its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from cpecbot.expressions import expression
from cpecbot.i18n import Message, Plural, format_date, format_number, localise_digits, say
from cpecbot.i18n.direction import is_right_to_left, isolation
from cpecbot.languages import Language
from cpecbot.models import Article, Dimension, Disagreement, Level, Quote, Side
from cpecbot.rendering.answer.context import Context, Label, make_context, unnamed_speaker
from cpecbot.rendering.answer.excerpt import begins_within, ends_within, excerpt
from cpecbot.rendering.answer.layout import settled
from cpecbot.rendering.answer.unwrapping import on_one_line
from cpecbot.rendering.richtext.text import EntityKind, RichText, RichTextBuilder, fill, join

_LONGEST_QUOTE = 200
_LONGEST_AT_A_GLANCE = 90
_LEFT_OFF = "…"
_NUMBER = expression(r"\d+(?:\.\d+)?")
_OPEN_SIDES = {">=": Message.VALUE_OR_MORE, "<=": Message.VALUE_OR_LESS}
_ROUND = expression(r"(?:\w+:)?(\d+)(?:\.0+)?")

_LEADS = {
    Level.CONTRADICTION: Message.CONTRADICTION_ON,
    Level.DIFFERING: Message.DIFFERING_ON,
    Level.WORDING: Message.WORDING_ON,
    Level.DEVELOPMENT: Message.DEVELOPMENT_ON,
    Level.DETAIL: Message.DETAIL_ON,
}


def level_order(disagreement: Disagreement) -> int:
    """Sort key: contradictions first, details last."""
    return list(Level).index(disagreement.level)


def note_text(disagreement: Disagreement, articles: Mapping[str, Article], label: Label, language: Language) -> str:
    """The note as one plain paragraph, with the remark on sources that may speak of another event."""
    context = make_context(articles, label, language)
    remarks = other_event_remarks((disagreement,), context)
    return " ".join((note(disagreement, context).text, *remarks.values()))


def note(disagreement: Disagreement, context: Context, *lead_kinds: EntityKind, titled: bool = False) -> RichText:
    """``Sources differ on the date: 000 says «…»; 001 and 004 say «…» (004)``.

    A ``titled`` note stands under words that already say that the sources differ, and opens ``The date:``. At a glance
    each side has a line of its own, where words of the other direction do not tear up those around them.
    """
    punctuation = context.language.profile.punctuation
    builder = RichTextBuilder()
    plainly_differs = _level(disagreement) is Level.DIFFERING and not is_internal(disagreement)
    opening = _topic_alone if titled and plainly_differs else lead
    builder.add(opening(disagreement, context), *lead_kinds)
    sides = [_said(side, disagreement, context) for side in disagreement.sides if side.quotes]
    if context.brief:
        return join([builder.build(), *(settled(side, context) for side in sides)], "\n")
    builder.add(punctuation.after_colon)
    builder.append(join(sides, punctuation.between))
    if not sides or not sides[-1].text.endswith(_LEFT_OFF):
        builder.add(punctuation.stop)
    return builder.build()


def lead(disagreement: Disagreement, context: Context) -> str:
    """How the note opens; sources that may speak of different events differ, but do not contradict each other."""
    words = context.words
    topic = topic_of(disagreement, context)
    if is_internal(disagreement):
        source = next(source for side in disagreement.sides for source in side.sources)
        return words.text(Message.INSIDE_ONE_SOURCE, source=context.name(source), topic=topic)
    if disagreement.level is Level.WORDING and disagreement.dimension is Dimension.WORDING:
        subject = subject_of(disagreement, context)
        return words.text(Message.WORDING_ON, topic=subject) if subject else words.text(Message.WORDING_ONLY)
    level = _level(disagreement)
    if level is Level.DEVELOPMENT:
        return words.text(_LEADS[level], topic=topic, steps=_steps(disagreement, context))
    return words.text(_LEADS[level], topic=topic)


def _steps(disagreement: Disagreement, context: Context) -> str:
    """What was told as of which day, the first day first: ``610 (1 September 2025) → 1,411 (2 September 2025)``."""
    language = context.language
    days: dict[date, list[str]] = {}
    for side in disagreement.sides:
        if side.as_of is not None:
            days.setdefault(side.as_of, []).extend(_figure(value, language) for value in side.values)
    in_parentheses = language.profile.punctuation.parentheses.format
    steps = (
        " / ".join(dict.fromkeys(figures)) + in_parentheses(format_date(day, language))
        for day, figures in sorted(days.items())
    )
    return (" ← " if is_right_to_left(language) else " → ").join(steps)


def _figure(value: str, language: Language) -> str:
    """A value of a side, as people write it: ``1,400 or more`` for ``>=1400``."""
    figures = _NUMBER.sub(lambda found: format_number(float(found[0]), language), value).replace("-", "–")
    open_side = next((message for sign, message in _OPEN_SIDES.items() if figures.startswith(sign)), None)
    return say(open_side, language, value=figures[2:]) if open_side else figures


def _topic_alone(disagreement: Disagreement, context: Context) -> str:
    topic = topic_of(disagreement, context)
    return topic[:1].upper() + topic[1:] + context.language.profile.punctuation.colon


def _level(disagreement: Disagreement) -> Level:
    """How far apart the sides are shown to be: a development has days to show."""
    undated = disagreement.level is Level.DEVELOPMENT and not any(side.as_of for side in disagreement.sides)
    return Level.DIFFERING if disagreement.other_event or undated else disagreement.level


def topic_of(disagreement: Disagreement, context: Context) -> str:
    """What it is about: ``the date (strategic dialogue)``, ``the depth``, or ``the round`` for a number in a series."""
    words = context.words
    dimension = dimension_of(disagreement, context)
    subject = subject_of(disagreement, context)
    if not subject:
        return dimension
    if disagreement.dimension is Dimension.ORDINAL:
        return words.text(Message.TOPIC_OF_ORDINAL, subject=subject)
    return words.text(Message.TOPIC_OF_SUBJECT, dimension=dimension, subject=subject)


def dimension_of(disagreement: Disagreement, context: Context) -> str:
    """``the date``: what its values are."""
    return context.words.text(_of_values(disagreement))


def _of_values(disagreement: Disagreement) -> Message:
    """What its values are, by the property that they measure where one is known."""
    if disagreement.measured:
        return Message(f"measured_{disagreement.measured.value}")
    return Message(f"dimension_{disagreement.dimension.value}")


def subject_of(disagreement: Disagreement, context: Context) -> str:
    """The subject's name, or what the quotes in this language call it; nothing where neither is known.

    A property that is measured is named already, and a name that is but the key is none.
    """
    key = disagreement.subject
    if not key or key == disagreement.measured:
        return dict(disagreement.words).get(context.language, "")
    name = context.label(key, context.language)
    nameless = name == key and "_" in key
    borrowed = not context.language.profile.keys_are_words and name == key.replace("_", " ")
    return "" if nameless or borrowed else name


def is_internal(disagreement: Disagreement) -> bool:
    """Whether one source contradicts itself."""
    sources = {source for side in disagreement.sides for source in side.sources}
    return len(sources) == 1 and len(disagreement.sides) > 1


def other_event_remarks(disagreements: Iterable[Disagreement], context: Context) -> dict[str, str]:
    """For each source that may speak of another event a remark, which names the round where a note gives it."""
    rounds: dict[str, str] = {}
    for disagreement in disagreements:
        for source in disagreement.other_event:
            rounds[source] = rounds.get(source) or _round_of(source, disagreement)
    return {source: _remark(source, number, context) for source, number in rounds.items()}


def quoted(quote: Quote, context: Context) -> RichText:
    """The words between quotation marks, answering words bold; dots outside the marks where words are left off."""
    punctuation = context.language.profile.punctuation
    most = _LONGEST_AT_A_GLANCE if context.brief else _LONGEST_QUOTE
    article = context.articles.get(quote.source)
    part = excerpt(on_one_line(quote, article), most)
    before = part.cut_before or (article is not None and begins_within(article.text, quote.span))
    after = part.cut_after or (article is not None and ends_within(article.text, quote.span))
    isolate = isolation(part.quote.text, quote.language, context.language)
    builder = RichTextBuilder()
    builder.add((_LEFT_OFF if before else "") + punctuation.opening + isolate.before)
    builder.append(emphasised(part.quote))
    builder.add(isolate.after + punctuation.closing + (_LEFT_OFF if after else ""))
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


def telling(quotes: Iterable[Quote], language: Language) -> Quote:
    """The quote to show for all of ``quotes``: readable if there is one, and the fullest that needs no cutting."""
    readable = (language, language.fallback)

    def rank(quote: Quote) -> tuple[int, bool, int]:
        place = readable.index(quote.language) if quote.language in readable else len(readable)
        length = len(quote.text)
        return place, length > _LONGEST_QUOTE, length if length > _LONGEST_QUOTE else -length

    return min(quotes, key=rank)


def _said(side: Side, disagreement: Disagreement, context: Context) -> RichText:
    chosen = telling(side.quotes, context.language)
    return quoted(chosen, context) if is_internal(disagreement) else _say(side, chosen, context)


def _say(side: Side, chosen: Quote, context: Context) -> RichText:
    words = quoted(chosen, context)
    sources = side.sources
    speaker = unnamed_speaker(chosen, context)
    # The words are those of one of them, and may be those of somebody whom it quotes.
    told = [context.name(chosen.source)] if len(sources) > 1 else []
    told += [speaker] if speaker else []
    if told:
        attributed = "{quote}" + context.language.profile.punctuation.parentheses.format("{source}")
        words = fill(attributed, {"quote": words, "source": " · ".join(told)})
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
