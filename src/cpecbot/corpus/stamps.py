"""The day that a page or a store puts above or below an article: when it was published, and no part of it.

``date 2026-01-05``, ``Published: 5 January 2026, 10:20``, ``2026年01月05日 10:20 来源：新华网``. A stamp is a line of
its own, or stands glued before the first sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from msgspec import Struct

from cpecbot.corpus.articles_file import ArticlesFile
from cpecbot.corpus.dateline import find_dateline
from cpecbot.corpus.names import known, named_groups, shown_name
from cpecbot.expressions import expression
from cpecbot.language.text.folding import unite_letters
from cpecbot.language.text.patterns import any_of, longest_first
from cpecbot.language.values.finding import find_values
from cpecbot.languages import Language
from cpecbot.models import Span, Value, ValueKind

_LINE = expression(r"[^\r\n\u2028\u2029]+")
# How many lines a page puts above and below its article.
_HEAD_LINES = 10
_TAIL_LINES = 4
# A longer line is prose; so is one with more words beside its date, unless a label opens it.
_LONGEST = 120
_FEW_WORDS = 4
_LABELLED_WORDS = 12
_TIME = expression(r"\d{1,2}[:٫：h]\d{2}(?:[:：]\d{2})?(?:\.\d+)?Z?|[+-]\d{2}:?\d{2}", re.ASCII)
_YEAR_FIRST = expression(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)")
_ADDRESS = expression(r"(?:https?://|www\.)[!-~]+")
_WORD = expression(r"[^\W\d_]+|\d+")
_STOPS = frozenset(".!?؟۔。！？")
_COLONS = frozenset(":：")
_SEPARATORS = " \t\u00a0-–—|/•·،,:：()[]【】（）؛;>»«"
_PARTED = expression(r"[/|•·]|\s?[-–—]\s")
_DATED = frozenset({ValueKind.DATE, ValueKind.WEEKDAY})
_PUBLISHED, _PLAIN, _UPDATED, _TITLE = range(4)


class Stamp(Struct, frozen=True):
    """``span`` is what is no part of the article, empty for the day that ends a title. ``rank`` orders what is told."""

    span: Span
    published: date
    rank: int
    outlet: str | None = None


class _Labels(Struct, frozen=True):
    """Of all languages, since a page may be in another than its article; letter case does not matter."""

    published: re.Pattern[str]
    updated: re.Pattern[str]
    words: re.Pattern[str]


def find_stamps(text: str, language: Language) -> tuple[Stamp, ...]:
    """The stamps of ``text``, the most telling first."""
    lines = [match for match in _LINE.finditer(text) if match[0].strip(" \ufeff")]
    head, tail = lines[:_HEAD_LINES], lines[_HEAD_LINES:][-_TAIL_LINES:]
    found = [*map(partial(_read, language), head), *map(partial(_read_tail, language), tail)]
    stamps = [stamp for stamp in found if stamp is not None]
    prose = next((line.start() for line in lines if len(line[0]) > _LONGEST), len(text))
    return tuple(sorted(stamps, key=partial(_order, prose)))


def _order(prose: int, stamp: Stamp) -> tuple[int, int]:
    """The surest first; of those that nothing labels the last one above the prose: a page's own day stands higher."""
    start = stamp.span.start
    return stamp.rank, -start if stamp.rank == _PLAIN and start < prose else start


def without_stamps(text: str, stamps: Iterable[Stamp]) -> str:
    """``text`` with spaces in place of ``stamps``, so that all offsets stay."""
    for span in (stamp.span for stamp in stamps if len(stamp.span)):
        text = f"{text[: span.start]}{' ' * len(span)}{text[span.end :]}"
    return text


def _read_tail(language: Language, line: re.Match[str]) -> Stamp | None:
    stamp = _read(language, line)
    return stamp if stamp is not None and stamp.rank != _TITLE and stamp.span.end == line.end() else None


def _read(language: Language, line: re.Match[str]) -> Stamp | None:
    if not any(character.isdecimal() for character in line[0]):
        return None
    labels = language.once(_labels)
    glued = _glued(line, labels, language)
    if glued is not None and find_dateline(line.string[glued.span.end : line.end()].strip(), language) is not None:
        return glued
    whole = _whole(line, labels, language) if len(line[0].strip()) <= _LONGEST else None
    return _by_form(line, language) or whole or glued


def _by_form(line: re.Match[str], language: Language) -> Stamp | None:
    """A line of a form that the file lists: Published in Dawn, January 5th, 2026."""
    for pattern in language.read(ArticlesFile).stamp_lines:
        written = line[0].strip()
        match = pattern.fullmatch(unite_letters(written))
        parts = named_groups(match, written) if match else {}
        day = next((_full(value) for value in _days(parts.get("date", ""), language)), None)
        if day is not None:
            outlet = shown_name(parts.get("outlet", "")) or None
            return Stamp(Span(*line.span()), day, _PUBLISHED, outlet)
    return None


