"""Claims of where something was held, signed or opened: a place that its clause says it is in."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cpecbot.disagreement.grouping.findings import Finding
from cpecbot.disagreement.reading.content import Content
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Mark
from cpecbot.disagreement.rules.happenings import deeds_at, finding_of, told_at
from cpecbot.language.concepts.concept import ConceptKind, Trait
from cpecbot.language.text.cues.places import is_near, is_within
from cpecbot.language.text.folding import fold
from cpecbot.models import Dimension


def placed(content: Content, reader: Reader) -> Iterator[Finding]:
    """Where it was, if the clause names one place for it."""
    marks = _places(content, reader)
    for mark in marks:
        clause = content.clause(mark)
        if any(content.clause(other) == clause for other in marks if other.key != mark.key):
            continue
        deeds = deeds_at(mark, content)
        if not deeds or any(_is_wide(key, reader) for deed in deeds for key in deed.concepts):
            continue
        told = told_at(mark, deeds, content, reader)
        wider = frozenset(reader.glossary.broader(mark.key))
        company = tuple(item for item in told.company if item.concepts.isdisjoint(wider))
        told = replace(told, company=company, wider=wider, strict=True)
        yield finding_of(mark, told, content, Dimension.PLACE, mark.key)


def _places(content: Content, reader: Reader) -> list[Mark]:
    """The narrowest of the places that the sentence says something is in."""
    reading = content.reading
    places = [
        mark
        for mark in reading.concepts
        if reader.kind(mark.key) is ConceptKind.PLACE and not reader.is_country(mark.key)
    ]
    if not places:
        return []
    text, language = fold(reading.sentence.reading), reading.sentence.language
    inside = [
        mark
        for mark in places
        if mark.first >= reading.dateline
        and is_within(text, content.place(mark), language)
        and not is_near(text, content.place(mark), language)
    ]
    wider = {key for mark in inside for key in reader.glossary.broader(mark.key)}
    return [mark for mark in inside if mark.key not in wider]


def _is_wide(concept: str, reader: Reader) -> bool:
    """Whether it reaches over many places: a flood in one is no contradiction of one in another."""
    wide = reader.glossary.having(Trait.WIDESPREAD)
    return concept in wide or not wide.isdisjoint(reader.glossary.broader(concept))
