"""Reading amounts: plain numbers, percentages, sums of money, quantities and durations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.counts import after_between, is_count, part_of_a_name
from cpecbot.language.values.numerals import Number, read_number
from cpecbot.language.values.units import PERCENT_SIGNS, Measure
from cpecbot.language.values.words.amounts import Bound
from cpecbot.language.values.words.vocabulary import Vocabulary
from cpecbot.models import ValueKind


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount over tokens ``[start, end)``; None leaves a side open."""

    kind: ValueKind
    low: float | None
    high: float | None
    unit: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Interval:
    low: float
    high: float | None
    end: int

    @property
    def exact(self) -> bool:
        return self.low == self.high


def read_amount(tokens: Sequence[Token], at: int, words: Vocabulary) -> Amount | None:
    """The amount that starts at token ``at``, with its bound ("more than"), its range and its unit."""
    bound, position = _bound(tokens, at, words)
    if position >= len(tokens) or part_of_a_name(tokens, position, words):
        return None
    currency = words.units.currencies_before.match(tokens, position)
    if currency is not None:
        position = currency[1]
    announced = words.units.percent_before.match(tokens, position)
    start = announced[1] if announced else position
    interval = _interval(tokens, start, words, money=currency is not None)
    if interval is None:
        return None
    percent = announced is not None or (start == at and _percent_sign_before(tokens, at))
    measure, end = _measure(tokens, interval.end, words, currency, percent=percent)
    if measure is not None and interval.exact:
        interval = _measured_range(tokens, end, words, measure, interval.low) or replace(interval, end=end)
        end = interval.end
    if measure is None and interval.exact and bound is None and not is_count(tokens, start, words):
        return None
    return _amount(tokens, replace(interval, end=end), measure, bound, at, words)


def _amount(
    tokens: Sequence[Token], found: _Interval, measure: Measure | None, bound: Bound | None, at: int, words: Vocabulary
) -> Amount:
    after = _bound_after(tokens, found.end, words)
    bound, end = after if after is not None else (bound, found.end)
    kind, unit, factor = (measure.kind, measure.unit, measure.factor) if measure else (ValueKind.NUMBER, None, 1.0)
    low = None if bound is Bound.HIGH else found.low * factor
    high = None if bound is Bound.LOW or found.high is None else found.high * factor
    return Amount(kind, low, high, unit, at, end)


def _interval(tokens: Sequence[Token], at: int, words: Vocabulary, *, money: bool) -> _Interval | None:
    """A number or a range of numbers; of "3 to 5 billion" both ends are billions."""
    number = _number(tokens, at, words, money=money) if at < len(tokens) else None
    if number is None:
        return None
    upper = _upper(tokens, at, number, words, money=money)
    if upper is None:
        return _Interval(number.value, None if number.more else number.value, number.end)
    scale = _scale(tokens, upper, words)
    shared = scale if number.value < 1000 <= upper.value else 1.0
    if number.value * shared >= upper.value:
        return _Interval(number.value, number.value, number.end)
    return _Interval(number.value * shared, upper.value, upper.end)


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


def _number(tokens: Sequence[Token], at: int, words: Vocabulary, *, money: bool) -> Number | None:
    number = read_number(tokens, at, words.numbers)
    if number is None or number.final or number.value >= 1e18:
        return None
    letter = words.units.scale_letters.match(tokens, number.end) if money and glued(tokens, number.end) else None
    if letter is not None:
        return Number(number.value * letter[0], letter[1])
    return number


def _upper(tokens: Sequence[Token], at: int, low: Number, words: Vocabulary, *, money: bool) -> Number | None:
    """The upper end of a range."""
    joined = words.amounts.ranges.match(tokens, low.end)
    if joined is None and after_between(tokens, at, words):
        joined = words.amounts.ands.match(tokens, low.end)
    if joined is None:
        return None
    position = joined[1]
    if money:
        currency = words.units.currencies_before.match(tokens, position)
        position = currency[1] if currency else position
    high = _number(tokens, position, words, money=money)
    return None if high is None or high.value <= low.value or high.more else high


def _measured_range(
    tokens: Sequence[Token], end: int, words: Vocabulary, measure: Measure, low: float
) -> _Interval | None:
    """A range that repeats its unit: 10%至20%, "3 km to 5 km"."""
    joined = words.amounts.ranges.match(tokens, end)
    if joined is None:
        return None
    currency = words.units.currencies_before.match(tokens, joined[1])
    high = _number(tokens, currency[1] if currency else joined[1], words, money=currency is not None)
    if high is None or high.value <= low or high.more:
        return None
    again, after = _measure(tokens, high.end, words, currency, percent=False)
    return _Interval(low, high.value, after) if again == measure else None


def _percent_sign_before(tokens: Sequence[Token], at: int) -> bool:
    """Right-to-left texts may hold the sign before the figures: ٪10."""
    signed = at > 0 and tokens[at - 1].text in PERCENT_SIGNS and glued(tokens, at)
    return signed and not (at > 1 and tokens[at - 2].kind == "number")


def _scale(tokens: Sequence[Token], number: Number, words: Vocabulary) -> float:
    """The scale word that ends a number, which its range's lower end shares: 3 to 5 billion."""
    found = words.numbers.cardinals.match(tokens, number.end - 1)
    return found[0].value if found is not None and found[0].value >= 1000 and found[1] == number.end else 1.0


def _measure(
    tokens: Sequence[Token], at: int, words: Vocabulary, currency: tuple[str, int] | None, *, percent: bool
) -> tuple[Measure | None, int]:
    if percent:
        return Measure(ValueKind.PERCENT, None), at
    link = words.units.links.match(tokens, at)
    hyphen = at < len(tokens) and tokens[at].text == "-"
    for start in (at, link[1] if link else at + hyphen):
        found = words.units.measures.match(tokens, start)
        if found is None or _is_no_unit(tokens, start, words):
            continue
        if currency is None or found[0].kind is ValueKind.MONEY:
            return found
    if currency is not None:
        return Measure(ValueKind.MONEY, currency[0]), at
    return None, at


def _is_no_unit(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """Whether what looks like a unit is something else before the word that follows it: تن is a tonne or a person."""
    found = words.units.not_units.match(tokens, at)
    return found is not None and found[0].match(tokens, found[1]) is not None
