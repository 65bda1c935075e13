"""What a sentence speaks of without saying so: the sentences of its article before it tell."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Mark, Reading
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.models import ValueKind

_SPOKEN_OF = 3
_EDITION_GAP = 3
_VAGUE = frozenset({ConceptKind.PROJECT, ConceptKind.PLACE})


def in_order(readings: Iterable[Reading], reader: Reader) -> Iterator[Reading]:
    """The readings of one article; those that name no thing ("it will cost") speak of the one named before.

    The first round that an article names is the one that it reports; of another it may say what will be.
    """
    recent: deque[tuple[frozenset[str], frozenset[str]]] = deque(maxlen=_SPOKEN_OF + 1)
    reported: float | None = None
    for reading in readings:
        things = frozenset(mark.key for mark in reading.terms_of(reader.contrasts.role(Role.THING)))
        recent.appendleft((things, _works(reading, reader)))
        edition = _edition(reading, reader)
        reported = edition if reported is None else reported
        yield replace(
            reading,
            things=next((named for named, _ in recent if named), frozenset()),
            works=next((named for _, named in recent if named), frozenset()),
            coming=edition != reported and reader.has(reading, Role.FUTURE, 0, len(reading.words)),
        )


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
