"""What stands under the quotes: who also speaks of it, who is silent, within which limits, and what there is more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from cpecbot.i18n import Message, Plural, format_date, format_list, isolate, language_name
from cpecbot.models import Answer, Filters, QuestionKind
from cpecbot.rendering.answer.context import Context
from cpecbot.rendering.answer.copies import copies_text
from cpecbot.rendering.answer.layout import line
from cpecbot.rendering.richtext.text import RichText, join

_WITHOUT: Mapping[QuestionKind, Plural] = {
    QuestionKind.WHEN: Plural.NO_DATE_GIVEN,
    QuestionKind.HOW_MANY: Plural.NO_NUMBER_GIVEN,
    QuestionKind.HOW_MUCH: Plural.NO_SUM_GIVEN,
}
_MENTIONING_WITHOUT: Mapping[QuestionKind, Plural] = {
    QuestionKind.WHEN: Plural.MENTIONING_NO_DATE,
    QuestionKind.HOW_MANY: Plural.MENTIONING_NO_NUMBER,
    QuestionKind.HOW_MUCH: Plural.MENTIONING_NO_SUM,
}
# What is asked with no value that would answer it.
_WITHOUT_VALUE = frozenset({QuestionKind.TOPIC, QuestionKind.YES_NO, QuestionKind.WHY})
_MOST_WORDS = 3
_MOST_GROUPS = 3


def closing_blocks(answer: Answer, context: Context) -> list[RichText]:
    """One block on the sources that are not quoted, where there are any; silence is said within the limits alone."""
    lines = [*within_lines(answer, context), *_sources_beyond(answer, context)]
    return [join([line(text, context) for text in lines], "\n")] if lines else []


def within_lines(answer: Answer, context: Context) -> Iterator[str]:
    """That not all articles could be looked at; the limits that the question or the person set, if any, in a line."""
    if answer.partial:
        yield context.words.text(Message.PARTIAL)
    told = " · ".join(_limits(answer.limits, context))
    if told:
        yield context.words.text(Message.WITHIN_LIMITS, limits=told)


def more_text(answer: Answer, context: Context, notes: int) -> str:
    """How many quotes and how many ``notes`` on differences are shown on request, or else how many copies are named.

    Nothing where there are none.
    """
    words = context.words
    quotes = words.plural(Plural.MORE_QUOTES, len(answer.more)) if answer.more else ""
    differences = words.plural(Plural.MORE_DIFFERENCES, notes) if notes else ""
    return " · ".join(part for part in (quotes, differences) if part) or copies_text(answer.quotes, context)


def _sources_beyond(answer: Answer, context: Context) -> Iterator[str]:
    without = frozenset(answer.without_value if answer.kind in _WITHOUT else ())
    told = frozenset(answer.quotes[0].mentions) if answer.quotes else frozenset()
    groups: dict[tuple[bool, tuple[str, ...]], list[str]] = {}
    for quote in answer.also_speaking:
        whole = told.issubset(quote.mentions)
        for source in (quote.source, *quote.copies):
            # Whoever gives the value that was asked for is quoted; of others it is known only what they mention.
            on_it = whole and (source in without or answer.kind in _WITHOUT_VALUE)
            words = () if on_it else quote.mentions
            if on_it or words:
                groups.setdefault((source in without, words), []).append(source)
    for (valueless, words), sources in islice(sorted(groups.items(), key=_nearest), _MOST_GROUPS):
        yield _speaking(answer.kind, words, sources, context, valueless=valueless)
    if answer.silent_sources:
        yield _of_sources(Plural.SILENT, answer.silent_sources, context)


def _nearest(group: tuple[tuple[bool, tuple[str, ...]], list[str]]) -> tuple[bool, bool, int]:
    """Who speaks of all of it comes first, then who mentions most of it; of them who gives a value."""
    (valueless, words), _ = group
    return bool(words), valueless, -len(words)


def _speaking(
    kind: QuestionKind, words: Sequence[str], sources: Sequence[str], context: Context, *, valueless: bool
) -> str:
    """That ``sources`` speak of what was asked, or which ``words`` of it they mention."""
    if not words:
        return _of_sources(_WITHOUT[kind] if valueless else Plural.ALSO_SPEAKING, sources, context)
    message = _MENTIONING_WITHOUT[kind] if valueless else Plural.MENTIONING
    return _of_sources(message, sources, context, words=context.list_words(words[:_MOST_WORDS]))


def _of_sources(message: Plural, sources: Iterable[str], context: Context, **values: str) -> str:
    """The sentence on ``sources``, which are named in the order of the articles."""
    places = {source: place for place, source in enumerate(context.articles)}
    named = sorted(sources, key=lambda source: places.get(source, len(places)))
    return context.words.plural(message, len(named), sources=context.list_names(named), **values)


def _limits(limits: Filters, context: Context) -> Iterator[str]:
    words, spoken = context.words, context.language
    if limits.sources:
        labels = [words.text(Message.SOURCE_LABEL, source=context.name(source)) for source in limits.sources]
        yield format_list(labels, spoken)
    if limits.languages:
        yield format_list([isolate(language_name(each, spoken), spoken) for each in limits.languages], spoken)
    if limits.published_from:
        yield words.text(Message.LIMIT_FROM, day=format_date(limits.published_from, spoken))
    if limits.published_to:
        yield words.text(Message.LIMIT_TO, day=format_date(limits.published_to, spoken))
