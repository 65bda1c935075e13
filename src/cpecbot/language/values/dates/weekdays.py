"""Which day a weekday is: that of the date beside it, else the last one before the article appeared."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from msgspec.structs import replace

from cpecbot.language.text.folding import fold
from cpecbot.language.text.phrases import tokenize
from cpecbot.language.values.words.vocabulary import Vocabulary
from cpecbot.models import Value, ValueKind

_BESIDE = frozenset(",()[]/")
_WEEK = 7


def last_weekday(weekday: int, reference: date | None) -> date | None:
    """The last such day at or before the reference."""
    if reference is None:
        return None
    return reference - timedelta((reference.isoweekday() - weekday) % _WEEK)


def with_dated_weekdays(values: tuple[Value, ...], text: str, words: Vocabulary) -> tuple[Value, ...]:
    """``values``, read in ``text``, where a weekday is the day of the date that is written with it."""
    found = list(values)
    for number, (left, right) in enumerate(pairwise(values)):
        if {left.kind, right.kind} == {ValueKind.DATE, ValueKind.WEEKDAY} and _together(
            text[left.span.end : right.span.start], words
        ):
            weekday, dated = (number, right) if left.kind is ValueKind.WEEKDAY else (number + 1, left)
            found[weekday] = _dated(values[weekday], dated)
    return tuple(found)


def _together(gap: str, words: Vocabulary) -> bool:
    """Whether only commas, brackets and words for "that is" stand between them."""
    if "\n" in gap:
        return False
    tokens = tokenize(gap, fold(gap))
    at = 0
    while at < len(tokens):
        phrase = words.dates.aliases.match(tokens, at)
        if phrase is None and tokens[at].text not in _BESIDE:
            return False
        at = phrase[1] if phrase else at + 1
    return True


def _dated(weekday: Value, dated: Value) -> Value:
    if dated.first is None or dated.last is None:
        return weekday
    days = [dated.first + timedelta(offset) for offset in range(min(_WEEK, (dated.last - dated.first).days + 1))]
    fitting = next((day for day in days if str(day.isoweekday()) == weekday.unit), None)
    return replace(weekday, first=fitting, last=fitting)
