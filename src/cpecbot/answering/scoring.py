"""How much of a question a sentence answers: the share of the question's information that it covers.

Each unit weighs its inverse document frequency, so a rare name weighs more than "China". Coverage, not a raw BM25
score, decides whether there is an answer; BM25 orders sentences that cover alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cpecbot.answering.index import Entry, SentenceIndex, quotable
from cpecbot.answering.kinds import answering_spans
from cpecbot.language.glossary import Glossary
from cpecbot.models import Query, QuestionKind, Span, Unit
from cpecbot.retrieval.bm25 import inverse_document_frequency

# What a match of only a wider concept, or of the article around the sentence, counts for.
BROADER_CREDIT = 0.5
CONTEXT_CREDIT = 0.25
# What holding the kind of thing asked for adds to the coverage of the topic.
KIND_BONUS = 0.15
# A word of a language that no article is in may simply be missing from the glossary: it proves less.
FOREIGN_UNKNOWN = 0.5
_KINDLESS = frozenset({QuestionKind.TOPIC, QuestionKind.YES_NO})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with what it covers. ``score`` orders candidates, ``coverage`` (0 to 1) decides if they answer."""

    entry: Entry
    coverage: float
    score: float
    matched: Mapping[Unit, tuple[Span, ...]]
    answering: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each unit of a query weighs in this corpus, in nats; ``unknown`` units stand in no sentence."""

    by_unit: Mapping[Unit, float]
    unknown: tuple[Unit, ...]

    @property
    def total(self) -> float:
        return sum(self.by_unit.values())


def weigh(query: Query, index: SentenceIndex) -> Weights:
    """The weight of each unit; never empty totals for a query with units."""
    size = len(index.entries)
    holders = {unit: len(index.holding(unit.keys)) for unit in query.units}
    foreign = query.language not in index.languages
    weights = {
        unit: inverse_document_frequency(count, size) * (FOREIGN_UNKNOWN if foreign and not count and not unit.concept else 1.0)
        for unit, count in holders.items()
    }
    return Weights(weights, tuple(unit for unit, count in holders.items() if not count))


def candidates(query: Query, index: SentenceIndex, glossary: Glossary, allowed: Iterable[str]) -> list[Candidate]:
    """Every quotable sentence of the ``allowed`` sources that shares a key with the query, best first."""
    sources = frozenset(allowed)
    weights = weigh(query, index)
    ranked = index.search(query.units, query.language)
    best = max((score for _, score in ranked), default=1.0) or 1.0
    found = [
        _candidate(query, entry, score / best, weights, index, glossary)
        for entry, score in ranked
        if entry.sentence.source in sources and quotable(entry)
    ]
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.entry.number))


def _candidate(
    query: Query, entry: Entry, relative: float, weights: Weights, index: SentenceIndex, glossary: Glossary
) -> Candidate:
    matched = {unit: spans for unit in query.units if (spans := _places(entry, unit.keys))}
    context = index.article_keys[entry.article]
    credit = {unit: _credit(unit, entry, context, matched) for unit in query.units}
    coverage = sum(weights.by_unit[unit] * share for unit, share in credit.items()) / (weights.total or 1.0)
    answering = tuple(answering_spans(query, entry, matched, glossary))
    bonus = KIND_BONUS if answering else 0.0
    return Candidate(entry, coverage, coverage + bonus + TIE_BREAK * relative, matched, answering)


# BM25 decides between sentences whose coverage differs by less than this.
TIE_BREAK = 0.1


def _credit(unit: Unit, entry: Entry, context: frozenset[str], matched: Mapping[Unit, tuple[Span, ...]]) -> float:
    if unit in matched:
        return 1.0
    if not unit.broader.isdisjoint(entry.keys):
        return BROADER_CREDIT
    return CONTEXT_CREDIT if not unit.keys.isdisjoint(context) else 0.0


def _places(entry: Entry, keys: frozenset[str]) -> tuple[Span, ...]:
    if keys.isdisjoint(entry.keys):
        return ()
    return tuple(sorted({term.span for term in entry.analysis.terms if term.key in keys}))
