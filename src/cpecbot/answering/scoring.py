"""How much of a question a sentence answers: the share of the question's information that it covers.

Each unit weighs its inverse document frequency, so a rare name weighs more than "China". Coverage, not a raw BM25
score, decides whether there is an answer; BM25 orders sentences that cover alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cpecbot.answering.index import Entry, SentenceIndex, quotable
from cpecbot.answering.kinds import answering_spans, is_unit_of_measure
from cpecbot.language.analysis import concept_key
from cpecbot.language.concepts import ConceptKind
from cpecbot.language.glossary import Glossary
from cpecbot.models import Language, Query, QuestionKind, Span, Unit
from cpecbot.retrieval.bm25 import inverse_document_frequency

# What a match of only a wider concept, or of the article around the sentence, counts for.
BROADER_CREDIT = 0.5
# "The airport" in an article on Gwadar airport is most likely that one.
REFERENCE_CREDIT = 0.8
CONTEXT_CREDIT = 0.25
# What holding the kind of thing asked for adds to the coverage of the topic.
KIND_BONUS = 0.15
# BM25 decides between sentences whose coverage differs by less than this.
TIE_BREAK = 0.1
# A report begins with what it is about: "when was the attack?" is about that one, not about an earlier one it recalls.
LEAD = 0.03
# What speaking of the next meeting takes from a sentence when just the meeting is asked for.
OTHER_TIME = 0.15
_OTHER_TIMES = ("next", "previous")
# A sum tells what a thing cost, whatever the verb: "built with a grant of $230 million"; and beside "trade" its volume.
_TOLD_BY_A_SUM = frozenset({"cost", "trade_volume"})
# "Their trade", in a report on China and Pakistan, is the trade of these two.
_BOTH_COUNTRIES = frozenset({concept_key("side_party"), concept_key("bilateral")})
# That the articles never name a thing which the glossary knows tells more than a word that nobody knows.
ABSENT_CONCEPT = 1.3
# How much a unit says about the topic beside its rarity: a place or a policy is what a question is about, "agreed" or
# "sector" is how it is put.
_SALIENCE = {
    ConceptKind.EVENT: 0.6,
    ConceptKind.TITLE: 0.7,
    ConceptKind.MODIFIER: 0.35,
    ConceptKind.STANCE: 0.35,
    ConceptKind.GENERIC: 0.4,
    ConceptKind.UNIT: 0.3,
}
_LIGHT_WORD = 0.05
SUBJECT_SALIENCE = 0.5
_PLAIN_WORD = 0.4
# A word that stands in no article may be the very thing that is missing, or just another way to put it.
_UNKNOWN_WORD = 0.3
# A plain word cannot be recognised in another language: there, and where no article is in its language, its absence
# proves little.
UNKNOWN_WORDS = 1.0
# A date belongs to what happened: asked when, an event weighs as much as the thing it happened to.
WHEN_IT_HAPPENED = 1.6
_PLAIN_WORD_ABROAD = 0.3

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


@dataclass(frozen=True, slots=True)
class Weights:
    """What each unit of a query weighs in this corpus, in nats; ``unknown`` units stand in no sentence.

    ``abroad`` are the weights for sentences in another language than the question's.
    """

    at_home: Mapping[Unit, float]
    abroad: Mapping[Unit, float]
    unknown: tuple[Unit, ...]

    def of(self, entry: Entry, language: Language) -> Mapping[Unit, float]:
        return self.at_home if entry.sentence.language is language else self.abroad


def weigh(query: Query, index: SentenceIndex, glossary: Glossary) -> Weights:
    """The weight of each unit: its inverse document frequency times what its kind says about a topic.

    All plain words together that stand in no article weigh at most as much as ``UNKNOWN_WORDS`` of them: people talk,
    and what they talk of is what the known words say.
    """
    size = len(index.entries)
    foreign = query.language not in index.languages
    holders = {unit: len(index.holding(unit.keys)) for unit in query.units}
    at_home, abroad = {}, {}
    for unit, count in holders.items():
        rarity = inverse_document_frequency(count, size) * (ABSENT_CONCEPT if unit.concept and not count else 1.0)
        plain = _UNKNOWN_WORD if not count else _PLAIN_WORD
        if query.kind is QuestionKind.WHEN and _is_event(unit, glossary):
            rarity *= WHEN_IT_HAPPENED
        at_home[unit] = rarity * _salience(unit, glossary, _PLAIN_WORD_ABROAD if foreign else plain)
        abroad[unit] = rarity * _salience(unit, glossary, _PLAIN_WORD_ABROAD if foreign or count else plain)
    unknown = tuple(unit for unit, count in holders.items() if not count)
    chatter = [unit for unit in unknown if not unit.concept and not unit.light]
    for unit in chatter:
        share = min(1.0, UNKNOWN_WORDS / len(chatter))
        at_home[unit] *= share
        abroad[unit] *= share
    return Weights(at_home, abroad, unknown)


def _is_event(unit: Unit, glossary: Glossary) -> bool:
    return unit.concept is not None and glossary.concepts[unit.concept].kind is ConceptKind.EVENT


def is_subject(unit: Unit, glossary: Glossary) -> bool:
    """Whether ``unit`` is something to ask about: a thing, a policy or a value, not a word of a general kind."""
    if unit.concept:
        return _SALIENCE.get(glossary.concepts[unit.concept].kind, 1.0) > SUBJECT_SALIENCE
    return not unit.light


def _salience(unit: Unit, glossary: Glossary, plain: float) -> float:
    if unit.light:
        return _LIGHT_WORD
    if unit.concept:
        return _SALIENCE.get(glossary.concepts[unit.concept].kind, 1.0)
    return 1.0 if any(key.startswith("v:") for key in unit.keys) else plain


def candidates(query: Query, index: SentenceIndex, glossary: Glossary, allowed: Iterable[str]) -> list[Candidate]:
    """Every quotable sentence of the ``allowed`` sources that shares a key with the query, even a wider one, ranked."""
    sources = frozenset(allowed)
    weights = weigh(query, index, glossary)
    ranked = index.search(query)
    best = max((score for _, score in ranked), default=1.0) or 1.0
    found = [
        _candidate(query, entry, score / best, weights, index, glossary)
        for entry, score in [*ranked, *_on_wider_concepts(query, ranked, index)]
        if entry.sentence.source in sources and quotable(entry)
    ]
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.entry.number))


def _on_wider_concepts(query: Query, ranked: Sequence[tuple[Entry, float]], index: SentenceIndex) -> _Ranked:
    """Sentences that name only what a unit is a kind or a part of, where their article names the unit itself.

    The volume of trade needs no such name: a sum beside "trade" tells it.
    """
    seen = {entry.number for entry, _ in ranked}
    return [
        (index.entries[number], 0.0)
        for unit in query.units
        for number in sorted(index.holding(unit.broader) - seen)
        if unit.concept in _TOLD_BY_A_SUM or not unit.keys.isdisjoint(index.article_keys[index.entries[number].article])
    ]


def _candidate(
    query: Query, entry: Entry, relative: float, weights: Weights, index: SentenceIndex, glossary: Glossary
) -> Candidate:
    matched = {unit: spans for unit in query.units if (spans := _places(entry, unit.keys))}
    context = index.article_keys[entry.article]
    answering = tuple(answering_spans(query, entry, matched, glossary))
    credit = {unit: _credit(unit, entry, context, matched) for unit in query.units}
    if answering:  # "how many years": the years are said by saying how many
        credit |= {unit: 1.0 for unit in query.units if is_unit_of_measure(unit, glossary)}
        credit |= {unit: max(credit[unit], REFERENCE_CREDIT) for unit in query.units if _told_by_a_sum(unit, entry)}
    weight = weights.of(entry, query.language)
    coverage = sum(weight[unit] * share for unit, share in credit.items()) / (sum(weight.values()) or 1.0)
    bonus = KIND_BONUS if answering else 0.0
    bonus += LEAD if answering and _leads(entry, index) else 0.0
    bonus -= OTHER_TIME if _tells_of_another_time(query, entry) else 0.0
    return Candidate(entry, coverage, coverage + bonus + TIE_BREAK * relative, matched, credit, answering)


def _told_by_a_sum(unit: Unit, entry: Entry) -> bool:
    return unit.concept in _TOLD_BY_A_SUM and unit.broader <= entry.keys


def _leads(entry: Entry, index: SentenceIndex) -> bool:
    """Whether ``entry`` is the first sentence of its article, headings apart."""
    return next(filter(quotable, index.by_source[entry.sentence.source]), None) is entry


def _tells_of_another_time(query: Query, entry: Entry) -> bool:
    """Whether the sentence speaks of the next or the last of something when the question does not."""
    asked = {unit.concept for unit in query.units}
    return any(concept not in asked and concept_key(concept) in entry.keys for concept in _OTHER_TIMES)


def _credit(unit: Unit, entry: Entry, context: frozenset[str], matched: Mapping[Unit, tuple[Span, ...]]) -> float:
    if unit in matched:
        return 1.0
    wider = not unit.broader.isdisjoint(entry.keys)
    if unit.keys.isdisjoint(context):
        return BROADER_CREDIT if wider else 0.0
    of_both = (unit.concept or "").startswith("country_") and not _BOTH_COUNTRIES.isdisjoint(entry.keys)
    return REFERENCE_CREDIT if wider or of_both else CONTEXT_CREDIT


def _places(entry: Entry, keys: frozenset[str]) -> tuple[Span, ...]:
    if keys.isdisjoint(entry.keys):
        return ()
    return tuple(sorted({term.span for term in entry.analysis.terms if term.key in keys}))
