"""All tables that reading values needs: a language's own, each made once, and those that others lend to it."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.language.text.phrases import PhraseTable
from cpecbot.language.values.words.amounts import (
    AmountWords,
    CountingWords,
    OrderWords,
    UnitWords,
    amount_words,
    counting_words,
    order_words,
    unit_words,
)
from cpecbot.language.values.words.clock import ClockWords, clock_words
from cpecbot.language.values.words.dates import DateWords, date_words
from cpecbot.language.values.words.lists import with_lent
from cpecbot.language.values.words.numbers import NumberWords, number_words
from cpecbot.language.values.words.periods import PeriodWords, RelativeWords, period_words, relative_words
from cpecbot.languages import Language, Lent

_ROMAN = (
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x",
    "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
)  # fmt: skip
ROMAN = {numeral: value for value, numeral in enumerate(_ROMAN, 1)}


class Vocabulary(Struct, frozen=True):
    """``starters`` are the words at which a value can begin."""

    numbers: NumberWords
    order: OrderWords
    counting: CountingWords
    amounts: AmountWords
    units: UnitWords
    dates: DateWords
    periods: PeriodWords
    relative: RelativeWords
    clock: ClockWords
    starters: frozenset[str]


def vocabulary(language: Language) -> Vocabulary:
    """The tables for texts in ``language``; the first call for a language takes some milliseconds."""
    return language.once(_with_lent)


def _with_lent(language: Language) -> Vocabulary:
    own, *lent = (each.once(_own) for each in language.with_lenders(Lent.VALUES))
    fractions = with_lent(own.numbers.fractions, [each.numbers.fractions for each in lent])
    return Vocabulary(
        replace(with_lent(own.numbers, [each.numbers for each in lent]), fractions=fractions).with_first_words(),
        with_lent(own.order, [each.order for each in lent]),
        with_lent(own.counting, [each.counting for each in lent]),
        with_lent(own.amounts, [each.amounts for each in lent]),
        with_lent(own.units, [each.units for each in lent]),
        with_lent(own.dates, [each.dates for each in lent]),
        with_lent(own.periods, [each.periods for each in lent]),
        with_lent(own.relative, [each.relative for each in lent]),
        with_lent(own.clock, [each.clock for each in lent]),
        own.starters.union(*(each.starters for each in lent)),
    )


def _own(language: Language) -> Vocabulary:
    numbers, order, amounts = number_words(language), order_words(language), amount_words(language)
    units, dates, periods = unit_words(language), date_words(language), period_words(language)
    relative, clock = relative_words(language), clock_words(language)
    starting: tuple[PhraseTable[Any], ...] = (
        numbers.cardinals, numbers.ordinals, numbers.openers, numbers.quarters, numbers.fractions.words,
        numbers.fractions.whole, order.before, order.minutes, amounts.bounds_before, amounts.minus,
        units.currencies_before, units.percent_before, units.duals, units.measures, *dates.starting, *periods.starting,
        *relative.starting, *clock.starting,
    )  # fmt: skip
    # A ring for a zero (二○二六) may as well be a bullet.
    figures = (figure for figure in numbers.figures.first_words if figure.isalnum())
    starters = frozenset(ROMAN).union(*(table.first_words for table in starting), figures)
    return Vocabulary(
        numbers, order, counting_words(language), amounts, units, dates, periods, relative, clock, starters
    )
