"""Words around a number: bounds, ranges, units, what is counted, and what makes it a place in a series or a version."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.phrases import PhraseTable
from cpecbot.language.values.units import PERCENT_SIGNS, SYMBOLS, Measure, kind_of
from cpecbot.language.values.words.cldr import Names, unit_names
from cpecbot.language.values.words.lists import flags, listed
from cpecbot.language.values.words.numbers_file import Bounds, NumbersFile, Series
from cpecbot.language.values.words.units_file import UnitsFile
from cpecbot.languages import Language
from cpecbot.models import ValueKind


class Bound(Enum):
    LOW = "low"
    HIGH = "high"
    NONE = "none"


class AmountWords(Struct, frozen=True):
    """Bounds and ranges; ``gap_before_after`` may stand between a number and the bound after it."""

    bounds_before: PhraseTable[Bound]
    bounds_after: PhraseTable[Bound]
    fillers: PhraseTable[bool]
    gap_before_after: PhraseTable[bool]
    ranges: PhraseTable[bool]
    between: PhraseTable[bool]
    ands: PhraseTable[bool]
    minus: PhraseTable[bool]
    below_zero: PhraseTable[bool]
    scores: PhraseTable[bool]


class CountingWords(Struct, frozen=True):
    """What tells a count from a name, a label or a version."""

    counted: PhraseTable[bool]
    also_article: PhraseTable[bool]
    counted_by_article: PhraseTable[bool]
    not_counted: PhraseTable[bool]
    labels: PhraseTable[bool]
    versions: PhraseTable[bool]
    versions_after: PhraseTable[bool]


class OrderWords(Struct, frozen=True):
    """What makes a number the place of something in a series, and what only looks like an ordinal."""

    endings: PhraseTable[bool]
    not_after: PhraseTable[bool]
    not_ordinal: PhraseTable[bool]
    nouns: PhraseTable[bool]
    nouns_before_figures: PhraseTable[bool]
    weak_after_nouns: PhraseTable[bool]
    nouns_before_roman: PhraseTable[bool]
    before: PhraseTable[bool]
    not_before: PhraseTable[bool]
    onto_figures: PhraseTable[bool]
    after: PhraseTable[bool]
    nouns_after: PhraseTable[bool]
    not_nouns_after: PhraseTable[bool]
    labels_after: PhraseTable[bool]
    minutes: PhraseTable[bool]


class UnitWords(Struct, frozen=True):
    """``duals`` are two of a unit in one word; ``not_units`` are units that before certain words are something else.

    Those of ``behind_figures`` are none behind one number word: 26度 is warm, 三度 "three times".

    A letter that scales a sum scales a count before the words of ``scaled`` and those with one of ``scaled_endings``,
    unless one of ``not_scaled`` comes first: "13.4m people", but "134m high walls".
    """

    measures: PhraseTable[Measure]
    duals: PhraseTable[Measure]
    scaled: PhraseTable[bool]
    scaled_endings: tuple[str, ...]
    not_scaled: PhraseTable[bool]
    currencies_before: PhraseTable[str]
    percent_before: PhraseTable[bool]
    scale_letters: PhraseTable[float]
    links: PhraseTable[bool]
    not_units: PhraseTable[PhraseTable[bool]]
    written_onto: tuple[str, ...]
    behind_figures: PhraseTable[bool]


def amount_words(language: Language) -> AmountWords:
    """The words of ``language`` alone, as those of the functions below."""
    file = language.read(NumbersFile)
    return AmountWords(
        bounds_before=PhraseTable(_bounds_before(file.bounds)),
        bounds_after=PhraseTable(_bounds_after(file.bounds)),
        fillers=flags(file.bounds.fillers),
        gap_before_after=flags(file.bounds.gap_before_after),
        ranges=flags(file.ranges.to),
        between=flags(file.ranges.between),
        ands=flags(file.ranges.ands),
        minus=flags(file.signs.minus),
        below_zero=flags(file.signs.below_zero),
        scores=flags(file.scores.to),
    )


def _bounds_before(file: Bounds) -> Iterator[tuple[str, Bound]]:
    yield from ((phrase, Bound.LOW) for phrase in file.low_before)
    yield from ((phrase, Bound.HIGH) for phrase in file.high_before)


def _bounds_after(file: Bounds) -> Iterator[tuple[str, Bound]]:
    yield from ((phrase, Bound.LOW) for phrase in file.low_after)
    yield from ((phrase, Bound.HIGH) for phrase in file.high_after)
    yield from ((phrase, Bound.NONE) for phrase in file.none_after)


def counting_words(language: Language) -> CountingWords:
    file = language.read(NumbersFile).counting
    return CountingWords(
        counted=flags(file.counted),
        also_article=flags(file.also_article),
        counted_by_article=flags(file.counted_by_article),
        not_counted=flags(file.not_counted),
        labels=flags(file.labels),
        versions=flags(file.versions),
        versions_after=flags(file.versions_after),
    )


def order_words(language: Language) -> OrderWords:
    file = language.read(NumbersFile)
    series = {name: flags(getattr(file.series, name)) for name in Series.model_fields}
    return OrderWords(
        endings=flags(file.ordinals.endings_of_figures),
        not_after=flags(file.ordinals.not_after),
        not_ordinal=flags(file.ordinals.not_ordinal),
        **series,
    )


def unit_words(language: Language) -> UnitWords:
    file = language.read(UnitsFile)
    known = _units(file.locales, language)
    return UnitWords(
        measures=PhraseTable([*_measures(file), *known.measures]),
        duals=PhraseTable([*_duals(file), *known.duals]),
        scaled=flags(file.scaled),
        scaled_endings=tuple(map(fold_text, file.scaled_endings)),
        not_scaled=flags(file.not_scaled),
        currencies_before=PhraseTable([*listed(file.currencies_before), *SYMBOLS.items()]),
        percent_before=flags(file.percent_before),
        scale_letters=PhraseTable(listed(file.scale_letters)),
        links=flags(file.links),
        behind_figures=flags(file.behind_figures),
        written_onto=tuple(map(fold_text, file.written_onto)),
        not_units=PhraseTable((unit, flags(following)) for unit, following in file.not_units_before.items()),
    )


def _units(locales: tuple[str, ...] | None, language: Language) -> Names:
    """The names that CLDR gives the language's units, or those of the locales that its file lists."""
    own = (language.profile.locale,) if language.profile.locale else ()
    return unit_names(own if locales is None else locales)


def _duals(file: UnitsFile) -> Iterator[tuple[str, Measure]]:
    for unit, phrases in file.duals.items():
        yield from ((phrase, Measure(kind_of(unit), unit)) for phrase in phrases)
    yield from ((phrase, Measure(ValueKind.MONEY, unit)) for phrase, unit in listed(file.currency_duals))


def _measures(file: UnitsFile) -> Iterator[tuple[str, Measure]]:
    for kind, units in (
        (ValueKind.MONEY, file.currencies),
        (ValueKind.QUANTITY, file.quantities),
        (ValueKind.DURATION, file.durations),
    ):
        yield from ((phrase, Measure(kind, unit)) for phrase, unit in listed(units))
    for each in file.multiples:
        yield from ((name, Measure(ValueKind.MONEY, each.currency, each.times)) for name in each.names)
    yield from ((phrase, Measure(ValueKind.PERCENT, None)) for phrase in (*file.percent, *PERCENT_SIGNS))
    for factor, phrases in file.percents.items():
        yield from ((phrase, Measure(ValueKind.PERCENT, None, factor)) for phrase in phrases)
    yield from ((symbol, Measure(ValueKind.MONEY, currency)) for symbol, currency in SYMBOLS.items())
