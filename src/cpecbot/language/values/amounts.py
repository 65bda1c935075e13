"""Reading amounts: plain numbers, percentages, sums of money, quantities and durations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.counts import after_between, begins_with_and, is_count, part_of_a_name
from cpecbot.language.values.measures import Measured, percent_sign_before, read_dual, read_measure, scaled
from cpecbot.language.values.numbers.fractions import Fraction, read_fraction
from cpecbot.language.values.numerals import Number, read_number
from cpecbot.language.values.units import Measure
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

    def negative(self) -> _Interval:
        return self if self.high is None else replace(self, low=-self.high, high=-self.low)

    def ending(self, found: Measured) -> _Interval:
        """An exact one with its unit, and the part of one more that stands with that."""
        return _Interval(self.low + found.part, self.low + found.part, found.end)


# "One in 2022" is no part of a whole.
_MOST_AMONG = 100


class _Expected(NamedTuple):
    """What stands before a number says of it: a currency, a bound, a word for percent, a minus."""

    money: bool = False
    bare: bool = False
    announced: bool = False
    negative: bool = False


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
    negative, position = _sign(tokens, position, words)
    currency = words.units.currencies_before.match(tokens, position)
    if currency is not None:
        position = currency[1]
        signed = _is_sign_behind(tokens, position)
        negative, position = negative or signed, position + signed
    announced = words.units.percent_before.match(tokens, position)
    start = announced[1] if announced else position
    bare = bound is not None or words.amounts.fillers.match_before(tokens, start)
    expected = _Expected(currency is not None, bare, announced is not None, negative)
    interval = _interval(tokens, start, words, expected)
    if interval is None:
        return _without_number(tokens, at, position, bound, words)
    percent = announced is not None or (start == at and percent_sign_before(tokens, at))
    found = read_measure(tokens, interval.end, words, currency, percent=percent)
    if found.measure is not None and interval.exact:
        interval = _measured_range(tokens, found, words, interval.low) or interval.ending(found)
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
    return _amount(tokens, _Interval(count, count, position).ending(found), found.measure, bound, at, words)


def _share(tokens: Sequence[Token], at: int, position: int, bound: Bound | None, words: Vocabulary) -> Amount | None:
    """A part of a whole, in hundredths ("two thirds of them"), or of the unit that follows ("half an hour")."""
    part = _of_so_many(tokens, position, words) or read_fraction(tokens, position, words.numbers, alone=False)
    if part is None or (part.worded and words.numbers.fractions.not_after.match_before(tokens, position)):
        return None
    link = words.numbers.fractions.links.match(tokens, part.end)
    for start in (part.end, link[1] if link else part.end):
        found = read_measure(tokens, start, words, None, percent=False)
        if found.measure is not None:
            return _amount(tokens, _Interval(part.value, part.value, found.end), found.measure, bound, at, words)
    if part.dependent or (part.worded and read_fraction(tokens, position, words.numbers, alone=True) is None):
        return None
    whole = Measure(ValueKind.PERCENT, None, 100)
    return _amount(tokens, _Interval(part.value, part.value, part.end), whole, bound, at, words)


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
    return None if measured else Fraction(part.value / whole.value, second.end, worded=False)


def _amount(
    tokens: Sequence[Token], found: _Interval, measure: Measure | None, bound: Bound | None, at: int, words: Vocabulary
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
    return Amount(kind, low, high, unit, at, end)


def _interval(tokens: Sequence[Token], at: int, words: Vocabulary, expected: _Expected) -> _Interval | None:
    """A number or a range of numbers; of "3 to 5 billion" both ends are billions."""
    number = _number(tokens, at, words, expected) if at < len(tokens) else None
    if number is None:
        return None
    split = _split(tokens, at, number, words, expected) if after_between(tokens, at, words) else None
    low = split or number
    upper = _upper(tokens, at, low, words, expected)
    found = _Interval(number.value, None if number.more else number.value, number.end)
    if upper is not None:
        shared = _scale(tokens, upper, words) if low.value < 1000 <= upper.value else 1.0
        ends = sorted((low.value * shared, upper.value))
        if ends[0] == low.value * shared < upper.value or expected.negative:
            found = _Interval(ends[0], ends[1], upper.end)
    return found.negative() if expected.negative else found


def _split(tokens: Sequence[Token], at: int, number: Number, words: Vocabulary, expected: _Expected) -> Number | None:
    """The lower end where both ends read as one number: بين ألف وألفين, "between two hundred and 300"."""
    for end in range(at + 1, number.end):
        low = _number(tokens[:end], at, words, expected)
        if low is not None and low.end == end and _upper(tokens, at, low, words, expected) is not None:
            return low
    return None


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


def _number(tokens: Sequence[Token], at: int, words: Vocabulary, expected: _Expected) -> Number | None:
    number = read_number(tokens, at, words.numbers, bare=expected.bare, announced=expected.announced)
    if number is None or number.final or number.value >= 1e18:
        return None
    return scaled(tokens, number, words, money=expected.money)


def _sign(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[bool, int]:
    """Whether a minus stands at token ``at``, and the token after it.

    A hyphen is one only right before what has a unit or a decimal, and not behind a number or a word.
    """
    word = words.amounts.minus.match(tokens, at)
    if word is not None:
        return True, word[1]
    if tokens[at].text != "-" or not glued(tokens, at + 1):
        return False, at
    currency = words.units.currencies_before.match(tokens, at + 1)
    number = read_number(tokens, currency[1] if currency else at + 1, words.numbers)
    if number is None or (at > 0 and (tokens[at - 1].kind == "number" or _joined_to_a_word(tokens, at))):
        return False, at
    measure = read_measure(tokens, number.end, words, currency, percent=False).measure
    ranged = words.amounts.ranges.match(tokens, number.end) is not None
    sure = measure is not None or ranged or not number.value.is_integer()
    return sure, at + sure


def _is_sign_behind(tokens: Sequence[Token], at: int) -> bool:
    """Whether a minus follows a sign for a currency: $-5; US-16 is no sum."""
    return glued(tokens, at) and tokens[at].text == "-" and tokens[at - 1].kind == "mark" and glued(tokens, at + 1)


def _joined_to_a_word(tokens: Sequence[Token], at: int) -> bool:
    return glued(tokens, at) and tokens[at - 1].kind == "word"


def _upper(tokens: Sequence[Token], at: int, low: Number, words: Vocabulary, expected: _Expected) -> Number | None:
    """The other end of a range: the upper one, but of two below zero either."""
    joined = words.amounts.ranges.match(tokens, low.end)
    if joined is None and after_between(tokens, at, words):
        conjoined = begins_with_and(tokens, low.end, words)
        joined = words.amounts.ands.match(tokens, low.end) or ((True, low.end) if conjoined else None)
    if joined is None or joined[1] >= len(tokens):
        return None
    signed, position = _sign(tokens, joined[1], words)
    if signed and not expected.negative:
        return None
    if expected.money:
        currency = words.units.currencies_before.match(tokens, position)
        position = currency[1] if currency else position
    high = _number(tokens, position, words, expected._replace(bare=False))
    return None if high is None or high.more or high.value <= low.value * (not expected.negative) else high


def _measured_range(tokens: Sequence[Token], found: Measured, words: Vocabulary, low: float) -> _Interval | None:
    """A range that repeats its unit: 10%至20%, "3 km to 5 km"."""
    joined = words.amounts.ranges.match(tokens, found.end)
    if joined is None:
        return None
    currency = words.units.currencies_before.match(tokens, joined[1])
    high = _number(tokens, currency[1] if currency else joined[1], words, _Expected(money=currency is not None))
    if high is None or high.value <= low or high.more:
        return None
    again = read_measure(tokens, high.end, words, currency, percent=False)
    return _Interval(low, high.value, again.end) if again.measure == found.measure else None


def _scale(tokens: Sequence[Token], number: Number, words: Vocabulary) -> float:
    """The scale word that ends a number, which its range's lower end shares: 3 to 5 billion."""
    found = words.numbers.cardinals.match(tokens, number.end - 1)
    return found[0].value if found is not None and found[0].value >= 1000 and found[1] == number.end else 1.0
