"""Claims of what was measured of an event or a thing: how strong, how deep, how old, how long, with which score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from cpecbot.disagreement.grouping.agreement import shown
from cpecbot.disagreement.grouping.findings import Compare, Finding, claim
from cpecbot.disagreement.grouping.telling import keys_of
from cpecbot.disagreement.reading.content import Content, Item, side_by_side
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.quantities.moments import moment
from cpecbot.disagreement.reading.quantities.properties import properties, told_by
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Amount, Mark, Reading
from cpecbot.disagreement.rules.figures import Kind, figure, of_its_thing
from cpecbot.disagreement.rules.happenings import told_at
from cpecbot.language.concepts.concept import OFFICES
from cpecbot.language.values.units import BASE_UNITS, YEARS
from cpecbot.models import Dimension, Level, Measured, SentenceKind, Span, Value, ValueKind

# What a value of the kind always is, whatever stands beside it.
_BY_KIND = {ValueKind.SCORE: Measured.SCORE, ValueKind.DURATION: Measured.DURATION}
_MAGNITUDE = "magnitude"
# What is measured once and for all; a share or a price changes, and is compared as a sum is.
_LASTING = frozenset(
    {
        Measured.MAGNITUDE,
        Measured.DEPTH,
        Measured.HEIGHT,
        Measured.LENGTH,
        Measured.WIDTH,
        Measured.DISTANCE,
        Measured.AREA,
        Measured.WEIGHT,
        Measured.AGE,
        Measured.DURATION,
        Measured.SCORE,
    }
)
# An earthquake has but one.
_OF_AN_EVENT = frozenset({Measured.MAGNITUDE, Measured.DEPTH})
_YEAR = BASE_UNITS[YEARS]
# In words: "former electricity minister".
_BESIDE = 2.0


def measured_as(reading: Reading) -> Mapping[Span, Measured]:
    """Which property each value of the sentence is, by its place, where words beside it or its kind tell one."""
    if reading.entry is None:
        return {}
    named = properties(reading.entry)
    found: dict[Span, Measured] = {}
    for amount in reading.amounts:
        value = amount.value
        told = sorted(_LASTING.intersection(named.get(value.span, ())))
        if len(told) == 1:
            found[value.span] = told[0]
        elif value.unit == _MAGNITUDE:
            found[value.span] = Measured.MAGNITUDE
        elif not told and value.kind in _BY_KIND:
            found[value.span] = _BY_KIND[value.kind]
    return found


def measure_findings(reading: Reading, reader: Reader) -> Iterator[Finding]:
    if reading.sentence.kind is SentenceKind.HEADING:
        return
    measured = measured_as(reading)
    amounts = [each for each in reading.amounts if each.value.span in measured and each.first >= reading.dateline]
    content = Content(reading, reader)
    if not amounts or others_told(content, reader):
        return
    for amount in amounts:
        property_ = measured[amount.value.span]
        rivals = [each for each in amounts if measured[each.value.span] is property_ and each is not amount]
        if all(content.clause(each) != content.clause(amount) for each in rivals):
            yield _finding(amount, property_, content, reader)


def others_told(content: Content, reader: Reader) -> tuple[Mark, ...]:
    """Where the sentence speaks of another one of its kind: "20 minutes later another quake of 4.5".

    A "former minister" was another time in his office, not in what is told of him.
    """
    reading = content.reading
    numbers = {place for amount in reading.amounts for place in range(amount.first, amount.last)}
    others = reading.terms_of(reader.contrasts.role(Role.OTHER_THING) | reader.contrasts.role(Role.OTHER_TIME))
    offices = [item for item in content.items if any(reader.kind_of(key) in OFFICES for key in item.concepts)]
    return tuple(
        mark
        for mark in others
        if mark.first not in numbers and not any(content.distance(mark, office) <= _BESIDE for office in offices)
    )


def _finding(amount: Amount, property_: Measured, content: Content, reader: Reader) -> Finding:
    reading, value = content.reading, _normal(amount.value, property_)
    place = reading.clause_bounds(amount.first)
    if property_ in _OF_AN_EVENT:
        kind = Kind("measure", str(property_), Dimension.COUNT, str(property_))
        found = figure(Amount(value, amount.first, amount.last), reading, reader, kind, place)
        return replace(of_its_thing(found), measured=property_)
    told = told_at(amount, [as_deed(amount, str(property_))], content, reader)
    cues = told_by(reading.sentence)
    whole = tuple(
        item
        for item in content.items
        if not item.light and not item.reporting and not content.place(item).overlaps_any(cues)
    )
    thing = None if property_ is Measured.SCORE else thing_of(amount, property_, whole, content)
    told = replace(told, company=whole, mutual=True, thing=thing)
    return Finding(
        rule="measure",
        head=f"{property_}",
        claim=claim(reading, reading.span(*place), Dimension.COUNT, {property_, *reading.keys(*place)}, {shown(value)}),
        reading=reading,
        subject=str(property_),
        compare=Compare.SINGLE,
        level=Level.CONTRADICTION,
        context=frozenset(keys_of(told)),
        by_topic=True,
        told=told,
        amount=value,
        moment=moment(reading, amount.value.span),
        measured=property_,
        highlights=(reading.span(amount.first, amount.last),),
    )


def thing_of(amount: Amount, property_: Measured | None, items: Sequence[Item], content: Content) -> Item | None:
    """What is so deep, so heavy or so old: the nearest that may be it, if only a deed that took so long.

    A place is what something is far from, and else only where it is. So old is whoever is named there, by any of his
    names: another may tell his office nearer.
    """
    if property_ is Measured.DISTANCE:
        things = [item for item in items if item.weight > 1]
    else:
        lasts = property_ is Measured.DURATION
        things = [item for item in items if item.weight >= 1 and not item.place and (lasts or not item.deed)]
    nearest = min(things or items, key=lambda item: content.distance(amount, item), default=None)
    return _whole_name(nearest, things) if nearest and property_ is Measured.AGE else nearest


def _whole_name(item: Item, things: Sequence[Item]) -> Item:
    """The names that stand side by side with ``item``, as one; ``item`` where there are none."""
    run = next((run for run in side_by_side(things) if item in run), [item])
    names = [each for each in run if each.names]
    if not names:
        return item
    return replace(
        names[0],
        last=names[-1].last,
        keys=frozenset().union(*(each.keys for each in names)),
        names=frozenset().union(*(each.names for each in names)),
        concepts=frozenset().union(*(each.concepts for each in names)),
    )


def as_deed(amount: Amount, property_: str) -> Item:
    """To be so deep is what is told of the event, as a deed is."""
    return Item(
        amount.first,
        amount.last,
        frozenset({f"measure:{property_}"}),
        frozenset(),
        frozenset({f"measure:{property_}"}),
        deed=True,
        light=False,
        quality=False,
        reporting=False,
        weight=1.0,
    )


def _normal(value: Value, property_: Measured) -> Value:
    """In one unit, however it is written: 5.8, a magnitude of 5.8; aged 87, an 87-year-old."""
    if property_ is Measured.MAGNITUDE:
        low, high = (
            (float(value.unit), float(value.unit)) if value.low is None and value.unit else (value.low, value.high)
        )
        return replace(value, kind=ValueKind.QUANTITY, unit=_MAGNITUDE, low=low, high=high)
    if property_ is Measured.AGE:
        base, factor = BASE_UNITS.get(value.unit or "", _YEAR)
        years = factor / _YEAR[1] if base == _YEAR[0] else 1.0
        low, high = (None if bound is None else bound * years for bound in (value.low, value.high))
        return replace(value, kind=ValueKind.DURATION, unit=YEARS, low=low, high=high)
    return value
