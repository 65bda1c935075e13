"""Whether a sentence holds the kind of thing that a question asks for, and in which words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from cpecbot.answering.binding.nearest import Binding
from cpecbot.answering.measuring import measuring
from cpecbot.language.concepts.cldr import CURRENCY_PREFIX
from cpecbot.language.concepts.concept import ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.tokens import tokenize
from cpecbot.language.text.words import function_words
from cpecbot.language.values.units import QUANTITY_UNITS, alike
from cpecbot.language.values.value_keys import exact_key
from cpecbot.models import Measured, Query, QuestionKind, Span, Unit, Value, ValueKind
from cpecbot.store.entries import Entry

# A sentence on the topic without such a value does not answer these; who and where may be said in words that no
# glossary knows ("both sides", "at the border"), so there the kind only decides what comes first.
DEMANDED = frozenset({QuestionKind.WHEN, QuestionKind.HOW_MANY, QuestionKind.HOW_MUCH})
KINDLESS = frozenset({QuestionKind.TOPIC, QuestionKind.YES_NO})
# Kinds in which a named class says what is asked for.
_OPEN = KINDLESS | {QuestionKind.WHO}

_DATES = frozenset({ValueKind.DATE, ValueKind.WEEKDAY})
_COUNTS = frozenset({ValueKind.NUMBER, ValueKind.ORDINAL})
_MEASURED = frozenset({ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.DURATION, ValueKind.PERCENT})
_AMOUNTS = frozenset({ValueKind.MONEY, ValueKind.PERCENT, ValueKind.QUANTITY})
_SUMS = frozenset({ValueKind.MONEY, ValueKind.PERCENT})
# How far, in characters, a number may stand from the word that it counts.
_REACH = 40
_EVENTS = frozenset({ConceptKind.EVENT})
_ACTIONS = _EVENTS | {ConceptKind.STANCE}
# "The president arrived" is on the arrival of President Zardari, "flights will start" on those to the airport.
_THINGS = frozenset(
    {
        ConceptKind.PROJECT,
        ConceptKind.POLICY,
        ConceptKind.INSTITUTION,
        ConceptKind.PERSON,
        ConceptKind.TITLE,
        ConceptKind.ECONOMY,
    }
)
_MARK = re.compile(r"[^\w\s]")

Finder = Callable[[Query, Entry, Mapping[Unit, tuple[Span, ...]], Glossary], Iterator[Span]]


def finder(query: Query, glossary: Glossary) -> Finder:
    """What finds the words that are of the kind which ``query`` asks for, in code points of a sentence.

    It is given the query, the entry, where the question's units stand in its sentence, and the glossary.
    """
    if query.kind in _OPEN and asks_for_members(query, glossary):
        return _which
    return _FINDERS.get(query.kind, _nothing)


def _nothing(
    query: Query, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary
) -> Iterator[Span]:
    del query, entry, matched, glossary
    return iter(())


def is_unit_of_measure(unit: Unit, glossary: Glossary) -> bool:
    """Whether ``unit`` names what is counted by ("years", "dollars"), which an answer says with its number."""
    return unit.concept is not None and glossary.concepts[unit.concept].kind is ConceptKind.UNIT


def asks_for_members(query: Query, glossary: Glossary) -> bool:
    """Whether ``query`` names a class ("which sectors") without naming one of its members ("the banking sector")."""
    asked = {unit.concept for unit in query.units if unit.concept}
    concepts = glossary.concepts
    return any(
        name in asked and not any(concepts[concept].belongs(members) for concept in asked)
        for name, members in glossary.classes.items()
    )


def _which(query: Query, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary) -> Iterator[Span]:
    """Members of a class that the question names: industry and mining where it asks for sectors."""
    del matched
    narrowest: dict[Span, str] = {}
    for match in entry.analysis.concepts:
        narrowest.setdefault(match.span, match.concept)
    for name, members in glossary.classes.items():
        found = [span for span, concept in narrowest.items() if glossary.concepts[concept].belongs(members)]
        if any(unit.concept == name for unit in query.units) and len(found) >= members.least:
            yield from found


def _when(query: Query, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary) -> Iterator[Span]:
    if not (_speaks_of(query, matched, glossary, _EVENTS) and _speaks_of(query, matched, glossary, _THINGS)):
        return iter(())
    soon, minute = query.measured is Measured.DURATION, query.measured is Measured.MINUTE
    found = [
        value.span
        for value in entry.analysis.values
        if (value.kind in _DATES or (minute and _is_minute(value)) or (soon and value.kind is ValueKind.DURATION))
        and value.span.start >= entry.body
    ]
    return iter(_closest(glossary, entry, found, matched))


def _closest(
    glossary: Glossary, entry: Entry, found: Sequence[Span], matched: Mapping[Unit, tuple[Span, ...]]
) -> Sequence[Span]:
    """Those of the places ``found`` that the words of the question are bound to; all of them where none is."""
    return found if len(found) < 2 else Binding.of(entry, found, matched, glossary).bound() or found


def _is_minute(value: Value) -> bool:
    """Whether ``value`` is the minute of a match, which tells when a goal fell."""
    return value.kind is ValueKind.ORDINAL and value.unit is not None


def _speaks_of(
    query: Query, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary, kinds: frozenset[ConceptKind]
) -> bool:
    """Whether one of the question's units of these ``kinds``, if it has any, is in the sentence.

    If none is, a date in the sentence is not the one that was asked for.
    """
    units = [unit for unit in query.units if unit.concept and not unit.light and _kind(unit, glossary) in kinds]
    return not units or any(unit in matched for unit in units)


def _kind(unit: Unit, glossary: Glossary) -> ConceptKind:
    return glossary.concepts[str(unit.concept)].kind


def _where(query: Query, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary) -> Iterator[Span]:
    asked = _asked_concepts(query, glossary)
    found = []
    for match in entry.analysis.concepts:
        concept = glossary.concepts[match.concept]
        party = Trait.STATE in concept.traits
        filed = match.span.start < entry.body
        if concept.kind is ConceptKind.PLACE and not party and concept.key not in asked and not filed:
            found.append(match.span)
    return iter(_closest(glossary, entry, found, matched))


def _who(query: Query, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary) -> Iterator[Span]:
    del matched
    asked = _asked_concepts(query, glossary)
    kinds = {glossary.concepts[key].kind for key in asked}
    # "Who is Ishaq Dar?" asks for his office, "Who met Ishaq Dar?" for somebody else.
    wanted = ConceptKind.TITLE if ConceptKind.PERSON in kinds and not kinds & _ACTIONS else ConceptKind.PERSON
    for match in entry.analysis.concepts:
        if glossary.concepts[match.concept].kind is wanted and match.concept not in asked:
            yield match.span


def _how_many(
    query: Query, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary
) -> Iterator[Span]:
    counted, values = query.counted, entry.analysis.values
    measured = measuring(query.measured, entry) if query.measured else []
    if measured or query.measured is Measured.AGE:
        return iter(_closest(glossary, entry, [value.span for value in measured], matched))
    if counted is None:
        return iter(())
    countable = _countable_places(matched, glossary)
    if is_unit_of_measure(counted, glossary):
        timed, unit = glossary.has(counted.concept, Trait.MEASURES_TIME), _unit_of(counted)
        told = [
            value.span
            for value in values
            if (value.kind in _MEASURED and value.unit == unit) or (timed and _tells_time(value, countable))
        ]
        return iter(_closest(glossary, entry, told, matched))
    if counted.concept and _is_paid((counted.concept, *glossary.broader(counted.concept)), glossary):
        return iter(_closest(glossary, entry, [value.span for value in values if value.kind in _SUMS], matched))
    places = [place for place in matched.get(counted, ()) if place in countable]
    asked = frozenset(
        key for unit in query.units for key in unit.keys
    )  # of "the seventh clinic" seven is not what is asked
    counts = [value.span for value in values if _may_count(value, places) and exact_key(value) not in asked]
    counts = Binding.of(entry, counts, matched, glossary, counts=True).bound(counted) if places else []
    return iter(counts or (value.span for value in values if _is_share_of(value, countable, entry)))


def _unit_of(counted: Unit) -> str:
    """The unit of the values that ``counted`` asks for; a currency's concept is named by its code."""
    return str(counted.concept).removeprefix(CURRENCY_PREFIX)


