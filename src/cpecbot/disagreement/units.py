"""A sentence as a row of units that compare by what they mean: values, named things, words up to synonyms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from cpecbot.disagreement.numbers import shown
from cpecbot.disagreement.reading import Amount, Reader, Reading
from cpecbot.language.concepts import ConceptKind
from cpecbot.models import Language, Value, ValueKind

_NAMES = frozenset({ConceptKind.PERSON, ConceptKind.PLACE})


class UnitKind(Enum):
    VALUE = "value"
    NAME = "name"
    WORD = "word"
    FUNCTION = "function"


@dataclass(frozen=True, slots=True)
class Unit:
    """The words ``[first, last)``. Units of one ``key`` mean the same; ``sort`` says what a value or name is one of."""

    key: str
    kind: UnitKind
    sort: str
    first: int
    last: int
    value: Value | None = None

    @property
    def content(self) -> bool:
        return self.kind is not UnitKind.FUNCTION


def units(reading: Reading, reader: Reader) -> tuple[Unit, ...]:
    """The units of a reading, its dateline left out."""
    typed = _typed(reading, reader)
    found: list[Unit] = []
    place = reading.dateline
    while place < len(reading.words):
        unit = typed.get(place) or _word(reading, reader, place)
        found.append(unit)
        place = unit.last
    return tuple(found)


def _typed(reading: Reading, reader: Reader) -> dict[int, Unit]:
    """Values and named things by their first word; values win over names, the longer over the shorter."""
    taken: set[int] = set()
    found: dict[int, Unit] = {}
    for unit in (*_values(reading), *_names(reading, reader)):
        places = set(range(unit.first, unit.last))
        if not places & taken:
            taken |= places
            found[unit.first] = unit
    return found


def _values(reading: Reading) -> Iterator[Unit]:
    for amount in reading.amounts:
        if not _is_article(amount, reading):
            key = f"value:{amount.value.kind}:{shown(amount.value)}"
            yield Unit(key, UnitKind.VALUE, _sort(amount.value), amount.first, amount.last, amount.value)


def _sort(value: Value) -> str:
    days = (ValueKind.DATE, ValueKind.WEEKDAY)
    numbers = (ValueKind.NUMBER, ValueKind.ORDINAL)
    return "day" if value.kind in days else "number" if value.kind in numbers else f"{value.kind}"


def _is_article(amount: Amount, reading: Reading) -> bool:
    """ "One" and "two" as plain words say little: "one of", "the two sides"."""
    words = amount.last - amount.first == 1 and not reading.words[amount.first].text[0].isdigit()
    return amount.value.kind is ValueKind.NUMBER and words and amount.value.high is not None and amount.value.high <= 2


def _names(reading: Reading, reader: Reader) -> Iterator[Unit]:
    """Persons, places and other concepts of several words, the longest first."""
    for mark in sorted(reading.concepts, key=lambda each: each.first - each.last):
        kind = reader.kind(mark.key)
        if kind in _NAMES:
            yield Unit(f"name:{mark.key}", UnitKind.NAME, f"{kind}", mark.first, mark.last)
        elif mark.last - mark.first > 1 and kind is not ConceptKind.STANCE:
            yield Unit(f"concept:{mark.key}", UnitKind.WORD, "", mark.first, mark.last)


def _word(reading: Reading, reader: Reader, place: int) -> Unit:
    word = reading.words[place]
    language = reading.sentence.language
    if word.text in reader.stopwords.get(language, ()) or (language is not Language.ZH and len(word.text) < 2):
        return Unit(word.text, UnitKind.FUNCTION, "", place, place + 1)
    key = reader.contrasts.synonyms.get(language, {}).get(word.lemma, word.lemma)
    return Unit(key, UnitKind.WORD, "", place, place + 1)
