"""The year of a date: behind its month, or alone; and what makes of a number no day and no year."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.dates.calendars import Calendar
from cpecbot.language.values.dates.partial import Partial
from cpecbot.language.values.units import SYMBOLS
from cpecbot.language.values.words.vocabulary import Vocabulary

# Years that are believed with no month beside them: a Gregorian one, and one of the second calendar behind a cue.
_YEARS_ALONE = range(1900, 2101)
_CUED_YEARS = range(1290, 1451)
_LABELS = frozenset({*SYMBOLS, "#", "/"})


def with_year(tokens: Sequence[Token], partial: Partial, words: Vocabulary) -> Partial:
    """``partial`` with the year that stands behind it, if any does."""
    position = partial.end
    if position < len(tokens) and tokens[position].text == ".":
        position += 1
    cue = words.dates.year_links.match(tokens, position)
    for start in (position, cue[1] if cue else position):
        year = year_at(tokens, start, words, partial.calendar)
        if year is not None:
            value, end, calendar = year
            return replace(partial, year=value, end=end, calendar=calendar or partial.calendar, weak=False)
    return partial


def year_at(
    tokens: Sequence[Token], at: int, words: Vocabulary, calendar: Calendar = Calendar.GREGORIAN
) -> tuple[int, int, Calendar | None] | None:
    """A year in four figures and its era, believed as the year of a month that stands before it."""
    if at >= len(tokens) or tokens[at].kind != "number" or len(tokens[at].text) != 4 or not tokens[at].text.isdecimal():
        return None
    value = int(tokens[at].text)
    low, high = (1000, 2999) if calendar is Calendar.GREGORIAN else (1200, 1500)
    if not low <= value <= high or counts_something(tokens, at + 1, words, years=False):
        return None
    era = words.dates.eras.match(tokens, at + 1)
    if era is None:
        return value, at + 1, None
    agrees = (era[0] is Calendar.GREGORIAN) == (value > 1600)
    if not agrees:
        return value, at + 1, None
    # "هجری" after a Persian month means the solar Hijri year.
    return value, era[1], calendar if calendar is Calendar.JALALI and era[0] is Calendar.HIJRI else era[0]


def year_alone(tokens: Sequence[Token], at: int, words: Vocabulary) -> Partial | None:
    """A year at token ``at`` with neither month nor day."""
    found = year_at(tokens, at, words)
    if found is None or _labelled(tokens, at, words):
        return None
    value, end, calendar = found
    if calendar is None:
        calendar = _likely_calendar(tokens, at, value, words)
    return None if calendar is None else Partial(at, end, year=value, calendar=calendar)


def _likely_calendar(tokens: Sequence[Token], at: int, value: int, words: Vocabulary) -> Calendar | None:
    if value in _YEARS_ALONE:
        return Calendar.GREGORIAN
    cued = value in _CUED_YEARS and words.dates.year_cues.match_before(tokens, at)
    return words.dates.second_calendar if cued else None


def _labelled(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    return words.counting.labels.match_before(tokens, at) or (
        at > 0 and glued(tokens, at) and (tokens[at - 1].text in _LABELS)
    )


def counts_something(tokens: Sequence[Token], at: int, words: Vocabulary, *, years: bool = True) -> bool:
    """Whether what follows is a unit or something counted, so that the number before it is no day or year."""
    clock = words.dates.clock.match(tokens, at)
    if clock is not None and clock[1] < len(tokens) and tokens[clock[1]].text[0].isdecimal():
        return False
    if words.dates.counted.match(tokens, at) is not None:
        return True
    marked = words.dates.eras.match(tokens, at) or words.dates.year_marks.match(tokens, at)
    return words.units.measures.match(tokens, at) is not None and (years or marked is None)