def _is_share_of(value: Value, places: Iterable[Span], entry: Entry) -> bool:
    """Whether ``value`` is a part of what stands right behind it: "three quarters of the villages"."""
    if value.kind is not ValueKind.PERCENT:
        return False
    behind = [place.start for place in places if place.start >= value.span.end]
    between = entry.sentence.reading[value.span.end : min(behind, default=value.span.end)]
    grammar = function_words(entry.sentence.language)
    linked = not _MARK.search(between) and all(token.text in grammar for token in tokenize(between))
    return bool(behind) and linked


def _tells_time(value: Value, countable: Iterable[Span]) -> bool:
    """Whether ``value`` tells days or years otherwise than by their number: by two dates, or by an anniversary."""
    if value.kind is ValueKind.DATE:
        return value.first != value.last and not _is_whole_year(value)
    return value.kind in _COUNTS and _near(value, countable)


def _is_paid(concepts: Iterable[str], glossary: Glossary) -> bool:
    """Whether an amount of one of ``concepts`` is a sum: the cost of an airport is not the length of its runway."""
    return not glossary.having(Trait.PAID).isdisjoint(concepts)


def _may_count(value: Value, places: Sequence[Span]) -> bool:
    """Whether ``value`` may be the number of what stands at ``places``, or written together with it."""
    if value.kind in _MEASURED:
        return value.span.overlaps_any(places)
    return value.kind in _COUNTS and not _is_minute(value)


