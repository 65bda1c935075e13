"""Reading amounts: plain numbers, percentages, sums of money, quantities and durations."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.language.text.phrases import Token
from cpecbot.language.values.counts import is_count, part_of_a_name
from cpecbot.language.values.intervals import (
    Expected,
    Interval,
    is_sign_behind,
    measured_range,
    read_interval,
    read_sign,
)
from cpecbot.language.values.measures import percent_sign_before, read_dual, read_measure
from cpecbot.language.values.numbers.fractions import Fraction, read_fraction
from cpecbot.language.values.numerals import read_number
from cpecbot.language.values.units import Measure
from cpecbot.language.values.words.amounts import Bound
from cpecbot.language.values.words.vocabulary import Vocabulary
from cpecbot.models import ValueKind


class Amount(Struct, frozen=True):
    """An amount over tokens ``[start, end)``; None leaves a side open."""

    kind: ValueKind
    low: float | None
    high: float | None
    unit: str | None
    start: int
    end: int
    vague: bool = False


# "One in 2022" is no part of a whole.
_MOST_AMONG = 100


def read_amount(tokens: Sequence[Token], at: int, words: Vocabulary) -> Amount | None:
    """The amount that starts at token ``at``, with its bound ("more than"), its range and its unit."""
    bound, position = _bound(tokens, at, words)
    if position >= len(tokens) or part_of_a_name(tokens, position, words):
        return None
    counted = _counted(tokens, at, position, bound, words)
    share = _share(tokens, at, position, bound, words)
    return share if share is not None and (counted is None or share.end >= counted.end) else counted


def _counted(tokens: Sequence[Token], at: int, position: int, bound: Bound | None, words: Vocabulary) -> Amount | None:
    """An amount that is so many of something."""
    negative, position = read_sign(tokens, position, words)
    currency = words.units.currencies_before.match(tokens, position)
    if currency is not None:
        position = currency[1]
        signed = is_sign_behind(tokens, position)
        negative, position = negative or signed, position + signed
    announced = words.units.percent_before.match(tokens, position)
    start = announced[1] if announced else position
    bare = bound is not None or words.amounts.fillers.match_before(tokens, start)
    expected = Expected(currency is not None, bare, announced is not None, negative)
    interval = read_interval(tokens, start, words, expected)
    if interval is None:
        return _without_number(tokens, at, position, bound, words)
    percent = announced is not None or (start == at and percent_sign_before(tokens, at))
    found = read_measure(tokens, interval.end, words, currency, percent=percent)
    if found.measure is not None and interval.exact:
        interval = measured_range(tokens, found, words, interval.low) or interval.ending(found)
        found = replace(found, end=interval.end)
    if found.measure is None and interval.exact and bound is None and not is_count(tokens, start, words, bare=bare):
        return None
    return _amount(tokens, replace(interval, end=found.end), found.measure, bound, at, words)


def _without_number(
    tokens: Sequence[Token], at: int, position: int, bound: Bound | None, words: Vocabulary
) -> Amount | None:
    """A unit that is two by its form (يومين), or one and a part of it ("a year and a half", سنة ونصف)."""
    found, count = read_dual(tokens, position, words), 2
    if found is None:
        article = words.numbers.fractions.whole.match(tokens, position)
        found, count = read_measure(tokens, article[1] if article else position, words, None, percent=False), 1
        if not found.part:
            return None
    return _amount(tokens, Interval(count, count, position).ending(found), found.measure, bound, at, words)


def _share(tokens: Sequence[Token], at: int, position: int, bound: Bound | None, words: Vocabulary) -> Amount | None:
    """A part of a whole, in hundredths ("two thirds of them"), or of the unit that follows ("half an hour")."""
    part = _of_so_many(tokens, position, words) or read_fraction(tokens, position, words.numbers, alone=False)
    if part is None or (part.worded and words.numbers.fractions.not_after.match_before(tokens, position)):
        return None
    link = words.numbers.fractions.links.match(tokens, part.end)
    for start in (part.end, link[1] if link else part.end):
        found = read_measure(tokens, start, words, None, percent=False)
        if found.measure is not None:
            return _amount(tokens, Interval(part.value, part.value, found.end), found.measure, bound, at, words)
    if part.dependent or (part.worded and read_fraction(tokens, position, words.numbers, alone=True) is None):
        return None
    whole = Measure(ValueKind.PERCENT, None, 100)
    return _amount(tokens, Interval(part.value, part.value, part.end), whole, bound, at, words)


def _of_so_many(tokens: Sequence[Token], at: int, words: Vocabulary) -> Fraction | None:
    """Parts of so many: 三分之二, where the whole is told first, and "one in five"; "three in five days" are none."""
    fractions = words.numbers.fractions
    first = read_number(tokens, at, words.numbers)
    if first is None:
        return None
    over, among = fractions.over.match(tokens, first.end), fractions.among.match(tokens, first.end)
    link = over or among
    second = read_number(tokens, link[1], words.numbers) if link is not None else None
    if second is None:
        return None
    part, whole = (second, first) if over else (first, second)
    if not 0 < part.value < whole.value or (not over and whole.value > _MOST_AMONG):
        return None
    measured = not over and words.units.measures.match(tokens, second.end) is not None
    odd = fractions.not_before.match(tokens, second.end) is not None
    return None if measured or odd else Fraction(part.value / whole.value, second.end, worded=False)


def _amount(
    tokens: Sequence[Token], found: Interval, measure: Measure | None, bound: Bound | None, at: int, words: Vocabulary
) -> Amount:
    zero = words.amounts.below_zero.match(tokens, found.end)
    if zero is not None and found.low > 0:
        found = replace(found.negative(), end=zero[1])
        measure = measure or Measure(ValueKind.QUANTITY, "degree")
    after = _bound_after(tokens, found.end, words)
    bound, end = after if after is not None else (bound, found.end)
    kind, unit, factor = (measure.kind, measure.unit, measure.factor) if measure else (ValueKind.NUMBER, None, 1.0)
    low = None if bound is Bound.HIGH else found.low * factor
    high = None if bound is Bound.LOW or found.high is None else found.high * factor
    return Amount(kind, low, high, unit, at, end, found.vague)


def _bound(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[Bound | None, int]:
    found = words.amounts.bounds_before.match(tokens, at)
    if found is None:
        return None, at
    bound, position = found
    filler = words.amounts.fillers.match(tokens, position)
    return bound, filler[1] if filler else position


def _bound_after(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[Bound, int] | None:
    found = words.amounts.bounds_after.match(tokens, at)
    gap = words.amounts.gap_before_after.match(tokens, at) if found is None else None
    if gap is not None:
        found = words.amounts.bounds_after.match(tokens, gap[1])
    return None if found and found[0] is Bound.NONE else found
