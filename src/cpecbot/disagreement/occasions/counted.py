"""Whether what two values count or measure is named as two things: containers and crates, wheat and nuts."""

from __future__ import annotations

from cpecbot.disagreement.occasions.likeness import is_same_thing
from cpecbot.disagreement.occasions.slots import COUNT, TIME, Aspect, Slot
from cpecbot.disagreement.reading.quantities.figures import Figure
from cpecbot.language.analysis import CONCEPT, concept_key

# How near stands what is right at a value, and what is beside it.
_AT, _BESIDE = 0.85, 0.6


def counts_another(one: Slot, other: Slot) -> bool:
    """Whether one counts a part, or another people, or what the other does not name right at its number."""
    if one.counts is None or other.counts is None:
        return False
    if (one.counts.aside, one.counts.people_of) != (other.counts.aside, other.counts.people_of):
        return True
    return _is_of_other_noun(one.counts, other) and _is_of_other_noun(other.counts, one)


def _is_of_other_noun(figure: Figure, other: Slot) -> bool:
    nouns = {key for key in figure.nouns if key.startswith(CONCEPT)}
    beside = {key for aspect in other.aspects if aspect.near >= _AT for key in aspect.item.concepts}
    return bool(nouns) and nouns.isdisjoint(map(concept_key, beside))


def may_do_another(one: Slot, other: Slot) -> bool:
    """Whether it is not seen that the same is said to have happened to what both count."""
    if one.sort != COUNT or one.counts is other.counts:
        return False
    here, there = _deeds(one), _deeds(other)
    return here.isdisjoint(there) and bool(here or there)


def was_another(one: Slot, other: Slot) -> bool:
    """Whether two times of day are of two deeds: when it exploded, and when the firefighters arrived."""
    return one.sort == TIME and _did_nearest_alone(one, other) and _did_nearest_alone(other, one)


def _did_nearest_alone(one: Slot, other: Slot) -> bool:
    """Whether what is done nearest to ``one`` is nothing that the sentence of ``other`` tells."""
    nearest = next((each for each in one.aspects if each.item.deed and each.item.concepts), None)
    return nearest is not None and not _is_told(nearest, other)


def _deeds(slot: Slot) -> frozenset[str]:
    done = slot.counts.done if slot.counts else frozenset(map(concept_key, _deeds_beside(slot)))
    return frozenset(key for key in done if key.startswith(CONCEPT))


def _deeds_beside(slot: Slot) -> frozenset[str]:
    """What is done right beside a number of which it is not clear what it counts."""
    beside = (each.item for each in slot.aspects if each.near >= _BESIDE and each.item.deed)
    return frozenset(key for item in beside for key in item.concepts)


def told_of_others(one: Slot, other: Slot) -> bool:
    """Whether each is told of something beside it that the other does not name: the output of wheat, and of nuts.

    In two languages that of one must stand nearer than what both name; and what a number counts is told by its noun,
    for which two languages may have other words around.
    """
    left, right = _strange_beside(one, other), _strange_beside(other, one)
    if not (left and right) or one.reading.sentence.language == other.reading.sentence.language:
        return bool(left and right)
    known = [aspect for aspect in (left[0], right[0]) if aspect.item.concepts]
    nearer = left[0].near > _nearest_shared(one, other) or right[0].near > _nearest_shared(other, one)
    return one.sort != COUNT and len(known) == 2 and nearer


def _strange_beside(one: Slot, other: Slot) -> list[Aspect]:
    """The things beside ``one`` that ``other`` does not name, the nearest first."""
    return [each for each in one.heads if _is_thing_beside(each) and not _is_told(each, other)]


def _nearest_shared(one: Slot, other: Slot) -> float:
    return max((each.near for each in one.heads if _is_told(each, other)), default=0.0)


def _is_told(aspect: Aspect, by: Slot) -> bool:
    return any(is_same_thing(aspect, each) for each in by.aspects)


def _is_thing_beside(aspect: Aspect) -> bool:
    return aspect.near >= _BESIDE and not aspect.item.deed
