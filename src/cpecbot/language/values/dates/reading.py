"""Reading dates and date ranges of several calendars; without a year they take the year of the reference day.

A date that is given in two calendars is one date: 9 شوال 1439هـ (الموافق 23 يونيو 2018).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.counts import after_between
from cpecbot.language.values.dates.calendars import Calendar
from cpecbot.language.values.dates.lone_days import day_alone
from cpecbot.language.values.dates.partial import Partial
from cpecbot.language.values.dates.parts import read_partial
from cpecbot.language.values.dates.periods import read_period
from cpecbot.language.values.dates.resolving import Days, resolve
from cpecbot.language.values.dates.years import counts_something, with_year
from cpecbot.language.values.words.vocabulary import Vocabulary

_OPENING = frozenset("([")
_CLOSING = frozenset(")]")
# What may stand between a date and the same day in another calendar, beside words that say so.
_APART = frozenset({",", "/", "-", "."})
# Days that two calendars may be apart and mean the same, where no bracket and no word says that they do.
_SLIP = timedelta(3)


def read_date(tokens: Sequence[Token], at: int, words: Vocabulary, reference: date | None) -> Days | None:
    """The date or range of dates that starts at token ``at``, with the same in another calendar that follows it."""
    days = _read(tokens, at, words, reference)
    return days and _with_alias(tokens, days, words, reference)


def _read(tokens: Sequence[Token], at: int, words: Vocabulary, reference: date | None) -> Days | None:
    days = _period(tokens, at, words, reference)
    written = _written(tokens, at, words, reference)
    return written if days is None or (written is not None and written.end > days.end) else days


def _period(tokens: Sequence[Token], at: int, words: Vocabulary, reference: date | None) -> Days | None:
    """A decade or a century, or from one to another."""
    left = read_period(tokens, at, words, reference)
    if left is None:
        return None
    joined = _joined(tokens, left.end, words, between=after_between(tokens, at, words))
    right = read_period(tokens, joined, words, reference) if joined is not None else None
    if right is None or right.last < left.first:
        right = left
    return Days(left.first, right.last, at, right.end, True, left.calendar)


def _written(tokens: Sequence[Token], at: int, words: Vocabulary, reference: date | None) -> Days | None:
    """The date that is made of days, months and years."""
    left = read_partial(tokens, at, words)
    if left is None:
        return None
    joined = _joined(tokens, left.end, words, between=after_between(tokens, at, words))
    if joined is not None:
        right = read_partial(tokens, joined, words)
        if right is not None:
            days = _range(tokens, left, right, words, reference)
            if days is not None:
                return days
    if left.open_end:
        return None
    if left.weak and left.month is not None and _is_shown_to_be_a_month(tokens, at, left.end, words):
        left = replace(left, weak=False)
    if left.month is None and left.year is None:
        end = day_alone(tokens, left, words, announced=words.dates.alone_after.match_before(tokens, at))
        return resolve(left, replace(left, end=end), reference) if end is not None else None
    return None if left.weak and left.day is None else resolve(left, left, reference)


def _is_shown_to_be_a_month(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> bool:
    """Whether what stands before the name at tokens ``start`` to ``end``, or behind it, tells that it is a month."""
    dates = words.dates
    return bool(dates.months_announced_by.match_before(tokens, start) or dates.months_followed_by.match(tokens, end))


def _joined(tokens: Sequence[Token], at: int, words: Vocabulary, *, between: bool) -> int | None:
    """The token after the words that join two ends of a range, and after a repeated "the" or "year" and a weekday."""
    at = _past_weekday(tokens, at, words)
    found = words.amounts.ranges.match(tokens, at)
    if found is None and between:
        found = words.amounts.ands.match(tokens, at)
    if found is None:
        conjunction = words.numbers.conjunction  # written onto the next word: بين الثالث والخامس
        conjoined = between and conjunction and at < len(tokens) and tokens[at].text.startswith(conjunction)
        return at if conjoined else None
    position = found[1]
    while position < len(tokens) and tokens[position].text == tokens[at].text == "-":  # 5日——9日
        position += 1
    while (again := words.dates.repeated.match(tokens, position)) is not None:
        position = again[1]
    return _past_weekday(tokens, position, words)


def _past_weekday(tokens: Sequence[Token], at: int, words: Vocabulary) -> int:
    """The token after a weekday that belongs to a date, and after the commas or brackets around it."""
    position = at
    while position < len(tokens) and tokens[position].text in {",", *_OPENING}:
        position += 1
    weekday = words.dates.weekdays.match(tokens, position)
    if weekday is None:
        return position if position < len(tokens) and words.amounts.ranges.match(tokens, position) else at
    position = weekday[1]
    while position < len(tokens) and tokens[position].text in {",", *_CLOSING}:
        position += 1
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
        if right.month is None and right.day is not None:
            return _days_alone(tokens, left, right, words, reference)
        if right.month is None or right.day is None:
            return None
        left = replace(left, month=right.month, year=right.year, calendar=right.calendar)
    if (left.day is None) != (right.day is None) or (left.month is None) != (right.month is None):
        short = _short_year(tokens, left, right)
        if short is None:
            return None
        right = short
    return resolve(*_in_one_year(left, right), reference)


def _in_one_year(left: Partial, right: Partial) -> tuple[Partial, Partial]:
    """Both ends with a year where one has it; 28 December to 2 January 2026 begins in the year before."""
    if left.year is None and right.year is not None:
        later = (right.month or 0, right.day or 0) < (left.month or 0, left.day or 0)
        return replace(left, year=right.year - later, calendar=right.calendar), right
    if right.year is None and left.year is not None:
        return left, replace(right, year=left.year, calendar=left.calendar)
    return left, right


def _days_alone(
    tokens: Sequence[Token], left: Partial, right: Partial, words: Vocabulary, reference: date | None
) -> Days | None:
    """Two days of a month that is not named."""
    announced = words.dates.alone_after.match_before(tokens, left.start)
    end = day_alone(tokens, right, words, announced=announced)
    if end is None or not (left.open_end or left.marked or announced):
        return None
    if left.open_end and (left.day or 0) > (right.day or 0):
        return None
    return resolve(left, replace(right, end=end), reference)


def _short_year(tokens: Sequence[Token], left: Partial, right: Partial) -> Partial | None:
    """The second year without its century, as in 2025-26."""
    if left.year is None or left.month is not None or right.day is None or right.month is not None:
        return None
    token = tokens[right.start]
    if right.day != left.year % 100 + 1 or len(token.text) != 2 or not glued(tokens, right.start):
        return None
    return replace(right, day=None, year=left.year + 1, calendar=left.calendar)


def _with_alias(tokens: Sequence[Token], days: Days, words: Vocabulary, reference: date | None) -> Days:
    """``days`` over both expressions, where another calendar's for them follows; a Gregorian one tells the days."""
    position, bracket, said = days.end, False, False
    while position < len(tokens):
        phrase = words.dates.aliases.match(tokens, position) or words.dates.weekdays.match(tokens, position)
        if phrase is None and tokens[position].text not in (_APART | _OPENING):
            break
        bracket = bracket or tokens[position].text in _OPENING
        said = said or words.dates.aliases.match(tokens, position) is not None
        position = phrase[1] if phrase else position + 1
    other = _read(tokens, position, words, reference) if days.end < position < len(tokens) else None
    if other is None or other.calendar is days.calendar or not (bracket or said or _same(days, other)):
        return days
    end = other.end
    if bracket and end < len(tokens) and tokens[end].text in _CLOSING:
        end += 1
    best = max(days, other, key=lambda each: (each.first is not None, each.year_known, _plain(each)))
    return replace(best, start=days.start, end=end)


def _plain(days: Days) -> bool:
    return days.calendar is Calendar.GREGORIAN


def _same(days: Days, other: Days) -> bool:
    if days.first is None or days.last is None or other.first is None or other.last is None:
        return False
    return days.first - _SLIP <= other.last and other.first <= days.last + _SLIP
