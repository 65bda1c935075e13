"""Which of a list goes with an amount that a question names: "A gave 3 million, B 5 million"; which one gave 5."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.answering.binding.nearest import Matched
from cpecbot.answering.meanings import is_value
from cpecbot.disagreement.reading.segments import segments
from cpecbot.models import MOMENTS, Span
from cpecbot.store.entries import Entry

# A day is that of all who did something on it.


def beside_value(entry: Entry, places: Sequence[Span], matched: Matched) -> tuple[Span, ...]:
    """The one of several ``places`` nearest to an amount or a rank that is ``matched``; nothing where there is none."""
    amounts = [value.span for value in entry.analysis.values if value.kind not in MOMENTS]
    named = [span for unit, spans in matched.items() if is_value(unit) for span in spans]
    told = [span for span in named if span.overlaps_any(amounts)]
    if len(places) <= 1 or not told:
        return ()
    parts = segments(entry.sentence.reading, entry.sentence.language)
    return (min(places, key=lambda place: min(parts.distance(place, each).rank for each in told)),)
