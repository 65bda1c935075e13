"""Which notes of disagreement belong to an answer: those whose claims lie in what was asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cpecbot.answering.scoring import Candidate
from cpecbot.language.glossary import Glossary
from cpecbot.models import Dimension, Disagreement, Query, QuestionKind, Quote, Span

# A question for a kind of thing is also a question for where the sources differ in it.
_ASKED_BY: Mapping[QuestionKind, frozenset[Dimension]] = {
    QuestionKind.WHEN: frozenset({Dimension.DATE}),
    QuestionKind.WHERE: frozenset({Dimension.PLACE}),
    QuestionKind.WHO: frozenset({Dimension.PARTY, Dimension.AGENT, Dimension.TITLE}),
    QuestionKind.HOW_MANY: frozenset({Dimension.COUNT, Dimension.ORDINAL}),
    QuestionKind.HOW_MUCH: frozenset({Dimension.SUM}),
}


def notes_for(
    notes: Sequence[Disagreement], query: Query, found: Sequence[Candidate], glossary: Glossary
) -> tuple[Disagreement, ...]:
    """The ``notes``, in their order, that lie in the sentences ``found`` for ``query`` and in what it asks."""
    concepts = _asked(query, glossary)
    places = _places(found)
    return tuple(
        note for note in notes if _sides_met(note, places) >= _SIDES and _is_asked(note, query, concepts, places)
    )


_SIDES = 2
_Places = Mapping[str, Sequence[tuple[Span, Sequence[Span]]]]


def _asked(query: Query, glossary: Glossary) -> frozenset[str]:
    asked = {unit.concept for unit in query.units if unit.concept}
    return frozenset(asked | {wider for concept in asked for wider in glossary.broader(concept)})


def _places(found: Sequence[Candidate]) -> _Places:
    """Per source the spans of the sentences found, each with the spans of what matched or answers in it."""
    places: dict[str, list[tuple[Span, Sequence[Span]]]] = {}
    for candidate in found:
        sentence = candidate.entry.sentence
        marks = [span for spans in candidate.matched.values() for span in spans] + list(candidate.answering)
        shifted = [span.shift(sentence.span.start) for span in marks]
        places.setdefault(sentence.source, []).append((sentence.span, shifted))
    return places


def _sides_met(note: Disagreement, places: _Places) -> int:
    return sum(any(_meets(quote, places) for quote in side.quotes) for side in note.sides)


def _meets(quote: Quote, places: _Places) -> bool:
    return any(sentence.overlaps(quote.span) for sentence, _ in places.get(quote.source, ()))


def _is_asked(note: Disagreement, query: Query, concepts: frozenset[str], places: _Places) -> bool:
    """Whether the note's subject is asked for, or its kind is, or its own words are those that matched."""
    if note.subject in concepts or note.dimension in _ASKED_BY.get(query.kind, frozenset()):
        return True
    touched = sum(any(_is_marked(quote, places) for quote in side.quotes) for side in note.sides)
    return touched >= _SIDES


def _is_marked(quote: Quote, places: _Places) -> bool:
    spots = quote.highlights or (quote.span,)
    return any(mark.overlaps(spot) for _, marks in places.get(quote.source, ()) for mark in marks for spot in spots)
