"""Which sources report the same event: told by the number of its round, then by its parties."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cpecbot.disagreement.grouping.findings import OTHER_TIME, Finding


@dataclass(frozen=True, slots=True)
class Events:
    """``groups`` hold sources that may speak of one event; ``outliers`` those that a clear majority does not share."""

    groups: tuple[frozenset[str], ...]
    outliers: frozenset[str]

    def same(self, one: str, other: str) -> bool:
        """Whether nothing tells the two sources' events apart."""
        return not any((one in group) != (other in group) for group in self.groups)


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
    """Sources that share an edition, transitively."""
    clusters: list[tuple[set[str], set[str]]] = []
    for source, values in said.items():
        joined = [cluster for cluster in clusters if cluster[1] & values]
        merged = ({source}.union(*(each[0] for each in joined)), set(values).union(*(each[1] for each in joined)))
        clusters = [cluster for cluster in clusters if cluster not in joined] + [merged]
    return [frozenset(sources) for sources, _ in clusters]


def leading_pair(countries: Sequence[str]) -> frozenset[str]:
    """The two countries that an article names most: whose affairs it reports."""
    return frozenset(country for country, _ in Counter(countries).most_common(2))
