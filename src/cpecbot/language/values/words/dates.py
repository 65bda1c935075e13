"""Names of months and weekdays, from CLDR (through Babel) and from ``dates.toml``, and the words around a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from babel import Locale
from msgspec import Struct

from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.phrases import PhraseTable
from cpecbot.language.values.dates.calendars import Calendar
from cpecbot.language.values.words.dates_file import DatesFile
from cpecbot.language.values.words.lists import flags, listed
from cpecbot.language.values.words.numbers_file import NumbersFile
from cpecbot.languages import Language


class Month(Struct, frozen=True):
    """``weak`` names mean something else too: a date only beside a day or a year."""

    calendar: Calendar
    number: int
    weak: bool = False


class Weekday(Struct, frozen=True):
    """``number`` is that of ISO 8601; one that ``counts_weeks`` is no day after a number: 一周一次 is "once a week"."""

    number: int
    counts_weeks: bool = False


class DateWords(Struct, frozen=True):
    """``counted`` is what makes a number before it a count, and no day or year.

    ``relative_days`` are counted from that of the article, None being the day that was told of.
    """

    months: PhraseTable[Month]
    months_announced_by: PhraseTable[bool]
    months_followed_by: PhraseTable[bool]
    weekdays: PhraseTable[Weekday]
    weeks_after: PhraseTable[bool]
    not_past: PhraseTable[bool]
    relative_days: PhraseTable[int | None]
    day_links: PhraseTable[bool]
    day_after_month: PhraseTable[bool]
    not_day_after: PhraseTable[bool]
    year_cues: PhraseTable[bool]
    year_links: PhraseTable[bool]
    eras: PhraseTable[Calendar]
    eras_before: PhraseTable[Calendar]
    aliases: PhraseTable[bool]
    clock: PhraseTable[bool]
    alone_after: PhraseTable[bool]
    alone_before: PhraseTable[bool]
    alone_then: PhraseTable[bool]
    marked_in_figures: PhraseTable[bool]
    not_marked_before: PhraseTable[bool]
    not_marked_after: PhraseTable[bool]
    year_marks: PhraseTable[bool]
    month_marks: PhraseTable[bool]
    day_marks: PhraseTable[bool]
    repeated: PhraseTable[bool]
    counted: PhraseTable[bool]
    second_calendar: Calendar | None
    year_first: bool
    alone_words_from: int | None

    @property
    def starting(self) -> tuple[PhraseTable[Any], ...]:
        """The tables of words that a date can begin with."""
        return (self.months, self.weekdays, self.relative_days, self.eras_before)


def date_words(language: Language) -> DateWords:
    """The words of ``language`` alone."""
    file = language.read(DatesFile)
    counted = file.counted if file.counted is not None else language.read(NumbersFile).counting.counted
    return DateWords(
        months=PhraseTable(_months(file, language)),
        months_announced_by=flags(file.months.announced_by),
        months_followed_by=flags(file.months.followed_by),
        weekdays=PhraseTable(_weekdays(file, language)),
        weeks_after=flags(file.weekdays.weeks_after),
        not_past=flags(file.weekdays.not_past),
        relative_days=PhraseTable(_relative_days(file)),
        day_links=flags(file.days.links),
        day_after_month=flags(file.days.after_month),
        not_day_after=flags(file.days.not_after),
        year_cues=flags(file.years.cues),
        year_links=flags(file.years.links),
        eras=PhraseTable(listed(file.years.eras)),
        eras_before=PhraseTable(listed(file.years.eras_before)),
        aliases=flags(file.days.aliases),
        clock=flags(file.days.clock),
        alone_after=flags(file.days.alone_after),
        alone_before=flags(file.days.alone_before),
        alone_then=flags(file.days.alone_then),
        marked_in_figures=flags(file.marks.day_in_figures),
        not_marked_before=flags(file.marks.not_before),
        not_marked_after=flags(file.marks.not_after),
        year_marks=flags(file.marks.year),
        month_marks=flags(file.marks.month),
        day_marks=flags(file.marks.day),
        repeated=flags(file.repeated),
        counted=flags(counted),
        second_calendar=file.years.second_calendar,
        year_first=file.days.year_first,
        alone_words_from=file.days.alone_words_from,
    )


def _relative_days(file: DatesFile) -> Iterator[tuple[str, int | None]]:
    yield from listed(file.days.relative)
    yield from ((phrase, None) for phrase in file.days.same)


def _months(file: DatesFile, language: Language) -> Iterator[tuple[str, Month]]:
    months, weak = file.months, set(map(fold_text, file.months.weak))
    patterns = ("{}", *months.jalali_patterns)
    for word, number in [*_cldr_months(months.locales, language), *listed(months.gregorian)]:
        yield word, Month(Calendar.GREGORIAN, number, weak=fold_text(word) in weak)
    for word, number in listed(months.jalali):
        meaning = Month(Calendar.JALALI, number, weak=fold_text(word) in weak)
        yield from ((pattern.replace("{}", word), meaning) for pattern in patterns)
    yield from ((word, Month(Calendar.LUNAR, number)) for word, number in listed(months.lunar))
    # Many are names of persons, or of other things, too.
    yield from ((word, Month(Calendar.HIJRI, number, weak=True)) for word, number in listed(months.hijri))


def _cldr_months(locales: Iterable[str] | None, language: Language) -> Iterator[tuple[str, int]]:
    for locale in _locales(locales, language):
        months = locale.months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                yield from ((word.rstrip("."), number) for number, word in months[context][width].items())


def _weekdays(file: DatesFile, language: Language) -> Iterator[tuple[str, Weekday]]:
    weekdays = file.weekdays
    for word, number in [*_cldr_weekdays(weekdays.locales, language), *listed(weekdays.words)]:
        meaning = Weekday(number, weekdays.count_weeks)
        yield from ((prefix + word, meaning) for prefix in ("", *weekdays.prefixes))
    for word, number in listed(weekdays.weak):
        yield from ((pattern.replace("{}", word), Weekday(number)) for pattern in weekdays.weak_patterns)


def _cldr_weekdays(locales: Iterable[str] | None, language: Language) -> Iterator[tuple[str, int]]:
    for locale in _locales(locales, language):
        yield from ((word, number + 1) for number, word in locale.days["format"]["wide"].items())


def _locales(names: Iterable[str] | None, language: Language) -> Iterator[Locale]:
    """Those of ``dates.toml``; else the one of ``language.toml``, where CLDR knows the language."""
    own = (language.profile.locale,) if language.profile.locale else ()
    yield from map(Locale.parse, own if names is None else names)
