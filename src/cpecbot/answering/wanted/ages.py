"""Whose age a sentence tells: of the youngest, of the oldest, of a thing, or of anybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cpecbot.answering.binding.nearest import Matched
from cpecbot.answering.binding.occupied import Occupied
from cpecbot.answering.meanings import kinds_of, may_be_name
from cpecbot.answering.wanted.measuring import measuring
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.disagreement.reading.quantities.properties import is_aside
from cpecbot.disagreement.reading.segments import segments
from cpecbot.language.analysis import CONCEPT
from cpecbot.language.concepts.concept import OFFICES, ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.questions.extremes import Extreme, extremes
from cpecbot.language.values.units import SCALES
from cpecbot.models import Measured, Query, Span, TermKind, Unit, Value
from cpecbot.store.entries import Entry

# How far, in characters, an age may stand from the word for who has it: "the oldest, a retired teacher of 81".
_REACH = 60
_PEOPLE = OFFICES | {ConceptKind.PERSON}
_SLIGHT = frozenset({ConceptKind.LIGHT, ConceptKind.GENERIC})
_MEANINGS = (TermKind.CONCEPT, TermKind.SENSE)


def ages(query: Query, entry: Entry, matched: Matched, glossary: Glossary) -> list[Value]:
    """The values of ``entry`` that tell the age which ``query`` asks for; of a thing not those of people."""
    taken = dict(_of_extremes(entry))
    asked = extreme_asked(query)
    if asked:
        meant = {mention: value for mention, value in taken.items() if mention[1] is asked[1]}
        return [value for (word, _), value in meant.items() if _is_one_asked(word, query, entry, matched, glossary)]
    others = {value.span for value in taken.values()}
    told = [value for value in measuring(Measured.AGE, entry) if value.span not in others]
    return list(_of_things(told, entry, matched, glossary)) if _asks_of_a_thing(query, glossary) else told


def extreme_asked(query: Query) -> tuple[Span, Extreme] | None:
    """Where ``query`` says that it asks for the age of the youngest or the oldest; None where it asks for no such."""
    if query.measured is not Measured.AGE:
        return None
    return next(iter(extremes(query.text, query.language)), None)


def nouns_of_the_extreme(query: Query) -> tuple[Unit, ...]:
    """The words of ``query`` right beside that for the youngest: passenger; empty where no such is asked for."""
    asked = extreme_asked(query)
    return tuple(unit for unit in query.units if asked and 0 <= unit.span.gap(asked[0]) <= 1)


def leaves_the_noun_out(entry: Entry, glossary: Glossary) -> bool:
    """Whether somebody is called the youngest, and nothing beside says of whom: "the youngest was a girl of 4"."""
    found = extremes(entry.sentence.reading, entry.sentence.language)
    nouns = [_noun_beside(span, entry, glossary) for span, _ in found]
    return any(noun is None or _is_anybody(noun, entry, glossary) for noun in nouns)


def _is_one_asked(word: Span, query: Query, entry: Entry, matched: Matched, glossary: Glossary) -> bool:
    """Whether who is called the youngest by ``word`` may be one of those that ``query`` asks of, not of others."""
    noun = _noun_beside(word, entry, glossary)
    asked = extreme_asked(query)
    nouns = [unit for unit in nouns_of_the_extreme(query) if asked and not unit.span.overlaps(asked[0])]
    if noun is None or all(unit.light or not _SLIGHT.isdisjoint(kinds_of(unit, glossary)) for unit in nouns):
        return True
    return noun.overlaps_any(span for spans in matched.values() for span in spans) or _is_anybody(noun, entry, glossary)


def _noun_beside(mention: Span, entry: Entry, glossary: Glossary) -> Span | None:
    """The noun right behind the word for the youngest; None where none stands there."""
    link, text = grammar(entry.sentence.language).quality_link, entry.sentence.reading
    linked = bool(link) and text.startswith(link, mention.end)
    place = Span(mention.start, mention.end + len(link)) if linked else mention
    noun = Occupied(entry, glossary, frozenset()).following(place)
    return None if noun is None or noun.overlaps_any(value.span for value in entry.analysis.values) else noun


def _is_anybody(noun: Span, entry: Entry, glossary: Glossary) -> bool:
    """Whether ``noun`` says no more than that it is one of the people: person, of those."""
    keys = {term.key for term in entry.analysis.terms if term.span == noun and term.kind in _MEANINGS}
    found = {key.removeprefix(CONCEPT) for key in keys}
    return any(glossary.has(key, Trait.PEOPLE) or glossary.kind(key) in _SLIGHT for key in found)


def _of_extremes(entry: Entry) -> Iterator[tuple[tuple[Span, Extreme], Value]]:
    """The age of each who is called the youngest or the oldest: what stands behind, or else before it."""
    text = entry.sentence.reading
    found = extremes(text, entry.sentence.language)
    values = [value for value in entry.analysis.values if SCALES[Measured.AGE].fits(value, cued=True)]
    ends = [*(span.start for span, _ in found), len(text)]
    for (mention, (start, end)), before in zip(zip(found, pairwise(ends), strict=True), [0, *ends], strict=False):
        behind = [value for value in values if start <= value.span.start < end]
        ahead = [value for value in values if before <= value.span.start < start]
        nearest = next(iter(behind), None) or next(iter(ahead[::-1]), None)
        if nearest and nearest.span.gap(mention[0]) <= _REACH:
            yield mention, nearest


def _asks_of_a_thing(query: Query, glossary: Glossary) -> bool:
    """Whether the age of a thing is asked for, and of nobody beside."""
    kinds = [kinds_of(unit, glossary) for unit in query.units]
    named = any(may_be_name(unit) and not found for unit, found in zip(query.units, kinds, strict=True))
    return any(ConceptKind.THING in each for each in kinds) and not named and all(map(_PEOPLE.isdisjoint, kinds))


def _of_things(told: Sequence[Value], entry: Entry, matched: Matched, glossary: Glossary) -> Iterator[Value]:
    """Those of ``told`` that stand nearer to what is ``matched`` than to anybody, and behind no name."""
    parts = segments(entry.sentence.reading, entry.sentence.language)
    people = list(_people(entry, glossary))
    things = [span for spans in matched.values() for span in spans]
    for value in told:
        near, nearest = (
            min((parts.distance(value.span, place).rank for place in places), default=None)
            for places in (people, things)
        )
        if not is_aside(value, entry) and (near is None or (nearest is not None and nearest <= near)):
            yield value


def _people(entry: Entry, glossary: Glossary) -> Iterator[Span]:
    """Where words for people stand."""
    for term in entry.analysis.terms:
        key = term.key.removeprefix(CONCEPT)
        if term.kind in _MEANINGS and (glossary.kind(key) in _PEOPLE or glossary.has(key, Trait.PEOPLE)):
            yield term.span
