"""How much of a question a sentence answers: the share of the question's information that it covers.

Each unit weighs its inverse document frequency, so a rare name weighs more than "China". Coverage, not a raw BM25
score, decides whether there is an answer; BM25 orders sentences that cover alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cpecbot.answering.kinds import answering_spans, is_unit_of_measure
from cpecbot.answering.weighing import Weights
from cpecbot.language.analysis import concept_key
from cpecbot.language.concepts.concept import Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, Span, Unit
from cpecbot.store.entries import Entry, SentenceIndex, quotable

# What a match of only a wider concept counts for, or one of the article around the sentence.
BROADER_CREDIT = 0.5
CONTEXT_CREDIT = 0.25
# Both together: "the airport" in an article on Gwadar airport is most likely that one.
REFERENCE_CREDIT = 0.8
# What holding the kind of thing asked for adds to the coverage of the topic.
KIND_BONUS = 0.15
# BM25 decides between sentences whose coverage differs by less than this.
TIE_BREAK = 0.1
# A report begins with what it is about: "when was the attack?" is about that one, not about an earlier one it recalls.
LEAD = 0.03
# What speaking of the next meeting takes from a sentence when just the meeting is asked for.
OTHER_TIME = 0.15

_Ranked = list[tuple[Entry, float]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with what it covers. ``score`` orders candidates, ``coverage`` (0 to 1) decides if they answer."""

    entry: Entry
    coverage: float
    score: float
    matched: Mapping[Unit, tuple[Span, ...]]
    credit: Mapping[Unit, float]
    answering: tuple[Span, ...]


def candidates(
    query: Query, weights: Weights, index: SentenceIndex, glossary: Glossary, allowed: Iterable[str]
) -> list[Candidate]:
    """Every quotable sentence of the ``allowed`` sources that shares a key with the query, even a wider one, ranked."""
    sources = frozenset(allowed)
    ranked = index.search(query)
    best = max((score for _, score in ranked), default=1.0) or 1.0
    found = [
        _candidate(query, entry, score / best, weights, index, glossary)
        for entry, score in [*ranked, *_on_wider_concepts(query, ranked, index, glossary)]
        if entry.sentence.source in sources and quotable(entry)
    ]
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.entry.number))


def _on_wider_concepts(
    query: Query, ranked: Sequence[tuple[Entry, float]], index: SentenceIndex, glossary: Glossary
) -> _Ranked:
    """Sentences that name only what a unit is a kind or a part of, where their article names the unit itself.

    The volume of trade needs no such name: a sum beside "trade" tells it.
    """
    seen = {entry.number for entry, _ in ranked}
    wider = {
        number
        for unit in query.units
        for number in index.holding(unit.broader) - seen
        if glossary.has(unit.concept, Trait.TOLD_BY_A_SUM)
        or not unit.keys.isdisjoint(index.article_keys[index.entries[number].article])
    }
    return [(index.entries[number], 0.0) for number in sorted(wider)]


def _candidate(
    query: Query, entry: Entry, relative: float, weights: Weights, index: SentenceIndex, glossary: Glossary
) -> Candidate:
    matched = {unit: spans for unit in query.units if (spans := _places(entry, unit.keys))}
    context = index.article_keys[entry.article]
    answering = tuple(answering_spans(query, entry, matched, glossary))
    credit = {unit: _credit(unit, entry, context, matched, glossary) for unit in query.units}
    if answering:  # "how many years": the years are said by saying how many
        credit |= {unit: 1.0 for unit in query.units if is_unit_of_measure(unit, glossary)}
        told = [unit for unit in query.units if _told_by_a_sum(unit, entry, glossary)]
        credit |= {unit: max(credit[unit], REFERENCE_CREDIT) for unit in told}
    weight = weights.of(entry, query.language)
    coverage = sum(weight[unit] * share for unit, share in credit.items()) / (sum(weight.values()) or 1.0)
    bonus = KIND_BONUS if answering else 0.0
    bonus += LEAD if answering and _leads(entry, index) else 0.0
    bonus -= OTHER_TIME if _tells_of_another_time(query, entry, glossary) else 0.0
    return Candidate(entry, coverage, coverage + bonus + TIE_BREAK * relative, matched, credit, answering)


def _told_by_a_sum(unit: Unit, entry: Entry, glossary: Glossary) -> bool:
    """A sum tells what a thing cost, whatever the verb: "built with a grant of $230 million"."""
    return glossary.has(unit.concept, Trait.TOLD_BY_A_SUM) and unit.broader <= entry.keys


def _leads(entry: Entry, index: SentenceIndex) -> bool:
    """Whether ``entry`` is the first sentence of its article, headings apart."""
    return next(filter(quotable, index.by_source[entry.sentence.source]), None) is entry


def _tells_of_another_time(query: Query, entry: Entry, glossary: Glossary) -> bool:
    """Whether the sentence speaks of the next or the last of something when the question does not."""
    asked = {unit.concept for unit in query.units}
    others = glossary.having(Trait.OTHER_TIME)
    return any(concept not in asked and concept_key(concept) in entry.keys for concept in others)


def _credit(
    unit: Unit,
    entry: Entry,
    context: frozenset[str],
    matched: Mapping[Unit, tuple[Span, ...]],
    glossary: Glossary,
) -> float:
    if unit in matched:
        return 1.0
    wider = not unit.broader.isdisjoint(entry.keys)
    if unit.keys.isdisjoint(context):
        return BROADER_CREDIT if wider else 0.0
    # "Their trade", in a report on China and Pakistan, is the trade of these two.
    of_both = glossary.has(unit.concept, Trait.STATE) and any(
        concept_key(concept) in entry.keys for concept in glossary.having(Trait.BOTH_PARTIES)
    )
    return REFERENCE_CREDIT if wider or of_both else CONTEXT_CREDIT


def _places(entry: Entry, keys: frozenset[str]) -> tuple[Span, ...]:
    if keys.isdisjoint(entry.keys):
        return ()
    return tuple(sorted({term.span for term in entry.analysis.terms if term.key in keys}))
