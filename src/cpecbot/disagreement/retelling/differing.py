"""What differs where two statements tell one point: values, denial, force, what is added or left out of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from msgspec import Struct

from cpecbot.disagreement.reading.roles import Roles
from cpecbot.disagreement.retelling.nearness import Nearness, Same
from cpecbot.disagreement.retelling.statement import Statement, Thing
from cpecbot.language.text.cues.negation import denials
from cpecbot.language.text.cues.qualifiers import qualifiers
from cpecbot.language.text.cues.strength import Strength, strengths
from cpecbot.models import Dimension, Span, ValueKind

_SORTS = {
    ValueKind.DATE: Dimension.DATE,
    ValueKind.WEEKDAY: Dimension.DATE,
    ValueKind.MONEY: Dimension.SUM,
    ValueKind.ORDINAL: Dimension.ORDINAL,
}
# Things that are the same only by what they are kinds of are not what differs.
_SURE = 0.5
# What only one of two says makes another point of it.
_ONE_SIDED = {
    Strength.TENTATIVE: Dimension.STATUS,
    Strength.ADVISED: Dimension.STATUS,
    Strength.NOTED: Dimension.STANCE,
    Strength.FORCEFUL: Dimension.MODIFIER,
    Strength.LEAVE: Dimension.CONDITION,
}


class Differing(Struct, frozen=True):
    """What differs, and its words on either side, in code points of the articles; None where one side has none."""

    dimension: Dimension
    here: Span | None = None
    there: Span | None = None


def differing(point: Statement, other: Statement, near: Nearness) -> Iterator[Differing]:
    """What ``other`` tells otherwise than ``point`` does, which it tells."""
    sure = [same for same in near.same if same.likely >= _SURE]
    yield from _values(point, other, near)
    yield from _denied(point, other, sure)
    yield from _strengths(point, other)
    yield from _restricted(point, other, sure)
    yield from _listed(point, other, sure)
    yield from _kinds(point, other)


def names_another(point: Statement, other: Statement, near: Nearness) -> bool:
    """Whether one thing stands in the place of another: a ceasefire here and there, a hospital and a school.

    In two languages not every word that means the same is known as such.
    """
    if not point.speaks_language_of(other):
        return False
    sure = [same for same in near.same if same.likely >= _SURE]
    here = _left(point, {each.here for each in sure}, other)
    there = _left(other, {each.there for each in sure}, point)
    return bool(sure) and len(here) == len(there) == 1


def _left(statement: Statement, same: Set[Thing], other: Statement) -> list[Thing]:
    """What only this side names, and the other does not mean either."""
    things = (thing for thing in statement.things if thing not in same and not thing.item.reporting)
    things = (thing for thing in things if not (thing.item.deed or thing.item.quality))
    return [thing for thing in things if thing.terms.isdisjoint(other.around)]


def _values(point: Statement, other: Statement, near: Nearness) -> Iterator[Differing]:
    for met in near.values:
        if not met.agree:
            yield Differing(
                _SORTS.get(met.here.value.kind, Dimension.COUNT),
                point.reading.span(met.here.first, met.here.last),
                other.reading.span(met.there.first, met.there.last),
            )


def _denied(point: Statement, other: Statement, sure: Sequence[Same]) -> Iterator[Differing]:
    """Something that both tell, denied by one alone; "unchanged" and "exempt" deny without a word for it."""
    here, there = denied_things(point), denied_things(other)
    if bool(here) is bool(there) or _lacks(point if there else other):
        return
    for same in sure:
        if (same.here in here) is not (same.there in there):
            yield Differing(Dimension.STANCE, _span(same.here, point), _span(same.there, other))
            return


def _lacks(statement: Statement) -> bool:
    return Strength.LACKING in _strength(statement)


def denied_things(statement: Statement) -> frozenset[Thing]:
    """What each word that denies stands nearest to, in its clause; of two as near what follows."""
    sentence, content = statement.reading.sentence, statement.content
    found = set[Thing]()
    for denial in denials(sentence.reading, sentence.language):
        beside = [
            thing
            for thing in statement.things
            if content.parts.clause(content.place(thing.item)) == content.parts.clause(denial)
        ]
        distance = {thing: content.parts.distance(denial, content.place(thing.item)).words for thing in beside}
        nearest = min(beside, key=lambda thing: (distance[thing], content.place(thing.item) < denial), default=None)
        if nearest is not None:
            found.add(nearest)
    return frozenset(found)


def _strength(statement: Statement) -> dict[Strength, Span]:
    sentence = statement.reading.sentence
    return {
        each: span.shift(sentence.span.start) for each, span in strengths(sentence.reading, sentence.language).items()
    }


def _strengths(point: Statement, other: Statement) -> Iterator[Differing]:
    here, there = _strength(point), _strength(other)
    for each, dimension in _ONE_SIDED.items():
        if (each in here) is not (each in there):
            yield Differing(dimension, here.get(each), there.get(each))


def _restricted(point: Statement, other: Statement, sure: Sequence[Same]) -> Iterator[Differing]:
    """All, beside those of a certain kind."""
    here, there = (_strength(each).get(Strength.ALL) for each in (point, other))
    if here and not there and (only := _narrowing(other, {each.there for each in sure})):
        yield Differing(Dimension.MODIFIER, here, _span(only, other))
    elif there and not here and (only := _narrowing(point, {each.here for each in sure})):
        yield Differing(Dimension.MODIFIER, _span(only, point), there)


def _narrowing(statement: Statement, same: Set[Thing]) -> Thing | None:
    """A quality that only this side tells, or else what stands right at one of ``same`` and says which one is meant."""
    rules = statement.reading.grammar
    gap = int(rules.characters_are_words)
    for first, second in pairwise((None, *statement.things, None)):
        which, noun = (first, second) if rules.noun_last else (second, first)
        if which is None or which in same or not which.known:
            continue
        near = first and second and second.item.first - first.item.last <= gap
        if which.item.quality or (noun and near and noun in same and not noun.item.deed):
            return which
    return None


def _kinds(point: Statement, other: Statement) -> Iterator[Differing]:
    """Another of two that rule each other out, as north and south."""
    here, there = _sorts(point), _sorts(other)
    for sort in here.keys() & there.keys():
        if here[sort].isdisjoint(there[sort]):
            yield Differing(Dimension.MODIFIER)


def _listed(point: Statement, other: Statement, sure: Sequence[Same]) -> Iterator[Differing]:
    """What is joined by "and" or "or" to something that both tell, on one side alone."""
    here, there = _joined(point), _joined(other)
    same, also = {each.here for each in sure}, {each.there for each in sure}
    for each in sure:
        ours, theirs = here.get(each.here), there.get(each.there)
        if theirs and theirs.known and theirs not in also and not ours:
            yield Differing(Dimension.LIST, None, _span(theirs, other))
        elif ours and ours.known and ours not in same and not theirs:
            yield Differing(Dimension.LIST, _span(ours, point), None)


def _joined(statement: Statement) -> dict[Thing, Thing]:
    """Things that are joined to another, each with that."""
    sentence, content = statement.reading.sentence, statement.content
    joins = sentence.language.once(Roles).joins
    found: dict[Thing, Thing] = {}
    for before, after in pairwise(statement.things):
        start = content.place(after.item).start
        between = sentence.reading[content.place(before.item).end : start]
        # Where "and" is written onto the next word, that begins a part.
        if joins(between) or (between.isspace() and start in content.parts.cuts):
            found |= {before: after, after: before}
    return found


def _sorts(statement: Statement) -> dict[str, frozenset[str]]:
    """What it says of each sort of things that rule each other out."""
    sentence = statement.reading.sentence
    return qualifiers(sentence.language).said(sentence.reading)


def _span(thing: Thing, side: Statement) -> Span:
    return side.reading.span(thing.item.first, thing.item.last)
