"""Reading amounts: plain numbers, percentages, sums of money, quantities, durations and versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cpecbot.language.amount_words import COUNTED_BY_ONE, PERSONS_FOLLOW_FA, Bound
from cpecbot.language.numerals import Number, plain_value, read_number
from cpecbot.language.phrases import Token, glued
from cpecbot.language.units import MONEY_LETTERS, Measure
from cpecbot.language.vocabulary import Vocabulary
from cpecbot.models import ValueKind

_PERCENT_BEFORE = ("百", "分", "之")
_FROM = frozenset({"from", "من", "از", "从", "由"})


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount over tokens ``[start, end)``; None leaves a side open."""

    kind: ValueKind
    low: float | None
    high: float | None
    unit: str | None
    start: int
    end: int


def read_version(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[str, int] | None:
    """A version number as written: after a word for version, before 版, or a figure such as 2.0 without a unit."""
    token = tokens[at]
    if token.kind != "number" or "," in token.text or len(token.text) > 12:
        return None
    named = words.versions.match_before(tokens, at)
    if not named and _part_of_a_name(tokens, at):
        return None
    follower = tokens[at + 1].text if at + 1 < len(tokens) else ""
    dotted = "." in token.text
    if named and (dotted or words.measures.match(tokens, at + 1) is None):
        return token.text, at + 1
    if follower == "版" and (dotted or len(token.text) <= 2):
        return token.text, at + 2
    zero = dotted and token.text.endswith(".0") and token.text.count(".") == 1
    if token.text.count(".") > 1:
        return token.text, at + 1
    if zero and not _measured(tokens, at, words):
        return token.text, at + 1
    return None


def _measured(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    position = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text == "-" else at + 1
    return (
        words.measures.match(tokens, position) is not None
        or words.numbers.numbers.match(tokens, position) is not None
        or words.currencies.match_before(tokens, at)
        or words.bounds_before.match_before(tokens, at) is True
        or words.ranges.match(tokens, at + 1) is not None
        or words.ranges.match_before(tokens, at)
    )


def read_amount(tokens: Sequence[Token], at: int, words: Vocabulary) -> Amount | None:
    """The amount that starts at token ``at``, with its bound ("more than"), its range and its unit."""
    bound, position = _bound(tokens, at, words)
    if position >= len(tokens) or _part_of_a_name(tokens, position):
        return None
    currency = words.currencies.match(tokens, position)
    if currency is not None:
        position = currency[1]
        if position >= len(tokens):
            return None
    percent = tuple(token.text for token in tokens[position : position + 3]) == _PERCENT_BEFORE
    if percent:
        position += 3
    number = _number(tokens, position, words, money=currency is not None)
    if number is None:
        return None
    low, high, end = number.value, number.value, number.end
    upper = _upper(tokens, position, number, words, money=currency is not None)
    if upper is not None:
        if number.value < _scale(tokens, upper, words) and upper.value >= 1000 > number.value:
            low = number.value * _scale(tokens, upper, words)
        low, high, end = (
            (low, upper.value, upper.end) if low < upper.value else (number.value, number.value, number.end)
        )
    percent = percent or (position == at and _percent_sign_before(tokens, at))
    measure, end = _measure(tokens, end, words, currency, percent=percent)
    if measure is not None and upper is None and bound is None:
        upper = _measured_upper(tokens, at, end, words, measure, number)
        if upper is not None:
            high, end = upper.value, upper.end
    if measure is None and upper is None and bound is None and not _is_count(tokens, position, number, words):
        return None
    after = _bound_after(tokens, end, words, han=tokens[end - 1].kind == "han")
    if after is not None:
        bound, end = after
    kind, unit, factor = (measure.kind, measure.unit, measure.factor) if measure else (ValueKind.NUMBER, None, 1.0)
    opened_low = None if bound is Bound.HIGH else low * factor
    opened_high = None if bound is Bound.LOW or (number.more and upper is None) else high * factor
    return Amount(kind, opened_low, opened_high, unit, at, end)


def _bound(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[Bound | None, int]:
    found = words.bounds_before.match(tokens, at)
    if found is None:
        return None, at
    bound, position = found
    filler = words.fillers.match(tokens, position)
    return bound, filler[1] if filler else position


def _bound_after(tokens: Sequence[Token], at: int, words: Vocabulary, *, han: bool) -> tuple[Bound, int] | None:
    found = words.bounds_after.match(tokens, at)
    if found is None and han and at < len(tokens) and tokens[at].text in "个個":
        found = words.bounds_after.match(tokens, at + 1)
    return found


def _number(tokens: Sequence[Token], at: int, words: Vocabulary, *, money: bool) -> Number | None:
    number = read_number(tokens, at, words.numbers)
    if number is None or number.final or number.value >= 1e18:
        return None
    if money and number.end < len(tokens) and glued(tokens, number.end):
        scale = MONEY_LETTERS.get(tokens[number.end].text)
        if scale is not None:
            return Number(number.value * scale, number.end + 1)
    return number


def _upper(tokens: Sequence[Token], at: int, low: Number, words: Vocabulary, *, money: bool) -> Number | None:
    """The upper end of a range."""
    joined = words.ranges.match(tokens, low.end)
    if joined is None and (words.between.match_before(tokens, at) or words.between.match_before(tokens, at - 1)):
        joined = words.ands.match(tokens, low.end)
    if joined is None:
        return None
    position = joined[1]
    if money:
        currency = words.currencies.match(tokens, position)
        position = currency[1] if currency else position
    high = _number(tokens, position, words, money=money)
    return None if high is None or high.value <= low.value or high.more else high


def _measured_upper(
    tokens: Sequence[Token], at: int, end: int, words: Vocabulary, measure: Measure, low: Number
) -> Number | None:
    """The upper end of a range that repeats its unit (10%至20%); after "from" it is a change from one to the other."""
    joined = words.ranges.match(tokens, end)
    if joined is None or (at > 0 and tokens[at - 1].text in _FROM):
        return None
    currency = words.currencies.match(tokens, joined[1])
    high = _number(tokens, currency[1] if currency else joined[1], words, money=currency is not None)
    if high is None or high.value <= low.value or high.more:
        return None
    again, after = _measure(tokens, high.end, words, currency, percent=False)
    return Number(high.value, after) if again == measure else None


def _percent_sign_before(tokens: Sequence[Token], at: int) -> bool:
    """Right-to-left texts may hold the sign before the figures: ٪10."""
    signed = at > 0 and tokens[at - 1].text in {"%", "٪"} and glued(tokens, at)
    return signed and not (at > 1 and tokens[at - 2].kind == "number")


def _scale(tokens: Sequence[Token], number: Number, words: Vocabulary) -> float:
    """The scale word that ends a number, which its range's lower end shares: 3 to 5 billion."""
    found = words.numbers.numbers.match(tokens, number.end - 1)
    return found[0].value if found is not None and found[0].value >= 1000 and found[1] == number.end else 1.0


def _measure(
    tokens: Sequence[Token], at: int, words: Vocabulary, currency: tuple[str, int] | None, *, percent: bool
) -> tuple[Measure | None, int]:
    if percent:
        return Measure(ValueKind.PERCENT, None), at
    position = at + 1 if at < len(tokens) and tokens[at].text in {"-", "of", "من"} else at
    for start in (at, position):
        found = words.measures.match(tokens, start)
        if found is not None and tokens[start].text == "تن" and found[1] < len(tokens):
            found = None if tokens[found[1]].text in PERSONS_FOLLOW_FA else found
        if found is not None and not (currency is not None and found[0].kind is not ValueKind.MONEY):
            return found
    if currency is not None:
        return Measure(ValueKind.MONEY, currency[0]), at
    return None, at


def _part_of_a_name(tokens: Sequence[Token], at: int) -> bool:
    """G20, F-16, COVID-19: figures that belong to the Latin word before them."""
    if tokens[at].kind != "number" or at == 0 or not glued(tokens, at):
        return False
    before = tokens[at - 1]
    if before.kind == "word":
        return before.text.isascii() and before.text not in {"rs", "usd", "pkr", "rmb", "cny", "eur", "us"}
    hyphenated = before.text == "-" and at > 1 and glued(tokens, at - 1) and tokens[at - 2].kind == "word"
    return (hyphenated and tokens[at - 2].text.isascii()) or before.text in {"/", "#", "_", "@"}


def _is_count(tokens: Sequence[Token], at: int, number: Number, words: Vocabulary) -> bool:
    """Whether a number without unit counts something, rather than being a part of a word or a name."""
    for start in (at, at - 1, at - 2):
        found = words.not_counted.match(tokens, start)
        if found is not None and found[1] > at:
            return False
    first, following = tokens[at], tokens[number.end] if number.end < len(tokens) else None
    if plain_value(first) is None and first.kind == "number":
        return False
    if first.kind == "han" and number.weak:
        counted = following is not None and words.counted.match(tokens, number.end) is not None
        return counted and (number.value != 1 or (following is not None and following.text in COUNTED_BY_ONE))
    if following is not None and following.text in {"-", "/"} and glued(tokens, number.end):
        return False
    if number.weak and first.text.isascii():
        return following is not None and words.counted.match(tokens, number.end) is not None
    if number.weak and first.text == "يك":
        return following is not None and following.text in COUNTED_BY_ONE
    if number.weak:
        before_counted = words.counted.match(tokens, at - 1) is not None
        return before_counted or words.counted.match(tokens, number.end) is not None
    return True
