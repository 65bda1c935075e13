"""Setting findings of different sources against each other: who speaks of the same thing, and do they say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, product

from msgspec import Struct

from cpecbot.disagreement.grouping.agreement import is_exact, shares_number
from cpecbot.disagreement.grouping.days import both_hold
from cpecbot.disagreement.grouping.developing import is_counting, least, level_apart, most, still_growing
from cpecbot.disagreement.grouping.findings import CLOSED_LIST, Compare, Finding
from cpecbot.disagreement.grouping.matching import MOST_VALUES, components, joined
from cpecbot.models import Level, Span, ValueKind

# Of many sources that say the same this many speak for all of them.
_SPEAKERS = 8
_NEAR = 0.8
_AT_ODDS = frozenset({Level.CONTRADICTION, Level.DIFFERING})
_ORDER = tuple(Level)
_FIGURES = frozenset({ValueKind.NUMBER, ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.PERCENT})


class Saying(Struct, frozen=True):
    """What one source says of a thing: its values, and the findings that hold them.

    ``copies`` are the sources that print the same words.
    """

    source: str
    values: frozenset[str]
    findings: tuple[Finding, ...]
    copies: tuple[str, ...] = ()

    @property
    def first(self) -> Finding:
        return self.findings[0]


class Group(Struct, frozen=True):
    """What the sources say of one thing, and how far apart the farthest two are."""

    sayings: tuple[Saying, ...]
    level: Level


class Pair(Struct, frozen=True):
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
            yield from _groups(component, allowed)


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
    for component in joined(found, edges):
        yield from _groups(component, allowed)


def _groups(component: Sequence[Finding], allowed: Allowed) -> Iterator[Group]:
    for sayings in _of_one_time(_sayings(component)):
        group = _group(sayings, allowed)
        if group is not None:
            yield group


def _of_one_time(sayings: tuple[Saying, ...]) -> Iterator[tuple[Saying, ...]]:
    """``sayings``, cut by the days of their reports where nothing has so many values: each meeting of a series has one.

    Reports of one thing are of days near each other; each with each would cost the square of all that were ever made.
    """
    if len({saying.values for saying in sayings}) <= MOST_VALUES:
        yield sayings
        return
    run: list[Saying] = []
    values: set[frozenset[str]] = set()
    for saying in sorted(sayings, key=lambda each: each.first.reading.published or date.max):
        if len(values | {saying.values}) > MOST_VALUES:
            yield tuple(run)
            run, values = [], set()
        run.append(saying)
        values.add(saying.values)
    yield tuple(run)


def _place(finding: Finding) -> tuple[str, str, tuple[Span, ...]]:
    return finding.source, finding.rule, finding.highlights


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
    reports = _Reports(by_source, _distinct(sayings))
    farthest: Level | None = None
    apart: set[frozenset[str]] = set()
    for one, other in combinations(by_values, 2):
        level = _between(by_values[one][:_SPEAKERS], by_values[other][:_SPEAKERS], reports, allowed)
        if level is not None:
            apart |= {one, other}
            farthest = min(level, farthest or level, key=_ORDER.index)
    if farthest is None:
        return None
    parted = [by_values[values][0] for values in apart]
    told = [saying for saying in sayings if saying.values in apart or any(_tells_too(saying, each) for each in parted)]
    if told[0].first.compare is Compare.CHOICE:
        told = _without_those_between(told)
    return Group(tuple(told), farthest) if len(agreeing(told)) > 1 else None


def _without_those_between(sayings: Sequence[Saying]) -> list[Saying]:
    """``sayings`` without those of sources that say what one side says and what another does: they part from none."""
    held: dict[str, frozenset[str]] = defaultdict(frozenset)
    for saying in sayings:
        held[saying.source] |= saying.values
    apart = [pair for pair in combinations(set(held.values()), 2) if pair[0].isdisjoint(pair[1])]
    between = {said for said in held.values() if any(said & one and said & other for one, other in apart)}
    return [saying for saying in sayings if held[saying.source] not in between]


class _Reports(Struct, frozen=True):
    """All that is said of one thing: by its source, and each figure of each day once."""

    by_source: Mapping[str, Sequence[Saying]]
    figures: Sequence[Finding]


def _distinct(sayings: Iterable[Saying]) -> Sequence[Finding]:
    firsts = (saying.first for saying in sayings)
    return tuple({(each.moment.as_of(), least(each), most(each)): each for each in firsts}.values())


def _between(left: Sequence[Saying], right: Sequence[Saying], reports: _Reports, allowed: Allowed) -> Level | None:
    """How far those who say one thing and those who say another are apart at most."""
    farthest: Level | None = None
    for one, other in product(left, right):
        if one.source == other.source or not _unshared(one, other, reports.by_source):
            continue
        level = relation(one, other)
        if level in _AT_ODDS and (_holds_too(one.first, other.first) or _holds_too(other.first, one.first)):
            continue
        if level in _AT_ODDS and still_growing(one.first, other.first, reports.figures):
            level = Level.DEVELOPMENT
        elif level is Level.CONTRADICTION and is_counting(one.first, reports.figures):
            level = Level.DIFFERING
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
    if one.first.compare is Compare.CHOICE:
        return bool(one.values & other.values)
    return one.first.compare is Compare.SINGLE and both_hold(one.first, other.first)


def agreeing(sayings: Iterable[Saying], *, by_day: bool = False) -> list[list[Saying]]:
    """Sides: sayings that are the same or, as a year and one of its days, may all be true; told ``by_day`` of one day.

    What may be true beside several joins those who say the same, else ("at least 26") those with its own number.
    """
    sides: list[_Side] = []
    for saying in sorted(sayings, key=lambda each: not is_exact(each.first.amount)):
        fitting = [side for side in sides if side.fits(saying)]
        if by_day:
            day = saying.first.moment.as_of()
            fitting = [side for side in fitting if side.sayings[0].first.moment.as_of() == day]
        if not fitting:
            fitting.append(_Side())
            sides += fitting
        max(fitting, key=lambda side: (side.says(saying.values), side.shares_number(saying))).add(saying)
    return [side.sayings for side in sides]


class _Side:
    """Sayings that may all be true, and those that speak for the many of each value."""

    def __init__(self) -> None:
        self.sayings: list[Saying] = []
        self._speakers: dict[frozenset[str], list[Saying]] = defaultdict(list)

    def fits(self, saying: Saying) -> bool:
        others = (said for values, said in self._speakers.items() if values != saying.values)
        return all(_same(saying, each) for said in others for each in said)

    def says(self, values: frozenset[str]) -> bool:
        return values in self._speakers

    def shares_number(self, saying: Saying) -> bool:
        return bool(self.sayings) and shares_number(saying.first.amount, self.sayings[0].first.amount)

    def add(self, saying: Saying) -> None:
        self.sayings.append(saying)
        if len(self._speakers[saying.values]) < _SPEAKERS:
            self._speakers[saying.values].append(saying)


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
