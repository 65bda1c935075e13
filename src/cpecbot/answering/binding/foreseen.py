"""How long something was to take, and how long it took: of one sentence that tells both, what is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cpecbot.disagreement.reading.segments import segments
from cpecbot.language.text.cues.modality import Tense, planned, tense_asked
from cpecbot.models import Measured, Query, Span
from cpecbot.store.entries import Entry


def asks_of_the_foreseen(query: Query) -> bool:
    """Whether ``query`` asks how long something was or is expected to take."""
    return query.measured is Measured.DURATION and tense_asked(query.text, query.language) is Tense.PLANNED


def as_foreseen_or_done(query: Query, entry: Entry, places: Sequence[Span]) -> Sequence[Span]:
    """Those of ``places``, where lengths of time stand, in clauses that are as the question; all where none is."""
    if query.measured is not Measured.DURATION:
        return places
    to_come = _foreseen(entry, places)
    wanted = to_come if asks_of_the_foreseen(query) else [place for place in places if place not in to_come]
    return wanted or places


def tells_of_the_foreseen(entry: Entry, places: Iterable[Span]) -> bool:
    """Whether one of ``places`` stands in a clause that tells what is or was to be."""
    return bool(_foreseen(entry, list(places)))


def _foreseen(entry: Entry, places: Sequence[Span]) -> list[Span]:
    text, language = entry.sentence.reading, entry.sentence.language
    clauses = segments(text, language)
    to_come = {clauses.clause(mark) for mark in planned(text, language, (each.span for each in entry.analysis.values))}
    return [place for place in places if clauses.clause(place) in to_come]
