"""Articles that report events of one series, round by round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from cpecbot.disagreement.grouping.neighbours import neighbours
from cpecbot.disagreement.grouping.telling import Matching
from cpecbot.disagreement.series.editions import Edition

# Of so many others that name most of what it names an edition is looked for in.
_CANDIDATES = 40


class Series(Struct, frozen=True):
    """Events of one series: of each article the edition that it reports, by its source."""

    reported: Mapping[str, Edition]

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(sorted({edition.number for edition in self.reported.values()}))

    def sources(self, number: int) -> tuple[str, ...]:
        return tuple(source for source, edition in self.reported.items() if edition.number == number)


def all_series(editions: Sequence[Edition], matching: Matching) -> tuple[Series, ...]:
    """The series of which articles report more than one event, those of most articles first; each article in one."""
    found = [_reported(each) for each in _components(editions, matching)]
    # Who tells both of an event has its number: the year is that of its report, too.
    found.sort(key=lambda each: (-len(each), any(edition.yearly for edition in each.values())))
    taken: set[str] = set()
    kept: list[Series] = []
    for reported in found:
        series = Series({source: edition for source, edition in reported.items() if source not in taken})
        if len(series.numbers) > 1:
            taken.update(series.reported)
            kept.append(series)
    return tuple(kept)


def _reported(editions: Iterable[Edition]) -> dict[str, Edition]:
    """The first edition that each article names: others it recalls or looks ahead to."""
    reported: dict[str, Edition] = {}
    for edition in editions:
        reported.setdefault(edition.source, edition)
    return reported


def _components(editions: Sequence[Edition], matching: Matching) -> Iterator[list[Edition]]:
    """Editions that are of one series, directly or through others."""
    root = list(range(len(editions)))

    def find(place: int) -> int:
        while root[place] != place:
            place = root[place]
        return place

    for one, other in _pairs(editions):
        if find(one) != find(other) and editions[one].of_one_series(editions[other], matching):
            root[find(other)] = find(one)
    members: dict[int, list[Edition]] = defaultdict(list)
    for place, edition in enumerate(editions):
        members[find(place)].append(edition)
    yield from members.values()


def _pairs(editions: Sequence[Edition]) -> Iterator[tuple[int, int]]:
    """Those that share a noun or a thing that they number; the names are then compared in every language."""
    keys = [{*edition.nouns, *(key for item in edition.counted for key in item.keys)} for edition in editions]
    yield from neighbours(keys, [edition.source for edition in editions], most=_CANDIDATES, of_one_source=_CANDIDATES)
