"""What a sentence speaks of without saying so: the sentences of its article before it tell."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.leads import occasion_of
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Mark, Reading
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.models import ValueKind
from cpecbot.store.entries import Entry

SPOKEN_OF = 3
"""So many sentences later what was named is still spoken of."""
_EDITION_GAP = 3
_VAGUE = frozenset({ConceptKind.PROJECT, ConceptKind.PLACE})


class Spoken(Struct, frozen=True):
    """What one sentence itself names: things, works that have a name, and the number of a round."""

    things: frozenset[str]
    works: frozenset[str]
    edition: float | None


def spoken(reading: Reading, reader: Reader) -> Spoken:
    things = frozenset(mark.key for mark in reading.terms_of(reader.contrasts.role(Role.THING)))
    return Spoken(things, _works(reading, reader), _edition(reading, reader))


def read_article(entries: Iterable[Entry], published: date | None, reader: Reader) -> tuple[Reading, ...]:
    """The readings of the entries of one article, each with what those before it tell of it."""
    return tuple(in_order((reader.read(entry, published) for entry in entries), reader))


def in_order(readings: Iterable[Reading], reader: Reader) -> Iterator[Reading]:
    """The readings of one article, each with what those before it tell of it."""
    listed = list(readings)
    entries = [reading.entry for reading in listed if reading.entry]
    occasion = occasion_of(entries, listed[0].published if listed else None, reader)
    recent: deque[Spoken] = deque(maxlen=SPOKEN_OF + 1)
    reported: float | None = None
    for reading in listed:
        recent.appendleft(spoken(reading, reader))
        reported = recent[0].edition if reported is None else reported
        yield replace(in_place(reading, recent, reported, reader), occasion=occasion)


def in_place(reading: Reading, recent: Sequence[Spoken], reported: float | None, reader: Reader) -> Reading:
    """A reading that names no thing ("it will cost") speaks of the one named before: ``recent``, its own first.

    The first round that an article names is the one ``reported``; of another it may say what will be.
    """
    return replace(
        reading,
        things=next((each.things for each in recent if each.things), frozenset()),
        works=next((each.works for each in recent if each.works), frozenset()),
        coming=recent[0].edition != reported and may_be_coming(reading, reader),
    )


def may_be_coming(reading: Reading, reader: Reader) -> bool:
    """Whether it tells of something in the future."""
    return reader.has(reading, Role.FUTURE, 0, len(reading.words))


def _edition(reading: Reading, reader: Reader) -> float | None:
    """The number of the round that the sentence names first."""
    meetings = reading.terms_of(reader.contrasts.role(Role.EDITION) | reader.contrasts.role(Role.SERIES))
    for amount in reading.amounts:
        near = (max(mark.first - amount.last, amount.first - mark.last) <= _EDITION_GAP for mark in meetings)
        if amount.value.kind is ValueKind.ORDINAL and any(near):
            return amount.value.low
    return None


def _works(reading: Reading, reader: Reader) -> frozenset[str]:
    """Projects that are one thing each: neither a programme, which lies in no wider concept, nor a place."""
    kinds = {
        mark.key: {reader.kind(wider) for wider in reader.glossary.broader(mark.key)}
        for mark in reading.concepts
        if reader.kind(mark.key) is ConceptKind.PROJECT
    }
    known = frozenset(key for key, wider in kinds.items() if wider and wider.isdisjoint(_VAGUE))
    things = reading.terms_of(reader.contrasts.role(Role.THING))
    return known.union(*(_named_otherwise(thing, reading) for thing in things))


def _named_otherwise(thing: Mark, reading: Reading) -> frozenset[str]:
    """The name, in no table, of "the Hub power plant", where a capital tells a name."""
    place = thing.first - 1
    if not reading.grammar.names_have_capitals or place <= reading.dateline:
        return frozenset()
    known = any(mark.first <= place < mark.last for mark in reading.concepts)
    word = reading.words[place]
    return frozenset({word.text}) if word.capital and not known else frozenset()
