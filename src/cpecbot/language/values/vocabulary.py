"""All tables that reading values needs, folded once per language; English and Chinese ones serve every language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from cpecbot.language.text.phrases import PhraseTable, words_of
from cpecbot.language.values import (
    amount_words,
    calendar_names,
    date_words,
    number_words,
    ordinal_words,
    units,
)
from cpecbot.language.values.amount_words import Bound
from cpecbot.language.values.calendar_names import Month
from cpecbot.language.values.calendars import Calendar
from cpecbot.language.values.numerals import NumberWords
from cpecbot.language.values.units import Measure
from cpecbot.languages import Language, Lent


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``starters`` are the words at which a value can begin."""

    language: Language
    numbers: NumberWords
    ordinals: PhraseTable[int]
    ordinal_endings: frozenset[str]
    not_ordinal: PhraseTable[bool]
    not_counted: PhraseTable[bool]
    series: PhraseTable[bool]
    roman_nouns: PhraseTable[bool]
    versions: PhraseTable[bool]
    labels: PhraseTable[bool]
    measures: PhraseTable[Measure]
    currencies: PhraseTable[str]
    counted: PhraseTable[bool]
    bounds_before: PhraseTable[Bound]
    bounds_after: PhraseTable[Bound]
    fillers: PhraseTable[bool]
    ranges: PhraseTable[bool]
    between: PhraseTable[bool]
    ands: PhraseTable[bool]
    months: PhraseTable[Month]
    weekdays: PhraseTable[int]
    year_cues: PhraseTable[bool]
    month_cues: PhraseTable[bool]
    day_links: PhraseTable[bool]
    eras: PhraseTable[Calendar]
    not_past: PhraseTable[bool]
    starters: frozenset[str]


T = TypeVar("T")


def _languages(language: Language) -> tuple[Language, ...]:
    return language.with_lenders(Lent.VALUES)


def _table(entries: Iterable[tuple[str, T]]) -> PhraseTable[T]:
    return PhraseTable(entries)


def _words(table: Mapping[str, Iterable[str]], language: Language) -> PhraseTable[bool]:
    return PhraseTable((word, True) for each in _languages(language) for word in table[each.code])


def vocabulary(language: Language) -> Vocabulary:
    """The tables for texts in ``language``; the first call for a language takes some tens of milliseconds."""
    return language.once(_vocabulary)


def _vocabulary(language: Language) -> Vocabulary:
    every = _languages(language)
    ordinals: PhraseTable[int] = _table(item for each in every for item in ordinal_words.ordinal_words(each))
    numbers = NumberWords(
        language,
        numbers=_table(item for each in every for item in number_words.number_words(each)),
        ordinals=ordinals,
        openers=_table(item for each in every for item in amount_words.OPENERS[each.code].items()),
        extenders=_words(amount_words.EXTENDERS, language),
        quarters=_table(amount_words.QUARTERS.items()),
    )
    bounds_before = _table(item for each in every for item in amount_words.bounds_before(each))
    months = _table(item for each in every for item in calendar_names.months(each))
    weekdays = _table(item for each in every for item in calendar_names.weekdays(each))
    currencies = _table(units.CURRENCY_PREFIXES.items())
    percent_before = {"百"}
    starters = frozenset().union(
        numbers.numbers.first_words, numbers.openers.first_words, ordinals.first_words, bounds_before.first_words,
        months.first_words, weekdays.first_words, currencies.first_words, ordinal_words.ROMAN, percent_before,
        numbers.quarters.first_words, "〇零第",
    )  # fmt: skip
    return Vocabulary(
        language=language,
        numbers=numbers,
        ordinals=ordinals,
        ordinal_endings=frozenset(
            "".join(words_of(end)) for each in every for end in ordinal_words.ORDINAL_ENDINGS[each.code]
        ),
        not_ordinal=_words(ordinal_words.NOT_ORDINAL, language),
        not_counted=_words(amount_words.NOT_COUNTED, language),
        series=_words(ordinal_words.SERIES_NOUNS, language),
        roman_nouns=_table((noun, True) for noun in ordinal_words.ROMAN_NOUNS),
        versions=_words(amount_words.VERSION_WORDS, language),
        labels=_words(amount_words.LABEL_WORDS, language),
        measures=_table(item for each in every for item in units.measures(each)),
        currencies=currencies,
        counted=_words(amount_words.COUNTED, language),
        bounds_before=bounds_before,
        bounds_after=_table(item for each in every for item in amount_words.bounds_after(each)),
        fillers=_words(amount_words.FILLERS, language),
        ranges=_words(amount_words.RANGE_WORDS, language),
        between=_words(amount_words.BETWEEN_WORDS, language),
        ands=_words(amount_words.AND_WORDS, language),
        months=months,
        weekdays=weekdays,
        year_cues=_words(date_words.YEAR_CUES, language),
        month_cues=_words(date_words.MONTH_CUES, language),
        day_links=_words(date_words.DAY_LINKS, language),
        eras=_table(item for each in every for item in date_words.ERAS[each.code].items()),
        not_past=_words(date_words.NOT_PAST, language),
        starters=starters,
    )
