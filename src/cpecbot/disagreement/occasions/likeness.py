"""How surely two values of one sort are of the same thing: by what is nearest to them, and by what both tell around."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from msgspec import Struct

from cpecbot.disagreement.grouping.telling import Matching
from cpecbot.disagreement.occasions.slots import Aspect, Slot
from cpecbot.disagreement.reading.content import Item
from cpecbot.language.analysis import NAME, concept_key

# What no table knows cannot be found in another language: it is missed by so little there.
_UNKNOWN = 0.3
# What the other's article names shortly before, or opens with.
_NEARBY = 0.5
# To be measures of one property is as near as a thing some words away.
_PROPERTY = 0.6
# Each other value that both sentences give says half as much again, up to two.
_BESIDE, _MOST_BESIDE = 0.5, 2


class Likeness(Struct, frozen=True):
    """``head`` is how near to both stands a thing that both name, ``around`` how much else they share, from 0 to 1.

    ``beside`` counts the other values that both give. They are ``apart`` where the nearest thing of each is none that
    the other names.
    """

    head: float
    around: float
    beside: int
    apart: bool

    @property
    def score(self) -> float:
        return (self.head + self.around) * (1.0 + _BESIDE * min(self.beside, _MOST_BESIDE))


def likeness(one: Slot, other: Slot, matching: Matching) -> Likeness:
    head = max(_heads(one, other), default=0.0)
    around = sqrt(_covered(one, other, matching) * _covered(other, one, matching)) if head else 0.0
    apart = _is_strange(one, other) and _is_strange(other, one)
    return Likeness(head, around, len(one.beside & other.beside), apart)


def _heads(one: Slot, other: Slot) -> Iterator[float]:
    """How near to both stands each thing that may be what both are of."""
    if one.properties & other.properties:
        yield _PROPERTY
    for mine in one.heads:
        for theirs in other.heads:
            if is_same_thing(mine, theirs) and _is_counted(mine, one, theirs, other):
                yield sqrt(mine.near * theirs.near) * min(mine.item.weight, theirs.item.weight)


def is_same_thing(one: Aspect, other: Aspect) -> bool:
    """Whether both name one thing, or one a kind of the other."""
    if one.narrow & other.narrow:
        return True
    return bool(one.narrow & other.item.concepts or other.narrow & one.item.concepts)


def _is_counted(mine: Aspect, one: Slot, theirs: Aspect, other: Slot) -> bool:
    """Whether either number counts what both name, as far as it is known what they count."""
    nouns = [(aspect, slot.counts.nouns) for aspect, slot in ((mine, one), (theirs, other)) if slot.counts]
    known = [(aspect, keys) for aspect, keys in nouns if keys]
    return not known or any(not keys.isdisjoint(map(concept_key, aspect.narrow)) for aspect, keys in known)


def _is_strange(one: Slot, other: Slot) -> bool:
    """Whether the thing nearest to ``one``, and what is done nearer still, is none that ``other`` names."""
    at_home = one.reading.sentence.language == other.reading.sentence.language
    for aspect in one.heads:
        if not (at_home or aspect.item.concepts):
            continue
        if any(is_same_thing(aspect, each) for each in other.aspects):
            return False
        if not aspect.item.deed:
            return True
    return False


def _covered(one: Slot, other: Slot, matching: Matching) -> float:
    """How much of what ``one`` tells around its value ``other`` tells too, the nearer the more."""
    at_home = one.reading.sentence.language == other.reading.sentence.language
    total = common = 0.0
    for aspect in one.aspects:
        weight = aspect.weight * aspect.near
        weight *= 1.0 if at_home or aspect.item.concepts or aspect.item.names else _UNKNOWN
        total += weight
        common += weight * _told(aspect, other, matching)
    return common / total if total else 0.0


def _told(aspect: Aspect, other: Slot, matching: Matching) -> float:
    if names(other, aspect.item, matching):
        return 1.0
    own = (key for key in aspect.item.keys if key.startswith(NAME))
    nearby = other.reading.around.names_nearby([*map(concept_key, aspect.item.concepts), *own])
    return _NEARBY if nearby else 0.0


def names(slot: Slot, item: Item, matching: Matching) -> bool:
    """Whether the sentence of ``slot`` names ``item`` around its value."""
    if not item.keys.isdisjoint(slot.keys):
        return True
    return any(matching.sound_alike(name, each) for name in item.names for each in slot.names)
