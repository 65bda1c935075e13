"""How much of what one statement tells another tells too, thing by thing and value by value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import sqrt

from msgspec import Struct

from cpecbot.disagreement.grouping.telling import Matching
from cpecbot.disagreement.retelling.meeting import Met, has_unit, is_plain, met_values
from cpecbot.disagreement.retelling.statement import Measure, Statement, Thing
from cpecbot.language.analysis import CONCEPT

# A thing that is a kind of the other, and two that are kinds of one thing, are the same only by a part.
_KIND, _SIBLING = 0.75, 0.2
# A phrase and a word of it, or two phrases with a word in common: the gang, and its leader.
_PART = 0.5
# What one names and the other only refers to, or what its article opens with.
_AROUND = 0.5
# Values of one sort that do not agree: the same is told of, but not the same of it.
_AT_ODDS = 0.6
# That something is not so says as much as half a thing.
_DENIAL = 0.5


class Same(Struct, frozen=True):
    """Two things that may be one, ``likely`` so from 0 to 1."""

    here: Thing
    there: Thing
    likely: float


class Nearness(Struct, frozen=True):
    """What two statements share.

    ``told`` is the share of the point that the other tells, ``of_it`` the share of the other that the point tells;
    ``named`` is that of the point which the other names in words, or by the very value.
    """

    same: tuple[Same, ...]
    values: tuple[Met, ...]
    told: float
    of_it: float
    named: float

    @property
    def score(self) -> float:
        return sqrt(self.told * self.of_it)

    @property
    def things(self) -> int:
        """How many things and values of the point the other has."""
        return len({each.here for each in self.same}) + sum(met.agree for met in self.values)


def nearness(point: Statement, other: Statement, matching: Matching) -> Nearness:
    """What ``other`` has of ``point``."""
    same = tuple(_one_to_one(_same(point, other, matching)))
    values = tuple(
        met for met in met_values(point.measures, other.measures) if met.agree or _of_one_thing(met, point, other, same)
    )
    here = _likely((each.here, each.likely) for each in same) | dict.fromkeys(_heard(point, other, matching), 1.0)
    there = _likely((each.there, each.likely) for each in same) | dict.fromkeys(_heard(other, point, matching), 1.0)
    return Nearness(
        same,
        values,
        _share(point, other, here, {met.here: met.agree for met in values}),
        _share(other, point, there, {met.there: met.agree for met in values}),
        _named(point, other, here, values),
    )


def _named(point: Statement, other: Statement, here: Mapping[Thing, float], values: Iterable[Met]) -> float:
    """The share of what tells the topic of the point that is in the other, by word or by value."""
    at_home = point.speaks_language_of(other)
    topical = [pair for pair in zip(point.things, point.weights(at_home=at_home), strict=True) if pair[0].topical]
    total = sum(weight for _, weight in topical)
    total += sum(measure.weight for measure in point.measures if not measure.bare)
    common = sum(weight * here[thing] for thing, weight in topical if thing in here)
    common += sum(
        met.here.weight * (1.0 if met.agree else _AT_ODDS) for met in values if met.agree or has_unit(met.here.value)
    )
    return common / total if total else 0.0


def _likely(pairs: Iterable[tuple[Thing, float]]) -> dict[Thing, float]:
    found: dict[Thing, float] = {}
    for thing, likely in pairs:
        found[thing] = max(likely, found.get(thing, 0.0))
    return found


def _share(one: Statement, other: Statement, found: dict[Thing, float], met: dict[Measure, bool]) -> float:
    """How much of what ``one`` tells ``other`` tells, by weight."""
    weights, around = one.weights(at_home=one.speaks_language_of(other)), other.around
    total, common = sum(weights), 0.0
    for thing, weight in zip(one.things, weights, strict=True):
        likely = found.get(thing, 0.0)
        if likely < _AROUND and not thing.terms.isdisjoint(around):
            likely = _AROUND
        common += weight * likely
    for measure in one.measures:
        if measure in met:
            total += measure.weight
            common += measure.weight * (1.0 if met[measure] else _AT_ODDS)
        elif not measure.bare:
            total += measure.weight
    if one.denies:
        total += _DENIAL
        common += _DENIAL * (1.0 if other.denies else _AT_ODDS)
    return common / total if total else 0.0


def _same(point: Statement, other: Statement, matching: Matching) -> Iterator[Same]:
    at_home = point.speaks_language_of(other)
    for here, keys in zip(point.things, point.keys, strict=True):
        near = other.holding(keys)
        if not at_home:
            near |= set(range(len(other.things))) if here.item.names else other.named
        for place in sorted(near):
            there = other.things[place]
            likely = _alike(here, there, at_home=at_home) or (not at_home and _sounds(here, there, matching))
            if likely:
                yield Same(here, there, float(likely))


def _one_to_one(pairs: Iterable[Same]) -> Iterator[Same]:
    """The likeliest pairs, each thing in one of them."""
    here, there = set[Thing](), set[Thing]()
    for each in sorted(pairs, key=lambda same: -same.likely):
        if each.here not in here and each.there not in there:
            here.add(each.here)
            there.add(each.there)
            yield each


def _alike(one: Thing, other: Thing, *, at_home: bool) -> float:
    if not one.item.keys.isdisjoint(other.item.keys):
        shared = one.terms & other.terms
        concepts = {key for key in shared if key.startswith(CONCEPT)}
        if shared != concepts or not concepts or concepts & one.own & other.own:
            return 1.0
        return _KIND if concepts & (one.own | other.own) else _SIBLING
    shared = (one.own | one.parts) & (other.own | other.parts)
    return _PART if any(at_home or key.startswith(CONCEPT) for key in shared) else 0.0


def _sounds(one: Thing, other: Thing, matching: Matching) -> bool:
    """Whether one may be the name of the other, as another script spells it."""
    ours, theirs = one.item.names, other.item.names
    if not (ours or theirs):
        return False
    if matching.same(one.item, other.item):
        return True
    pairs = [(name, other.text) for name in ours if not theirs] + [(name, one.text) for name in theirs if not ours]
    return any(matching.sound_alike(name, text) for name, text in pairs)


def _heard(one: Statement, other: Statement, matching: Matching) -> Iterator[Thing]:
    """The names of ``one`` that some characters of ``other`` may spell: of any few a name can be made."""
    for place in sorted(one.named) if other.syllables else ():
        thing = one.things[place]
        if any(matching.sound_alike(name, heard) for name in thing.item.names for heard in other.syllables):
            yield thing


def _of_one_thing(met: Met, point: Statement, other: Statement, same: Iterable[Same]) -> bool:
    """Whether two plain numbers count the same, as far as it is known what stands nearest to them."""
    if not (is_plain(met.here.value) and is_plain(met.there.value)):
        return True
    here, there = _nearest(met.here, point), _nearest(met.there, other)
    unknown = not (here and there and here.known and there.known)
    return unknown or any(each.here == here and each.there == there for each in same)


def _nearest(measure: Measure, statement: Statement) -> Thing | None:
    """What stands nearest to a number, behind it rather than before it."""
    behind = (thing for thing in statement.things if thing.item.first >= measure.last)
    before = (thing for thing in reversed(statement.things) if thing.item.last <= measure.first)
    return next(behind, None) or next(before, None)
