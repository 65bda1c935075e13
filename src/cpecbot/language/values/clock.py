"""Reading a time of day: 1:39 p.m., 晚11点47分, الساعة الثالثة والنصف عصراً, رات 11 بجکر 47 منٹ."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cpecbot.language.text.phrases import Token
from cpecbot.language.values.numerals import read_number
from cpecbot.language.values.words.clock import ClockWords, PartOfDay
from cpecbot.language.values.words.vocabulary import Vocabulary

HALF_DAY = "half_day"
"""The unit of a time of which nobody told which half of the day it is in."""
_HOURS = 24
_HOUR = 60
_NOON = 12
HALF_A_DAY = _NOON * _HOUR
"""In minutes."""


class TimeOfDay(Struct, frozen=True):
    """``minutes`` since midnight. Of one that is not ``sure`` nobody told which half of the day it is in.

    ``end`` is the token after it.
    """

    minutes: int
    sure: bool
    end: int


def read_time(tokens: Sequence[Token], at: int, words: Vocabulary) -> TimeOfDay | None:
    """The time that starts at token ``at``."""
    clock = words.clock
    named = clock.named.match(tokens, at)
    if named is not None:
        return TimeOfDay(named[0] * _HOUR, sure=True, end=named[1])
    part = clock.parts.match(tokens, at) or _part_before(tokens, at, clock)
    start = part[1] if part else at
    written = _in_figures(tokens, start, words) or _in_hours(tokens, start, words, in_part=part is not None)
    if written is None:
        return None
    minutes, end = written
    if part is None:
        part = _part_after(tokens, end, clock)
        end = part[1] if part else end
    hour, rest = divmod(minutes, _HOUR)
    hour = part[0].hour(hour) if part else hour
    sure = part is not None or hour > _NOON or hour == 0
    return TimeOfDay(hour % _HOURS * _HOUR + rest, sure, end)


def _in_figures(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    """13:40: the minutes since midnight, and the token after it."""
    at = _announced(tokens, at, words) or at
    if at >= len(tokens) or tokens[at].kind != "other" or ":" not in tokens[at].text[:3]:
        return None
    hour, minute = (int(part) for part in tokens[at].text.split(":")[:2])
    return (hour * _HOUR + minute, at + 1) if hour <= _HOURS and minute < _HOUR else None


def _in_hours(tokens: Sequence[Token], at: int, words: Vocabulary, *, in_part: bool) -> tuple[int, int] | None:
    """An hour with its minutes, where a word before or behind it says that it is one; ``in_part`` of a day told."""
    clock = words.clock
    announced = _announced(tokens, at, words)
    hour = _hour(tokens, announced or at, words, announced=announced is not None)
    if hour is None:
        return None
    minutes, end = hour
    if clock.not_hours.match(tokens, end) is not None:
        return None
    mark = clock.hours.match(tokens, end)
    weak = clock.weak_hours.match(tokens, end) if mark is None else None
    behind = mark or weak
    end = behind[1] if behind else end
    rest = _minutes(tokens, end, words) if behind or announced else None
    if weak and rest is None and not in_part and _part_after(tokens, end, clock) is None:
        return None
    if not behind and (_counts(tokens, end, words) if announced else not clock.telling.match(tokens, end)):
        return None
    return (minutes + rest[0], rest[1]) if rest else (minutes, end)


def _announced(tokens: Sequence[Token], at: int, words: Vocabulary) -> int | None:
    """The token after a word that announces an hour at token ``at``; in "24 hours 5 died" the word is counted."""
    found = words.clock.announced_by.match(tokens, at)
    counted = at > 0 and (tokens[at - 1].kind == "number" or words.numbers.cardinals.match_before(tokens, at))
    return found[1] if found and not counted else None


def _counts(tokens: Sequence[Token], end: int, words: Vocabulary) -> bool:
    """Whether the number before token ``end`` counts what stands there."""
    counted = words.counting.counted.match(tokens, end) or words.units.measures.match(tokens, end)
    return counted is not None and words.clock.parts.match(tokens, end) is None


def _hour(tokens: Sequence[Token], at: int, words: Vocabulary, *, announced: bool) -> tuple[int, int] | None:
    """In minutes; half past three may be three and a half. An announced one may be an ordinal: الساعة الثالثة."""
    number = read_number(tokens, at, words.numbers)
    value, end = (number.value, number.end) if number else (-1.0, at)
    if number is None and announced:
        place = words.numbers.ordinals.match(tokens, at)
        value, end = (float(place[0].value), place[1]) if place else (-1.0, at)
    minutes = value * _HOUR
    whole = 0 <= value <= _HOURS and minutes.is_integer() and (number is None or not number.more)
    return (int(minutes), end) if whole else None


def _minutes(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    """The minutes behind an hour: 47分, و38 دقيقة, والنصف."""
    clock = words.clock
    fraction = clock.fractions.match(tokens, at)
    if fraction is not None:
        return fraction
    link = clock.minutes_after.match(tokens, at)
    start = link[1] if link else at
    number = read_number(tokens, start, words.numbers)
    mark = clock.minutes.match(tokens, number.end) if number else None
    if number is None or mark is None or not (0 <= number.value < _HOUR and number.value.is_integer()):
        return None
    return int(number.value), mark[1]


def _part_before(tokens: Sequence[Token], at: int, clock: ClockWords) -> tuple[PartOfDay, int] | None:
    """A part of the day that belongs to the weekday before it: پیر کی شام 7 بجے."""
    found = clock.parts.match(tokens, at - 1)
    return found if found and found[1] == at else None


def _part_after(tokens: Sequence[Token], at: int, clock: ClockWords) -> tuple[PartOfDay, int] | None:
    link = clock.parts_after.match(tokens, at)
    return clock.parts.match(tokens, link[1] if link else at)
