"""Reading dates and date ranges of three calendars.

A numeric date is read day first; month first only when that is the one possible reading. A day and month without a
year take the year of the reference day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cpecbot.language.calendars import Calendar, gregorian_days, year_of
from cpecbot.language.numerals import plain_value, read_number
from cpecbot.language.phrases import Token, glued
from cpecbot.language.vocabulary import Vocabulary
from cpecbot.models import Language

_UNKNOWN_YEAR = 1
# "in May" is a month, while "may" and "march" alone are not.
_MONTH_PREPOSITIONS = frozenset({"in", "since", "until", "early", "late", "mid", "during"})
# What makes a four-figure number before it a count in Chinese.
_COUNTED_HAN = frozenset("人个個名位家辆輛户戶项項所座份")


@dataclass(frozen=True, slots=True)
class Days:
    """The Gregorian days of an expression over tokens ``[start, end)``."""

    first: date
    last: date
    start: int
    end: int
    year_known: bool


@dataclass(frozen=True, slots=True)
class _Partial:
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: Calendar = Calendar.GREGORIAN
    weak: bool = False


def read_date(tokens: Sequence[Token], at: int, words: Vocabulary, reference: date | None) -> Days | None:
    """The date or range of dates that starts at token ``at``."""
    left = _partial(tokens, at, words)
    if left is None:
        return None
    joined = _joined(tokens, left.end, words, between=_between(tokens, at, words))
    if joined is not None:
        right = _partial(tokens, joined, words)
        if right is not None:
            days = _range(tokens, left, right, words, reference)
            if days is not None:
                return days
    if left.weak and left.month is not None and at > 0 and tokens[at - 1].text in _MONTH_PREPOSITIONS:
        left = replace(left, weak=False)
    if (left.weak and left.day is None) or (left.month is None and left.year is None and not _day_alone(tokens, left, reference)):
        return None
    return _resolve(left, left, reference)


def _between(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """"between" right before, or before a word for the year or month: بين عامي 2025 و2029."""
    return words.between.match_before(tokens, at) or words.between.match_before(tokens, at - 1)


def _day_alone(tokens: Sequence[Token], partial: _Partial, reference: date | None) -> bool:
    """Chinese news writes the day alone: 5日. It is of the month that the article appeared in."""
    return reference is not None and partial.end > partial.start and tokens[partial.end - 1].text in "日号號"


# --- one date ---------------------------------------------------------------------------------------------------------


def _partial(tokens: Sequence[Token], at: int, words: Vocabulary) -> _Partial | None:
    if at >= len(tokens):
        return None
    if tokens[at].kind == "date":
        return _numeric(tokens, at, words)
    return (
        _chinese(tokens, at, words)
        or _month_first(tokens, at, words)
        or _day_first(tokens, at, words)
        or _year_alone(tokens, at, words)
    )


def _numeric(tokens: Sequence[Token], at: int, words: Vocabulary) -> _Partial | None:
    separator = next(mark for mark in tokens[at].text if not mark.isdigit())
    first, month, last = (int(part) for part in tokens[at].text.split(separator))
    if first > 31:
        year, day = first, last
    else:
        year, day = last, first
        if month > 12 >= day:
            month, day = day, month
    calendar = Calendar.GREGORIAN
    if words.language is Language.FA and 1200 <= year <= 1500:
        calendar = Calendar.JALALI
    if words.language is not Language.FA and 1300 <= year <= 1500:
        calendar = Calendar.HIJRI
    era = words.eras.match(tokens, at + 1)
    return _Partial(at, at + 1 if era is None else era[1], year, month, day, era[0] if era else calendar)


def _chinese(tokens: Sequence[Token], at: int, words: Vocabulary) -> _Partial | None:
    """[YYYY年][M月][D日]; a leading 第 makes it an ordinal and no date."""
    if at and tokens[at - 1].text == "第":
        return None
    parts: dict[str, int] = {}
    position = at
    for name, marks, low, high in (("year", "年", 1000, 2999), ("month", "月", 1, 12), ("day", "日号號", 1, 31)):
        number = read_number(tokens, position, words.numbers) if position < len(tokens) else None
        if number is None or number.end >= len(tokens) or tokens[number.end].text not in marks:
            continue
        if not low <= number.value <= high or tokens[number.end - 1].text in "个個":
            break
        parts[name], position = int(number.value), number.end + 1
    if position == at or (parts.keys() == {"year", "day"}):
        return None
    return _Partial(at, position, **parts)


def _month_first(tokens: Sequence[Token], at: int, words: Vocabulary) -> _Partial | None:
    found = _month(tokens, at, words)
    if found is None:
        return None
    partial = found
    position = partial.end
    if (
        position < len(tokens)
        and tokens[position].text in {".", "the", "-"}
        and not _year_at(tokens, position + 1, words)
    ):
        position += 1
    day = _day(tokens, position, words)
    if day is not None and not _counts_something(tokens, day[1], words):
        partial = replace(partial, day=day[0], end=day[1], weak=False)
    return _with_year(tokens, partial, words)


def _day_first(tokens: Sequence[Token], at: int, words: Vocabulary) -> _Partial | None:
    day = _day(tokens, at, words)
    if day is None:
        return None
    position = day[1]
    link = words.day_links.match(tokens, position)
    for start in [position, *([link[1]] if link else []), position + 1 if _dash(tokens, position) else position]:
        month = _month(tokens, start, words)
        if month is not None:
            partial = replace(month, start=at, day=day[0], weak=False)
            return _with_year(tokens, partial, words)
    return _Partial(at, position, day=day[0], weak=True)


def _dash(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text in {"-", "/"}


def _month(tokens: Sequence[Token], at: int, words: Vocabulary) -> _Partial | None:
    """A month, perhaps under both its names: يناير/كانون الثاني, كانون الثاني (يناير)."""
    found = words.months.match(tokens, at)
    if found is None:
        return None
    month, end = found
    if end < len(tokens) and tokens[end].text in "/(-":
        again = words.months.match(tokens, end + 1)
        if again is not None and again[0].number == month.number and again[0].calendar is month.calendar:
            end = again[1]
            if end < len(tokens) and tokens[end].text == ")":
                end += 1
    return _Partial(at, end, month=month.number, calendar=month.calendar, weak=month.weak)


def _day(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    """A day of a month in figures (4, 4th) or words (third, سوم, الرابع)."""
    if at >= len(tokens):
        return None
    if tokens[at].kind == "number":
        if len(tokens[at].text) > 2 or not 1 <= int(float(tokens[at].text)) <= 31 or "." in tokens[at].text:
            return None
        suffixed = at + 1 < len(tokens) and glued(tokens, at + 1) and tokens[at + 1].text in words.ordinal_endings
        return int(tokens[at].text), at + 2 if suffixed else at + 1
    if tokens[at].text not in words.starters:
        return None
    number = read_number(tokens, at, words.numbers)
    ordinal = words.ordinals.match(tokens, at)
    value, end = (number.value, number.end) if number is not None else ordinal if ordinal is not None else (0, at)
    if ordinal is not None and ordinal[1] > end:
        value, end = ordinal
    return (int(value), end) if 1 <= value <= 31 else None


def _with_year(tokens: Sequence[Token], partial: _Partial, words: Vocabulary) -> _Partial:
    position = partial.end
    if position < len(tokens) and tokens[position].text == ".":
        position += 1
    cue = words.month_cues.match(tokens, position)
    for start in (position, cue[1] if cue else position):
        year = _year_at(tokens, start, words, partial.calendar)
        if year is not None:
            value, end, calendar = year
            return replace(partial, year=value, end=end, calendar=calendar or partial.calendar, weak=False)
    return partial


# --- years ------------------------------------------------------------------------------------------------------------


def _year_at(
    tokens: Sequence[Token], at: int, words: Vocabulary, calendar: Calendar = Calendar.GREGORIAN
) -> tuple[int, int, Calendar | None] | None:
    """A year in four figures and its era, believed as the year of a month that stands before it."""
    if at >= len(tokens) or tokens[at].kind != "number" or len(tokens[at].text) != 4 or not tokens[at].text.isdecimal():
        return None
    value = int(tokens[at].text)
    low, high = (1000, 2999) if calendar is Calendar.GREGORIAN else (1200, 1500)
    if not low <= value <= high or _counts_something(tokens, at + 1, words, years=False):
        return None
    era = words.eras.match(tokens, at + 1)
    if era is None:
        return value, at + 1, None
    agrees = (era[0] is Calendar.GREGORIAN) == (value > 1600)
    if not agrees:
        return value, at + 1, None
    # "هجری" after a Persian month means the solar Hijri year.
    return value, era[1], calendar if calendar is Calendar.JALALI and era[0] is Calendar.HIJRI else era[0]


def _year_alone(tokens: Sequence[Token], at: int, words: Vocabulary) -> _Partial | None:
    found = _year_at(tokens, at, words)
    if found is None or _labelled(tokens, at, words):
        return None
    value, end, calendar = found
    if calendar is None:
        calendar = _likely_calendar(tokens, at, value, words)
    return None if calendar is None else _Partial(at, end, year=value, calendar=calendar)


def _likely_calendar(tokens: Sequence[Token], at: int, value: int, words: Vocabulary) -> Calendar | None:
    if 1900 <= value <= 2100:
        return Calendar.GREGORIAN
    if words.language is Language.FA and 1290 <= value <= 1450 and words.year_cues.match_before(tokens, at):
        return Calendar.JALALI
    return None


def _labelled(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    return (
        words.labels.match_before(tokens, at)
        or (at > 0 and glued(tokens, at) and (tokens[at - 1].text in {"$", "€", "£", "¥", "#", "/"}))
    )


def _counts_something(tokens: Sequence[Token], at: int, words: Vocabulary, *, years: bool = True) -> bool:
    """Whether what follows is a unit or something counted, so that the number before it is no day or year."""
    if words.counted.match(tokens, at) is not None:
        return tokens[at].kind != "han" or tokens[at].text in _COUNTED_HAN
    measure = words.measures.match(tokens, at)
    if measure is None or (not years and tokens[at].text in {"م", "年"}):
        return False
    return True


# --- ranges -----------------------------------------------------------------------------------------------------------


def _joined(tokens: Sequence[Token], at: int, words: Vocabulary, *, between: bool) -> int | None:
    """The token after the words that join two ends of a range, and after a repeated "the", "year", …"""
    found = words.ranges.match(tokens, at)
    if found is None and between:
        found = words.ands.match(tokens, at)
    if found is None:
        # Arabic writes "and" onto the next word: بين الثالث والخامس.
        conjoined = between and at < len(tokens) and words.language is Language.AR and tokens[at].text.startswith("و")
        return at if conjoined else None
    position = found[1]
    while position < len(tokens) and tokens[position].text in {"the", "عام", "سنه", "سال", "روز"}:
        position += 1
    return position


def _range(
    tokens: Sequence[Token], left: _Partial, right: _Partial, words: Vocabulary, reference: date | None
) -> Days | None:
    """Both ends as one range; an end takes the month and year that it lacks from the other one."""
    if right.month is None and right.day is not None and left.month is not None:
        if left.day is None or _counts_something(tokens, right.end, words):
            return None
        right = _with_year(tokens, replace(right, month=left.month, calendar=left.calendar), words)
    if left.month is None and left.day is not None:
        if _day_alone(tokens, left, reference) and right.month is None and _day_alone(tokens, right, reference):
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


def _short_year(tokens: Sequence[Token], left: _Partial, right: _Partial) -> _Partial | None:
    """2025-26: the second year without its century."""
    if left.year is None or left.month is not None or right.day is None or right.month is not None:
        return None
    token = tokens[right.start]
    if right.day != left.year % 100 + 1 or len(token.text) != 2 or not glued(tokens, right.start):
        return None
    return replace(right, day=None, year=left.year + 1, calendar=left.calendar)


def _resolve(left: _Partial, right: _Partial, reference: date | None) -> Days | None:
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


def _days(partial: _Partial, reference: date | None) -> tuple[date, date]:
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
