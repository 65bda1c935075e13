"""Reading one date as far as it is written: a day, a month, a year, or several of them.

A numeric date is read day first; month first only when that is the one possible reading.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cpecbot.language.text.phrases import PhraseTable, Token, glued
from cpecbot.language.values.dates.calendars import Calendar
from cpecbot.language.values.dates.partial import Partial
from cpecbot.language.values.dates.years import counts_something, with_year, year_alone, year_at
from cpecbot.language.values.numerals import read_number
from cpecbot.language.values.words.vocabulary import Vocabulary

# Years of the calendars beside the Gregorian that are believed in figures alone (04/10/1404).
_NUMERIC_YEARS = {Calendar.JALALI: range(1200, 1501), Calendar.HIJRI: range(1300, 1501)}
# The centuries of years in two figures, and from which on such a year is of the last one.
_CENTURY, _JALALI_CENTURY = 1900, 1300
_LAST_CENTURY_FROM = 50


def read_partial(tokens: Sequence[Token], at: int, words: Vocabulary) -> Partial | None:
    """The date that starts at token ``at``, as far as it is written."""
    if at >= len(tokens):
        return None
    if tokens[at].kind == "date":
        return _numeric(tokens, at, words)
    return (
        _era_first(tokens, at, words)
        or _marked(tokens, at, words)
        or _month_first(tokens, at, words)
        or _day_first(tokens, at, words)
        or year_alone(tokens, at, words)
    )


def _era_first(tokens: Sequence[Token], at: int, words: Vocabulary) -> Partial | None:
    """伊历1424年4月9日; in 农历八月十五 the day has no mark behind it."""
    era = words.dates.eras_before.match(tokens, at)
    found = read_partial(tokens, era[1], words) if era is not None else None
    if era is None or found is None:
        return None
    day = None
    if found.month is not None and found.day is None:
        day = _day(tokens, _to_day(tokens, found.end, words), words)
    if day is not None and not counts_something(tokens, day[1], words):
        found = replace(found, day=day[0], end=day[1])
    return replace(found, start=at, calendar=era[0], weak=False)


def _numeric(tokens: Sequence[Token], at: int, words: Vocabulary) -> Partial | None:
    separator = next(mark for mark in tokens[at].text if not mark.isdigit())
    first, month, last = (int(part) for part in tokens[at].text.split(separator))
    other = words.dates.second_calendar or Calendar.HIJRI
    if first > 31 or (last < 100 and words.dates.year_first):
        year, day = first, last
    else:
        year, day = last, first
        if month > 12 >= day:
            month, day = day, month
    if year < 100:
        year += _century(year, words)
    calendar = other if year in _NUMERIC_YEARS.get(other, ()) else Calendar.GREGORIAN
    era = words.dates.eras.match(tokens, at + 1)
    return Partial(at, at + 1 if era is None else era[1], year, month, day, era[0] if era else calendar)


def _century(year: int, words: Vocabulary) -> int:
    """What is left out of a year in two figures: ۹۸/۰۳/۰۵ is of 1398, 05/03/98 of 1998."""
    if words.dates.second_calendar is Calendar.JALALI:
        return _JALALI_CENTURY if year >= _LAST_CENTURY_FROM else _JALALI_CENTURY + 100
    return _CENTURY if year >= _LAST_CENTURY_FROM else _CENTURY + 100


def _marked(tokens: Sequence[Token], at: int, words: Vocabulary) -> Partial | None:
    """[YYYY年][M月][D日]; a leading 第 makes it an ordinal and no date."""
    if words.order.before.match_before(tokens, at):
        return None
    parts: list[int | None] = []
    position = at
    marked = False
    dates = words.dates
    for marks, low, high in ((dates.year_marks, 1000, 2999), (dates.month_marks, 1, 12), (dates.day_marks, 1, 31)):
        parts.append(None)
        number = read_number(tokens, position, words.numbers) if position < len(tokens) else None
        end = _mark_end(tokens, number.end, marks, words) if number is not None else None
        if number is None or end is None:
            continue
        if not low <= number.value <= high:
            break
        parts[-1], position, marked = int(number.value), end, end > number.end
        if not marked:
            break
    year, month, day = (*parts, None, None)[:3]
    if position == at or (year is not None and month is None and day is not None):
        return None
    return Partial(at, position, year, month, day, marked=marked, open_end=not marked)


def _mark_end(tokens: Sequence[Token], at: int, marks: PhraseTable[bool], words: Vocabulary) -> int | None:
    """The token after the mark of a number that ends at token ``at``; ``at`` where the mark follows 6-9日 later."""
    own = marks.match(tokens, at)
    if own is not None:
        return own[1]
    joiner = words.amounts.ranges.match(tokens, at)
    other = read_number(tokens, joiner[1], words.numbers) if joiner and joiner[1] < len(tokens) else None
    return at if other is not None and marks.match(tokens, other.end) is not None else None


def _month_first(tokens: Sequence[Token], at: int, words: Vocabulary) -> Partial | None:
    found = _month(tokens, at, words)
    if found is None:
        return None
    partial = found
    position = partial.end
    step = _to_day(tokens, position, words)
    if not year_at(tokens, step, words):
        position = step
    day = _day(tokens, position, words)
    if day is not None and not counts_something(tokens, day[1], words):
        partial = replace(partial, day=day[0], end=day[1], weak=False)
    return with_year(tokens, partial, words)


def _to_day(tokens: Sequence[Token], at: int, words: Vocabulary) -> int:
    """The token after a mark or a word such as "the" that may stand between a month and its day."""
    found = words.dates.day_after_month.match(tokens, at)
    if found is not None:
        return found[1]
    return at + 1 if at < len(tokens) and tokens[at].text in {".", "-"} else at


def _day_first(tokens: Sequence[Token], at: int, words: Vocabulary) -> Partial | None:
    day = _day(tokens, at, words)
    if day is None or words.dates.not_day_after.match_before(tokens, at):
        return None
    position = day[1]
    link = words.dates.day_links.match(tokens, position)
    for start in [position, *([link[1]] if link else []), position + 1 if _dash(tokens, position) else position]:
        month = _month(tokens, start, words)
        if month is not None:
            partial = replace(month, start=at, day=day[0], weak=False)
            return with_year(tokens, partial, words)
    return Partial(at, position, day=day[0], weak=True)


def _dash(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text in {"-", "/"}


def _month(tokens: Sequence[Token], at: int, words: Vocabulary) -> Partial | None:
    """A month, perhaps under both its names: يناير/كانون الثاني, كانون الثاني (يناير)."""
    found = words.dates.months.match(tokens, at)
    if found is None:
        return None
    month, end = found
    if end < len(tokens) and tokens[end].text in "/(-":
        again = words.dates.months.match(tokens, end + 1)
        if again is not None and again[0].number == month.number and again[0].calendar is month.calendar:
            end = again[1]
            if end < len(tokens) and tokens[end].text == ")":
                end += 1
    return Partial(at, end, month=month.number, calendar=month.calendar, weak=month.weak)


def _day(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    """A day of a month in figures (4, 4th) or words (third, سوم, الرابع)."""
    if at >= len(tokens):
        return None
    if tokens[at].kind == "number":
        figures = tokens[at].text
        if len(figures) > 2 or not 1 <= int(figures) <= 31:
            return None
        ending = words.order.endings.match(tokens, at + 1) if glued(tokens, at + 1) else None
        return int(figures), ending[1] if ending else at + 1
    if tokens[at].text not in words.starters:
        return None
    number = read_number(tokens, at, words.numbers)
    ordinal = words.numbers.ordinals.match(tokens, at)
    value, end = (number.value, number.end) if number is not None else (0, at)
    if ordinal is not None and ordinal[1] > end:
        value, end = ordinal[0].value, ordinal[1]
    return (int(value), end) if 1 <= value <= 31 else None
