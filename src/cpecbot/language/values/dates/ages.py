"""Ages that are told by tens or by an ordinal: "in her eighties", 三十出头, 年过九旬, في التاسعة عشرة من عمره."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cpecbot.language.text.phrases import Token
from cpecbot.language.values.dates.periods import decade_of_life
from cpecbot.language.values.numerals import read_number
from cpecbot.language.values.ordinals import read_ordinal
from cpecbot.language.values.words.amounts import Bound
from cpecbot.language.values.words.vocabulary import Vocabulary

# The last year of ten, where one is "in his thirties".
_LAST = 9


class Age(NamedTuple):
    """In years, an open end being None; and the token after it."""

    low: float | None
    high: float | None
    end: int


def read_age(tokens: Sequence[Token], at: int, words: Vocabulary) -> Age | None:
    """The age that starts at token ``at``, where its own words say that it is one."""
    place = read_ordinal(tokens, at, words)
    if place is not None and words.periods.decades_not_before.match(tokens, place[1]) is not None:
        return Age(place[0], place[0], place[1])
    bound = words.amounts.bounds_before.match(tokens, at)
    found = _tens(tokens, bound[1] if bound else at, words)
    if found is None:
        return None
    low, end, exact = found
    if bound is None:
        return Age(low, low if exact else low + _LAST, end)
    return Age(low, None, end) if bound[0] is Bound.LOW else Age(None, low, end)


def _tens(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[float, int, bool] | None:
    """The first year of ten, the token after it, and whether it is told as that very year."""
    named = words.periods.tens_of_years.match(tokens, at)
    if named is not None:
        return named[0], named[1], False
    decade = decade_of_life(tokens, at, words)
    if decade is not None:
        return decade[0], decade[1], False
    number = read_number(tokens, at, words.numbers)
    if number is None or number.more:
        return None
    tens = words.periods.tens_marks.match(tokens, number.end)
    if tens is not None and 1 < number.value <= _LAST:
        return 10 * number.value, tens[1], True
    over = words.periods.over_tens.match(tokens, number.end)
    round_ = number.value % 10 == 0 and 10 < number.value < 100
    return (number.value, over[1], False) if over is not None and round_ else None
