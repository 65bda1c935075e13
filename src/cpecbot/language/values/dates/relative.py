"""Periods told by their distance from that of the article: "early next month", الأسبوع الماضي, 明年年底, a season."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from cpecbot.language.text.phrases import Token
from cpecbot.language.values.dates.calendars import Calendar, gregorian_days, year_of
from cpecbot.language.values.dates.reading import read_date
from cpecbot.language.values.words.dates_file import Part, Stretch
from cpecbot.language.values.words.vocabulary import Vocabulary

_WEEK = 7
_WHOLE_YEAR = (1, 1, 12, 31)
# Which part of the days of a stretch each is.
_PARTS = {
    Part.EARLY: (0, 1 / 3), Part.MIDDLE: (1 / 3, 2 / 3), Part.LATE: (2 / 3, 1),
    Part.FIRST_HALF: (0, 1 / 2), Part.SECOND_HALF: (1 / 2, 1),
    Part.FIRST_QUARTER: (0, 1 / 4), Part.SECOND_QUARTER: (1 / 4, 1 / 2),
    Part.THIRD_QUARTER: (1 / 2, 3 / 4), Part.LAST_QUARTER: (3 / 4, 1),
}  # fmt: skip

_Days = tuple[date, date]


class RelativePeriod(NamedTuple):
    """Its first and last Gregorian day, where a rule tells them, and the token after it."""

    days: _Days | None
    end: int


class _Stretch(NamedTuple):
    """So many ``stretch``es ahead of that of the article; of a season nobody tells the days."""

    stretch: Stretch
    ahead: int
    end: int


def read_relative(tokens: Sequence[Token], at: int, words: Vocabulary, reference: date | None) -> RelativePeriod | None:
    """The period that starts at token ``at``; None where a date or a weekday begins within it or right behind."""
    found = None if words.relative.not_after.match_before(tokens, at) else _read(tokens, at, words, reference)
    if found is None or words.relative.not_before.match(tokens, found.end) is not None:
        return None
    if read_date(tokens, found.end, words, reference) is not None:
        return None
    weekdays = (words.dates.weekdays.match(tokens, place) for place in range(at, found.end))
    return None if any(each is not None and each[1] > found.end for each in weekdays) else found


def _read(tokens: Sequence[Token], at: int, words: Vocabulary, reference: date | None) -> RelativePeriod | None:
    relative = words.relative
    season, part = relative.seasons.match(tokens, at), relative.parts_before.match(tokens, at)
    opened = part or season
    if opened is not None:
        behind = _past_link(tokens, opened[1], words)
        of = _stretch(tokens, behind, words) or (_implied(tokens, behind, words) if part else None)
        if of is not None:
            return RelativePeriod(_part_days(_days(of, words, reference), part[0]) if part else None, of.end)
    found = _stretch(tokens, at, words)
    if found is not None:
        return _with_part(tokens, found, words, reference)
    if season is not None:
        return RelativePeriod(None, season[1]) if relative.announced_by.match_before(tokens, at) else None
    unit = relative.units.match(tokens, at)
    implied = relative.bare or relative.implied.match_before(tokens, at)
    parted = _with_part(tokens, _Stretch(unit[0], 0, unit[1]), words, reference) if unit and implied else None
    return parted if unit and parted and parted.end > unit[1] else None


def _with_part(tokens: Sequence[Token], found: _Stretch, words: Vocabulary, reference: date | None) -> RelativePeriod:
    """``found``, or the part or the season of it that is told behind: 明年年底, 今年夏天."""
    relative = words.relative
    days = _days(found, words, reference)
    again = relative.units.match(tokens, found.end)
    starts = (found.end, _past_link(tokens, found.end, words), *([again[1]] if again else []))
    for start in starts:
        part = relative.parts_after.match(tokens, start)
        if part is not None:
            return RelativePeriod(_part_days(days, part[0]), part[1])
        season = relative.seasons.match(tokens, start)
        if season is not None:
            return RelativePeriod(None, season[1])
    return RelativePeriod(days, found.end)


def _stretch(tokens: Sequence[Token], at: int, words: Vocabulary) -> _Stretch | None:
    """A stretch with its distance: in one word, or one before or behind the other."""
    relative = words.relative
    named = relative.names.match(tokens, at)
    if named is not None:
        return _Stretch(*named[0], named[1])
    before = relative.before.match(tokens, at)
    unit = _unit(tokens, before[1] if before else at, words)
    after = relative.after.match(tokens, unit[1]) if unit and before is None else None
    if unit is None or (before is None and after is None):
        return None
    return _Stretch(unit[0], before[0], unit[1]) if before else _Stretch(unit[0], *after) if after else None


def _unit(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[Stretch, int] | None:
    season = words.relative.seasons.match(tokens, at)
    return (Stretch.PERIOD, season[1]) if season is not None else words.relative.units.match(tokens, at)


def _implied(tokens: Sequence[Token], at: int, words: Vocabulary) -> _Stretch | None:
    """The current stretch, behind what is a part of it: "the end of the year"; not where a number names another."""
    relative = words.relative
    opened = relative.implied.match(tokens, at)
    if opened is None and not relative.bare:
        return None
    unit = relative.units.match(tokens, opened[1] if opened else at)
    numbered = unit is not None and unit[1] < len(tokens) and tokens[unit[1]].kind == "number"
    return None if unit is None or numbered else _Stretch(unit[0], 0, unit[1])


def _past_link(tokens: Sequence[Token], at: int, words: Vocabulary) -> int:
    link = words.relative.links.match(tokens, at)
    return link[1] if link else at


def day_away(reference: date | None, days: int | None) -> date | None:
    """The day so many ``days`` after ``reference``; None outside of the years 1 to 9999."""
    with suppress(OverflowError):
        return reference + timedelta(days) if reference and days is not None else None
    return None


def _days(found: _Stretch, words: Vocabulary, reference: date | None) -> _Days | None:
    """None where no rule tells them, and outside of the years that the calendar counts."""
    with suppress(OverflowError, ValueError):
        return _days_from(reference, found, words) if reference else None
    return None


def _days_from(reference: date, found: _Stretch, words: Vocabulary) -> _Days | None:
    calendar = words.dates.second_calendar or Calendar.GREGORIAN
    match found.stretch:
        case Stretch.WEEK | Stretch.WEEKEND:
            first = reference + timedelta(_WEEK * found.ahead - reference.weekday())
            return first + timedelta(_WEEK - 2 if found.stretch is Stretch.WEEKEND else 0), first + timedelta(_WEEK - 1)
        case Stretch.MONTH if calendar is Calendar.GREGORIAN:
            year, month = divmod(12 * reference.year + reference.month - 1 + found.ahead, 12)
            return gregorian_days(calendar, year, month + 1, None)
        case Stretch.YEAR:
            return gregorian_days(calendar, year_of(calendar, reference) + found.ahead, None, None)
        case Stretch.DECADE if calendar is Calendar.GREGORIAN:
            year = reference.year // 10 * 10 + 10 * found.ahead
            return date(year, 1, 1), date(year + 9, 12, 31)
        case _:
            return None


def _part_days(days: _Days | None, part: Part) -> _Days | None:
    if days is None:
        return None
    first, last = days
    if part is Part.FIRST_WEEK:
        return first, min(first + timedelta(_WEEK - 1), last)
    if part is Part.LAST_WEEK:
        return max(last - timedelta(_WEEK - 1), first), last
    begins, ends = _PARTS[part]
    if (first.month, first.day, last.month, last.day) == _WHOLE_YEAR:
        months = int(12 * begins) + 1, int(12 * ends)
        return date(first.year, months[0], 1), gregorian_days(Calendar.GREGORIAN, first.year, months[1], None)[1]
    number = (last - first).days + 1
    return first + timedelta(int(number * begins)), first + timedelta(max(int(number * ends), 1) - 1)
