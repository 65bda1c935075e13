"""The day and the hour of one moment are one answer: "on Sunday at 11:47 p.m.", 周日晚11点47分."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cpecbot.language.text.tokens import tokenize
from cpecbot.language.text.words import function_words
from cpecbot.models import Span, Value, ValueKind
from cpecbot.store.entries import Entry

# In characters; no words of grammar between a day and its hour are as long.
_LONGEST_LINK = 16
# Behind one of these something else begins, or another zone's time.
_PARTED = frozenset(".;:!?()（）。；؛؟")


def with_the_hour(values: Iterable[Value], entry: Entry) -> list[Span]:
    """Where ``values`` of the sentence stand in their order, a day and the hour beside it as one."""
    return list(_joined(sorted(values, key=lambda value: value.span), entry))


def tells_the_hour(entry: Entry, places: Iterable[Span]) -> bool:
    """Whether a time of day stands in one of ``places``."""
    hours = [value.span for value in entry.analysis.values if value.kind is ValueKind.TIME]
    return any(place.overlaps_any(hours) for place in places)


def _joined(values: Sequence[Value], entry: Entry) -> Iterator[Span]:
    at = 0
    while at < len(values):
        first, second = values[at], values[at + 1] if at + 1 < len(values) else None
        one = second is not None and _is_one_moment(first, second, entry)
        yield Span(first.span.start, second.span.end) if one and second else first.span
        at += 2 if one else 1


def _is_one_moment(first: Value, second: Value, entry: Entry) -> bool:
    if (first.kind is ValueKind.TIME) is (second.kind is ValueKind.TIME):
        return False
    between = entry.sentence.reading[first.span.end : second.span.start]
    if len(between) > _LONGEST_LINK or not _PARTED.isdisjoint(between):
        return False
    return function_words(entry.sentence.language).issuperset(token.text for token in tokenize(between))