def _how_much(
    query: Query, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary
) -> Iterator[Span]:
    return iter(_closest(glossary, entry, [value.span for value in _sums(query, entry, glossary)], matched))


def _sums(query: Query, entry: Entry, glossary: Glossary) -> Iterator[Value]:
    """The values of ``entry`` that may be what ``query`` asks how much it is."""
    asked = _asked_concepts(query, glossary)
    measures = asked & QUANTITY_UNITS
    if query.measured:
        found = measuring(query.measured, entry)
        yield from (value for value in found if not measures or any(alike(value.unit, each) for each in measures))
        return
    kinds = _SUMS if _is_paid(asked, glossary) else _AMOUNTS
    for value in entry.analysis.values:
        if value.unit in measures if measures else value.kind in kinds:
            yield value


def _countable_places(matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary) -> list[Span]:
    """Where the matched units stand that a number can belong to: not countries or people."""
    uncountable = {ConceptKind.PLACE, ConceptKind.PERSON}
    return [
        span
        for unit, spans in matched.items()
        if not unit.concept or glossary.concepts[unit.concept].kind not in uncountable
        for span in spans
    ]


def _is_whole_year(value: Value) -> bool:
    return bool(value.first and value.last and (value.first.month, value.last.month) == (1, 12))


def _asked_concepts(query: Query, glossary: Glossary) -> frozenset[str]:
    asked = {unit.concept for unit in query.units if unit.concept}
    return frozenset(asked | {wider for concept in asked for wider in glossary.broader(concept)})


def _near(value: Value, places: Iterable[Span]) -> bool:
    """Whether ``value`` stands within reach of any of ``places``."""
    span = value.span
    return any(place.start - span.end <= _REACH and span.start - place.end <= _REACH for place in places)


_FINDERS: Mapping[QuestionKind, Finder] = {
    QuestionKind.WHEN: _when,
    QuestionKind.WHERE: _where,
    QuestionKind.WHO: _who,
    QuestionKind.HOW_MANY: _how_many,
    QuestionKind.HOW_MUCH: _how_much,
}
