"""Claims of when something happened, be it what it may: a date, and the deed that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from msgspec.structs import replace

from cpecbot.disagreement.grouping.agreement import shown
from cpecbot.disagreement.grouping.findings import Finding, hull
from cpecbot.disagreement.grouping.telling import Hour
from cpecbot.disagreement.reading.content import Content, Item
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Amount, Reading
from cpecbot.disagreement.rules.happenings import deeds_at, finding_of, told_at
from cpecbot.disagreement.rules.placed import placed
from cpecbot.disagreement.rules.said import said_so
from cpecbot.disagreement.rules.who import done_by
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.models import Dimension, Level, SentenceKind

# In words: "on Sunday night", "at dawn on Monday".
_HOUR = 3.0
# A report of so much later tells of it as of something past.
_NEWS = timedelta(days=31)


def told_findings(reading: Reading, reader: Reader) -> Iterator[Finding]:
    """What a sentence tells of events; not of those to come, nor of earlier ones of their kind."""
    if reading.coming or reading.sentence.kind is SentenceKind.HEADING:
        return
    content = Content(reading, reader)
    yield from _dated(content, reader)
    yield from placed(content, reader)
    yield from done_by(content, reader)
    yield from said_so(content, reader)


def _dated(content: Content, reader: Reader) -> Iterator[Finding]:
    dates = content.dates()
    belong = {date: deeds_at(date, content, [each for each in dates if each is not date]) for date in dates}
    for date, deeds in belong.items():
        if not deeds or not _is_day(date) or _of_another_time(date, deeds[0], content, reader):
            continue
        if not deeds[0].concepts.isdisjoint(reader.contrasts.changing):
            continue  # what went up one month goes up in the next
        if any(other is not date and each[:1] == deeds[:1] for other, each in belong.items()):
            continue
        told = replace(
            told_at(date, deeds, content, reader),
            hour=_hour(date, content, reader),
            gregorian=_by_months(date, content.reading, reader),
            day=date.value.first if date.value.year_known else None,
            is_news=_is_news(date, content.reading),
        )
        found = finding_of(date, told, content, Dimension.DATE, shown(date.value))
        elsewhere = reader.has(content.reading, Role.ZONE, 0, len(content.reading.words))
        yield replace(found, level=Level.DIFFERING) if elsewhere else found


def _hour(date: Amount, content: Content, reader: Reader) -> Hour:
    """The part of the day that stands right at the date."""
    near = {key for item in content.items if content.distance(date, item) <= _HOUR for key in item.concepts}
    late, early = (not near.isdisjoint(keys) for keys in (reader.contrasts.late, reader.contrasts.early))
    return Hour.LATE if late else Hour.EARLY if early else Hour.ANY


def _is_news(date: Amount, reading: Reading) -> bool | None:
    """Whether the report was made soon after the date; None where that is unknown."""
    day, published = date.value.last, reading.published
    if day is None or published is None:
        return None
    return not date.value.year_known or published - day <= _NEWS


def _by_months(date: Amount, reading: Reading, reader: Reader) -> bool:
    """Whether the date has a Gregorian month, as the concepts of months are; other calendars convert with a doubt."""
    return any(
        reader.kind_of(mark.key) is ConceptKind.UNIT and date.first <= mark.first < date.last
        for mark in reading.concepts
    )


def _is_day(date: Amount) -> bool:
    """Whether it tells a day, or some days, not a season."""
    value = date.value
    return value.first is None or value.last is None or (value.last - value.first).days < 32


def _of_another_time(date: Amount, deed: Item, content: Content, reader: Reader) -> bool:
    first, last = hull([(date.first, date.last), (deed.first, deed.last)])
    return reader.has(content.reading, Role.OTHER_TIME, max(0, first - 2), last)
