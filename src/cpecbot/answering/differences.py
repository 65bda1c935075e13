"""Which notes of disagreement belong to an answer: those whose claims lie in what was asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cpecbot.answering.scoring import Candidate, Weights
from cpecbot.language.glossary import Glossary
from cpecbot.models import Dimension, Disagreement, Level, Query, QuestionKind, Quote, Span, Unit

# A question for a kind of thing is also a question for where the sources differ in it.
_ASKED_BY: Mapping[QuestionKind, frozenset[Dimension]] = {
    QuestionKind.WHEN: frozenset({Dimension.DATE}),
    QuestionKind.WHERE: frozenset({Dimension.PLACE}),
    QuestionKind.WHO: frozenset({Dimension.AGENT, Dimension.TITLE}),
    QuestionKind.HOW_MANY: frozenset({Dimension.COUNT, Dimension.ORDINAL}),
    QuestionKind.HOW_MUCH: frozenset({Dimension.SUM}),
}
_SIDES = 2
# The units of a question that weigh nearly as much as its heaviest are what it is mainly about.
_FOCUS = 0.8
# Sentences that cover nearly as much as the best one speak of just what was asked.
_DIRECT = 0.8
_Places = Mapping[str, Sequence[tuple[Span, Sequence[Span]]]]


def notes_for(
    notes: Sequence[Disagreement], query: Query, found: Sequence[Candidate], weights: Weights, glossary: Glossary
) -> tuple[Disagreement, ...]:
    """The ``notes`` that lie in the sentences ``found`` for ``query`` and in what it asks.

    The gravest come first, of equally grave ones those whose subject weighs most in the question.
    """
    concepts = _asked(query, glossary)
    heaviest = max(weights.at_home.values(), default=0.0)
    focus = frozenset(unit for unit, weight in weights.at_home.items() if weight >= _FOCUS * heaviest)
    places = _places(found, focus)
    best = max((candidate.coverage for candidate in found), default=0.0)
    direct = _places([candidate for candidate in found if candidate.coverage >= _DIRECT * best], focus)
    of_the_kind = _ASKED_BY.get(query.kind, frozenset())
    lying = (
        note
        for note in notes
        if (note.dimension in of_the_kind and _sides_met(note, direct) >= _SIDES)
        or (_sides_met(note, places) >= _SIDES and _is_asked(note, concepts, places))
    )
    named = {unit.concept: weight for unit, weight in weights.at_home.items()}
    return tuple(sorted(lying, key=lambda note: (tuple(Level).index(note.level), -named.get(note.subject, 0.0))))


def _asked(query: Query, glossary: Glossary) -> frozenset[str]:
    asked = {unit.concept for unit in query.units if unit.concept}
    return frozenset(asked | {wider for concept in asked for wider in glossary.broader(concept)})


def _places(found: Sequence[Candidate], focus: frozenset[Unit]) -> _Places:
    """Per source the spans of the sentences found, each with the spans that say what was mainly asked for."""
    places: dict[str, list[tuple[Span, Sequence[Span]]]] = {}
    for candidate in found:
        sentence = candidate.entry.sentence
        marks = [span for unit in focus for span in candidate.matched.get(unit, ())]
        shifted = [span.shift(sentence.span.start) for span in marks]
        places.setdefault(sentence.source, []).append((sentence.span, shifted))
    return places


def _sides_met(note: Disagreement, places: _Places) -> int:
    return sum(any(_meets(quote, places) for quote in side.quotes) for side in note.sides)


def _meets(quote: Quote, places: _Places) -> bool:
    return any(sentence.overlaps(quote.span) for sentence, _ in places.get(quote.source, ()))


def _is_asked(note: Disagreement, concepts: frozenset[str], places: _Places) -> bool:
    """Whether the note's subject is asked for, or both sides say what was mainly asked for."""
    marked = sum(any(_is_marked(quote, places) for quote in side.quotes) for side in note.sides)
    return note.subject in concepts or marked >= _SIDES


def _is_marked(quote: Quote, places: _Places) -> bool:
    return any(mark.overlaps(quote.span) for _, marks in places.get(quote.source, ()) for mark in marks)
