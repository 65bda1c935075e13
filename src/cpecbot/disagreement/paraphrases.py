"""What differs within aligned sentences: one value or name, which contradicts; or words, which are only worded otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cpecbot.disagreement.alignment import Alignment, Row, alike
from cpecbot.disagreement.compare import Pair, may_both_hold
from cpecbot.disagreement.findings import BOUND, Compare, Finding, claim
from cpecbot.disagreement.reading import Reader
from cpecbot.disagreement.units import Unit, UnitKind
from cpecbot.language.lemmas import is_dictionary_word
from cpecbot.models import Dimension, Language, Level, SentenceKind, Span, Value, ValueKind

# Three or more typed differences between two sentences usually mean that they tell of two different things.
_MOST_TYPED = 2
_CLOSE = 0.6
_LEAST_MATCHED = 3
_WORDING_CLOSE = 0.6
_WORDING_MATCHED = 5
_WORDING_RUNS = 3

_DIMENSIONS = {
    ValueKind.ORDINAL: Dimension.ORDINAL,
    ValueKind.MONEY: Dimension.SUM,
    ValueKind.DATE: Dimension.DATE,
    ValueKind.WEEKDAY: Dimension.DATE,
}


@dataclass(frozen=True, slots=True)
class _Typed:
    left: tuple[Unit, ...]
    right: tuple[Unit, ...]
    dimension: Dimension
    level: Level


def contrasted(alignment: Alignment, reader: Reader) -> Iterator[Pair]:
    """The typed differences of an alignment, or else its wording when that differs."""
    typed = list(_typed(alignment, reader))
    if typed:
        if len(typed) <= _MOST_TYPED and _close_enough(alignment, typed):
            yield from (_typed_pair(alignment, each) for each in typed)
        return
    runs = [run for run in (_reworded(each.left, each.right) for each in alignment.differences) if run is not None]
    if (
        0 < len(runs) <= _WORDING_RUNS
        and alignment.closeness >= _WORDING_CLOSE
        and alignment.matched >= _WORDING_MATCHED
    ):
        yield _wording_pair(alignment, runs)


def _typed(alignment: Alignment, reader: Reader) -> Iterator[_Typed]:
    for left, right in _opposed(alignment):
        if left.kind is UnitKind.VALUE:
            yield from _opposed_values(alignment, left, right)
        elif not _related(left, right, reader):
            country = left.key.startswith("name:country_") and right.key.startswith("name:country_")
            place = left.sort == "place" and not country
            yield _Typed((left,), (right,), Dimension.PLACE if place else Dimension.PARTY, Level.CONTRADICTION)
    yield from _unknown_names(alignment)


def _opposed(alignment: Alignment) -> Iterator[tuple[Unit, Unit]]:
    """The one value or name of a sort on the left and the one on the right that have no match."""
    left: dict[str, list[Unit]] = defaultdict(list)
    right: dict[str, list[Unit]] = defaultdict(list)
    for difference in alignment.differences:
        for side, found in ((difference.left, left), (difference.right, right)):
            for unit in side:
                if unit.sort:
                    found[unit.sort].append(unit)
    for sort in left.keys() & right.keys():
        if len(left[sort]) == len(right[sort]) <= _MOST_TYPED:
            yield from zip(left[sort], right[sort], strict=True)


def _opposed_values(alignment: Alignment, left: Unit, right: Unit) -> Iterator[_Typed]:
    one, other = left.value, right.value
    if one is None or other is None or not _one_noun(alignment, left, right):
        return
    dimension = _DIMENSIONS.get(one.kind, Dimension.COUNT)
    if not may_both_hold(one, other):
        yield _Typed((left,), (right,), dimension, Level.CONTRADICTION)
    elif _same_bound(one, other):
        yield _Typed((left,), (right,), dimension, Level.DIFFERING)


def _same_bound(one: Value, other: Value) -> bool:
    """"More than 30" and "more than 40" may both be true, but are not the same report."""
    if one.kind is not other.kind or one.unit != other.unit:
        return False
    at_least = one.high is None and other.high is None and one.low != other.low
    at_most = one.low is None and other.low is None and one.high != other.high
    return at_least != at_most and None not in ((one.low, other.low) if at_least else (one.high, other.high))


def _one_noun(alignment: Alignment, left: Unit, right: Unit) -> bool:
    """Whether two plain numbers stand at the same word; sums and dates need none."""
    if left.sort != "number":
        return True
    if left.value is None or right.value is None or left.value.kind is not right.value.kind:
        return False
    return any(
        one is not None and other is not None and (one.key == other.key or alike(one, other))
        for step in (1, -1)
        for one, other in [(_beside(alignment.left, left, step), _beside(alignment.right, right, step))]
    )


def _beside(row: Row, unit: Unit, step: int) -> Unit | None:
    """The nearest content unit after or before ``unit``, at most one word of grammar between them."""
    place = row.units.index(unit) + step
    for _ in range(2):
        if not 0 <= place < len(row.units):
            return None
        if row.units[place].content:
            return row.units[place]
        place += step
    return None


def _related(left: Unit, right: Unit, reader: Reader) -> bool:
    """Whether one name stands for the other or lies in it: a capital for its country, a city in its province."""
    one, other = left.key.removeprefix("name:"), right.key.removeprefix("name:")
    metonyms = reader.contrasts.metonyms
    names = {one, other}
    return bool(
        {metonyms.get(one, one), metonyms.get(other, other)} <= names & set(metonyms.values())
        or metonyms.get(one, one) == metonyms.get(other, other)
        or other in reader.glossary.broader(one)
        or one in reader.glossary.broader(other)
    )


def _unknown_names(alignment: Alignment) -> Iterator[_Typed]:
    """Runs of capitalised words that no dictionary knows, in the same place of two English sentences."""
    if alignment.left.reading.sentence.language is not Language.EN:
        return
    if SentenceKind.HEADING in (alignment.left.reading.sentence.kind, alignment.right.reading.sentence.kind):
        return
    for difference in alignment.differences:
        left, right = difference.left, difference.right
        if left and right and _all_names(alignment.left, left) and _all_names(alignment.right, right):
            if not all(any(alike(one, other) for other in right) for one in left):
                yield _Typed(left, right, Dimension.PARTY, Level.CONTRADICTION)


def _all_names(row: Row, run: Sequence[Unit]) -> bool:
    return all(
        unit.kind is UnitKind.WORD
        and unit.last - unit.first == 1
        and unit.first > row.reading.dateline
        and row.reading.words[unit.first].capital
        and not is_dictionary_word(row.reading.words[unit.first].text, Language.EN)
        for unit in run
    )


def _close_enough(alignment: Alignment, typed: Sequence[_Typed]) -> bool:
    """Whether all else is nearly the same."""
    differing = sum(max(len(each.left), len(each.right)) for each in typed)
    content = alignment.matched / alignment.closeness if alignment.closeness else 0.0
    rest = max(1.0, content - differing)
    return alignment.matched >= _LEAST_MATCHED and alignment.matched / rest >= _CLOSE


def _reworded(left: Sequence[Unit], right: Sequence[Unit]) -> tuple[tuple[Unit, ...], tuple[Unit, ...]] | None:
    """Content words that replace each other; None when one side only says more, or it is the same word inflected."""
    ours = tuple(unit for unit in left if not unit.sort and not any(alike(unit, other) for other in right))
    theirs = tuple(unit for unit in right if not unit.sort and not any(alike(unit, other) for other in left))
    return (ours, theirs) if ours and theirs else None


def _typed_pair(alignment: Alignment, typed: _Typed) -> Pair:
    def finding(row: Row, run: tuple[int, int], side: tuple[Unit, ...]) -> Finding:
        names = [unit.key.removeprefix("name:") for unit in side]
        values = [unit.key.rpartition(":")[2] for unit in side] if side[0].value else [" ".join(names)]
        bound = side[0].value is not None and side[0].value.low != side[0].value.high
        return _finding(
            row, run, side, typed.dimension, typed.level, values, f"same:{typed.dimension}", (BOUND,) if bound else ()
        )

    return Pair(
        finding(alignment.left, alignment.left_range, typed.left),
        finding(alignment.right, alignment.right_range, typed.right),
    )


def _wording_pair(
    alignment: Alignment, runs: Sequence[tuple[tuple[Unit, ...], tuple[Unit, ...]]]
) -> Pair:
    ours = tuple(unit for left, _ in runs for unit in left)
    theirs = tuple(unit for _, right in runs for unit in right)

    def finding(row: Row, run: tuple[int, int], side: tuple[Unit, ...]) -> Finding:
        values = [row.reading.text(unit.first, unit.last) for unit in side]
        return _finding(row, run, side, Dimension.WORDING, Level.WORDING, values, "same:wording", ())

    return Pair(
        finding(alignment.left, alignment.left_range, ours), finding(alignment.right, alignment.right_range, theirs)
    )


def _finding(
    row: Row,
    run: tuple[int, int],
    side: tuple[Unit, ...],
    dimension: Dimension,
    level: Level,
    values: Sequence[str],
    rule: str,
    qualifiers: tuple[str, ...],
) -> Finding:
    first = min(row.units[run[0]].first, side[0].first)
    last = max(row.units[run[1] - 1].last, side[-1].last)
    evidence = row.reading.span(first, last)
    highlights: tuple[Span, ...] = tuple(row.reading.span(unit.first, unit.last) for unit in side)
    anchor = row.reading.keys(first, last)
    return Finding(
        rule=rule,
        head="",
        claim=claim(row.reading, evidence, dimension, anchor, values, qualifiers),
        reading=row.reading,
        subject="",
        compare=Compare.SINGLE,
        level=level,
        context=anchor,
        amount=side[0].value if level is Level.CONTRADICTION else None,
        highlights=highlights,
    )
