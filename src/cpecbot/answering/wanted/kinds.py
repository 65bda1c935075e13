"""Whether a sentence holds the kind of thing that a question asks for, and in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from cpecbot.answering.binding.dating import Dating
from cpecbot.answering.binding.doers import described
from cpecbot.answering.binding.ends import at_end_asked
from cpecbot.answering.binding.holders import holders
from cpecbot.answering.binding.nearest import closest
from cpecbot.answering.meanings import kinds_of
from cpecbot.answering.reading.before import asks_of_before
from cpecbot.answering.wanted.called import called
from cpecbot.answering.wanted.counting import asked_concepts, how_many, how_much, is_minute
from cpecbot.answering.wanted.earlier import earlier
from cpecbot.answering.wanted.hours import with_the_hour
from cpecbot.answering.wanted.locating import unlisted_places
from cpecbot.answering.wanted.naming import strangers
from cpecbot.answering.wanted.often import time_and_again
from cpecbot.answering.wanted.sites import sites, together
from cpecbot.answering.wanted.speaking import speaking
from cpecbot.answering.wanted.which import which_ones
from cpecbot.language.concepts.concept import OFFICES, ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.cues.modality import Tense, planned, tense_asked
from cpecbot.models import MOMENTS, Measured, Query, QuestionKind, Span, Unit, Value, ValueKind
from cpecbot.store.entries import Entry

# A sentence on the topic without such a value does not answer these; who and where may be said in words that no
# glossary knows ("both sides", "at the border"), so there the kind only decides what comes first.
DEMANDED = frozenset({QuestionKind.WHEN, QuestionKind.HOW_MANY, QuestionKind.HOW_MUCH})
KINDLESS = frozenset({QuestionKind.TOPIC, QuestionKind.YES_NO, QuestionKind.WHY})
# Kinds in which a named class says what is asked for.
_OPEN = KINDLESS | {QuestionKind.WHO}

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

Finder = Callable[[Query, Entry, Mapping[Unit, tuple[Span, ...]], Glossary], Iterator[Span]]


def finder(query: Query, glossary: Glossary) -> Finder:
    """What finds the words that are of the kind which ``query`` asks for, in code points of a sentence.

    It is given the query, the entry, where the question's units stand in its sentence, and the glossary.
    """
    if query.naming:
        return called
    if query.kind in _OPEN and asks_for_members(query, glossary):
        return _which
    if query.which and query.kind is QuestionKind.TOPIC:
        return which_ones
    return _FINDERS.get(query.kind, _nothing)


def _nothing(
    query: Query, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary
) -> Iterator[Span]:
    del query, entry, matched, glossary
    return iter(())


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
    kinds = (_EVENTS, _THINGS)
    if not all(_speaks_of(query, entry, matched, glossary, each) for each in kinds):
        return iter(())
    if asks_of_before(query) and (before := earlier(entry)):
        return iter(closest(query, entry, [value.span for value in before], matched, glossary))
    soon, minute = query.measured is Measured.DURATION, query.measured is Measured.MINUTE
    found = [
        value
        for value in entry.analysis.values
        if (value.kind in MOMENTS or (minute and is_minute(value)) or (soon and value.kind is ValueKind.DURATION))
        and value.span.start >= entry.body
    ]
    if not found and (again := _time_and_again(query, entry)):
        return iter(closest(query, entry, again, matched, glossary))
    found = found or _day_of_filing(entry)
    if query.measured is Measured.TIME:  # the day tells a part of it, where the hour is not told
        found = [value for value in found if value.kind is ValueKind.TIME] or found
    moments = with_the_hour(found, entry)
    dated = Dating.of(query, entry, matched, glossary).of_what_is_asked(moments) if moments else moments
    return iter(closest(query, entry, dated, matched, glossary))


def _time_and_again(query: Query, entry: Entry) -> tuple[Span, ...]:
    """When something is so, which is neither an hour nor one day; of what is over and done, a day is asked for."""
    once = query.measured is not None or tense_asked(query.text, query.language, plainly=False) is Tense.DONE
    return () if once else time_and_again(entry)


def _day_of_filing(entry: Entry) -> list[Value]:
    """The day of its dateline, on which was what a report opens with and dates no further, unless it is to come."""
    days = [value for value in entry.analysis.values if value.kind is ValueKind.DATE and value.span.end <= entry.body]
    if not entry.leads or not days:
        return []
    taken = (value.span for value in entry.analysis.values)
    return [] if planned(entry.sentence.reading, entry.sentence.language, taken) else days


def _speaks_of(
    query: Query,
    entry: Entry,
    matched: Mapping[Unit, tuple[Span, ...]],
    glossary: Glossary,
    kinds: frozenset[ConceptKind],
) -> bool:
    """Whether one of the question's units of these ``kinds``, if it has any, is in the sentence or right before it.

    If none is, a date in the sentence is not the one that was asked for.
    """
    units = [unit for unit in query.units if unit.concept and not unit.light and _kind(unit, glossary) in kinds]
    around = entry.surroundings
    return not units or any(unit in matched or around.names_before(unit.keys) for unit in units)


def _kind(unit: Unit, glossary: Glossary) -> ConceptKind:
    return glossary.concepts[str(unit.concept)].kind


def _where(query: Query, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary) -> Iterator[Span]:
    asked = asked_concepts(query, glossary)
    found = []
    for match in entry.analysis.concepts:
        concept = glossary.concepts[match.concept]
        party = Trait.STATE in concept.traits
        filed = match.span.start < entry.body
        if concept.kind is ConceptKind.PLACE and not party and concept.key not in asked and not filed:
            found.append(match.span)
    found += unlisted_places(query, entry)
    of_a_kind = list(sites(query, entry, matched, glossary))
    known = found + [site.place for site in of_a_kind if site.told]
    places = [site.place for site in of_a_kind]
    at = at_end_asked(query, entry, together(found + places, places, entry))
    return iter(closest(query, entry, [place for place in at if place.overlaps_any(known)] or at, matched, glossary))


def _who(query: Query, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary) -> Iterator[Span]:
    asked = asked_concepts(query, glossary)
    if query.members:
        yield from _members(query.members, entry, asked, glossary)
        return
    if query.which:
        beside = list(which_ones(query, entry, matched, glossary))
        yield from beside
        if beside or kinds_of(query.which, glossary).isdisjoint(OFFICES):
            return
    kinds = {glossary.concepts[key].kind for key in asked}
    # "Who is Ishaq Dar?" asks for his office, "Who met Ishaq Dar?" for somebody else.
    wanted = ConceptKind.TITLE if ConceptKind.PERSON in kinds and not kinds & _ACTIONS else ConceptKind.PERSON
    matches = (match for match in entry.analysis.concepts if match.concept not in asked)
    known = [match.span for match in matches if glossary.concepts[match.concept].kind is wanted]
    if wanted is not ConceptKind.PERSON:
        yield from known
        return
    named = known or list(strangers(query, entry)) or list(speaking(entry, matched, glossary))
    yield from holders(query, entry, matched, named, glossary) if named else described(query, entry, matched, glossary)


def _members(name: str, entry: Entry, asked: frozenset[str], glossary: Glossary) -> Iterator[Span]:
    """Where members of the class ``name`` stand that the question does not name."""
    members = glossary.classes[name]
    for match in entry.analysis.concepts:
        if match.concept not in asked and not match.implied and glossary.concepts[match.concept].belongs(members):
            yield match.span


_FINDERS: Mapping[QuestionKind, Finder] = {
    QuestionKind.WHEN: _when,
    QuestionKind.WHERE: _where,
    QuestionKind.WHO: _who,
    QuestionKind.HOW_MANY: how_many,
    QuestionKind.HOW_MUCH: how_much,
}
