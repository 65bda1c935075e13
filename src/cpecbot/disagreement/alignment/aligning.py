"""Near-paraphrases of different sources in one language: found through an inverted index, aligned unit by unit.

The alignment is local (Smith and Waterman 1981), so that of two long sentences only the parts that tell the same are
compared, and the quotes stay as short as these parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from cpecbot.disagreement.alignment.units import Unit, UnitKind, units
from cpecbot.disagreement.grouping.neighbours import neighbours
from cpecbot.disagreement.reading.quantities.figures import counted
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.names import SHORTEST_SKELETON, skeleton
from cpecbot.models import Value

_LEAST_SHARED = 3
_LEAST_SHARE = 0.4
_CANDIDATES = 8
_CANDIDATES_OF_ONE = 3
# Words of one stem or nearly one spelling are the same word; shorter ones are too easily alike by chance.
_SHORTEST = 4
_STEM = 5
_SPELLING = 0.7
_EDGE = 4
_Step = tuple[int | None, int | None]

_MATCH, _FUNCTION_MATCH, _UNLIKE, _GAP = 2.0, 0.5, -0.8, -0.6


class Row(Struct, frozen=True, dict=True):  # with a dict, for what is found out of it once it is aligned
    """A reading and its units."""

    reading: Reading
    units: tuple[Unit, ...]
    glossary: Glossary | None = None

    @property
    def source(self) -> str:
        return self.reading.sentence.source

    @cached_property
    def counted(self) -> Sequence[Value]:
        """The numbers that count something."""
        entry = self.reading.entry
        return [each.value for each in counted(entry, self.glossary)] if entry and self.glossary else []

    @cached_property
    def signature(self) -> tuple[frozenset[str], ...]:
        return tuple(unit.keys for unit in self.units)

    def capital(self, unit: Unit) -> bool:
        return self.reading.words[unit.first].capital


class Difference(Struct, frozen=True):
    """What stands on either side between two matching stretches; one side may be empty."""

    left: tuple[Unit, ...]
    right: tuple[Unit, ...]


class Alignment(Struct, frozen=True):
    """Two stretches that tell the same. ``matched`` counts the content units in common, ``closeness`` their share."""

    left: Row
    right: Row
    left_range: tuple[int, int]
    right_range: tuple[int, int]
    differences: tuple[Difference, ...]
    matched: int
    closeness: float


def alignments(readings: Sequence[Reading], reader: Reader) -> Iterator[Alignment]:
    """Aligned pairs of sentences of different sources; what a source says in the very same units needs no aligning."""
    rows = [Row(reading, units(reading, reader), reader.glossary) for reading in readings]
    said: dict[str, set[tuple[frozenset[str], ...]]] = defaultdict(set)
    for row in rows:
        said[row.source].add(row.signature)
    for left, right in _pairs(rows):
        one, other = rows[left], rows[right]
        if one.signature in said[other.source] or other.signature in said[one.source]:
            continue
        found = align(one, other)
        if found is not None and found.differences:
            yield found


def _pairs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Pairs of one language that share enough content: for each sentence the closest few."""
    contents = [frozenset(key for unit in row.units if unit.content for key in unit.keys) for row in rows]
    keys = [
        [f"{row.reading.sentence.language}:{key}" for key in each] for row, each in zip(rows, contents, strict=True)
    ]
    sources = [row.source for row in rows]
    for one, other in neighbours(keys, sources, most=_CANDIDATES, of_one_source=_CANDIDATES_OF_ONE):
        common = len(contents[one] & contents[other])
        if common >= _LEAST_SHARED and common >= _LEAST_SHARE * min(len(contents[one]), len(contents[other])):
            yield one, other


def align(left: Row, right: Row) -> Alignment | None:
    """The best local alignment; None when nothing matches."""
    steps = _trace(left.units, right.units)
    if not steps:
        return None
    steps = [*_edge(left, right, steps[0], -1), *steps, *_edge(left, right, steps[-1], 1)]
    matches = [(one, other) for one, other in steps if one is not None and other is not None]
    left_range = (matches[0][0], matches[-1][0] + 1)
    right_range = (matches[0][1], matches[-1][1] + 1)
    matched = sum(left.units[one].content for one, other in matches if _like(left.units[one], right.units[other]))
    content = max(
        sum(unit.content for unit in left.units[slice(*left_range)]),
        sum(unit.content for unit in right.units[slice(*right_range)]),
    )
    differences = tuple(_differences(left.units, right.units, steps))
    return Alignment(left, right, left_range, right_range, differences, matched, matched / max(1, content))


def _edge(left: Row, right: Row, end: _Step, step: int) -> list[_Step]:
    """Values and names that stand just outside of the matching stretch on both sides: who did it, or where."""
    if end[0] is None or end[1] is None:
        return []
    found: list[_Step] = []
    last = 0
    for distance in range(1, _EDGE + 1):
        one, other = end[0] + step * distance, end[1] + step * distance
        if not (0 <= one < len(left.units) and 0 <= other < len(right.units)):
            break
        a, b = left.units[one], right.units[other]
        opposed = bool(a.sort and a.sort == b.sort) or (left.capital(a) and right.capital(b))
        if not opposed and (a.content or b.content):
            break
        found.append((one, other))
        last = distance if opposed else last
    return found[:last][::step]


