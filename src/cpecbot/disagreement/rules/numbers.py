"""Claims of ordinals, sums and measures: every number bound to the noun it belongs to, or not used."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cpecbot.disagreement.grouping.findings import Finding, hull
from cpecbot.disagreement.reading.binding import bound, nearest, phrase
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Amount, Reading
from cpecbot.disagreement.rules.amounts import of_its_clause
from cpecbot.disagreement.rules.dates import date_findings
from cpecbot.disagreement.rules.figures import Kind, alone, figure, of_its_thing
from cpecbot.disagreement.rules.measures import measured_as
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.models import Dimension, ValueKind

_SERIES_RIGHT = 8
_SERIES_LEFT = 3
_VERSION = 8
_MEASURES = {
    ValueKind.MONEY: Dimension.SUM,
    ValueKind.PERCENT: Dimension.COUNT,
    ValueKind.QUANTITY: Dimension.COUNT,
}


def number_findings(reading: Reading, reader: Reader) -> Iterator[Finding]:
    lasting = measured_as(reading)
    for amount in reading.amounts:
        if amount.first < reading.dateline or amount.value.span in lasting or names_the_sides(amount, reading, reader):
            continue
        kind = amount.value.kind
        if kind in (ValueKind.DATE, ValueKind.WEEKDAY):
            yield from date_findings(amount, reading, reader)
        elif kind in _MEASURES:
            yield from _measures(amount, reading, reader)
        elif kind is ValueKind.VERSION:
            yield from _versions(amount, reading, reader)
        elif kind is ValueKind.ORDINAL and amount.value.unit is None:  # the minute of a match numbers nothing
            yield from _editions(amount, reading, reader) or _numbered(amount, reading, reader)


def names_the_sides(amount: Amount, reading: Reading, reader: Reader) -> bool:
    """Whether the number only counts who meets: "the two sides"."""
    return any(
        mark.first <= amount.first < mark.last for mark in reading.terms_of(reader.contrasts.role(Role.BOTH_SIDES))
    )


def _editions(amount: Amount, reading: Reading, reader: Reader) -> list[Finding]:
    """The number of a meeting in its series: "the seventh round of the dialogue", "the seventh dialogue"."""
    series = reader.contrasts.role(Role.SERIES)
    if amount.value.kind is not ValueKind.ORDINAL:
        return []
    edition = bound(amount, reading, reader.contrasts.role(Role.EDITION))
    near = edition or amount
    held = nearest(near, reading, series, _SERIES_RIGHT, _SERIES_LEFT)
    if held is None or (edition is None and bound(amount, reading, series) is None):
        return []
    first, last = hull([(amount.first, amount.last), (near.first, near.last), (held.first, held.last)])
    first, last = phrase(reading, first, last)
    splits = reading.terms_of(reader.contrasts.role(Role.SERIES_SPLIT))
    split = sorted(mark.key for mark in splits if first <= mark.first < last)
    other = reader.has(reading, Role.OTHER_TIME, max(0, first - 1), last)
    edition_name = reader.contrasts.name(Role.EDITION)
    head = ":".join((edition_name, held.key, *split, *(["next"] if reading.coming else [])))
    kind = Kind("ordinal", head, Dimension.ORDINAL, edition_name, by_topic=False, other_time=other)
    return [figure(amount, reading, reader, kind, (first, last))]


def _numbered(amount: Amount, reading: Reading, reader: Reader) -> list[Finding]:
    head = bound(amount, reading, reader.contrasts.role(Role.NUMBERED))
    if head is None:
        return []
    place = hull([(amount.first, amount.last), (head.first, head.last)])
    kind = Kind("ordinal", head.key, Dimension.ORDINAL, head.key)
    return [figure(amount, reading, reader, kind, phrase(reading, *place))]


def _versions(amount: Amount, reading: Reading, reader: Reader) -> Iterator[Finding]:
    """The version of a project: "CPEC 2.0", "version 2.0 of the corridor"."""
    near = [
        mark
        for mark in reading.concepts
        if reader.kind(mark.key) is ConceptKind.PROJECT
        and not reader.glossary.broader(mark.key)
        and max(mark.first - amount.last, amount.first - mark.last) <= _VERSION
    ]
    if near:
        place = hull([(amount.first, amount.last), (near[0].first, near[0].last)])
        kind = Kind("ordinal", f"version:{near[0].key}", Dimension.ORDINAL, near[0].key, by_topic=False)
        yield replace(figure(amount, reading, reader, kind, place), identity=False)


def _measures(amount: Amount, reading: Reading, reader: Reader) -> Iterator[Finding]:
    value = amount.value
    clause = reading.clause_bounds(amount.first)
    if not alone(amount, reading) or _cut_short(amount, reading) or reader.has(reading, Role.OTHER_TIME, *clause):
        return
    if reader.has(reading, Role.OTHER_THING, *clause):
        return
    rule = "sum" if value.kind is ValueKind.MONEY else "measure"
    aimed = ":aim" if reader.has(reading, Role.AIM, 0, len(reading.words)) else ""
    # What it is of names it in a note; that it is a quantity tells a reader nothing.
    kind = Kind(rule, f"{value.kind}:{value.unit or ''}{aimed}", _MEASURES[value.kind], "")
    finding = figure(amount, reading, reader, kind, clause)
    finding = replace(finding, of_a_work=True) if rule == "sum" else of_its_thing(finding)
    yield finding if value.kind is ValueKind.QUANTITY else of_its_clause(finding, amount, reader)


def _cut_short(amount: Amount, reading: Reading) -> bool:
    """Whether its unit is but the beginning of another word, as 升 in 2.0升级版."""
    return any(amount.first < mark.first < amount.last < mark.last for mark in reading.concepts)
