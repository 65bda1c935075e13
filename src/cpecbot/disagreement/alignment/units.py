"""A sentence as a row of units that compare by what they mean: values, named things, words up to synonyms."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from cpecbot.disagreement.grouping.agreement import shown
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.reader import NAME_KINDS, Reader
from cpecbot.disagreement.reading.sentence import Amount, Reading
from cpecbot.language.text.words import function_words
from cpecbot.models import Value, ValueKind


class UnitKind(Enum):
    VALUE = "value"
    NAME = "name"
    WORD = "word"
    FUNCTION = "function"


class Unit(Struct, frozen=True):
    """The words ``[first, last)``, folded in ``text``. Units that share one of their ``keys`` mean the same.

    ``sort`` says what a value or name is one of; it is empty for words.
    """

    keys: frozenset[str]
    kind: UnitKind
    sort: str
    first: int
    last: int
    text: str
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
    for unit in (*_values(reading, reader), *_names(reading, reader)):
        places = set(range(unit.first, unit.last))
        if not places & taken:
            taken |= places
            found[unit.first] = unit
    return found


def _values(reading: Reading, reader: Reader) -> Iterator[Unit]:
    eras = {mark.first for mark in reading.terms_of(reader.contrasts.role(Role.ERA))}
    for amount in reading.amounts:
        if not _is_article(amount, reading) and amount.last not in eras:
            key = f"value:{amount.value.kind}:{shown(amount.value)}"
            text = reading.folded(amount.first, amount.last)
            yield Unit(
                frozenset({key}), UnitKind.VALUE, _sort(amount.value), amount.first, amount.last, text, amount.value
            )


def _sort(value: Value) -> str:
    days = (ValueKind.DATE, ValueKind.WEEKDAY)
    numbers = (ValueKind.NUMBER, ValueKind.ORDINAL)
    return "day" if value.kind in days else "number" if value.kind in numbers else f"{value.kind}"


def _is_article(amount: Amount, reading: Reading) -> bool:
    """Whether a number is but a small word: "one of", "the two sides"."""
    words = amount.last - amount.first == 1 and not reading.words[amount.first].text[0].isdigit()
    return amount.value.kind is ValueKind.NUMBER and words and amount.value.high is not None and amount.value.high <= 2


def _names(reading: Reading, reader: Reader) -> Iterator[Unit]:
    """Persons, places, other concepts and phrases that set a condition, the longest first: forms of one are one."""
    phrases = reading.terms_of(reader.contrasts.role(Role.CONDITION))
    at = {(mark.first, mark.last): f"term:{mark.key}" for mark in phrases}
    places = {(mark.first, mark.last) for mark in reading.concepts} | at.keys()
    for first, last in sorted(places, key=lambda place: (place[0] - place[1], place)):
        mark = next((each for each in reading.concepts if (each.first, each.last) == (first, last)), None)
        text = reading.folded(first, last)
        kind = reader.kind(mark.key) if mark else None
        if mark and kind in NAME_KINDS:
            yield Unit(frozenset({mark.key}), UnitKind.NAME, f"{kind}", first, last, text)
            continue
        own = {_key(reading, reader, first)} if last - first == 1 else set()
        named = {f"concept:{mark.key}"} if mark else set()
        keys = own | named | ({at[first, last]} if (first, last) in at else set())
        yield Unit(frozenset(keys), UnitKind.WORD, "", first, last, text)


def _word(reading: Reading, reader: Reader, place: int) -> Unit:
    text = reading.words[place].text
    language = reading.sentence.language
    grammar = text in function_words(language) or (len(text) < 2 and not reading.grammar.characters_are_words)
    kind = UnitKind.FUNCTION if grammar else UnitKind.WORD
    return Unit(frozenset({text if grammar else _key(reading, reader, place)}), kind, "", place, place + 1, text)


def _key(reading: Reading, reader: Reader, place: int) -> str:
    """The lemma that stands for the word and its synonyms."""
    lemma = reading.words[place].lemma
    return reader.contrasts.synonyms.get(reading.sentence.language, {}).get(lemma, lemma)
