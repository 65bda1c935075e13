"""What differs within aligned sentences: one value or name, which contradicts, or only the wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import islice

from msgspec import Struct

from cpecbot.disagreement.alignment.aligning import Alignment, Difference, Row, spelled_alike
from cpecbot.disagreement.alignment.oppositions import MOST_OPPOSED, Opposition, name_of, oppositions
from cpecbot.disagreement.alignment.units import Unit, UnitKind
from cpecbot.disagreement.grouping.agreement import is_exact, shown
from cpecbot.disagreement.grouping.findings import BOUND, PASSING, Compare, Finding, claim
from cpecbot.disagreement.grouping.groups import Pair
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.quantities.moments import TIMELESS, moment
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.models import Dimension, Level, ValueKind

_CLOSE = 0.6
_LEAST_MATCHED = 3
_DATED_CLOSE = 0.75
_DATED_COVERAGE = 0.5
_DATED_MATCHED = 4
_WORDING_CLOSE = 0.6
_WORDING_MATCHED = 5
_WORDING_RUNS = 3
_NAMED = frozenset({Dimension.PARTY, Dimension.PLACE})
_TOLD_BY_DAY = frozenset({Dimension.COUNT, Dimension.SUM})


def contrasted(alignment: Alignment, reader: Reader) -> Iterator[Pair]:
    """The typed differences of an alignment, or else its wording when that differs."""
    typed = list(islice(oppositions(alignment, reader), MOST_OPPOSED + 1))
    if typed:
        if len(typed) <= MOST_OPPOSED and not _of_two(typed, alignment, reader) and _close_enough(alignment, typed):
            yield from (_typed_pair(alignment, each) for each in typed)
        return
    runs = [run for each in alignment.differences if (run := _reworded(alignment, each, reader)) is not None]
    if (
        0 < len(runs) <= _WORDING_RUNS
        and alignment.closeness >= _WORDING_CLOSE
        and alignment.matched >= _WORDING_MATCHED
    ):
        yield _wording_pair(alignment, runs)


def proposal(alignment: Alignment) -> Iterator[Pair]:
    """All the differing words of an alignment in which no rule finds a difference, for a judge to propose."""
    left = tuple(unit for each in alignment.differences for unit in each.left)
    right = tuple(unit for each in alignment.differences for unit in each.right)
    if left and right:
        yield _wording_pair(alignment, [(left, right)])


def _of_two(typed: Sequence[Opposition], alignment: Alignment, reader: Reader) -> bool:
    """Whether they tell of two persons, places or rounds: another name or ordinal beside another figure says so."""
    others = [
        reader.has(row.reading, Role.OTHER_TIME, 0, len(row.reading.words)) for row in (alignment.left, alignment.right)
    ]
    if others[0] is not others[1] and any(each.dimension is Dimension.DATE for each in typed):
        return True
    return len({each.dimension in _NAMED for each in typed}) > 1 or (
        len(typed) > 1 and any(each.dimension is Dimension.ORDINAL for each in typed)
    )


def _close_enough(alignment: Alignment, typed: Sequence[Opposition]) -> bool:
    """Whether all else is nearly the same; more so for dates, which mostly tell one event from another."""
    dated = any(each.dimension is Dimension.DATE for each in typed)
    differing = sum(max(len(each.left), len(each.right)) for each in typed)
    content = alignment.matched / alignment.closeness if alignment.closeness else 0.0
    share = alignment.matched / max(1.0, content - differing)
    if not dated:
        return alignment.matched >= _LEAST_MATCHED and share >= _CLOSE
    shorter = min(sum(unit.content for unit in row.units) for row in (alignment.left, alignment.right))
    return alignment.matched >= max(_DATED_MATCHED, _DATED_COVERAGE * shorter) and share >= _DATED_CLOSE


def _reworded(
    alignment: Alignment, difference: Difference, reader: Reader
) -> tuple[tuple[Unit, ...], tuple[Unit, ...]] | None:
    """Two words that replace each other and say the opposite; None where they only say it in other words."""
    left, right = difference.left, difference.right
    if spelled_alike(" ".join(unit.text for unit in left), " ".join(unit.text for unit in right)):
        return None
    pairs = [
        (ours, theirs)
        for ours in left
        for theirs in right
        if _opposite(_meant(ours, alignment.left), _meant(theirs, alignment.right), reader)
    ]
    return (pairs[0][:1], pairs[0][1:]) if pairs else None


def _meant(unit: Unit, row: Row) -> frozenset[str]:
    return frozenset(mark.key for mark in row.reading.meant if mark.first < unit.last and unit.first < mark.last)


def _opposite(one: Set[str], other: Set[str], reader: Reader) -> bool:
    """Whether what one word may mean and what the other may mean cannot both be so, and they mean nothing alike."""
    if one & other:
        return False
    return any((a in one and b in other) or (b in one and a in other) for a, b in reader.contrasts.opposites)


class _Side(Struct, frozen=True):
    """One side of an alignment and its differing units."""

    row: Row
    run: tuple[int, int]
    units: tuple[Unit, ...]


def _sides(alignment: Alignment, left: tuple[Unit, ...], right: tuple[Unit, ...]) -> tuple[_Side, _Side]:
    return (
        _Side(alignment.left, alignment.left_range, left),
        _Side(alignment.right, alignment.right_range, right),
    )


def _typed_pair(alignment: Alignment, typed: Opposition) -> Pair:
    left, right = (
        _finding(side, typed.dimension, typed.level, [_said(side.row, unit) for unit in side.units])
        for side in _sides(alignment, typed.left, typed.right)
    )
    return Pair(left, right)


def _said(row: Row, unit: Unit) -> str:
    """A value or known name in its normal form; another name as the article writes it."""
    if unit.value is not None:
        return shown(unit.value)
    return name_of(unit) if unit.kind is UnitKind.NAME else row.reading.text(unit.first, unit.last)


def _wording_pair(alignment: Alignment, runs: Sequence[tuple[tuple[Unit, ...], tuple[Unit, ...]]]) -> Pair:
    ours = tuple(unit for left, _ in runs for unit in left)
    theirs = tuple(unit for _, right in runs for unit in right)
    left, right = (
        _finding(
            side,
            Dimension.WORDING,
            Level.WORDING,
            [side.row.reading.text(unit.first, unit.last) for unit in side.units],
        )
        for side in _sides(alignment, ours, theirs)
    )
    return Pair(left, right)


def _finding(side: _Side, dimension: Dimension, level: Level, values: Sequence[str]) -> Finding:
    reading = side.row.reading
    first = min(side.row.units[side.run[0]].first, side.units[0].first)
    last = max(side.row.units[side.run[1] - 1].last, side.units[-1].last)
    value = side.units[0].value
    anchor = reading.keys(first, last)
    return Finding(
        rule=f"same:{dimension}",
        head="",
        claim=claim(reading, reading.span(first, last), dimension, anchor, values, () if is_exact(value) else (BOUND,)),
        reading=reading,
        subject="",
        compare=Compare.SINGLE,
        level=level,
        context=anchor,
        amount=value if level is Level.CONTRADICTION else None,
        moment=moment(reading, value.span) if value is not None and dimension in _TOLD_BY_DAY else TIMELESS,
        grows=dimension is Dimension.COUNT and value is not None and value.kind is ValueKind.NUMBER,
        lasting=value is None or value.kind not in PASSING,
        highlights=tuple(reading.span(unit.first, unit.last) for unit in side.units),
    )
