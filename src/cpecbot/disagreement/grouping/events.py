"""Which sources report the same event, by the number of its round, then by its parties; others do not contradict."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.disagreement.grouping.agreement import may_both_hold
from cpecbot.disagreement.grouping.findings import OTHER_TIME, Compare, Finding
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.models import Level, Span, Value, ValueKind

# Days farther apart are hardly of one meeting.
_PROCEEDINGS_DAYS = 5
# A series holds its meetings months apart; days nearer than a month may be those of one, and of late reports of it.
_ONE_MEETING = 31


class Events(
    Struct, frozen=True, dict=True
):  # without slots, for what is found out of it once two sources are asked for
    """``groups`` hold sources that may speak of one event; ``outliers`` those that a clear majority does not share."""

    groups: tuple[frozenset[str], ...]
    outliers: frozenset[str]

    def same(self, one: str, other: str) -> bool:
        """Whether nothing tells the two sources' events apart."""
        return self._groups_of.get(one) == self._groups_of.get(other)

    @cached_property
    def _groups_of(self) -> Mapping[str, frozenset[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for number, group in enumerate(self.groups):
            for source in group:
                found[source].add(number)
        return {source: frozenset(numbers) for source, numbers in found.items()}


def partition(findings: Iterable[Finding]) -> Events:
    """Group sources by the editions of one series that they name; a source that names none belongs anywhere."""
    by_series: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for finding in findings:
        if finding.identity and finding.rule == "ordinal" and OTHER_TIME not in finding.claim.qualifiers:
            by_series[finding.head][finding.source] |= finding.values
    groups: list[frozenset[str]] = []
    outliers: set[str] = set()
    for said in by_series.values():
        clusters = _clusters(said)
        if len(clusters) > 1:
            groups.extend(clusters)
            largest, *rest = sorted(clusters, key=len, reverse=True)
            if len(largest) > len(rest[0]):
                outliers.update(*rest)
    return Events(tuple(groups), frozenset(outliers))


def _clusters(said: Mapping[str, set[str]]) -> list[frozenset[str]]:
    """Sources that share an edition, transitively; in the order of the last source that joined two of them."""
    clusters: list[tuple[set[str], set[str]]] = []
    for source, values in said.items():
        apart = [cluster for cluster in clusters if cluster[1].isdisjoint(values)]
        joined = sorted((each for each in clusters if not each[1].isdisjoint(values)), key=lambda each: -len(each[0]))
        sources, editions = joined[0] if joined else (set[str](), set[str]())
        sources.add(source)
        sources.update(*(each[0] for each in joined[1:]))
        editions.update(values, *(each[1] for each in joined[1:]))
        clusters = [*apart, (sources, editions)]
    return [frozenset(sources) for sources, _ in clusters]


def leading_pairs(readings: Sequence[Reading], reader: Reader) -> Mapping[str, frozenset[str]]:
    """The two countries that each source names most: whose affairs it reports."""
    named: dict[str, list[str]] = {}
    for reading in readings:
        countries = named.setdefault(reading.sentence.source, [])
        countries.extend(mark.key for mark in reader.countries(reading))
    return {
        source: frozenset(country for country, _ in Counter(countries).most_common(2))
        for source, countries in named.items()
    }


def without_lone_days(findings: Sequence[Finding]) -> Iterator[Finding]:
    """``findings`` without the days of a meeting's proceedings, unless one source itself tells of two such days.

    A statement of Monday and a dialogue of Sunday are two events, though of one meeting; only of one that has a number.
    """
    numbered = {finding.source for finding in findings if finding.rule == "ordinal" and finding.identity}
    timings = [finding for finding in findings if finding.rule == "timing" and finding.source in numbered]
    by_source: dict[str, list[Finding]] = defaultdict(list)
    for finding in timings:
        by_source[finding.source].append(finding)
    apart = {
        _day(each): None
        for own in by_source.values()
        for each in own
        if any(not may_both_hold(each.amount, other.amount) for other in own)
    }
    may_be = {day: any(may_both_hold(day, each) for each in apart) for day in {_day(each) for each in timings}}
    for finding in findings:
        if finding.rule != "timing" or (finding.source in numbered and may_be[_day(finding)]):
            yield finding


def _day(finding: Finding) -> Value | None:
    """Its day, wherever it is written."""
    return replace(finding.amount, span=Span(0, 0)) if finding.amount else None


class Guard(Struct, frozen=True):
    """Vetoes: another event contradicts only in what makes it another event, and its shorter lists tell nothing."""

    events: Events
    leading: Mapping[str, frozenset[str]]

    def __call__(self, one: Finding, other: Finding, level: Level) -> bool:
        same_event = self.events.same(one.source, other.source)
        if one.rule == "timing":
            return same_event and one.subject != other.subject and _days_near(one, other)
        if one.rule == "party" and self.leading[one.source] != self.leading[other.source]:
            return False
        if one.identity and other.identity:
            return not _months_apart(one, other)
        return same_event or (level is Level.DIFFERING and one.compare is not Compare.SINGLE)


def _months_apart(one: Finding, other: Finding) -> bool:
    """Whether each names the round of its own time: the sixth of last May, the seventh of this January."""
    day, another = _held_on(one), _held_on(other)
    return day is not None and another is not None and abs((day - another).days) > _ONE_MEETING


def _held_on(finding: Finding) -> date | None:
    """The one day that its sentence states, or else that of its report."""
    values = (amount.value for amount in finding.reading.amounts)
    stated = {each.first for each in values if each.kind is ValueKind.DATE and each.year_known}
    return stated.pop() if len(stated) == 1 else finding.reading.published


def _days_near(one: Finding, other: Finding) -> bool:
    """Whether two days are near enough to belong to one meeting."""
    days = [finding.amount.first for finding in (one, other) if finding.amount is not None and finding.amount.first]
    return len(days) < 2 or abs((days[0] - days[1]).days) <= _PROCEEDINGS_DAYS
