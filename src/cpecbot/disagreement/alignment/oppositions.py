"""One value or name against another in the same place of two sentences that tell the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from cpecbot.disagreement.alignment.aligning import Alignment, Row, alike, spelled_alike
from cpecbot.disagreement.alignment.units import Unit, UnitKind
from cpecbot.disagreement.grouping.agreement import may_both_hold
from cpecbot.disagreement.reading.attributing import reported
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.language.text.inflection.lemmas import is_dictionary_word
from cpecbot.models import Dimension, Level, SentenceKind, Value, ValueKind

# Three or more typed differences between two sentences usually mean that they tell of two different things.
MOST_OPPOSED = 2
_NAME_SHARE = 0.6
# In letters: BVB, UNESCO.
_LONGEST_SHORT_FORM = 6

_DIMENSIONS = {
    ValueKind.ORDINAL: Dimension.ORDINAL,
    ValueKind.MONEY: Dimension.SUM,
    ValueKind.DATE: Dimension.DATE,
    ValueKind.WEEKDAY: Dimension.DATE,
}


class Opposition(Struct, frozen=True):
    left: tuple[Unit, ...]
    right: tuple[Unit, ...]
    dimension: Dimension
    level: Level


def oppositions(alignment: Alignment, reader: Reader) -> Iterator[Opposition]:
    for left, right in _opposed(alignment):
        if left.kind is UnitKind.VALUE:
            yield from _opposed_values(alignment, left, right)
        elif not _related(left, right, reader) and not _reports(alignment, (left,), (right,)):
            countries = all(reader.is_country(name_of(unit)) for unit in (left, right))
            dimension = Dimension.PLACE if left.sort == "place" and not countries else Dimension.PARTY
            yield Opposition((left,), (right,), dimension, Level.CONTRADICTION)
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
    for sort in (sort for sort in left if sort in right):
        if len(left[sort]) == len(right[sort]) <= MOST_OPPOSED:
            yield from zip(left[sort], right[sort], strict=True)


def _opposed_values(alignment: Alignment, left: Unit, right: Unit) -> Iterator[Opposition]:
    one, other = left.value, right.value
    if one is None or other is None or not _one_noun(alignment, left, right):
        return
    if left.sort == "number" and (one in alignment.left.counted or other in alignment.right.counted):
        return  # what is counted is compared as such
    if _also_said(left, alignment.left, alignment.right) or _also_said(right, alignment.right, alignment.left):
        return
    if one.kind is ValueKind.DURATION and _governed_otherwise(alignment, left, right):
        return
    dimension = _DIMENSIONS.get(one.kind, Dimension.COUNT)
    if not may_both_hold(one, other):
        yield Opposition((left,), (right,), dimension, Level.CONTRADICTION)
    elif _same_bound(one, other):
        yield Opposition((left,), (right,), dimension, Level.DIFFERING)


def _also_said(unit: Unit, own: Row, other: Row) -> bool:
    """Whether the other sentence holds the value too, perhaps as a value of another kind."""
    digits = {own.reading.words[place].text for place in range(unit.first, unit.last)}
    digits = {text for text in digits if text[0].isdigit()}
    elsewhere = {word.text for word in other.reading.words}
    return bool(digits) and digits <= elsewhere


def _governed_otherwise(alignment: Alignment, left: Unit, right: Unit) -> bool:
    """Whether small words beside two spans of time tell different things of them: "after" and "within"."""
    rules = alignment.left.reading.grammar
    step = 1 if rules.marks_follow or rules.characters_are_words else -1
    one, other = _next(alignment.left, left, step), _next(alignment.right, right, step)
    return bool(one and other and one.text != other.text and not (one.content and other.content))


def _next(row: Row, unit: Unit, step: int) -> Unit | None:
    place = row.units.index(unit) + step
    return row.units[place] if 0 <= place < len(row.units) else None


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
    one, other = name_of(left), name_of(right)
    metonyms = reader.contrasts.metonyms
    return (
        metonyms.get(one, one) == metonyms.get(other, other)
        or other in reader.glossary.broader(one)
        or one in reader.glossary.broader(other)
    )


def _unknown_names(alignment: Alignment) -> Iterator[Opposition]:
    """Names outside the glossary: capitalised words in the same place of two sentences."""
    if any(not _has_name_capitals(row) for row in (alignment.left, alignment.right)):
        return
    for difference in alignment.differences:
        left, right = difference.left, difference.right
        if left and right and _all_names(alignment.left, left) and _all_names(alignment.right, right):
            if _onename_of(left, right) or _abbreviates(alignment, left, right) or _reports(alignment, left, right):
                continue
            runs = ((alignment.left, left), (alignment.right, right))
            if not all(all(_in_dictionary(row, unit) for unit in run) for row, run in runs):
                level = Level.DIFFERING if all(_undergoes(row, run) for row, run in runs) else Level.CONTRADICTION
                yield Opposition(left, right, Dimension.PARTY, level)


def _undergoes(row: Row, run: Sequence[Unit]) -> bool:
    """Whether a deed stands before the name: a court may sentence two, but of one deed there is one doer."""
    return any(mark.last <= run[0].first for mark in row.reading.deeds)


def _onename_of(left: Sequence[Unit], right: Sequence[Unit]) -> bool:
    """Whether one name is spelled in two ways, or holds the other."""
    one, other = (" ".join(unit.text for unit in run) for run in (left, right))
    return spelled_alike(one, other) or any(alike(a, b) for a in left for b in right)


def _abbreviates(alignment: Alignment, left: Sequence[Unit], right: Sequence[Unit]) -> bool:
    """Whether only one of two names is written in capitals alone: a short form may stand for any name."""
    return _is_short_form(alignment.left, left) != _is_short_form(alignment.right, right)


def _is_short_form(row: Row, run: Sequence[Unit]) -> bool:
    return any(
        len(written) <= _LONGEST_SHORT_FORM and written.isupper()
        for unit in run
        for written in [row.reading.text(unit.first, unit.last)]
    )


def _reports(alignment: Alignment, left: Sequence[Unit], right: Sequence[Unit]) -> bool:
    """Whether one of two names is but that of who reports what both tell."""
    runs = ((alignment.left, left), (alignment.right, right))
    return any(reported(row.reading, run[0].first, run[-1].last) for row, run in runs)


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


def name_of(unit: Unit) -> str:
    """The concept of a named unit."""
    return next(iter(unit.keys))
