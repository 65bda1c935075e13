"""How many, how long and how much a sentence says that something is, where the question asks for that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cpecbot.answering.binding.foreseen import as_foreseen_or_done
from cpecbot.answering.binding.nearest import Binding, Matched, closest
from cpecbot.answering.binding.occupied import Occupied
from cpecbot.answering.meanings import DEEDS, is_deed, kinds_of
from cpecbot.answering.wanted.ages import ages
from cpecbot.answering.wanted.measuring import measuring
from cpecbot.answering.wanted.often import how_often, which_time
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.disagreement.reading.quantities.properties import is_aside
from cpecbot.expressions import expression
from cpecbot.language.analysis import concept_key
from cpecbot.language.concepts.cldr import CURRENCY_PREFIX
from cpecbot.language.concepts.concept import ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.questions.kinds import question_words
from cpecbot.language.text.tokens import tokenize
from cpecbot.language.text.words import function_words
from cpecbot.language.values.units import QUANTITIES, QUANTITY_UNITS, alike
from cpecbot.language.values.value_keys import SCORE_KEY, exact_key
from cpecbot.models import Measured, Query, Span, Unit, Value, ValueKind
from cpecbot.store.entries import Entry

# How far, in characters and in words, an ordinal may stand from the word for what it numbers: "their third final".
_ORDINAL_REACH = 30
_ORDINAL_WORDS = 5
_COUNTS = frozenset({ValueKind.NUMBER, ValueKind.ORDINAL})
_MEASURED = frozenset({ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.DURATION, ValueKind.PERCENT})
_LOOSE = frozenset({ValueKind.PERCENT, ValueKind.ORDINAL})
_AMOUNTS = frozenset({ValueKind.MONEY, ValueKind.PERCENT, ValueKind.QUANTITY})
_SUMS = frozenset({ValueKind.MONEY, ValueKind.PERCENT})
# How far, in characters, a number of days may stand from the word for them.
_REACH = 40
_UNCOUNTABLE = frozenset({ConceptKind.PLACE, ConceptKind.PERSON})
# In characters, with the spaces around it: نفر, 名.
_LONGEST_CLASSIFIER = 7
_MARKED = "." * (_LONGEST_CLASSIFIER + 1)
_MARK = expression(r"[^\w\s]")


def how_many(query: Query, entry: Entry, matched: Matched, glossary: Glossary) -> Iterator[Span]:
    """The numbers of what ``query`` counts, or the values that say how long or how old it is."""
    counted, values = query.counted, entry.analysis.values
    often = query.measured is Measured.FREQUENCY
    if often and (times := how_often(entry) or which_time(entry)):
        return iter(closest(query, entry, times, matched, glossary))
    measured = _measured(query, entry, matched, glossary) if query.measured else []
    in_units = counted is not None and is_unit_of_measure(counted, glossary)
    if not often and (measured or (query.measured and not in_units) or counted is None):
        # How long it lasted is not told by how many came.
        as_asked = as_foreseen_or_done(query, entry, _spans(measured))
        return iter(closest(query, entry, as_asked, matched, glossary))
    if counted is None:
        return iter(())
    countable = _countable_places(matched, glossary)
    if in_units:
        told = _told_in(counted, entry, countable, glossary)
        if _unit_of(counted) in QUANTITY_UNITS or told:
            return iter(closest(query, entry, _spans(told), matched, glossary))
    if counted.concept and _is_paid((counted.concept, *glossary.broader(counted.concept)), glossary):
        sums = [value for value in values if value.kind in _sums(query, matched, glossary)]
        return _closest_of_each_kind(query, entry, sums, matched, glossary)
    # "How many relief lorries": what is counted may be the noun right behind.
    behind = [unit for unit in query.units if 0 <= unit.span.start - counted.span.end <= 1 and not unit.light]
    nouns = [counted, *(unit for unit in behind if kinds_of(unit, glossary).isdisjoint(DEEDS))]
    found = (_counts(query, noun, entry, matched, glossary) for noun in nouns)
    counts = next(filter(None, found), ())
    return iter(counts or [value.span for value in values if _is_share_of(value, countable, entry)])


def _measured(query: Query, entry: Entry, matched: Matched, glossary: Glossary) -> list[Value]:
    """The values of the property that ``query`` asks for."""
    if query.measured is Measured.AGE:
        return ages(query, entry, matched, glossary)
    return measuring(query.measured, entry) if query.measured else []


def _told_in(unit: Unit, entry: Entry, countable: Sequence[Span], glossary: Glossary) -> list[Value]:
    """The values in ``unit``; of one of time, also those that tell a time otherwise and say nothing of what."""
    values, code = entry.analysis.values, _unit_of(unit)
    timed = glossary.has(unit.concept, Trait.MEASURES_TIME)
    bare = [value for value in values if not _says_of_what(value, entry, glossary)] if timed else []
    return [
        value
        for value in values
        if (value.kind in _MEASURED and value.unit == code) or (value in bare and _tells_time(value, countable))
    ]


def _counts(query: Query, counted: Unit, entry: Entry, matched: Matched, glossary: Glossary) -> Sequence[Span]:
    """The numbers bound to what is ``counted``; of what is only done, also the sum that it is done with."""
    values = entry.analysis.values
    if SCORE_KEY in counted.keys and (scores := _spans(value for value in values if value.kind is ValueKind.SCORE)):
        return scores
    if counted not in matched:
        return ()
    if not _may_be_counted(counted, glossary):
        people = ConceptKind.PLACE in kinds_of(counted, glossary)
        return _nationals(counted, entry, matched, glossary) if people else ()
    # Of "the seventh clinic" seven is not what is asked.
    asked = frozenset(key for unit in query.units for key in unit.keys)
    others = _of_another_people(query, entry, glossary) | _of_things(query, entry, glossary) | _ages(entry)
    others |= _of_times(matched[counted], entry)
    numbers = (
        value
        for value in values
        if _may_count(value, matched[counted], entry) and exact_key(value) not in asked and value.span not in others
    )
    bound = Binding.of(entry, _spans(numbers), matched, glossary, counts=True)
    found = bound.bound(None if _is_beside(query, counted) else counted)
    if found or kinds_of(counted, glossary).isdisjoint(DEEDS):
        return found
    paid = _spans(value for value in values if value.kind is ValueKind.MONEY)
    return Binding.of(entry, paid, matched, glossary).bound()


def tells_a_number(entry: Entry, places: Iterable[Span]) -> bool:
    """Whether one of ``places`` tells how many in full: neither by a share ("60 percent") nor by a place in a row."""
    loose = [value.span for value in entry.analysis.values if value.kind in _LOOSE]
    return any(not place.overlaps_any(loose) for place in places)


def people_counted(entry: Entry, glossary: Glossary) -> Iterator[Span]:
    """Who stands right behind a number, by their work or age: of "how many people were inside" the 23 miners."""
    occupied = Occupied(entry, glossary, frozenset())
    numbers = (value.span for value in entry.analysis.values if value.kind is ValueKind.NUMBER)
    return (place for number in numbers if (place := occupied.counts_people(number)) is not None)


def _of_another_people(query: Query, entry: Entry, glossary: Glossary) -> frozenset[Span]:
    """The numbers of a people that was not asked for, where one was: of Britons, asked how many Indians."""
    states = [unit for unit in query.units if glossary.has(unit.concept, Trait.STATE)]
    asking = question_words(query.language).spans(query.text) if states else ()
    if not any(0 <= unit.span.start - span.end <= 1 for unit in states for span in asking):
        return frozenset()
    asked = frozenset(key for unit in query.units for key in unit.keys)
    occupied = Occupied(entry, glossary, asked)
    peoples = {
        match.span for match in entry.analysis.concepts if Trait.STATE in glossary.concepts[match.concept].traits
    }
    peoples -= {match.span for match in entry.analysis.concepts if concept_key(match.concept) in asked}
    numbers = (value.span for value in entry.analysis.values)
    return frozenset(each for each in numbers if occupied.following(each) in peoples)


def _of_things(query: Query, entry: Entry, glossary: Glossary) -> frozenset[Span]:
    """The numbers of things, where people are counted: of the beds in a hospital."""
    if not query.people:
        return frozenset()
    occupied = Occupied(entry, glossary, frozenset())
    return frozenset(each.span for each in entry.analysis.values if occupied.counts_things(each.span))


def _of_times(places: Sequence[Span], entry: Entry) -> frozenset[Span]:
    """The numbers of times that something was done, unless one of ``places`` stands right behind: 三次会议."""
    behind = {number: number.end + _LONGEST_CLASSIFIER for number in how_often(entry)}
    return frozenset(
        number for number, end in behind.items() if not any(number.end <= place.start <= end for place in places)
    )


def _ages(entry: Entry) -> frozenset[Span]:
    return frozenset(_spans(measuring(Measured.AGE, entry)))


def _nationals(counted: Unit, entry: Entry, matched: Matched, glossary: Glossary) -> Sequence[Span]:
    """The numbers of a people, right before its name: "169 Indians", and not of the firms in "3 Indian firms"."""
    occupied = Occupied(entry, glossary, frozenset())
    ages = _ages(entry)
    numbers = [each.span for each in entry.analysis.values if each.kind is ValueKind.NUMBER and each.span not in ages]
    people = [place for place in matched[counted] if not occupied.tells_of_a_thing(place)]
    return [number for number in numbers if any(_stands_before(number, place, entry) for place in people)]


def _stands_before(number: Span, place: Span, entry: Entry) -> bool:
    """Whether at most one word, which says how they are counted, stands between ``number`` and ``place``."""
    between = entry.sentence.reading[number.end : place.start] if number.end <= place.start else _MARKED
    return len(between) <= _LONGEST_CLASSIFIER and not _MARK.search(between) and len(between.split()) <= 1


def _is_beside(query: Query, counted: Unit) -> bool:
    """Whether ``counted`` may be but an object of who is counted: چند نفر به لایحه رأی دادند counts the voters."""
    asking = question_words(query.language).spans(query.text)
    between = query.text[asking[-1].end : counted.span.start].split() if asking else []
    return grammar(query.language).verb_last and len(query.units) > 1 and bool(between)


def how_much(query: Query, entry: Entry, matched: Matched, glossary: Glossary) -> Iterator[Span]:
    """The sums, shares and measures of what ``query`` asks about."""
    return _closest_of_each_kind(query, entry, list(_amounts(query, entry, matched, glossary)), matched, glossary)


def _closest_of_each_kind(
    query: Query, entry: Entry, values: Sequence[Value], matched: Matched, glossary: Glossary
) -> Iterator[Span]:
    """Of sums, of shares and of measures those that the question is bound to: a sum is no rival of a share."""
    for kind in dict.fromkeys(value.kind for value in values):
        alike = (value for value in values if value.kind is kind)
        yield from closest(query, entry, _spans(alike), matched, glossary)


def _amounts(query: Query, entry: Entry, matched: Matched, glossary: Glossary) -> Iterator[Value]:
    asked = asked_concepts(query, glossary)
    # "How much a year?" asks for a sum, and says for which time.
    measures = asked & (QUANTITY_UNITS if query.measured else QUANTITIES)
    # What a tonne costs is a sum; the tonne only says of how much.
    paid = query.measured is Measured.PRICE or _is_paid(asked, glossary)
    measures = frozenset() if paid else measures
    if query.measured:
        found = _measured(query, entry, matched, glossary)
        yield from (value for value in found if not measures or any(alike(value.unit, each) for each in measures))
        return
    kinds = _sums(query, matched, glossary) if paid else _AMOUNTS
    found = [value for value in entry.analysis.values if (value.unit in measures if measures else value.kind in kinds)]
    yield from found or (_unlisted_sums(entry, matched, glossary) if paid else _bare(entry, glossary))


def _sums(query: Query, matched: Matched, glossary: Glossary) -> frozenset[ValueKind]:
    """What tells the amount of something paid; of a price a share tells only how much it rose, where that is said."""
    priced = any(glossary.has(unit.concept, Trait.TOLD_BY_A_SUM) for unit in query.units)
    done = any(is_deed(unit, glossary) and not unit.light for unit in matched)
    return _SUMS if done or not priced else frozenset({ValueKind.MONEY})


def _bare(entry: Entry, glossary: Glossary) -> Iterator[Value]:
    """The numbers of ``entry`` that count nothing there, as the number of a population does."""
    free = Occupied(entry, glossary, frozenset())
    numbers = (value for value in entry.analysis.values if value.kind is ValueKind.NUMBER)
    yield from (value for value in numbers if free.is_free(value.span) and not _has_classifier(value, entry))


def _has_classifier(value: Value, entry: Entry) -> bool:
    """Whether ``value`` counts by a word that no space parts from it: 人, 个."""
    behind = entry.sentence.reading[value.span.end : value.span.end + 1]
    return not entry.sentence.language.profile.spaced and behind.isalpha()


def _unlisted_sums(entry: Entry, matched: Matched, glossary: Glossary) -> Iterator[Value]:
    """The numbers beside a cost or a price that is asked about, of a currency that nobody lists."""
    if any(glossary.has(unit.concept, Trait.TOLD_BY_A_SUM) for unit in matched):
        ages = _ages(entry)
        yield from (
            value for value in entry.analysis.values if value.kind is ValueKind.NUMBER and value.span not in ages
        )


def is_unit_of_measure(unit: Unit, glossary: Glossary) -> bool:
    """Whether ``unit`` names what is counted by ("years", "dollars"), which an answer says with its number."""
    return unit.concept is not None and glossary.concepts[unit.concept].kind is ConceptKind.UNIT


def is_minute(value: Value) -> bool:
    """Whether ``value`` is the minute of a match, which tells when a goal fell."""
    return value.kind is ValueKind.ORDINAL and value.unit is not None


def asked_concepts(query: Query, glossary: Glossary) -> frozenset[str]:
    """The concepts that ``query`` names, with those that are wider."""
    asked = {unit.concept for unit in query.units if unit.concept}
    return frozenset(asked | {wider for concept in asked for wider in glossary.broader(concept)})


def _spans(values: Iterable[Value]) -> list[Span]:
    return [value.span for value in values]


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


def _says_of_what(value: Value, entry: Entry, glossary: Glossary) -> bool:
    """Whether ``value`` is a number of something else than days or years: of "three companies", or an age."""
    if value.kind is not ValueKind.NUMBER:
        return False
    return is_aside(value, entry) or not Occupied(entry, glossary, frozenset()).is_free(value.span)


def _is_paid(concepts: Iterable[str], glossary: Glossary) -> bool:
    """Whether an amount of one of ``concepts`` is a sum: the cost of an airport is not the length of its runway."""
    return not glossary.having(Trait.PAID).isdisjoint(concepts)


def _may_count(value: Value, places: Sequence[Span], entry: Entry) -> bool:
    """Whether ``value`` may be the number of what stands at ``places``, or is written together with it."""
    if value.kind in _MEASURED:
        return value.span.overlaps_any(places)
    if value.kind is ValueKind.ORDINAL:
        return not is_minute(value) and any(_numbers(value.span, place, entry) for place in places)
    return value.kind is ValueKind.NUMBER


def _numbers(ordinal: Span, place: Span, entry: Entry) -> bool:
    """Whether ``ordinal`` tells which one it is of what stands at ``place``: "their third straight final"."""
    first, last = sorted((ordinal, place))
    between = entry.sentence.reading[first.end : last.start]
    near = len(between) <= _ORDINAL_REACH and len(between.split()) <= _ORDINAL_WORDS
    return near and not _MARK.search(between)


def _may_be_counted(unit: Unit, glossary: Glossary) -> bool:
    """Whether ``unit`` may mean something else than a place or a person: مکانات are places, and houses."""
    kinds = kinds_of(unit, glossary)
    return not kinds or not kinds <= _UNCOUNTABLE


def _countable_places(matched: Matched, glossary: Glossary) -> list[Span]:
    """Where the matched units stand that a number can belong to: not countries or people."""
    return [
        span
        for unit, spans in matched.items()
        if not unit.concept or glossary.kind(unit.concept) not in _UNCOUNTABLE
        for span in spans
    ]


def _is_whole_year(value: Value) -> bool:
    return bool(value.first and value.last and (value.first.month, value.last.month) == (1, 12))


def _near(value: Value, places: Iterable[Span]) -> bool:
    """Whether ``value`` stands within reach of any of ``places``."""
    span = value.span
    return any(place.start - span.end <= _REACH and span.start - place.end <= _REACH for place in places)