def _whole(line: re.Match[str], labels: _Labels, language: Language) -> Stamp | None:
    """A line that is a date, with a label or with little beside it that marks set apart."""
    text = line[0]
    days = list(_days(text, language))
    if not days:
        return None
    day = _told(text, days, labels)
    bare = _without(text, (value.span for value in find_values(text, language) if value.kind in _DATED))
    bare = _ADDRESS.sub(" ", bare)
    announced = day[1] != _PLAIN and any(text[: each.span.start].rstrip()[-1:] in _COLONS for each in days)
    label = announced or labels.published.match(bare) or labels.updated.match(bare)
    words = len(_WORD.findall(labels.words.sub(" ", _without_labels(_TIME.sub(" ", bare), labels))))
    prose = text.rstrip(_SEPARATORS)[-1:] in _STOPS
    if not words or (label and words <= _LABELLED_WORDS and not prose):
        return Stamp(Span(*line.span()), *day, _known(bare, language))
    if prose:
        return None
    first, last = text[: days[0].span.start], text[days[-1].span.end :]
    apart = _set_apart(first[-3:]) or _set_apart(last[:3]) or _TIME.search(bare)
    if words <= _FEW_WORDS and apart:
        return Stamp(Span(*line.span()), *day, _known(bare, language))
    ends = not _WORD.search(labels.words.sub(" ", _TIME.sub(" ", last)))
    titled = ends and (line.start() == 0 or _TIME.search(last))
    return Stamp(Span(line.start(), line.start()), day[0], _TITLE) if titled else None


def _known(text: str, language: Language) -> str | None:
    """An outlet beside the date, between marks: 5 January 2026 / Marib Press - news room."""
    parts = (shown_name(part) for part in _PARTED.split(text))
    return next((part for part in parts if known(part, language.read(ArticlesFile))), None)


def _set_apart(gap: str) -> bool:
    return any(mark in gap for mark in "-–—|/•·(（[【")


def _glued(line: re.Match[str], labels: _Labels, language: Language) -> Stamp | None:
    """A date glued before prose: behind a label and a colon, or in figures that begin with the year."""
    text = line[0]
    label = labels.published.match(text)
    start = label.end() if label else len(text) - len(text.lstrip(" \ufeff"))
    announced = label is not None and label[0].rstrip().endswith(tuple(_COLONS))
    if not (announced or _YEAR_FIRST.match(text, start)):
        return None
    day = next((value for value in _days(text[: start + _LONGEST], language) if value.span.start == start), None)
    if day is None or day.first is None:
        return None
    end = day.span.end
    time = re.compile(rf"[\s,،T-]*(?:{_TIME.pattern})").match(text, end)
    end = time.end() if time else end
    rest = text[end:].lstrip(_SEPARATORS)
    if not announced and (not rest or text[end : end + 1] in set("،,，")):
        return None
    return Stamp(Span(line.start(), line.start() + len(text) - len(rest)), day.first, _PUBLISHED if label else _PLAIN)


def _days(text: str, language: Language) -> Iterator[Value]:
    """The days that ``text`` names in full."""
    return (value for value in find_values(text, language) if _full(value) is not None)


def _full(value: Value) -> date | None:
    full = value.kind is ValueKind.DATE and value.year_known and value.first == value.last
    return value.first if full else None


def _told(text: str, days: list[Value], labels: _Labels) -> tuple[date, int]:
    """The day that is told to be that of publication, and how surely."""
    ranked = []
    for value in days:
        before = text[: value.span.start]
        published, updated = _last(labels.published, before), _last(labels.updated, before)
        rank = _PLAIN if published == updated else _PUBLISHED if published > updated else _UPDATED
        ranked.append((rank, value.span.start, value.first))
    rank, _, first = min(ranked)
    if first is None:
        raise ValueError("a day without its date")
    return first, rank


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def _without(text: str, spans: Iterable[Span]) -> str:
    for span in spans:
        text = f"{text[: span.start]}{' ' * len(span)}{text[span.end :]}"
    return text


def _without_labels(text: str, labels: _Labels) -> str:
    return labels.published.sub(" ", labels.updated.sub(" ", text))


def _labels(language: Language) -> _Labels:
    tables = [each.read(ArticlesFile).stamps for each in language.peers]
    return _Labels(
        _any([word for table in tables for word in table.published], r"\s*[:：]?\s*"),
        _any([word for table in tables for word in table.updated], r"\s*[:：]?\s*"),
        _any([word for table in tables for word in table.words]),
    )


def _any(words: list[str], ending: str = "") -> re.Pattern[str]:
    listed = any_of(longest_first(words))
    return re.compile(rf"[\s\ufeff|•·/-]*(?<![^\W\d_])(?:{listed})(?![a-z]){ending}", re.IGNORECASE)
