"""Why a question was or was not answered: what was understood, what each word weighs, what each sentence covers."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cpecbot.answering.ranking.choosing import floor_of
from cpecbot.answering.ranking.scoring import Candidate
from cpecbot.answering.ranking.weighing import Weights
from cpecbot.languages import Language
from cpecbot.models import Answer, Query, Sentence, Unit


class UnitExplanation(Struct, frozen=True):
    """A unit with its weight in nats; ``known`` is False when no sentence holds any of its keys."""

    unit: Unit
    weight: float
    known: bool


class SentenceExplanation(Struct, frozen=True):
    """A candidate: what each unit contributes to its coverage (0 to 1), and whether it passed."""

    sentence: Sentence
    coverage: float
    score: float
    contributions: tuple[tuple[str, float], ...]
    answering: tuple[str, ...]
    passed: bool


class Explanation(Struct, frozen=True):
    """The way of one question. ``floor`` is the coverage that a sentence had to reach."""

    query: Query
    answer: Answer
    units: tuple[UnitExplanation, ...]
    sentences: tuple[SentenceExplanation, ...]
    floor: float


def explain(query: Query, answer: Answer, weights: Weights, found: Sequence[Candidate], limit: int) -> Explanation:
    """Lay out how ``answer`` came about from the ``limit`` best of ``found``."""
    units = tuple(UnitExplanation(unit, weights.at_home[unit], unit not in weights.unknown) for unit in query.units)
    floor = floor_of(found, query.kind)
    sentences = tuple(_sentence(candidate, weights, query.language, floor) for candidate in found[:limit])
    return Explanation(query, answer, units, sentences, floor)


def _sentence(candidate: Candidate, weights: Weights, language: Language, floor: float) -> SentenceExplanation:
    sentence = candidate.entry.sentence
    weight = weights.of(candidate.entry, language)
    total = sum(weight.values()) or 1.0
    contributions = tuple(
        (unit.text, round(weight[unit] * share / total, 4)) for unit, share in candidate.credit.items() if share
    )
    answering = tuple(span.slice(sentence.reading) for span in candidate.answering)
    return SentenceExplanation(
        sentence,
        candidate.coverage,
        candidate.score,
        contributions,
        answering,
        not candidate.differs and candidate.coverage >= floor,
    )
