"""When something was before the time that is reported: "the first visit since 2011", "last erupted in 1984"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.disagreement.reading.segments import segments
from cpecbot.language.text.cues.marks import Marks
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.lists import split_phrases
from cpecbot.language.text.patterns import any_of, longest_first
from cpecbot.language.text.simplified import simplify
from cpecbot.languages import Language
from cpecbot.models import MOMENTS, Span, Value, ValueKind
from cpecbot.store.entries import Entry

_TOLD_BY = MOMENTS | {ValueKind.DURATION}


def earlier(entry: Entry) -> list[Value]:
    """The values of ``entry`` that tell when something was before: since when it is the first, or the last time."""
    words, text = entry.sentence.language.once(_Words), entry.sentence.reading
    values = [value for value in entry.analysis.values if value.kind in _TOLD_BY and value.span.start >= entry.body]
    firsts, lasts = words.firsts.within(text), words.lasting.within(text)
    parts = segments(text, entry.sentence.language)

    def beside(value: Value, marks: Iterable[Span]) -> bool:
        clause = parts.clause(value.span)
        return any(parts.clause(mark) == clause and not mark.overlaps(value.span) for mark in marks)

    return [
        value
        for value in values
        if (beside(value, firsts) and words.dates_from(value.span, text)) or beside(value, lasts)
    ]


def tells_of_before(entry: Entry, places: Iterable[Span]) -> bool:
    """Whether one of ``places`` tells when something was before."""
    return any(value.span.overlaps_any(places) for value in earlier(entry))


class _Words:
    """The words of one language, compiled."""

    def __init__(self, language: Language) -> None:
        rules = grammar(language)
        self.firsts = Marks(language, rules.firsts.split())
        self.lasting = Marks(language, split_phrases(rules.lasts))
        before, behind = (
            any_of(longest_first(map(fold_text, split_phrases(each)))) for each in (rules.since, rules.since_behind)
        )
        edge = r"\b" if language.profile.spaced else ""
        self._before = re.compile(rf"{edge}(?:{before})\s*(?:\d+\s*)?$")
        self._behind = re.compile(rf"\s*(?:{behind}){edge}")

    def dates_from(self, place: Span, text: str) -> bool:
        """Whether the words beside the value at ``place`` say that it was then, or so long ago."""
        before, behind = (simplify(fold_text(each)) for each in (text[: place.start], text[place.end :]))
        return bool(self._before.search(before) or self._behind.match(behind))
