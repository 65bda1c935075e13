"""The only maker of quotes: verbatim slices of articles with the answering words marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cpecbot.answering.binding.doers import doers
from cpecbot.answering.scoring import Candidate
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from cpecbot.models import Query, Quote, Span, ValueKind

_LONGEST_GLOSS = 5
# A space, a half-space or a hyphen.
_GAP = 2


def make_quote(candidate: Candidate, query: Query, glossary: Glossary) -> Quote:
    """The candidate's sentence as a quote for the asker of ``query``."""
    sentence = candidate.entry.sentence
    named = doers(query, candidate.entry, candidate.matched, glossary)
    marked = merge(named or candidate.answering or _topic(candidate))
    return Quote(
        sentence.source,
        sentence.span,
        sentence.text,
        sentence.language,
        round(candidate.score, 4),
        tuple(span.shift(sentence.span.start) for span in marked),
        () if sentence.language == query.language else gloss(candidate, query.language, glossary),
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


def gloss(candidate: Candidate, language: Language, glossary: Glossary) -> tuple[str, ...]:
    """The key terms of a foreign quote in the asker's language: what matched, then what answers."""
    return tuple(dict.fromkeys(_labels(candidate, language, glossary)))[:_LONGEST_GLOSS]


def _labels(candidate: Candidate, language: Language, glossary: Glossary) -> Iterator[str]:
    for unit in candidate.matched:
        yield glossary.label(unit.concept, language) if unit.concept else unit.text
    for match in candidate.entry.analysis.concepts:
        if any(span.contains(match.span) for span in candidate.answering):
            yield glossary.label(match.concept, language)
