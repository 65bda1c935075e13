"""Setting findings of different sources against each other: who speaks of the same thing, and do they say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations, product

from cpecbot.disagreement.grouping.agreement import is_exact, shares_number
from cpecbot.disagreement.grouping.counting import likeness
from cpecbot.disagreement.grouping.days import both_hold
from cpecbot.disagreement.grouping.developing import least, level_apart, still_growing
from cpecbot.disagreement.grouping.findings import CLOSED_LIST, Compare, Finding
from cpecbot.disagreement.grouping.neighbours import neighbours
from cpecbot.models import Dimension, Level, Span, ValueKind

_NEAREST = 24
_NEAREST_OF_ONE = 8
# Of many sources that say the same this many speak for all of them.
_SPEAKERS = 8
_LEAST_OVERLAP = 0.5
_NEAR = 0.8
_AT_ODDS = frozenset({Level.CONTRADICTION, Level.DIFFERING})
_ORDER = tuple(Level)
_FIGURES = frozenset({ValueKind.NUMBER, ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.PERCENT})
# A sum or count of one year is no other sum or count of another year.
_OF_A_YEAR = frozenset({Dimension.SUM, Dimension.COUNT})


@dataclass(frozen=True, slots=True)
class Saying:
    """What one source says of a thing: its values, and the findings that hold them."""

    source: str
    values: frozenset[str]
    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        return self.findings[0]


@dataclass(frozen=True, slots=True)
class Group:
    """What the sources say of one thing, and how far apart the farthest two are."""

    sayings: tuple[Saying, ...]
    level: Level


@dataclass(frozen=True, slots=True)
class Pair:
    """Two findings that an alignment set against each other."""

    left: Finding
    right: Finding


Allowed = Callable[[Finding, Finding, Level], bool]


def groups(findings: Iterable[Finding], allowed: Allowed) -> Iterator[Group]:
    """Groups in which at least two sources part ways. ``allowed`` may veto a pair at a level."""
    blocks: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        blocks[finding.rule, finding.head].append(finding)
    for block in blocks.values():
        for component in components(block):
            found = _group(_sayings(component), allowed)
            if found is not None:
                yield found


def paired(pairs: Iterable[Pair], allowed: Allowed) -> Iterator[Group]:
    """Groups of aligned findings; pairs that share a finding tell of one thing."""
    places: dict[tuple[str, str, tuple[Span, ...]], int] = {}
    found: list[Finding] = []
    edges = []
    for pair in pairs:
        for each in (pair.left, pair.right):
            if _place(each) not in places:
                places[_place(each)] = len(found)
                found.append(each)
        edges.append((places[_place(pair.left)], places[_place(pair.right)]))
    for component in _joined(found, edges):
        group = _group(_sayings(component), allowed)
        if group is not None:
            yield group


def _place(finding: Finding) -> tuple[str, str, tuple[Span, ...]]:
    return finding.source, finding.rule, finding.highlights


def components(block: Sequence[Finding]) -> Iterator[tuple[Finding, ...]]:
    """Findings of one thing by at least two sources: all of the block, or those that best match in topic."""
    if not block[0].by_topic:
        parts: Iterable[Sequence[Finding]] = (block,)
    else:
        parts = _joined(block, _closest(block))
    for part in parts:
        if len({finding.source for finding in part}) > 1:
            yield tuple(part)


def _joined(block: Sequence[Finding], pairs: Iterable[tuple[int, int]]) -> Iterable[list[Finding]]:
    """Components of the pairs, the first pairs first; two findings of one source never get into one by others."""
    home = list(range(len(block)))
    members = {index: {index} for index in home}
    for one, other in pairs:
        left, right = members[home[one]], members[home[other]]
        if left is right or {block[each].source for each in left} & {block[each].source for each in right}:
            continue
        left |= right
        for each in right:
            home[each] = home[one]
    return [[block[each] for each in sorted(members[index])] for index in sorted(set(home))]


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
    """How much of the smaller context both share: concepts across languages, also lemmas within one."""
    if one.told and other.told:
        return one.told.share(other.told)
    if one.figure and other.figure:
        return likeness(one.figure, other.figure) if one.moment.comparable(other.moment) else 0.0
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


def _sayings(component: Sequence[Finding]) -> tuple[Saying, ...]:
    """Wordings of one source add up; single values stand for themselves."""
    single = component[0].compare is Compare.SINGLE or component[0].by_topic
    collected: dict[tuple[str, frozenset[str]], list[Finding]] = defaultdict(list)
    for finding in component:
        collected[finding.source, finding.values if single else frozenset()].append(finding)
    return tuple(
        Saying(source, frozenset().union(*(finding.values for finding in findings)), tuple(findings))
        for (source, _), findings in collected.items()
    )


def _group(sayings: tuple[Saying, ...], allowed: Allowed) -> Group | None:
    by_source: dict[str, list[Saying]] = defaultdict(list)
    by_values: dict[frozenset[str], list[Saying]] = defaultdict(list)
    for saying in sayings:
        by_source[saying.source].append(saying)
        by_values[saying.values].append(saying)
    farthest: Level | None = None
    apart: set[frozenset[str]] = set()
    for one, other in combinations(by_values, 2):
        level = _between(by_values[one], by_values[other], by_source, allowed)
        if level is not None:
            apart |= {one, other}
            farthest = min(level, farthest or level, key=_ORDER.index)
    if farthest is None:
        return None
    parted = [by_values[values][0] for values in apart]
    told = [saying for saying in sayings if saying.values in apart or any(_tells_too(saying, each) for each in parted)]
    return Group(tuple(told), farthest)


def _between(
    left: Sequence[Saying], right: Sequence[Saying], by_source: Mapping[str, Sequence[Saying]], allowed: Allowed
) -> Level | None:
    """How far those who say one thing and those who say another are apart at most."""
    farthest: Level | None = None
    reported = [saying.first for sayings in by_source.values() for saying in sayings]
    for one, other in product(left[:_SPEAKERS], right[:_SPEAKERS]):
        if one.source == other.source or not _unshared(one, other, by_source):
            continue
        level = relation(one, other)
        if level in _AT_ODDS and (_holds_too(one.first, other.first) or _holds_too(other.first, one.first)):
            continue
        if level in _AT_ODDS and still_growing(one.first, other.first, reported):
            level = Level.DEVELOPMENT
        if level is not None and allowed(one.first, other.first, level):
            farthest = min(level, farthest or level, key=_ORDER.index)
    return farthest


def _unshared(one: Saying, other: Saying, by_source: Mapping[str, Sequence[Saying]]) -> bool:
    """Whether neither source also says what the other says.

    For the identity of an event it is enough that one of them does not.
    """
    unshared = (not _said(one, by_source[other.source]), not _said(other, by_source[one.source]))
    return any(unshared) if one.first.identity and other.first.identity else all(unshared)


def _holds_too(finding: Finding, other: Finding) -> bool:
    """Whether the sentence of ``finding`` gives the figure of the other too, as what somebody else says."""
    value = other.amount
    if value is None or value.kind not in _FIGURES:
        return False
    amounts = (amount.value for amount in finding.reading.amounts if amount.value.kind is value.kind)
    return any((each.low, each.high, each.unit) == (value.low, value.high, value.unit) for each in amounts)


def _said(saying: Saying, sayings: Iterable[Saying]) -> bool:
    return any(_same(saying, each) for each in sayings)


def _tells_too(saying: Saying, other: Saying) -> bool:
    """Whether ``saying`` belongs beside ``other``: "hundreds" may be 3,124, but nobody would say so."""
    if not _same(saying, other) or not saying.first.grows:
        return _same(saying, other)
    return shares_number(saying.first.amount, other.first.amount) or least(saying.first) >= _NEAR * least(other.first)


def _same(one: Saying, other: Saying) -> bool:
    if one.values == other.values:
        return True
    return one.first.compare is Compare.SINGLE and both_hold(one.first, other.first)


def agreeing(sayings: Iterable[Saying], *, by_day: bool = False) -> list[list[Saying]]:
    """Sides: sayings that are the same or, as a year and one of its days, may all be true; told ``by_day`` of one day.

    A bound ("at least 26") may fit several exact values; it joins the one with its own number first.
    """
    sides: list[list[Saying]] = []
    for saying in sorted(sayings, key=lambda each: not is_exact(each.first.amount)):
        fitting = [side for side in sides if all(_same(saying, each) for each in side)]
        if by_day:
            day = saying.first.moment.as_of()
            fitting = [side for side in fitting if side[0].first.moment.as_of() == day]
        if fitting:
            max(fitting, key=lambda side: shares_number(saying.first.amount, side[0].first.amount)).append(saying)
        else:
            sides.append([saying])
    return sides


def relation(one: Saying, other: Saying) -> Level | None:
    """How far two sayings of one thing are apart; None when they are the same or may both be true."""
    first = one.first
    if one.values == other.values:
        return None
    if first.compare is Compare.SINGLE:
        return None if both_hold(first, other.first) else level_apart(first, other.first)
    if first.compare is Compare.CHOICE:
        return None if one.values & other.values else first.level
    if one.values < other.values or other.values < one.values:
        smaller = one if one.values < other.values else other
        closed = any(CLOSED_LIST in finding.claim.qualifiers for finding in smaller.findings)
        return first.level if closed else Level.DETAIL
    return first.level
