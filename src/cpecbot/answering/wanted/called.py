"""What somebody or something is called, where the question asks for a name: beside the word for whose name it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from cpecbot.answering.meanings import is_value, kinds_of, means_something
from cpecbot.answering.wanted.naming import side_by_side, strangers, titles
from cpecbot.disagreement.reading.segments import segments
from cpecbot.language.concepts.concept import NAMED, OFFICES, ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.names.finding import is_common
from cpecbot.language.text.tokens import is_han
from cpecbot.models import Query, Span, TermKind, Unit
from cpecbot.store.entries import Entry

_PERSONS = frozenset({ConceptKind.PERSON})
# How far, in words, a name may stand from the word for what it names: "her brother, the farmer and poet Omar Said".
_REACH = 8.0
# Between two words of one name.
_WITHIN = frozenset({" ", "-"})
# A name in a script without capitals has to be of several words that no dictionary lists.
_SEVERAL = 2


def called(query: Query, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary) -> Iterator[Span]:
    """The names beside what ``query`` asks the name of, which the sentence has to speak of."""
    heads = [unit for unit in query.units if _may_be_called(unit, glossary)]
    # All else that is asked about is a thing.
    roles = [unit for unit in heads if not kinds_of(unit, glossary).isdisjoint(OFFICES)]
    told = frozenset(key for unit in roles if unit in matched for key in unit.keys)
    # The captain's wife is neither the captain nor another's wife.
    if any(unit.keys.isdisjoint(told) for unit in roles):
        return
    places = [span for unit in roles or heads for span in matched.get(unit, ())]
    parts = segments(entry.sentence.reading, entry.sentence.language)
    for name in sorted(set(_names(query, entry, glossary, _PERSONS if roles else NAMED))):
        if not name.overlaps_any(places) and any(parts.distance(name, place).words <= _REACH for place in places):
            yield name


def _may_be_called(unit: Unit, glossary: Glossary) -> bool:
    if unit.light or is_value(unit) or (unit.named and not means_something(unit)):
        return False
    return unit.concept is None or glossary.concepts[unit.concept].kind not in NAMED


def _names(query: Query, entry: Entry, glossary: Glossary, kinds: Collection[ConceptKind]) -> Iterator[Span]:
    asked = {unit.concept for unit in query.units}
    for match in entry.analysis.concepts:
        concept = glossary.concepts[match.concept]
        told = concept.kind in kinds and concept.is_name and Trait.STATE not in concept.traits
        if told and not match.implied and match.concept not in asked:
            yield match.span
    yield from strangers(query, entry)
    yield from _unlisted(query, entry)
    if kinds is NAMED:
        yield from titles(entry)


def _unlisted(query: Query, entry: Entry) -> Iterator[Span]:
    """Words side by side that no dictionary lists, in a script without capitals."""
    text, language = entry.sentence.reading, entry.sentence.language
    asked = {key for unit in query.units for key in unit.keys}
    known = [match.span for match in entry.analysis.concepts]
    strange = {term.span for term in entry.analysis.terms if term.kind is TermKind.NAME and term.key not in asked}
    words = [
        token.span
        for token in entry.analysis.tokens
        if token.span in strange
        and not is_han(token.text)
        and not token.text.isascii()
        and not token.span.overlaps_any(known)
        and not is_common(token, text, language)
    ]
    runs = side_by_side(words, text, _WITHIN)
    return (Span(run[0].start, run[-1].end) for run in runs if len(run) >= _SEVERAL)