def _trace(left: Sequence[Unit], right: Sequence[Unit]) -> list[_Step]:
    """Steps of the best local alignment, trimmed to start and end with a match."""
    gains = _gains(left, right)
    scores = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    best, at = 0.0, (0, 0)
    for one, gained in enumerate(gains, 1):
        above, row = scores[one - 1], scores[one]
        beside = 0.0
        for other, gain in enumerate(gained, 1):
            score = above[other - 1] + gain
            gap = (above[other] if above[other] > beside else beside) + _GAP
            beside = row[other] = max(score, gap, 0.0)
            if beside > best:
                best, at = beside, (one, other)
    return _walk_back(scores, gains, at)


def _walk_back(scores: Sequence[Sequence[float]], gains: Sequence[Sequence[float]], at: tuple[int, int]) -> list[_Step]:
    steps: list[_Step] = []
    one, other = at
    while one and other and scores[one][other] > 0:
        score = scores[one][other]
        if score == scores[one - 1][other - 1] + gains[one - 1][other - 1]:
            one, other = one - 1, other - 1
            steps.append((one, other))
        elif score == scores[one - 1][other] + _GAP:
            one -= 1
            steps.append((one, None))
        else:
            other -= 1
            steps.append((None, other))
    return steps[::-1]


def _gains(left: Sequence[Unit], right: Sequence[Unit]) -> list[list[float]]:
    """What setting each unit against each other unit gains."""
    where: dict[str, list[int]] = defaultdict(list)
    sorts: dict[str, list[int]] = defaultdict(list)
    for place, unit in enumerate(right):
        for key in unit.keys:
            where[key].append(place)
        if unit.sort:
            sorts[unit.sort].append(place)
    gains = []
    for unit in left:
        row = [_UNLIKE] * len(right)
        # Values and names of one sort stand in the same place even when they differ.
        for place in sorts.get(unit.sort, ()):
            row[place] = 0.0
        for key in unit.keys:
            for place in where.get(key, ()):
                row[place] = _MATCH if unit.content else _FUNCTION_MATCH
        gains.append(row)
    return gains


def _like(one: Unit, other: Unit) -> bool:
    return not one.keys.isdisjoint(other.keys)


def alike(one: Unit, other: Unit) -> bool:
    """Whether two words or names are one, spelled or inflected otherwise."""
    if _like(one, other):
        return True
    return not one.value and not other.value and spelled_alike(one.text, other.text)


def spelled_alike(one: str, other: str) -> bool:
    """Whether two folded spellings may be one word or name: one stem, few letters apart, or the same consonants."""
    if min(len(one), len(other)) < _SHORTEST:
        return False
    if one[:_STEM] == other[:_STEM] or Levenshtein.normalized_similarity(one, other) >= _SPELLING:
        return True
    bones = skeleton(one)
    return len(bones) >= SHORTEST_SKELETON and bones == skeleton(other)


def _differences(left: Sequence[Unit], right: Sequence[Unit], steps: Sequence[_Step]) -> Iterator[Difference]:
    """Runs between matches, without what only moved: list order and word order are no difference."""
    here, there = _elsewhere(left, right, steps)
    ours: list[Unit] = []
    theirs: list[Unit] = []
    for one, other in (*steps, (None, None)):
        end = one is None and other is None
        if end or (one is not None and other is not None and _like(left[one], right[other])):
            if ours or theirs:
                yield Difference(tuple(ours), tuple(theirs))
            ours, theirs = [], []
            continue
        if one is not None and left[one].content and left[one].keys.isdisjoint(there[left[one].kind]):
            ours.append(left[one])
        if other is not None and right[other].content and right[other].keys.isdisjoint(here[right[other].kind]):
            theirs.append(right[other])


def _elsewhere(
    left: Sequence[Unit], right: Sequence[Unit], steps: Sequence[_Step]
) -> tuple[dict[UnitKind, set[str]], dict[UnitKind, set[str]]]:
    """The keys of each side that a unit of the other may have moved to: of values and names only unmatched ones."""
    matched = {(one, other) for one, other in steps if one is not None and other is not None}
    matched = {(one, other) for one, other in matched if _like(left[one], right[other])}
    free_left = _by_kind(left, {one for one, _ in matched})
    free_right = _by_kind(right, {other for _, other in matched})
    return free_left, free_right


def _by_kind(row: Sequence[Unit], matched: set[int]) -> dict[UnitKind, set[str]]:
    typed = (UnitKind.VALUE, UnitKind.NAME)
    return {
        kind: {
            key
            for index, unit in enumerate(row)
            if unit.kind is kind and (kind not in typed or index not in matched)
            for key in unit.keys
        }
        for kind in UnitKind
    }
