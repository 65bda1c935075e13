"""Which findings speak of one thing: those that match best in topic, no two of one source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from msgspec import Struct

from cpecbot.disagreement.grouping.counting import likeness
from cpecbot.disagreement.grouping.developing import of_one_event
from cpecbot.disagreement.grouping.findings import Compare, Finding
from cpecbot.disagreement.grouping.neighbours import neighbours
from cpecbot.disagreement.grouping.telling import Told
from cpecbot.models import Dimension, Measured

# A thing is told in fewer ways, day by day and by whoever tells it; what is told in more only looks alike.
MOST_VALUES = 24
_NEAREST = 24
_NEAREST_OF_ONE = 8
_LEAST_OVERLAP = 0.5
# A sum or count of one year is no other sum or count of another year.
_OF_A_YEAR = frozenset({Dimension.SUM, Dimension.COUNT})


def components(block: Sequence[Finding]) -> Iterator[tuple[Finding, ...]]:
    """Findings of one thing by at least two sources: all of the block, or those that best match in topic."""
    if not block[0].by_topic:
        parts: Iterable[Sequence[Finding]] = (block,)
    else:
        parts = joined(block, _closest(block))
    for part in parts:
        if len({finding.source for finding in part}) > 1:
            yield tuple(part)


class _Part(Struct):
    """Findings that speak of one thing, by their places in the block; ``label`` orders the parts."""

    label: int
    members: list[int]
    sources: set[str]
    values: set[frozenset[str]]

    def may_join(self, other: _Part) -> bool:
        return self.sources.isdisjoint(other.sources) and len(self.values | other.values) <= MOST_VALUES

    def join(self, other: _Part) -> None:
        self.members += other.members
        self.sources |= other.sources
        self.values |= other.values


def joined(block: Sequence[Finding], pairs: Iterable[tuple[int, int]]) -> list[list[Finding]]:
    """Components of the pairs, the first pairs first; two findings of one source never get into one by others.

    Nor do more than ``MOST_VALUES`` values. The smaller part joins the larger, and two that may not join are asked but
    once, so that the cost stays near-linear in the pairs.
    """
    home = list(range(len(block)))
    parts = {place: _Part(place, [place], {finding.source}, {finding.values}) for place, finding in enumerate(block)}
    refused: set[tuple[int, int]] = set()
    for one, other in pairs:
        left, right = home[one], home[other]
        if left == right or (left, right) in refused:
            continue
        if not parts[left].may_join(parts[right]):
            refused |= {(left, right), (right, left)}
            continue
        label = parts[left].label
        larger, smaller = sorted((left, right), key=lambda place: -len(parts[place].members))
        for member in parts[smaller].members:
            home[member] = larger
        parts[larger].join(parts.pop(smaller))
        parts[larger].label = label
    ordered = sorted(parts.values(), key=lambda part: part.label)
    return [[block[member] for member in sorted(part.members)] for part in ordered]


def _closest(block: Sequence[Finding]) -> Iterator[tuple[int, int]]:
    """Pairs of different sources that are each other's closest match, closest first; then those that say the same."""
    scores: dict[tuple[int, int], float] = {}
    best: dict[tuple[int, str], tuple[float, int]] = {}
    contexts = [finding.context for finding in block]
    sources = [finding.source for finding in block]
    for one, other in neighbours(contexts, sources, most=_NEAREST, of_one_source=_NEAREST_OF_ONE):
        score = overlap(block[one], block[other])
        if score < _LEAST_OVERLAP:
            continue
        scores[one, other] = score
        for left, right in ((one, other), (other, one)):
            key = (left, sources[right])
            best[key] = max(best.get(key, (0.0, -1)), (score, -right))
    mutual = {
        (one, other)
        for one, other in scores
        if best[one, sources[other]][1] == -other and best[other, sources[one]][1] == -one
    }
    same = {pair for pair in scores if block[pair[0]].values == block[pair[1]].values}
    yield from sorted(mutual, key=lambda pair: (-scores[pair], pair))
    yield from sorted(same - mutual, key=lambda pair: (-scores[pair], pair))


def overlap(one: Finding, other: Finding) -> float:
    """How surely both are of one thing, by what is told of them or by what their contexts share."""
    if one.told and other.told:
        return _overlap_of_told(one, other, one.told, other.told)
    if one.figure and other.figure:
        alike = likeness(one.figure, other.figure, of_one=of_one_event(one, other))
        return alike * one.moment.comparable(other.moment)
    return _overlap_of_contexts(one, other)


def _overlap_of_told(one: Finding, other: Finding, here: Told, there: Told) -> float:
    if one.of_a_work and _of_different_things(one, other):
        return 0.0
    # An event has one place and one cost, but people of several ages.
    of_one = one.subject != Measured.AGE and of_one_event(one, other)
    return here.share(there) or here.share(there, of_one=of_one)


def _overlap_of_contexts(one: Finding, other: Finding) -> float:
    """How much of the smaller context both share: concepts across languages, also lemmas within one."""
    left, right = one.context, other.context
    if one.reading.sentence.language != other.reading.sentence.language:
        left, right = _across(left), _across(right)
    shared = left & right
    if len(shared - one.reading.states) < one.least_shared:
        return 0.0
    if one.compare is Compare.SINGLE and _of_different_things(one, other):
        return 0.0
    # What the smaller shares decides; how much the larger says besides only breaks ties.
    tie = len(shared) / (100 * len(left | right)) + (one.claim.anchor == other.claim.anchor) / 3
    return len(shared) / min(len(left), len(right)) + tie


def _of_different_things(one: Finding, other: Finding) -> bool:
    here, there = one.reading, other.reading
    if _named_apart(one.names, other.names) or _named_apart(here.things, there.things):
        return True
    if one.of_a_work and here.works | there.works and not here.works & there.works:
        return True
    if one.rule == "measure" and _named_apart(here.ordinals, there.ordinals):
        return True
    return one.claim.dimension in _OF_A_YEAR and _named_apart(here.years, there.years)


def _named_apart(one: Set[object], other: Set[object]) -> bool:
    """Whether both name some, and none in common: then they speak of different things."""
    return bool(one and other) and not one & other


def _across(context: frozenset[str]) -> frozenset[str]:
    """The concepts and terms of a context, without the lemmas, which carry the code of their language (``en:dam``)."""
    return frozenset(key for key in context if ":" not in key or key.startswith("term:"))
