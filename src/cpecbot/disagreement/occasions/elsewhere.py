"""Whether a value is told of somebody or some place that the article of another value does not name."""

from __future__ import annotations

from enum import Enum

from cpecbot.disagreement.grouping.telling import Matching
from cpecbot.disagreement.occasions.likeness import names
from cpecbot.disagreement.occasions.slots import Slot
from cpecbot.disagreement.reading.content import Item, side_by_side
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.language.analysis import NAME, concept_key
from cpecbot.language.text.cues.places import is_somewhere
from cpecbot.language.text.simplified import fold_simply

# How near stands who it is told of, and where it was: in its clause.
_NEAR, _CLAUSE = 0.4, 0.3


def names_others(one: Slot, other: Slot, matching: Matching) -> bool:
    """Whether one is told of somebody whom the article of the other does not name at all.

    Where no capital tells a name, each must be told of one, because any word that no table knows may look like a name.
    """
    if _is_in_strange_place(one, other, matching) or _is_in_strange_place(other, one, matching):
        return True
    strange = (_strangers(one, other, matching), _strangers(other, one, matching))
    capitals = [each.reading.grammar.names_have_capitals for each in (one, other)]
    return all(strange) or any(sure and Strange.WHOLE in each for each, sure in zip(strange, capitals, strict=True))


class Strange(Enum):
    """How much of a name of several words another article does not have; of one in another script some may be lost."""

    PART = "part"
    WHOLE = "whole"


def _strangers(one: Slot, other: Slot, matching: Matching) -> frozenset[Strange]:
    """How strange to the article of ``other`` those are whom ``one`` names near its value."""
    if not other.reading.sentence.language.profile.spaced:
        return frozenset()  # of any few characters a name can be made
    named = [each.item for each in one.aspects if each.near >= _NEAR and each.item.names and not each.item.place]
    found = set[Strange]()
    for run in side_by_side(named):
        known = [is_mentioned(item, other, matching) for item in run]
        if not all(known):
            found.add(Strange.PART if any(known) else Strange.WHOLE)
    return frozenset(found)


def is_mentioned(item: Item, slot: Slot, matching: Matching) -> bool:
    """Whether the article of ``slot`` names it anywhere, in whatever script."""
    mentions = slot.reading.occasion.mentions
    keys = [*map(concept_key, item.concepts), *(key for key in item.keys if key.startswith(NAME))]
    if not mentions.isdisjoint(keys) or names(slot, item, matching):
        return True
    written = [key.removeprefix(NAME) for key in mentions if key.startswith(NAME)]
    return any(matching.sound_alike(name, each) for name in item.names for each in written)


def of_other_places(one: Slot, other: Slot, reader: Reader) -> bool:
    """Whether one tells of a place that the article of the other does not name: a part is not the whole.

    A state goes without saying in an article that names none.
    """
    here, there = _places(one), _places(other)
    return _is_strange(here, other, reader) or _is_strange(there, one, reader)


def _is_in_strange_place(one: Slot, other: Slot, matching: Matching) -> bool:
    """Whether one tells of a place that no table knows, and the article of the other does not name it."""
    sentence = one.reading.sentence
    if not other.reading.sentence.language.profile.spaced:
        return False
    near = (each.item for each in one.aspects if each.near >= _CLAUSE and each.item.names and not each.item.place)
    strange = [item for item in near if not is_mentioned(item, other, matching)]
    if not strange:
        return False
    folded, start = fold_simply(sentence.reading, sentence.language), sentence.span.start
    spans = [one.reading.span(item.first, item.last).shift(-start) for item in strange]
    return any(is_somewhere(folded, span, sentence.language) for span in spans)


def _places(slot: Slot) -> frozenset[str]:
    """The places named in the clause of a value."""
    near = (each.item for each in slot.aspects if each.near >= _CLAUSE and each.item.place)
    places = frozenset(place for item in near for place in item.concepts)
    occasion = slot.reading.occasion
    # A part of a longer name is none.
    return frozenset(place for place in places if concept_key(place) in occasion.mentions | occasion.states)


def _is_strange(places: frozenset[str], slot: Slot, reader: Reader) -> bool:
    occasion = slot.reading.occasion
    states = {concept_key(place) for place in places if reader.is_country(place)}
    rest = {concept_key(place) for place in places} - states
    return not rest <= occasion.mentions or bool(states and occasion.states and states.isdisjoint(occasion.states))
