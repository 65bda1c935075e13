"""Decades and centuries: the 1980s, 上世纪八十年代, ثمانينيات القرن الماضي, دهه ۶۰, انیسویں صدی."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.dates.calendars import Calendar, gregorian_days
from cpecbot.language.values.numerals import read_number
from cpecbot.language.values.words.vocabulary import Vocabulary

# The decade "80" of a calendar, where no century is told; from 30 on it is of the century before the current one.
_CENTURY = {Calendar.GREGORIAN: 1900, Calendar.JALALI: 1300, Calendar.HIJRI: 1400}
_RECENT = 30
_CURRENT = 21
_LAST_CENTURY = {Calendar.GREGORIAN: _CURRENT, Calendar.JALALI: 15, Calendar.HIJRI: 15, Calendar.LUNAR: 0}
_APOSTROPHE = "'"


class Period(NamedTuple):
    """Its Gregorian days, and the token after it."""

    first: date
    last: date
    end: int
    calendar: Calendar


class _Decade(NamedTuple):
    """``year`` is its first one, or that within a century when it is below 100; an era, if one is written."""

    year: int
    end: int
    calendar: Calendar | None


class _Century(NamedTuple):
    number: int
    end: int
    calendar: Calendar | None


def read_period(tokens: Sequence[Token], at: int, words: Vocabulary, reference: date | None) -> Period | None:
    """The decade or century that starts at token ``at``."""
    century = _century(tokens, at, words, reference)
    if century is not None:
        decade = _decade(tokens, _past_link(tokens, century.end, words), words)
        if decade is not None and decade.year < 100:
            return _ten_years(100 * (century.number - 1) + decade.year, century.calendar, decade.end)
        if century.number >= _CURRENT:
            return None  # "the challenges of the 21st century" date nothing
        start = 100 * (century.number - 1) + 1
        return _years(start, start + 99, century.calendar or Calendar.GREGORIAN, century.end)
    decade = _decade(tokens, at, words)
    if decade is None:
        return None
    if decade.year < 100:
        of = _century(tokens, _past_link(tokens, decade.end, words), words, reference)
        if of is not None:
            return _ten_years(100 * (of.number - 1) + decade.year, of.calendar, of.end)
    calendar = decade.calendar or _usual_calendar(decade.year, words)
    year = decade.year if decade.year >= 100 else _likely_year(decade.year, calendar)
    return _ten_years(year, calendar, decade.end)


def _ten_years(year: int, calendar: Calendar | None, end: int) -> Period | None:
    return _years(year, year + 9, calendar or Calendar.GREGORIAN, end)


def _years(first: int, last: int, calendar: Calendar, end: int) -> Period | None:
    try:
        days = gregorian_days(calendar, first, None, None)[0], gregorian_days(calendar, last, None, None)[1]
    except (ValueError, OverflowError):
        return None
    return Period(*days, end, calendar)


def _usual_calendar(year: int, words: Vocabulary) -> Calendar:
    second = words.dates.second_calendar
    return second if second is not None and (year < 100 or 1200 <= year <= 1500) else Calendar.GREGORIAN


def _likely_year(tens: int, calendar: Calendar) -> int:
    century = _CENTURY.get(calendar, 1900)
    return century + tens if tens >= _RECENT else century + 100 + tens


def _past_link(tokens: Sequence[Token], at: int, words: Vocabulary) -> int:
    link = words.periods.century_links.match(tokens, at)
    return link[1] if link else at


def _era(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[Calendar | None, int]:
    era = words.dates.eras.match(tokens, at)
    return era or (None, at)


def _decade(tokens: Sequence[Token], at: int, words: Vocabulary) -> _Decade | None:
    periods = words.periods
    before = periods.decades_before.match(tokens, at)
    start = before[1] if before else at
    named = periods.decade_names.match(tokens, start)
    if named is not None:
        announced = before or not named[0].announced or _announced(tokens, at, words)
        aged = _an_age(tokens, at, named[1], words)
        return _Decade(named[0].year, named[1], Calendar.GREGORIAN) if announced and not aged else None
    quoted = glued(tokens, at) and tokens[at - 1].text == _APOSTROPHE
    number = _tens(tokens, start, words)
    if number is None:
        return None
    year, end = number
    calendar, behind = _era(tokens, end, words)
    after = periods.decades_after.match(tokens, behind)
    if after is not None:
        return _Decade(year, after[1], calendar)
    if before is not None:
        return _Decade(year, behind, calendar)
    ending = periods.decade_endings.match(tokens, end) if glued(tokens, end) else None
    if ending is None or _an_age(tokens, at, ending[1], words):
        return None
    told = year >= 100 or quoted or _announced(tokens, at, words)
    return _Decade(year, ending[1], Calendar.GREGORIAN) if told else None


def _tens(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    """A number that decades are called by: 80, 1980."""
    if at >= len(tokens) or (tokens[at].kind != "number" and tokens[at].text not in words.starters):
        return None
    number = read_number(tokens, at, words.numbers)
    if number is None or number.value % 10 or not (0 <= number.value < 100 or 1000 <= number.value < 3000):
        return None
    return int(number.value), number.end


def decade_of_life(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    """The first year of age of who is in such tens ("his eighties"), and the token after them."""
    named = words.periods.decade_names.match(tokens, at)
    if named is not None:
        return (named[0].year, named[1]) if _an_age(tokens, at, named[1], words) else None
    tens = _tens(tokens, at, words)
    ending = words.periods.decade_endings.match(tokens, tens[1]) if tens and glued(tokens, tens[1]) else None
    if tens is None or ending is None or not _an_age(tokens, at, ending[1], words):
        return None
    return (tens[0], ending[1]) if tens[0] < 100 else None


def _announced(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """In the 80s, in the late eighties."""
    return words.periods.decades_announced_by.match_before(tokens, at)


def _an_age(tokens: Sequence[Token], at: int, end: int, words: Vocabulary) -> bool:
    """In his eighties."""
    periods = words.periods
    return (
        periods.decades_not_after.match_before(tokens, at) or periods.decades_not_before.match(tokens, end) is not None
    )


def _century(tokens: Sequence[Token], at: int, words: Vocabulary, reference: date | None) -> _Century | None:
    periods = words.periods
    relative = periods.centuries.match(tokens, at)
    if relative is not None:
        now = (reference.year - 1) // 100 + 1 if reference else _CURRENT
        return _Century(now + relative[0], relative[1], None)
    before = periods.centuries_before.match(tokens, at)
    number = _place(tokens, before[1] if before else at, words)
    if number is None:
        return None
    value, end, ordinal = number
    after = (periods.centuries_after if ordinal else periods.centuries_after_numbers).match(tokens, end)
    if before is None and after is None:
        return None
    calendar, end = _era(tokens, end if before or not after else after[1], words)
    return _Century(value, end, calendar) if value <= _LAST_CENTURY[calendar or Calendar.GREGORIAN] else None


def _place(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int, bool] | None:
    """A whole number from 1 on, the token after it, and whether it is an ordinal."""
    if at >= len(tokens) or (tokens[at].kind != "number" and tokens[at].text not in words.starters):
        return None
    number = read_number(tokens, at, words.numbers)
    if number is not None and number.final:
        return int(number.value), number.end, True
    ordinal = words.numbers.ordinals.match(tokens, at)
    if ordinal is not None:
        return int(ordinal[0].value), ordinal[1], True
    if number is None or number.value < 1 or number.value % 1:
        return None
    ending = words.order.endings.match(tokens, number.end)
    return int(number.value), ending[1] if ending else number.end, ending is not None
