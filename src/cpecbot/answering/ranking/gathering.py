"""The sentences that may answer a question, scored: those that hold its words, and those that tell of it otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from msgspec import Struct

from cpecbot.answering.meanings import is_deed
from cpecbot.answering.ranking.nearness import Named, Nearness
from cpecbot.answering.ranking.reasons import Reasons
from cpecbot.answering.ranking.scoring import Candidate, Scorer
from cpecbot.answering.ranking.weighing import Weights
from cpecbot.answering.wanted.kinds import KINDLESS
from cpecbot.language.concepts.concept import Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from cpecbot.models import Query, Unit
from cpecbot.store.entries import Entry
from cpecbot.store.store import Ranked, Ranking, Store

# What the best BM25 score in a language adds in a list of sentences, and by what share the article raises them whose
# words look most like the question's. Tuned on every other query of ARCD and ParsiNLU; on the rest nDCG@10 is .831 and
# .768 without the letters, .855 and .781 with them, and of 307 judged questions on five articles as many as before or
# more find a relevant sentence first. As a sum, or for articles in other languages too, letters cost up to 60 of these.
WORDS_OF_A_LIST = 0.25
LETTERS_OF_A_LIST = 1.0
# Of each language so many sentences are looked at, and so many in all are looked at closely. Of 75 questions on 3,000
# sentences, 26 tellings of each, 72 keep their first quote of 500.
MOST = 100


class Candidates(Struct, frozen=True):
    """The sentences of the allowed sources that share a key with a query, even a wider one, best first.

    ``complete`` says that the store held back none.
    """

    ranked: tuple[Candidate, ...]
    complete: bool


def candidates(
    query: Query, weights: Weights, store: Store, glossary: Glossary, allowed: Collection[str], limit: int = MOST
) -> Candidates:
    """What ``store`` finds for ``query`` in the ``allowed`` sources, at most ``limit`` of each language, scored."""
    sources = frozenset(allowed)
    named = {unit: store.sources_holding(unit.keys) for unit in query.units}
    ranking = store.candidates(query, sources, limit)
    near = Nearness.of(query, weights, named, glossary)
    hits = near.nearest(ranking.hits, limit)
    where = {unit: _meant(unit, named, sources, glossary) for unit in query.units}
    reasons = Reasons.of(query, (hit.entry for hit in hits), store, glossary)
    scorer = Scorer.of(query, weights, named, glossary, reasons)
    wider = _on_wider_concepts(ranking, store, where, limit)
    unnamed = _without_its_words(query, ranking, store, sources, limit, glossary)
    explaining = reasons.beyond(hit.entry.number for hit in hits) if reasons else ()
    beside = {entry.number: Ranked(entry, 0.0) for entry in (*wider, *unnamed, *explaining)}
    found = map(scorer.candidate, near.nearest((*hits, *beside.values()), limit))
    ranked = sorted(found, key=lambda candidate: (-candidate.score, candidate.entry.number))
    return Candidates(tuple(ranked), ranking.complete)


def listed(found: Candidates, resemblance: Mapping[str, float]) -> list[tuple[Entry, float]]:
    """All of ``found`` as a person who searches reads them, best first with their scores, whether they answer or not.

    BM25 counts for more than in an answer, its best in each language for as much: those of words and of meanings do
    not compare. ``resemblance`` is the store's, of each source to the question.
    """
    best: dict[Language, float] = {}
    for each in found.ranked:
        language = each.entry.sentence.language
        best[language] = max(best.get(language, 0.0), each.relative)

    def score(each: Candidate) -> float:
        sentence = each.entry.sentence
        by_words = each.score + WORDS_OF_A_LIST * each.relative / (best[sentence.language] or 1.0)
        return by_words * (1.0 + LETTERS_OF_A_LIST * resemblance[sentence.source])

    scores = [(each.entry, score(each)) for each in found.ranked]
    return sorted(scores, key=lambda pair: (-pair[1], pair[0].number))


def _on_wider_concepts(
    ranking: Ranking, store: Store, where: Mapping[Unit, frozenset[str]], limit: int
) -> Iterator[Entry]:
    """Sentences that name only what a unit is a kind or a part of, in the sources ``where`` it may be meant by that."""
    holding = (store.holding(unit.broader, sources, limit) for unit, sources in where.items())
    return islice(_beyond(ranking, holding), limit)


def _without_its_words(
    query: Query, ranking: Ranking, store: Store, sources: frozenset[str], limit: int, glossary: Glossary
) -> Iterator[Entry]:
    """Sentences that speak of what ``query`` names without naming it, where a value or whoever speaks may answer."""
    named = [unit for unit in query.units if not unit.light and not is_deed(unit, glossary)]
    asked = named if query.kind not in KINDLESS or query.speaker else []
    standing = (store.standing_for(unit.keys, sources, limit) for unit in asked)
    return islice(_beyond(ranking, standing), limit)


def _beyond(ranking: Ranking, found: Iterable[Sequence[Entry]]) -> Iterator[Entry]:
    """Each of ``found`` that is none of the hits, once."""
    seen = {hit.entry.number for hit in ranking.hits}
    for entry in chain.from_iterable(found):
        if entry.number not in seen:
            seen.add(entry.number)
            yield entry


def _meant(unit: Unit, named: Named, sources: frozenset[str], glossary: Glossary) -> frozenset[str]:
    """Those of ``sources`` where a wider concept may mean ``unit``: the articles that name it.

    The volume of trade needs no such name: a sum beside "trade" tells it.
    """
    return sources if glossary.has(unit.concept, Trait.TOLD_BY_A_SUM) else sources & named[unit]
