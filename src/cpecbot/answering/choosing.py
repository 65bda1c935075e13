"""Which candidates become quotes: every source that speaks to the question first, then second quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cpecbot.answering.kinds import DEMANDED
from cpecbot.answering.scoring import Candidate
from cpecbot.languages import Language
from cpecbot.models import QuestionKind, TermKind

# A quote has to cover this share of the question, and this share of what the best one covers.
MIN_COVERAGE = 0.45
RELATIVE_COVERAGE = 0.57
# A date or a sum belongs to the event of its sentence: there a sentence on half of the question tells of another one.
RELATIVE_COVERAGE_OF_VALUES = 0.7
# A second quote of a source has to add something: nearly as good as the best one, and not the same words again.
SECOND_COVERAGE = 0.9
_SAME_WORDS = 0.6
# Scores closer than this are equal to a reader; then the asker's language comes first.
_EQUAL = 0.1


def floor_of(found: Sequence[Candidate], kind: QuestionKind) -> float:
    """The coverage that a candidate has to reach beside the best of ``found``."""
    relative = RELATIVE_COVERAGE_OF_VALUES if kind in DEMANDED else RELATIVE_COVERAGE
    return max(MIN_COVERAGE, relative * max((candidate.coverage for candidate in found), default=0.0))


def passing(found: Sequence[Candidate], kind: QuestionKind) -> list[Candidate]:
    """The candidates that answer; empty when even the best covers too little of the question."""
    floor = floor_of(found, kind)
    return [candidate for candidate in found if candidate.coverage >= floor]


def arrange(found: Sequence[Candidate], language: Language, per_source: int) -> list[Candidate]:
    """Candidates in the order to show: the best of each source, then further ones, near-duplicates dropped."""
    by_source: dict[str, list[Candidate]] = {}
    for candidate in found:
        kept = by_source.setdefault(candidate.entry.sentence.source, [])
        if len(kept) < per_source and _adds(candidate, kept, found):
            kept.append(candidate)
    rounds = (
        [kept[turn] for kept in by_source.values() if turn < len(kept)]
        for turn in range(max(map(len, by_source.values()), default=0))
    )
    return [candidate for group in rounds for candidate in _own_language_first(group, language)]


def _adds(candidate: Candidate, kept: Sequence[Candidate], found: Sequence[Candidate]) -> bool:
    if not kept:
        return True
    strongest = max(other.coverage for other in found)
    return candidate.coverage >= SECOND_COVERAGE * strongest and not any(_alike(candidate, other) for other in kept)


def _alike(candidate: Candidate, other: Candidate) -> bool:
    first, second = _lemmas(candidate), _lemmas(other)
    smaller = min(len(first), len(second)) or 1
    return len(first & second) / smaller >= _SAME_WORDS


def _lemmas(candidate: Candidate) -> frozenset[str]:
    return frozenset(term.key for term in candidate.entry.analysis.terms if term.kind is TermKind.LEMMA)


def _own_language_first(group: Iterable[Candidate], language: Language) -> Iterator[Candidate]:
    waiting = sorted(group, key=lambda candidate: (-candidate.score, candidate.entry.number))
    while waiting:
        equals = [each for each in waiting if each.score >= waiting[0].score - _EQUAL]
        chosen = next((each for each in equals if each.entry.sentence.language == language), waiting[0])
        waiting.remove(chosen)
        yield chosen
