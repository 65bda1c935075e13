"""The deeds that a date, a place or a name belongs to, and what its clause tells of them besides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from cpecbot.disagreement.grouping.agreement import shown
from cpecbot.disagreement.grouping.findings import Compare, Finding, Named, claim, hull
from cpecbot.disagreement.grouping.telling import Matching, Told, keys_of
from cpecbot.disagreement.reading.content import Content, Item
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Amount, Mark
from cpecbot.models import Dimension, Level, ValueKind

# So far from a value its nearest deed may stand, in words; each clause between them adds some.
_FARTHEST = 12.0
# Deeds that stand no farther from the nearest belong to one happening: "signed the agreement".
_TOGETHER = 6.0

Place = Amount | Mark | Item


def deeds_at(value: Place, content: Content, others: Collection[Place] = ()) -> tuple[Item, ...]:
    """The deeds that the value belongs to: the nearest, and those of its clause that no other value is nearer to.

    Of what only "takes place" that which does. None where a word of reporting is nearer: "said on Monday".
    """
    near = sorted((item for item in content.items if _may_be_deed(item)), key=lambda item: _rank(value, item, content))
    near = [item for item in near if not content.apart(value, item)]
    if not near or near[0].reporting or content.distance(value, near[0]) > _FARTHEST:
        return ()
    first = near[0] if not near[0].light else _held(near[0], content)
    if first is None:
        return ()
    return (first, *(item for item in near if item != first and _goes_with(item, first, value, content, others)))


def _may_be_deed(item: Item) -> bool:
    return item.deed or item.light or item.reporting


def _rank(value: Place, item: Item, content: Content) -> tuple[float, bool]:
    """Nearer first; of two equally near the one on the side that the language favours."""
    before = item.first < value.first
    return content.distance(value, item), before is not content.reading.grammar.date_after_noun


def _goes_with(item: Item, first: Item, value: Place, content: Content, others: Collection[Place]) -> bool:
    if item.light or item.reporting or content.clause(item) != content.clause(first) or content.apart(first, item):
        return False
    own = content.distance(value, item)
    return content.distance(first, item) <= _TOGETHER and all(content.distance(each, item) > own for each in others)


def _held(light: Item, content: Content) -> Item | None:
    """What was held: the nearest deed, or else the thing nearest to the verb, in its clause."""
    here = {content.clause(light)}
    here |= {clause - 1 for clause in here if content.leans_back(clause)}
    beside = [
        item
        for item in content.items
        if content.clause(item) in here and not item.light and not item.reporting and not content.apart(light, item)
    ]
    deeds = [item for item in beside if item.deed]
    things = [item for item in beside if item.concepts and not item.quality and item.weight <= 1]
    return min(deeds or things, key=lambda item: content.distance(light, item), default=None)


def told_at(value: Place, deeds: Collection[Item], content: Content, reader: Reader, *, whole: bool = False) -> Told:
    """What is told of ``deeds`` besides ``value`` in their clauses, or in the ``whole`` sentence."""
    here = {content.clause(value), *map(content.clause, deeds)}
    # "The accord, which they signed": what was named last is what they signed.
    here |= {clause - 1 for clause in here if content.leans_back(clause)}
    company = tuple(
        item
        for item in content.items
        if (whole or content.clause(item) in here) and item not in deeds and not item.light and not item.reporting
        if not (value.first <= item.first < value.last)
    )
    return Told(
        tuple(deeds),
        company,
        tuple(_compounds((*company, *deeds), content)),
        content.reading.around,
        numbers=_numbers(here, content),
        planned=not here.isdisjoint(content.planned),
        matching=reader.glossary.languages.once(Matching),
    )


def _numbers(clauses: Collection[int], content: Content) -> frozenset[str]:
    """The ordinals of some clauses: the sixth round is not the seventh."""
    ordinals = (amount for amount in content.reading.amounts if amount.value.kind is ValueKind.ORDINAL)
    return frozenset(shown(amount.value) for amount in ordinals if content.clause(amount) in clauses)


def _compounds(items: Iterable[Item], content: Content) -> Iterator[tuple[Item, Item]]:
    """Things, each with what stands right at it on the side where a language puts what tells which one is meant."""
    ordered = sorted(items, key=lambda item: item.first)
    gap = 1 if content.reading.scale > 1 else 0
    for one, other in pairwise(ordered):
        if other.first - one.last <= gap:
            yield (other, one) if content.reading.grammar.noun_last else (one, other)


def finding_of(value: Place, told: Told, content: Content, dimension: Dimension, shown_as: str) -> Finding:
    """What ``told`` says of ``value``: one event has one day, place or doer."""
    reading = content.reading
    deed = told.deeds[0]
    place = hull([(value.first, value.last), (deed.first, deed.last)])
    known = frozenset(mark.key for mark in reading.concepts)
    named = [min(deed.concepts & known) for deed in told.deeds if deed.concepts & known]
    return Finding(
        rule=f"told:{dimension}",
        head=f"{dimension}",
        claim=claim(reading, reading.span(*place), dimension, reading.keys(*place), {shown_as}),
        reading=reading,
        subject=named[0] if named else "",
        compare=Compare.SINGLE,
        level=Level.CONTRADICTION,
        context=frozenset(keys_of(told)),
        by_topic=True,
        told=told,
        amount=value.value if isinstance(value, Amount) else None,
        of=tuple(Named(reading.span(each.first, each.last), each.concepts, is_thing=False) for each in told.deeds),
        highlights=(reading.span(value.first, value.last),),
    )
