"""What one statement tells, weighed: the rarer a thing is in these articles, the more it says which point is made."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import log

from msgspec import Struct

from cpecbot.disagreement.reading.content import Content, Item
from cpecbot.disagreement.reading.quantities.durations import bare_durations
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.language.analysis import CONCEPT, NAME, concept_key
from cpecbot.language.concepts.concept import ConceptKind, Trait
from cpecbot.language.names.finding import SYLLABLES
from cpecbot.language.text.cues.negation import denials
from cpecbot.language.values.value_keys import exact_key
from cpecbot.models import Term, TermKind, Value
from cpecbot.store.entries import Entry

# A stance ("agreed", "welcomed") or a word of reporting says how a point is made rather than which.
_STANCE = 0.5
# What a word means by itself within a phrase, and the word.
_INSIDE = frozenset({TermKind.LEMMA, TermKind.PART, TermKind.CONSTITUENT})
# What no table knows cannot be found in another language: it is missed by so little there.
_UNKNOWN = 0.3
# A value says more than a word.
_VALUE = 2.0


class Thing(Struct, frozen=True):
    """An item, as the words ``text``, with the ``terms`` by which entries hold it.

    ``own`` are the keys of its concepts, without those that others of them are a kind of.

    ``parts`` are the keys of what its words mean by themselves. Across languages only what is ``known`` can be missed:
    it has a meaning in every language, or is a name. What is not ``topical`` says nothing of the topic: who takes part,
    what is true of any statement.
    """

    item: Item
    text: str
    own: frozenset[str]
    terms: frozenset[str]
    parts: frozenset[str]
    weight: float
    known: bool
    topical: bool

    def __hash__(self) -> int:
        """By its words alone, which hardly two things of a statement share: all of it takes long to hash."""
        return hash(self.text)


class Measure(Struct, frozen=True):
    """A value at the words ``[first, last)``; a ``bare`` one is a unit of time without a number: "a year"."""

    value: Value
    first: int
    last: int
    weight: float
    bare: bool = False


class Statement(Struct, frozen=True, dict=True):
    """An entry with what it tells.

    ``syllables`` are its words that may be names in a script of syllables, ``around`` the keys of what it may mean
    without naming it. One that ``denies`` says of something that it is not so.
    """

    entry: Entry
    reading: Reading
    content: Content
    things: tuple[Thing, ...]
    measures: tuple[Measure, ...]
    syllables: tuple[str, ...]
    around: frozenset[str]
    denies: bool

    def speaks_language_of(self, other: Statement) -> bool:
        return self.reading.sentence.language == other.reading.sentence.language

    @cached_property
    def keys(self) -> tuple[frozenset[str], ...]:
        """Of each thing: two without one of these in common are not alike, though they may be one name."""
        return tuple(thing.item.keys | thing.own | thing.parts for thing in self.things)

    def holding(self, keys: frozenset[str]) -> set[int]:
        """The places of the things with any of ``keys``."""
        return {place for key in self._places.keys() & keys for place in self._places[key]}

    @cached_property
    def named(self) -> frozenset[int]:
        """The places of the things that may be names."""
        return frozenset(place for place, thing in enumerate(self.things) if thing.item.names)

    def weights(self, *, at_home: bool) -> tuple[float, ...]:
        """Of each thing, set against a statement in its own language, ``at_home``, or another."""
        return self._at_home if at_home else self._elsewhere

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        places = defaultdict[str, list[int]](list)
        for place, keys in enumerate(self.keys):
            for key in keys:
                places[key].append(place)
        return places

    @cached_property
    def _at_home(self) -> tuple[float, ...]:
        return tuple(thing.weight for thing in self.things)

    @cached_property
    def _elsewhere(self) -> tuple[float, ...]:
        return tuple(thing.weight * (1.0 if thing.known else _UNKNOWN) for thing in self.things)


class Weighing:
    """Weighs what statements tell by how rare it is among the entries of a corpus."""

    def __init__(self, entries: Iterable[Entry], reader: Reader) -> None:
        self._reader = reader
        self._held: Counter[str] = Counter()
        self._total = 0
        for entry in entries:
            self._total += 1
            self._held.update({term.key for term in entry.analysis.terms})

    def statement(self, entry: Entry, reading: Reading) -> Statement:
        content = Content(reading, self._reader)
        items = (item for item in content.items if not item.light)
        inside = [term for term in entry.analysis.terms if term.kind in _INSIDE]
        things = tuple(self._thing(item, reading, inside) for item in items)
        syllables = (mark for mark in reading.named if mark.key.startswith(SYLLABLES))
        heard = tuple(reading.text(mark.first, mark.last) for mark in syllables)
        around = entry.surroundings.opening | entry.meant
        denies = bool(denials(reading.sentence.reading, reading.sentence.language))
        return Statement(entry, reading, content, things, tuple(self._measures(reading)), heard, around, denies)

    def _thing(self, item: Item, reading: Reading, inside: Iterable[Term]) -> Thing:
        terms = frozenset(_terms(item))
        place = reading.span(item.first, item.last).shift(-reading.sentence.span.start)
        parts = self._narrow(term.key for term in inside if place.contains(term.span)) - terms
        own = self._narrow(map(concept_key, item.concepts))
        known = bool(item.concepts or item.names or any(key.startswith(CONCEPT) for key in parts))
        weight = item.weight * self._rarity(own or terms)
        if item.reporting or self._is_stance(item):
            weight *= _STANCE
        text, topical = reading.folded(item.first, item.last), not self._is_of_any_topic(item)
        return Thing(item, text, own, terms, parts, weight, known, topical)

    def _is_of_any_topic(self, item: Item) -> bool:
        glossary, general = self._reader.glossary, self._reader.contrasts.general
        parties = glossary.having(Trait.BOTH_PARTIES) | glossary.having(Trait.STATE)
        return item.reporting or self._is_stance(item) or not item.concepts.isdisjoint(general | parties)

    def _narrow(self, keys: Iterable[str]) -> frozenset[str]:
        """``keys`` without those of concepts that others of them are a kind of."""
        all_keys = frozenset(keys)
        concepts = {key.removeprefix(CONCEPT) for key in all_keys if key.startswith(CONCEPT)}
        return all_keys - set(map(concept_key, concepts - self._reader.narrowest(concepts)))

    def _measures(self, reading: Reading) -> Iterator[Measure]:
        taken: set[int] = set(range(reading.dateline))
        for amount in reading.amounts:
            if amount.first >= reading.dateline:
                taken.update(range(amount.first, amount.last))
                yield Measure(amount.value, amount.first, amount.last, self._value_weight(amount.value))
        for mark, unit in bare_durations(reading, taken):
            yield Measure(unit, mark.first, mark.last, self._value_weight(unit), bare=True)

    def _value_weight(self, value: Value) -> float:
        key = exact_key(value)
        return _VALUE * self._rarity({key} if key else ())

    def _rarity(self, keys: Iterable[str]) -> float:
        """From 0 to 1, in the manner of an inverse document frequency (Spärck Jones 1972)."""
        held = max((self._held[key] for key in keys), default=0)
        return log(1 + self._total / (1 + held)) / log(1 + self._total) if self._total > 1 else 1.0

    def _is_stance(self, item: Item) -> bool:
        return bool(item.concepts) and {self._reader.kind_of(key) for key in item.concepts} == {ConceptKind.STANCE}


def _terms(item: Item) -> Iterator[str]:
    """The keys by which entries hold ``item``: those of its meanings, its names and its word."""
    yield from map(concept_key, item.concepts)
    for key in item.keys:
        start, _, rest = key.partition(":")
        if key.startswith(NAME):
            yield key
        elif rest and start != "alike":
            yield f"l:{rest}"
