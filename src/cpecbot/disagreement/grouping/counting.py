"""Whether two figures count the same: the same thing, to which the same happened, in the same place, of one event."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cpecbot.disagreement.reading.quantities.figures import Figure
from cpecbot.language.analysis import CONCEPT

# So much of what the shorter sentence speaks of besides, the other or what stands before it must speak of too.
_LEAST_SHARED = 0.5
_ONE = 1.0


def likeness(one: Figure, other: Figure, *, of_one: bool = False) -> float:
    """How surely both count the same, above 0; 0 where they do not. Reports ``of_one`` event leave more unsaid."""
    if (one.aside, one.people_of) != (other.aside, other.people_of):
        return 0.0
    if not _same_kind(one, other) or not _same_place(one, other, of_one=of_one):
        return 0.0
    same_event = of_one or not one.events.isdisjoint(other.events)
    shared = max(_covered(one.content, other), _covered(other.content, one))
    if not (same_event or one.places & other.places) and shared < _LEAST_SHARED:
        return 0.0
    if not (one.deeds or other.deeds or same_event or _speak_of_one(one, other)):
        return 0.0
    named = len(one.nouns & other.nouns) > 0
    return _ONE + named + (one.places == other.places) + shared


def _speak_of_one(one: Figure, other: Figure) -> bool:
    """Whether the sentences themselves share what they say of a thing: a party has not the seats of its house."""
    said, also = (frozenset().union(*each.content) for each in (one, other))
    return not (said and also) or not said.isdisjoint(also)


def _same_kind(one: Figure, other: Figure) -> bool:
    """Whether the same happened to the same; where one sentence tells only of things, these must have one name."""
    if one.deeds and other.deeds and not _same_deed(one, other):
        return False
    if one.nouns & other.nouns:
        return True
    if one.things or other.things:
        return False
    if not (one.deeds and other.deeds):
        return False
    counted = (one.nouns - other.done, other.nouns - one.done)
    return not all(counted)


def _same_deed(one: Figure, other: Figure) -> bool:
    if one.nearest.isdisjoint(other.done) and other.nearest.isdisjoint(one.done):
        return False
    shared = one.done & other.done
    mine, theirs = one.done - shared, other.done - shared
    families = (
        one.families.get(key, frozenset()) & other.families.get(rival, frozenset()) for key in mine for rival in theirs
    )
    # Dying and being killed are both of the killed; the killed and the injured are only both of the harmed.
    return not any(family and family.isdisjoint(key.removeprefix(CONCEPT) for key in shared) for family in families)


def _same_place(one: Figure, other: Figure, *, of_one: bool = False) -> bool:
    """A part is not the whole: where both name places, these are the same; where one does, the other is about it too.

    Names that no table lists are compared in one language only.
    """
    if one.places and other.places:
        if one.language == other.language:
            return one.places == other.places
        mine, theirs = _listed(one.places), _listed(other.places)
        return mine == theirs or not (mine and theirs)
    if not one.places and not other.places:
        return of_one or not (one.region and other.region) or not one.region.isdisjoint(other.region)
    named, silent = (one, other) if one.places else (other, one)
    names = named.places - _listed(named.places)
    return not named.places.isdisjoint(silent.around) or not names.isdisjoint(silent.nearby)


def _listed(places: frozenset[str]) -> frozenset[str]:
    return frozenset(place for place in places if place.startswith(CONCEPT))


def _covered(content: Sequence[Collection[str]], by: Figure) -> float:
    """Which part of ``content`` the other sentence, or what stands before it, speaks of too."""
    if not content:
        return 0.0
    known = by.nearby.union(*by.content)
    return sum(not known.isdisjoint(keys) for keys in content) / len(content)
