"""Typed values of a text: numbers, ordinals, sums, quantities, versions, dates and weekdays, one for all languages.

Where readings compete, the one over the most words wins, then the more specific kind. Spans leave out what only
announces a value ("in", عام) but keep what bounds it ("more than").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from cpecbot.language.text.folding import REMEMBERED, Folded, fold
from cpecbot.language.text.phrases import Token, glued, tokenize
from cpecbot.language.values.amounts import read_amount
from cpecbot.language.values.clock import HALF_DAY, read_time
from cpecbot.language.values.compatibility import compatible
from cpecbot.language.values.counts import read_score, read_version
from cpecbot.language.values.dates.ages import read_age
from cpecbot.language.values.dates.reading import read_date
from cpecbot.language.values.dates.relative import day_away, read_relative
from cpecbot.language.values.dates.resolving import Days
from cpecbot.language.values.dates.weekdays import last_weekday, with_dated_weekdays
from cpecbot.language.values.numbers.cutting import with_units_apart
from cpecbot.language.values.numbers.grouping import with_groups
from cpecbot.language.values.numerals import ReadOnce
from cpecbot.language.values.ordinals import MINUTE, read_minute, read_ordinal
from cpecbot.language.values.units import YEARS
from cpecbot.language.values.words.dates import Weekday
from cpecbot.language.values.words.vocabulary import Vocabulary, vocabulary
from cpecbot.languages import Language
from cpecbot.models import Span, Value, ValueKind

__all__ = ["compatible", "find_values"]

_Reading = tuple[Value, int]
# Until the place of its tokens in the text is known.
_NOWHERE = Span(0, 0)
_FIGURES = frozenset({"number", "date", "part", "other"})


def find_values(text: str, language: Language, reference: date | None = None) -> tuple[Value, ...]:
    """The values of ``text`` in order, not overlapping.

    ``reference`` is the day that the text appeared: weekdays are the last such day at or before it, and a date without
    a year is of its year.
    """
    return language.once(_Finder).find(text, reference)


class _Finder:
    """Finds the values of one language; several readers of one question look for them, and for those of its parts."""

    def __init__(self, language: Language) -> None:
        self._words = vocabulary(language)
        self._remembered = lru_cache(maxsize=128)(self._find)

    def find(self, text: str, reference: date | None) -> tuple[Value, ...]:
        return (self._remembered if len(text) <= REMEMBERED else self._find)(text, reference)

    def _find(self, text: str, reference: date | None) -> tuple[Value, ...]:
        folded, words = fold(text), self._words
        tokens = ReadOnce(with_units_apart(with_groups(tokenize(text, folded), words), words))
        return with_dated_weekdays(tuple(_values(tokens, folded, words, reference)), text, words)


def _values(tokens: Sequence[Token], folded: Folded, words: Vocabulary, reference: date | None) -> Iterator[Value]:
    at = 0
    taken = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind not in _FIGURES and token.text not in words.starters and not _is_sign(tokens, at):
            at += 1
            continue
        idiom = words.order.not_ordinal.match(tokens, at)
        if idiom is not None:
            at = idiom[1]
            continue
        readings = [
            reading for reading in _readings(tokens, at, folded, words, reference) if reading[0].span.start >= taken
        ]
        if not readings:
            at += 1
            continue
        value, at = max(readings, key=lambda reading: reading[1])
        if len(value.span):
            taken = value.span.end
            yield value


def _is_sign(tokens: Sequence[Token], at: int) -> bool:
    """Whether a minus may stand at token ``at``, before figures or the sign of a currency."""
    if tokens[at].text != "-" or not glued(tokens, at + 1):
        return False
    return tokens[at + 1].kind in {"number", "mark"} and not (glued(tokens, at) and tokens[at - 1].kind == "word")


def _readings(
    tokens: Sequence[Token], at: int, folded: Folded, words: Vocabulary, reference: date | None
) -> Iterator[_Reading]:
    """All readings at a token, the most specific first."""

    def span(end: int) -> Span:
        return folded.original(Span(tokens[at].start, tokens[end - 1].end))

    days = read_date(tokens, at, words, reference)
    if days is not None:
        yield _date(days, span(days.end)), days.end
    weekday = words.dates.weekdays.match(tokens, at)
    if weekday is not None and not _counts_weeks(tokens, at, weekday[0], words):
        day = last_weekday(weekday[0].number, reference) if _may_be_past(tokens, at, weekday[1], words) else None
        yield Value(ValueKind.WEEKDAY, span(weekday[1]), unit=str(weekday[0].number), first=day, last=day), weekday[1]
    for days_away, end in _relative(tokens, at, words, reference):
        first, last = days_away or (None, None)
        yield Value(ValueKind.RELATIVE_DAY, span(end), first=first, last=last), end
    for value, end in (*_time(tokens, at, words), *_age(tokens, at, words)):
        yield replace(value, span=span(end)), end
    version = read_version(tokens, at, words)
    if version is not None:
        yield Value(ValueKind.VERSION, span(version[1]), unit=version[0]), version[1]
    score = read_score(tokens, at, words)
    if score is not None:
        yield Value(ValueKind.SCORE, span(score[1]), unit=score[0]), score[1]
    place = read_ordinal(tokens, at, words)
    minute = read_minute(tokens, at, place, words)
    ordinal = minute or place
    if ordinal is not None:
        number, unit = float(ordinal[0]), MINUTE if minute else None
        yield Value(ValueKind.ORDINAL, span(ordinal[1]), low=number, high=number, unit=unit), ordinal[1]
    amount = read_amount(tokens, at, words)
    # خط ۷ روز دوشنبه: the unit is a word of the weekday.
    numbered = ordinal is not None and amount is not None and words.dates.weekdays.match(tokens, amount.end) is not None
    if amount is not None and not numbered:
        low, high, unit, vague = amount.low, amount.high, amount.unit, amount.vague
        yield Value(amount.kind, span(amount.end), low, high, unit, vague=vague), amount.end


def _may_be_past(tokens: Sequence[Token], at: int, end: int, words: Vocabulary) -> bool:
    """Whether nothing says that the weekday at tokens ``[at, end)`` is not the last such one."""
    not_past = words.dates.not_past
    return not (not_past.match_before(tokens, at) or not_past.match(tokens, end))


def _relative(
    tokens: Sequence[Token], at: int, words: Vocabulary, reference: date | None
) -> Iterator[tuple[tuple[date, date] | None, int]]:
    """A day or a period that is told by its distance from the reference, and the token after it."""
    day = words.dates.relative_days.match(tokens, at)
    if day is not None:
        found = day_away(reference, day[0])
        yield (found, found) if found else None, day[1]
    period = read_relative(tokens, at, words, reference)
    if period is not None:
        yield period.days, period.end


def _time(tokens: Sequence[Token], at: int, words: Vocabulary) -> Iterator[_Reading]:
    time = read_time(tokens, at, words)
    if time is not None:
        minutes, unit = float(time.minutes), None if time.sure else HALF_DAY
        yield Value(ValueKind.TIME, _NOWHERE, minutes, minutes, unit), time.end


def _age(tokens: Sequence[Token], at: int, words: Vocabulary) -> Iterator[_Reading]:
    age = read_age(tokens, at, words)
    if age is not None:
        yield Value(ValueKind.DURATION, _NOWHERE, age.low, age.high, YEARS), age.end


def _date(days: Days, span: Span) -> Value:
    low, high = map(float, days.numbers) if days.numbers else (None, None)
    return Value(ValueKind.DATE, span, low, high, None, days.first, days.last, days.year_known)


def _counts_weeks(tokens: Sequence[Token], at: int, weekday: Weekday, words: Vocabulary) -> bool:
    """一周一次 is "once a week", not a Monday."""
    number = at > 0 and words.numbers.cardinals.match(tokens, at - 1) is not None
    return weekday.counts_weeks and (number or words.dates.weeks_after.match_before(tokens, at))
