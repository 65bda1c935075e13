"""Numbers and ranges of numbers, with their signs: "20 to 30", "between 3 and 5 billion", −5."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.counts import after_between, begins_with_and
from cpecbot.language.values.measures import Measured, read_measure, scaled
from cpecbot.language.values.numbers.number import Number
from cpecbot.language.values.numerals import read_number
from cpecbot.language.values.words.vocabulary import Vocabulary


class Interval(Struct, frozen=True):
    """A number, or all between two; None leaves the upper side open, and so does a ``vague`` word for many.

    ``end`` is the token after it.
    """

    low: float
    high: float | None
    end: int
    vague: bool = False

    @property
    def exact(self) -> bool:
        return self.low == self.high

    def negative(self) -> Interval:
        return self if self.high is None else replace(self, low=-self.high, high=-self.low)

    def ending(self, found: Measured) -> Interval:
        """An exact one with its unit, and the part of one more that stands with that."""
        return Interval(self.low + found.part, self.low + found.part, found.end)


class Expected(NamedTuple):
    """What stands before a number says of it: a currency, a bound, a word for percent, a minus."""

    money: bool = False
    bare: bool = False
    announced: bool = False
    negative: bool = False


def read_interval(tokens: Sequence[Token], at: int, words: Vocabulary, expected: Expected) -> Interval | None:
    """A number or a range of numbers; of "3 to 5 billion" both ends are billions."""
    number = _number(tokens, at, words, expected) if at < len(tokens) else None
    if number is None:
        return None
    split = _split(tokens, at, number, words, expected) if after_between(tokens, at, words) else None
    low = split or number
    upper = _upper(tokens, at, low, words, expected)
    found = Interval(number.value, None if number.more else number.value, number.end, number.vague)
    if upper is not None:
        shared = _scale(tokens, upper, words) if low.value < 1000 <= upper.value else 1.0
        ends = sorted((low.value * shared, upper.value))
        if ends[0] == low.value * shared < upper.value or expected.negative:
            found = Interval(ends[0], ends[1], upper.end)
    return found.negative() if expected.negative else found


def _split(tokens: Sequence[Token], at: int, number: Number, words: Vocabulary, expected: Expected) -> Number | None:
    """The lower end where both ends read as one number: بين ألف وألفين, "between two hundred and 300"."""
    for end in range(at + 1, number.end):
        low = _number(tokens[:end], at, words, expected)
        if low is not None and low.end == end and _upper(tokens, at, low, words, expected) is not None:
            return low
    return None


def _number(tokens: Sequence[Token], at: int, words: Vocabulary, expected: Expected) -> Number | None:
    number = read_number(tokens, at, words.numbers, bare=expected.bare, announced=expected.announced)
    if number is None or number.final or number.value >= 1e18:
        return None
    return scaled(tokens, number, words, money=expected.money)


def read_sign(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[bool, int]:
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


def is_sign_behind(tokens: Sequence[Token], at: int) -> bool:
    """Whether a minus follows a sign for a currency: $-5; US-16 is no sum."""
    return glued(tokens, at) and tokens[at].text == "-" and tokens[at - 1].kind == "mark" and glued(tokens, at + 1)


def _joined_to_a_word(tokens: Sequence[Token], at: int) -> bool:
    return glued(tokens, at) and tokens[at - 1].kind == "word"


def _upper(tokens: Sequence[Token], at: int, low: Number, words: Vocabulary, expected: Expected) -> Number | None:
    """The other end of a range: the upper one, but of two below zero either."""
    joined = words.amounts.ranges.match(tokens, low.end)
    if joined is None and after_between(tokens, at, words):
        conjoined = begins_with_and(tokens, low.end, words)
        joined = words.amounts.ands.match(tokens, low.end) or ((True, low.end) if conjoined else None)
    if joined is None or joined[1] >= len(tokens):
        return None
    signed, position = read_sign(tokens, joined[1], words)
    if signed and not expected.negative:
        return None
    if expected.money:
        currency = words.units.currencies_before.match(tokens, position)
        position = currency[1] if currency else position
    high = _number(tokens, position, words, expected._replace(bare=False))
    return None if high is None or high.more or high.value <= low.value * (not expected.negative) else high


def measured_range(tokens: Sequence[Token], found: Measured, words: Vocabulary, low: float) -> Interval | None:
    """A range that repeats its unit: 10%至20%, "3 km to 5 km"."""
    joined = words.amounts.ranges.match(tokens, found.end)
    if joined is None:
        return None
    currency = words.units.currencies_before.match(tokens, joined[1])
    high = _number(tokens, currency[1] if currency else joined[1], words, Expected(money=currency is not None))
    if high is None or high.value <= low or high.more:
        return None
    again = read_measure(tokens, high.end, words, currency, percent=False)
    return Interval(low, high.value, again.end) if again.measure == found.measure else None


def _scale(tokens: Sequence[Token], number: Number, words: Vocabulary) -> float:
    """The scale word that ends a number, which its range's lower end shares: 3 to 5 billion."""
    found = words.numbers.cardinals.match(tokens, number.end - 1)
    return found[0].value if found is not None and found[0].value >= 1000 and found[1] == number.end else 1.0
