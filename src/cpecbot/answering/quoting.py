"""The only maker of quotes: verbatim slices of articles with the answering words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cpecbot.answering.binding.doers import doers
from cpecbot.answering.glossing import gloss, matched
from cpecbot.answering.ranking.scoring import Candidate
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, Quote, Span, ValueKind

# A space, a half-space or a hyphen.
_GAP = 2
# From so many items on, as far apart as a comma, an "and" and an article, a list is marked as a whole.
_LIST = 5
_BETWEEN_ITEMS = 10


def make_quote(candidate: Candidate, query: Query, glossary: Glossary) -> Quote:
    """The candidate's sentence as a quote for the asker of ``query``."""
    sentence = candidate.entry.sentence
    named = doers(query, candidate.entry, candidate.matched, glossary, candidate.answering)
    marked = lists_as_one(merge(named or candidate.answering or _topic(candidate)))
    return Quote(
        sentence.source,
        sentence.span,
        sentence.text,
        sentence.language,
        round(candidate.score, 4),
        tuple(span.shift(sentence.span.start) for span in marked),
        () if sentence.language == query.language else gloss(candidate, query.language, glossary),
        speaker=candidate.entry.said_by,
        mentions=matched(candidate),
    )


def _topic(candidate: Candidate) -> list[Span]:
    """Where the question's units stand, with the ordinal that goes with one: "seventh round", «الجولة الخامسة»."""
    topic = [span for spans in candidate.matched.values() for span in spans]
    ordinals = [value.span for value in candidate.entry.analysis.values if value.kind is ValueKind.ORDINAL]
    beside = (each for each in ordinals if any(_adjoin(each, span) for span in topic))
    return [*topic, *beside]


def _adjoin(one: Span, other: Span) -> bool:
    return 0 <= other.start - one.end <= _GAP or 0 <= one.start - other.end <= _GAP


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same places as sorted spans that neither overlap nor touch nor are empty."""
    merged: list[Span] = []
    for span in sorted(span for span in spans if len(span) > 0):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def lists_as_one(marks: Sequence[Span]) -> tuple[Span, ...]:
    """Sorted ``marks``, those of a long list as one: emphasis on each of many items stands out from nothing."""
    runs: list[list[Span]] = []
    for mark in marks:
        if runs and mark.start - runs[-1][-1].end <= _BETWEEN_ITEMS:
            runs[-1].append(mark)
        else:
            runs.append([mark])
    whole = ([Span(run[0].start, run[-1].end)] if len(run) >= _LIST else run for run in runs)
    return tuple(span for run in whole for span in run)
