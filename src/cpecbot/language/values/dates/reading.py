"""Reading dates and date ranges of three calendars; without a year they take the year of the reference day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.dates.calendars import Calendar, gregorian_days, year_of
from cpecbot.language.values.counts import after_between
from cpecbot.language.values.dates.parts import Partial, counts_something, read_partial, with_year
from cpecbot.language.values.words.vocabulary import Vocabulary

_UNKNOWN_YEAR = 1


@dataclass(frozen=True, slots=True)
class Days:
    """The Gregorian days of an expression over tokens ``[start, end)``."""

    first: date
    last: date
    start: int
    end: int
    year_known: bool


def read_date(tokens: Sequence[Token], at: int, words: Vocabulary, reference: date | None) -> Days | None:
    """The date or range of dates that starts at token ``at``."""
    left = read_partial(tokens, at, words)
    if left is None:
        return None
    decade = words.dates.decade_endings.match(tokens, left.end)
    if decade is not None and left.month is None and left.year is not None:
        return _resolve(left, replace(left, year=left.year + 9, end=decade[1]), reference)
    joined = _joined(tokens, left.end, words, between=after_between(tokens, at, words))
    if joined is not None:
        right = read_partial(tokens, joined, words)
        if right is not None:
            days = _range(tokens, left, right, words, reference)
            if days is not None:
                return days
    if left.weak and left.month is not None and words.dates.months_announced_by.match_before(tokens, at):
        left = replace(left, weak=False)
    if (left.weak and left.day is None) or (
        left.month is None and left.year is None and not _day_alone(tokens, left, words, reference)
    ):
        return None
    return _resolve(left, left, reference)


def _day_alone(tokens: Sequence[Token], partial: Partial, words: Vocabulary, reference: date | None) -> bool:
    """Chinese news writes the day alone: 5日. It is of the month that the article appeared in."""
    return reference is not None and words.dates.day_marks.match_before(tokens, partial.end)


def _joined(tokens: Sequence[Token], at: int, words: Vocabulary, *, between: bool) -> int | None:
    """The token after the words that join two ends of a range and after a repeated "the" or "year"."""
    found = words.amounts.ranges.match(tokens, at)
    if found is None and between:
        found = words.amounts.ands.match(tokens, at)
    if found is None:
        conjunction = words.numbers.conjunction  # written onto the next word: بين الثالث والخامس
        conjoined = between and conjunction and at < len(tokens) and tokens[at].text.startswith(conjunction)
        return at if conjoined else None
    position = found[1]
    while (again := words.dates.repeated.match(tokens, position)) is not None:
        position = again[1]
    return position


def _range(
    tokens: Sequence[Token], left: Partial, right: Partial, words: Vocabulary, reference: date | None
) -> Days | None:
    """Both ends as one range; an end takes the month and year that it lacks from the other one."""
    if right.month is None and right.day is not None and left.month is not None:
        if left.day is None or counts_something(tokens, right.end, words):
            return None
        right = with_year(tokens, replace(right, month=left.month, calendar=left.calendar), words)
    if left.month is None and left.day is not None:
        if (
            _day_alone(tokens, left, words, reference)
            and right.month is None
            and _day_alone(tokens, right, words, reference)
        ):
            return _resolve(left, right, reference)
        if right.month is None or right.day is None:
            return None
        left = replace(left, month=right.month, year=right.year, calendar=right.calendar)
    if (left.day is None) != (right.day is None) or (left.month is None) != (right.month is None):
        short = _short_year(tokens, left, right)
        if short is None:
            return None
        right = short
    if left.year is None and right.year is not None:
        left = replace(left, year=right.year, calendar=right.calendar)
    elif right.year is None and left.year is not None:
        right = replace(right, year=left.year, calendar=left.calendar)
    return _resolve(left, right, reference)


def _short_year(tokens: Sequence[Token], left: Partial, right: Partial) -> Partial | None:
    """The second year without its century, as in 2025-26."""
    if left.year is None or left.month is not None or right.day is None or right.month is not None:
        return None
    token = tokens[right.start]
    if right.day != left.year % 100 + 1 or len(token.text) != 2 or not glued(tokens, right.start):
        return None
    return replace(right, day=None, year=left.year + 1, calendar=left.calendar)


def _resolve(left: Partial, right: Partial, reference: date | None) -> Days | None:
    known = left.year is not None
    try:
        first, last = _days(left, reference)[0], _days(right, reference)[1]
    except (ValueError, OverflowError):
        return None
    if first > last and not known and first.year > _UNKNOWN_YEAR:
        first = first.replace(year=first.year - 1, day=min(first.day, 28) if first.month == 2 else first.day)
    if first > last:
        return None
    return Days(first, last, left.start, right.end, known)


def _days(partial: Partial, reference: date | None) -> tuple[date, date]:
    if partial.year is not None:
        return gregorian_days(partial.calendar, partial.year, partial.month, partial.day)
    if reference is not None and partial.month is None and partial.day is not None:
        return _last_such_day(partial.day, reference)
    if reference is not None:
        year = year_of(partial.calendar, reference)
        return gregorian_days(partial.calendar, year, partial.month, partial.day)
    # A leap year, so that 29 February is a day; the year is then taken off.
    year = {Calendar.GREGORIAN: 2024, Calendar.JALALI: 1403, Calendar.HIJRI: 1447}[partial.calendar]
    first, last = gregorian_days(partial.calendar, year, partial.month, partial.day)
    return _without_year(first), _without_year(last)


def _without_year(day: date) -> date:
    return date(_UNKNOWN_YEAR, day.month, min(day.day, 28) if day.month == 2 else day.day)


def _last_such_day(day: int, reference: date) -> tuple[date, date]:
    """The last ``day`` of a month at or just before the reference; a day ahead may be a time zone's doing."""
    month_start = reference.replace(day=1)
    if day > reference.day + 1:
        month_start = (month_start - timedelta(1)).replace(day=1)
    found = month_start.replace(day=day)
    return found, found
