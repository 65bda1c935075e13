"""Claims of who met and where, read from the words around the name of a meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from cpecbot.disagreement.grouping.findings import Compare, Finding, claim, hull
from cpecbot.disagreement.grouping.groups import Group, Saying
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Mark, Reading
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.models import Dimension, Level

_GAP = 4
_GAP_BETWEEN = 8
_VENUE_REACH = 10
_TITLE_GAP = 3


def party_findings(reading: Reading, reader: Reader) -> Iterator[Finding]:
    """Between whom a meeting of a series is: exactly two or three countries named next to it."""
    for held in reading.terms_of(reader.contrasts.role(Role.SERIES)):
        countries = _countries_at(held, reading, reader)
        keys = frozenset(mark.key for mark in countries)
        if len(keys) not in (2, 3):
            continue
        first, last = hull([(held.first, held.last), *((mark.first, mark.last) for mark in countries)])
        yield Finding(
            rule="party",
            head=f"{held.key}:{len(keys)}",
            claim=claim(reading, reading.span(first, last), Dimension.PARTY, {held.key}, keys),
            reading=reading,
            subject=held.key,
            compare=Compare.SINGLE,
            level=Level.CONTRADICTION,
            identity=True,
            highlights=tuple(reading.span(mark.first, mark.last) for mark in _distinct(countries)),
        )


def venue_findings(reading: Reading, reader: Reader) -> Iterator[Finding]:
    """Where a meeting was held, or the next one will be. A dateline names no meeting, so it never gets here."""
    splits = sorted(mark.key for mark in reading.terms_of(reader.contrasts.role(Role.SERIES_SPLIT)))
    for place in _venues(reading, reader):
        series = reading.terms_of(reader.contrasts.role(Role.SERIES))
        near = [mark for mark in series if 0 <= place.first - mark.last <= _VENUE_REACH]
        if not near:
            continue
        held = near[-1]
        first, last = hull([(held.first, held.last), (place.first, place.last)])
        start = reading.clause_bounds(first)[0]
        coming = reading.coming or reader.has(reading, Role.NEXT, start, last)
        if not coming and reader.has(reading, Role.OTHER_TIME, start, last):
            continue
        yield Finding(
            rule="place",
            head=":".join((held.key, *splits, *(["next"] if coming else []))),
            claim=claim(reading, reading.span(first, last), Dimension.PLACE, {held.key}, {place.key}),
            reading=reading,
            subject=held.key,
            compare=Compare.SINGLE,
            level=Level.CONTRADICTION,
            highlights=(reading.span(place.first, place.last),),
        )


def _venues(reading: Reading, reader: Reader) -> Iterator[Mark]:
    """Places after "in", perhaps with a word between ("in the capital Beijing"), or before it, as in Urdu.

    A city does not name its province, too.
    """
    preposition = reading.terms_of(reader.contrasts.role(Role.VENUE))
    for place in reading.concepts:
        if reader.kind(place.key) is not ConceptKind.PLACE or reader.is_country(place.key):
            continue
        if any(
            place.key in reader.glossary.broader(other.key) for other in reading.concepts if other.first == place.first
        ):
            continue
        if any(mark.first == place.last or -1 <= place.first - mark.last <= 1 for mark in preposition):
            yield place


def inner_groups(readings: Iterable[Reading], reader: Reader) -> Iterator[Group]:
    """A meeting named after two countries that the ministers of two others chair: a source at odds with itself."""
    for reading in readings:
        chairs = _chairs(reading, reader)
        if chairs is None:
            continue
        for named in party_findings(reading, reader):
            if len(named.values) == len(chairs.values) == 2 and named.values != chairs.values:
                inner = (replace(named, rule=chairs.rule), chairs)
                sayings = (Saying(each.source, each.values, (each,)) for each in inner)
                yield Group(tuple(sayings), Level.CONTRADICTION)


def _chairs(reading: Reading, reader: Reader) -> Finding | None:
    """The countries of the ministers whom a sentence names after it says that something was held."""
    held = reading.terms_of(reader.contrasts.role(Role.HELD))
    titles = [mark for mark in reading.concepts if reader.kind(mark.key) is ConceptKind.TITLE]
    countries = [
        mark
        for mark in reader.countries(reading)
        if held
        and mark.first >= held[0].last
        and any(-_TITLE_GAP <= mark.first - title.last <= _TITLE_GAP for title in titles)
    ]
    if not countries:
        return None
    near = [title for title in titles if title.first >= held[0].last]
    first, last = hull((mark.first, mark.last) for mark in (*countries, *near))
    return Finding(
        rule="inner:party",
        head="",
        claim=claim(reading, reading.span(first, last), Dimension.PARTY, (), {mark.key for mark in countries}),
        reading=reading,
        subject="",
        compare=Compare.SINGLE,
        level=Level.CONTRADICTION,
        highlights=tuple(reading.span(mark.first, mark.last) for mark in _distinct(countries)),
    )


def _distinct(marks: Sequence[Mark]) -> list[Mark]:
    return sorted({(mark.first, mark.last): mark for mark in marks}.values(), key=lambda mark: mark.first)


def _countries_at(held: Mark, reading: Reading, reader: Reader) -> list[Mark]:
    countries = reader.countries(reading)
    between = reader.has(reading, Role.BETWEEN, held.last, held.last + 2)
    found = _outward(countries, reading, held.last, _GAP_BETWEEN if between else _GAP, across=between)
    return found if len({mark.key for mark in found}) > 1 else _inward(countries, reading, held.first)


def _outward(countries: Sequence[Mark], reading: Reading, edge: int, gap: int, *, across: bool) -> list[Mark]:
    """Countries that follow the meeting's name closely enough, each near the one before it."""
    found: list[Mark] = []
    for mark in countries:
        if mark.first < edge and not (found and mark.first >= found[-1].first):
            continue
        if mark.first - edge > gap or not (across or _same_clause(reading, edge - 1, mark.first)):
            break
        found.append(mark)
        edge = max(edge, mark.last)
    return found


def _inward(countries: Sequence[Mark], reading: Reading, edge: int) -> list[Mark]:
    """Countries that stand just before the meeting's name."""
    found: list[Mark] = []
    for mark in sorted(countries, key=lambda each: -each.last):
        if mark.last > edge and not (found and mark.last <= found[-1].last):
            continue
        if edge - mark.last > _GAP or not _same_clause(reading, mark.last - 1, edge):
            break
        found.append(mark)
        edge = min(edge, mark.first)
    return found


def _same_clause(reading: Reading, one: int, other: int) -> bool:
    return reading.words[one].clause == reading.words[min(other, len(reading.words) - 1)].clause
