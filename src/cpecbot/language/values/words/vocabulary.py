"""All tables that reading values needs: a language's own, each made once, and those that others lend to it."""

from __future__ import annotations

from dataclasses import dataclass

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
from cpecbot.language.values.words.dates import DateWords, date_words
from cpecbot.language.values.words.lists import with_lent
from cpecbot.language.values.words.numbers import NumberWords, number_words
from cpecbot.languages import Language, Lent

_ROMAN = (
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x",
    "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
)  # fmt: skip
ROMAN = {numeral: value for value, numeral in enumerate(_ROMAN, 1)}


@dataclass(frozen=True, slots=True)
class _Own:
    numbers: NumberWords
    order: OrderWords
    counting: CountingWords
    amounts: AmountWords
    units: UnitWords
    dates: DateWords


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``starters`` are the words at which a value can begin."""

    numbers: NumberWords
    order: OrderWords
    counting: CountingWords
    amounts: AmountWords
    units: UnitWords
    dates: DateWords
    starters: frozenset[str]


def vocabulary(language: Language) -> Vocabulary:
    """The tables for texts in ``language``; the first call for a language takes some milliseconds."""
    return language.once(_vocabulary)


def _vocabulary(language: Language) -> Vocabulary:
    own, *lent = (each.once(_own) for each in language.with_lenders(Lent.VALUES))
    numbers = with_lent(own.numbers, [each.numbers for each in lent])
    order = with_lent(own.order, [each.order for each in lent])
    amounts = with_lent(own.amounts, [each.amounts for each in lent])
    units = with_lent(own.units, [each.units for each in lent])
    dates = with_lent(own.dates, [each.dates for each in lent])
    starters = frozenset().union(
        *(
            table.first_words
            for table in (
                numbers.cardinals, numbers.ordinals, numbers.openers, numbers.quarters, order.before,
                amounts.bounds_before, units.currencies_before, units.percent_before, dates.months, dates.weekdays,
            )
        ),
        # A ring for a zero (二○二六) may as well be a bullet.
        (figure for figure in numbers.figures.first_words if figure.isalnum()),
        ROMAN,
    )  # fmt: skip
    counting = with_lent(own.counting, [each.counting for each in lent])
    return Vocabulary(numbers, order, counting, amounts, units, dates, starters)


def _own(language: Language) -> _Own:
    return _Own(
        number_words(language),
        order_words(language),
        counting_words(language),
        amount_words(language),
        unit_words(language),
        date_words(language),
    )
