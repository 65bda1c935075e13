"""Reading one date as far as it is written: a day, a month, a year, or several of them.

A numeric date is read day first; month first only when that is the one possible reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.calendars import Calendar
from cpecbot.language.values.numerals import read_number
from cpecbot.language.values.vocabulary import Vocabulary

# After these an ordinal is no day: الأسبوع الأول من يناير.
_PARTS_OF_A_MONTH = frozenset(["الاسبوع", "النصف", "الثلث", "الربع", "هفته", "نيمه", "دهه"])
# What makes a four-figure number before it a count in Chinese.
_COUNTED_HAN = frozenset("人个個名位家辆輛户戶项項所座份")


@dataclass(frozen=True, slots=True)
class Partial:
    """The written parts of a date over tokens ``[start, end)``; a ``weak`` one may be no date at all."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: Calendar = Calendar.GREGORIAN
    weak: bool = False


def read_partial(tokens: Sequence[Token], at: int, words: Vocabulary) -> Partial | None:
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


def _numeric(tokens: Sequence[Token], at: int, words: Vocabulary) -> Partial | None:
    separator = next(mark for mark in tokens[at].text if not mark.isdigit())
    first, month, last = (int(part) for part in tokens[at].text.split(separator))
    if first > 31:
        year, day = first, last
    else:
        year, day = last, first
        if month > 12 >= day:
            month, day = day, month
    calendar = Calendar.GREGORIAN
    if words.language.code == "fa" and 1200 <= year <= 1500:
        calendar = Calendar.JALALI
    if words.language.code != "fa" and 1300 <= year <= 1500:
        calendar = Calendar.HIJRI
    era = words.eras.match(tokens, at + 1)
    return Partial(at, at + 1 if era is None else era[1], year, month, day, era[0] if era else calendar)


def _chinese(tokens: Sequence[Token], at: int, words: Vocabulary) -> Partial | None:
    """[YYYY年][M月][D日]; a leading 第 makes it an ordinal and no date."""
    if at and tokens[at - 1].text == "第":
        return None
    parts: list[int | None] = []
    position = at
    for marks, low, high in (("年", 1000, 2999), ("月", 1, 12), ("日号號", 1, 31)):
        parts.append(None)
        number = read_number(tokens, position, words.numbers) if position < len(tokens) else None
        if number is None or number.end >= len(tokens) or tokens[number.end].text not in marks:
            continue
        if not low <= number.value <= high or tokens[number.end - 1].text in "个個":
            break
        parts[-1], position = int(number.value), number.end + 1
    year, month, day = (*parts, None, None)[:3]
    if position == at or (year is not None and month is None and day is not None):
        return None
    return Partial(at, position, year, month, day)


def _month_first(tokens: Sequence[Token], at: int, words: Vocabulary) -> Partial | None:
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
    if day is not None and not counts_something(tokens, day[1], words):
        partial = replace(partial, day=day[0], end=day[1], weak=False)
    return with_year(tokens, partial, words)


def _day_first(tokens: Sequence[Token], at: int, words: Vocabulary) -> Partial | None:
    day = _day(tokens, at, words)
    if day is None or (at > 0 and tokens[at - 1].text in _PARTS_OF_A_MONTH):
        return None
    position = day[1]
    link = words.day_links.match(tokens, position)
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
    return Partial(at, end, month=month.number, calendar=month.calendar, weak=month.weak)


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


def with_year(tokens: Sequence[Token], partial: Partial, words: Vocabulary) -> Partial:
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


def _year_at(
    tokens: Sequence[Token], at: int, words: Vocabulary, calendar: Calendar = Calendar.GREGORIAN
) -> tuple[int, int, Calendar | None] | None:
    """A year in four figures and its era, believed as the year of a month that stands before it."""
    if at >= len(tokens) or tokens[at].kind != "number" or len(tokens[at].text) != 4 or not tokens[at].text.isdecimal():
        return None
    value = int(tokens[at].text)
    low, high = (1000, 2999) if calendar is Calendar.GREGORIAN else (1200, 1500)
    if not low <= value <= high or counts_something(tokens, at + 1, words, years=False):
        return None
    era = words.eras.match(tokens, at + 1)
    if era is None:
        return value, at + 1, None
    agrees = (era[0] is Calendar.GREGORIAN) == (value > 1600)
    if not agrees:
        return value, at + 1, None
    # "هجری" after a Persian month means the solar Hijri year.
    return value, era[1], calendar if calendar is Calendar.JALALI and era[0] is Calendar.HIJRI else era[0]


def _year_alone(tokens: Sequence[Token], at: int, words: Vocabulary) -> Partial | None:
    found = _year_at(tokens, at, words)
    if found is None or _labelled(tokens, at, words):
        return None
    value, end, calendar = found
    if calendar is None:
        calendar = _likely_calendar(tokens, at, value, words)
    return None if calendar is None else Partial(at, end, year=value, calendar=calendar)


def _likely_calendar(tokens: Sequence[Token], at: int, value: int, words: Vocabulary) -> Calendar | None:
    if 1900 <= value <= 2100:
        return Calendar.GREGORIAN
    if words.language.code == "fa" and 1290 <= value <= 1450 and words.year_cues.match_before(tokens, at):
        return Calendar.JALALI
    return None


def _labelled(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    return words.labels.match_before(tokens, at) or (
        at > 0 and glued(tokens, at) and (tokens[at - 1].text in {"$", "€", "£", "¥", "#", "/"})
    )


def counts_something(tokens: Sequence[Token], at: int, words: Vocabulary, *, years: bool = True) -> bool:
    """Whether what follows is a unit or something counted, so that the number before it is no day or year."""
    if words.counted.match(tokens, at) is not None:
        return tokens[at].kind != "han" or tokens[at].text in _COUNTED_HAN
    measure = words.measures.match(tokens, at)
    return measure is not None and (years or tokens[at].text not in {"م", "年"})
