"""What differs within aligned sentences: one value or name, which contradicts, or only the wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cpecbot.disagreement.alignment.aligning import Alignment, Difference, Row, alike, spelled_alike
from cpecbot.disagreement.alignment.units import Unit, UnitKind
from cpecbot.disagreement.grouping.agreement import is_exact, may_both_hold, shown
from cpecbot.disagreement.grouping.findings import BOUND, Compare, Finding, claim
from cpecbot.disagreement.grouping.groups import Pair
from cpecbot.disagreement.reading.reader import Reader, is_country
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.text.lemmas import is_dictionary_word
from cpecbot.models import Dimension, Level, SentenceKind, Value, ValueKind

# Three or more typed differences between two sentences usually mean that they tell of two different things.
_MOST_TYPED = 2
_CLOSE = 0.6
_LEAST_MATCHED = 3
_DATED_CLOSE = 0.75
_DATED_COVERAGE = 0.5
_DATED_MATCHED = 4
_WORDING_CLOSE = 0.6
_WORDING_MATCHED = 5
_WORDING_RUNS = 3
_NAME_SHARE = 0.6

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


def _typed(alignment: Alignment, reader: Reader) -> Iterator[_Typed]:
    for left, right in _opposed(alignment):
        if left.kind is UnitKind.VALUE:
            yield from _opposed_values(alignment, left, right)
        elif not _related(left, right, reader):
            countries = all(is_country(_name(unit)) for unit in (left, right))
            dimension = Dimension.PLACE if left.sort == "place" and not countries else Dimension.PARTY
            yield _Typed((left,), (right,), dimension, Level.CONTRADICTION)
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
    if _also_said(left, alignment.left, alignment.right) or _also_said(right, alignment.right, alignment.left):
        return
    dimension = _DIMENSIONS.get(one.kind, Dimension.COUNT)
    if not may_both_hold(one, other):
        yield _Typed((left,), (right,), dimension, Level.CONTRADICTION)
    elif _same_bound(one, other):
        yield _Typed((left,), (right,), dimension, Level.DIFFERING)


def _also_said(unit: Unit, own: Row, other: Row) -> bool:
    """Whether the other sentence holds the value too, perhaps as a value of another kind."""
    digits = {own.reading.words[place].text for place in range(unit.first, unit.last)}
    digits = {text for text in digits if text[0].isdigit()}
    elsewhere = {word.text for word in other.reading.words}
    return bool(digits) and digits <= elsewhere


def _same_bound(one: Value, other: Value) -> bool:
    """Two bounds of one direction ("more than 30", "more than 40") may both hold, but are not the same report."""
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
        one is not None and other is not None and (alike(one, other))
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
    one, other = _name(left), _name(right)
    metonyms = reader.contrasts.metonyms
    return (
        metonyms.get(one, one) == metonyms.get(other, other)
        or other in reader.glossary.broader(one)
        or one in reader.glossary.broader(other)
    )


def _unknown_names(alignment: Alignment) -> Iterator[_Typed]:
    """Names outside the glossary: capitalised words in the same place of two sentences."""
    if any(not _has_name_capitals(row) for row in (alignment.left, alignment.right)):
        return
    for difference in alignment.differences:
        left, right = difference.left, difference.right
        if left and right and _all_names(alignment.left, left) and _all_names(alignment.right, right):
            if _one_name(left, right):
                continue
            runs = ((alignment.left, left), (alignment.right, right))
            if not all(all(_in_dictionary(row, unit) for unit in run) for row, run in runs):
                yield _Typed(left, right, Dimension.PARTY, Level.CONTRADICTION)


def _one_name(left: Sequence[Unit], right: Sequence[Unit]) -> bool:
    """Whether one name is spelled in two ways, or holds the other."""
    one, other = (" ".join(unit.text for unit in run) for run in (left, right))
    return spelled_alike(one, other) or any(alike(a, b) for a in left for b in right)


def _has_name_capitals(row: Row) -> bool:
    """Whether a capital means a name: not in a title, in which most words have one."""
    sentence = row.reading.sentence
    if not row.reading.grammar.names_have_capitals or sentence.kind is SentenceKind.HEADING:
        return False
    longer = [word for word in row.reading.words if len(word.text) > 3 and word.text.isalpha()]
    return sum(word.capital for word in longer) <= _NAME_SHARE * len(longer)


def _all_names(row: Row, run: Sequence[Unit]) -> bool:
    """The first word of a sentence has a capital anyway, so alone it counts only when no dictionary lists it."""
    opening = len(run) == 1 and run[0].first <= row.reading.dateline and _in_dictionary(row, run[0])
    return not opening and all(unit.kind in (UnitKind.WORD, UnitKind.NAME) and row.capital(unit) for unit in run)


def _in_dictionary(row: Row, unit: Unit) -> bool:
    return is_dictionary_word(row.reading.words[unit.first].text, row.reading.sentence.language)


def _close_enough(alignment: Alignment, typed: Sequence[_Typed]) -> bool:
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
    """Content words that replace each other; None when one side only says more, or it is the same word inflected.

    Verbs of saying are how an outlet reports, not what it reports.
    """
    left, right = difference.left, difference.right
    if spelled_alike(" ".join(unit.text for unit in left), " ".join(unit.text for unit in right)):
        return None
    ours = tuple(unit for unit in left if _telling(unit, alignment.left, right, reader))
    theirs = tuple(unit for unit in right if _telling(unit, alignment.right, left, reader))
    return (ours, theirs) if ours and theirs else None


def _telling(unit: Unit, row: Row, others: Sequence[Unit], reader: Reader) -> bool:
    if unit.sort or any(alike(unit, other) for other in others):
        return False
    named = {mark.key for mark in row.reading.concepts if mark.first < unit.last and unit.first < mark.last}
    return not any(reader.kind(key) is ConceptKind.STANCE for key in named)


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of an alignment and its differing units."""

    row: Row
    run: tuple[int, int]
    units: tuple[Unit, ...]


def _sides(alignment: Alignment, left: tuple[Unit, ...], right: tuple[Unit, ...]) -> tuple[_Side, _Side]:
    return (
        _Side(alignment.left, alignment.left_range, left),
        _Side(alignment.right, alignment.right_range, right),
    )


def _typed_pair(alignment: Alignment, typed: _Typed) -> Pair:
    left, right = (
        _finding(side, typed.dimension, typed.level, [_said(side.row, unit) for unit in side.units])
        for side in _sides(alignment, typed.left, typed.right)
    )
    return Pair(left, right)


def _said(row: Row, unit: Unit) -> str:
    """A value or known name in its normal form; another name as the article writes it."""
    if unit.value is not None:
        return shown(unit.value)
    return _name(unit) if unit.kind is UnitKind.NAME else row.reading.text(unit.first, unit.last)


def _name(unit: Unit) -> str:
    """The concept of a named unit."""
    return next(iter(unit.keys))


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
        highlights=tuple(reading.span(unit.first, unit.last) for unit in side.units),
    )
