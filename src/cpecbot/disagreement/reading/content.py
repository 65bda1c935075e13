"""What a sentence names, thing by thing, with every key by which another sentence may name the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from cpecbot.disagreement.reading.attributing import reporting_words
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.segments import Segments, segments
from cpecbot.disagreement.reading.sentence import Amount, Mark, Reading, Word
from cpecbot.language.analysis import name_key
from cpecbot.language.concepts.concept import DEEDS, ConceptKind
from cpecbot.language.names.finding import SYLLABLES
from cpecbot.language.text.cues.modality import planned
from cpecbot.language.text.cues.negation import denied_clauses
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.words import function_words, light_words
from cpecbot.models import Span, ValueKind

_QUALITIES = frozenset({ConceptKind.QUALITY, ConceptKind.MODIFIER})
_SHORTEST = 2
_OPENING, _CLOSING = "(（", frozenset({"", ")", "）"})
_WHOLE = 1.0
_QUALITY = 0.5
_NAME = 1.5


class Item(Struct, frozen=True):
    """The words ``[first, last)``, and what they may mean.

    ``keys`` are concepts, lemmas with the code of their language before them (``en:dam``) and names (``n:…``).
    ``weight`` is how much it tells of what a sentence is about. What is a concept of the field has one meaning in every
    language.
    """

    first: int
    last: int
    keys: frozenset[str]
    names: frozenset[str]
    concepts: frozenset[str]
    deed: bool
    light: bool
    quality: bool
    reporting: bool
    weight: float
    of_the_field: bool = False
    place: bool = False


def side_by_side(items: Iterable[Item]) -> Iterator[list[Item]]:
    """``items`` in their order, those together that nothing stands between."""
    run: list[Item] = []
    for item in sorted(items, key=lambda each: each.first):
        if run and item.first > run[-1].last:
            yield run
            run = []
        run.append(item)
    if run:
        yield run


class Content:
    """The items of one reading, and how far they stand from each other."""

    def __init__(self, reading: Reading, reader: Reader) -> None:
        self.reading, self._reader = reading, reader

    @cached_property
    def parts(self) -> Segments:
        return segments(self.reading.sentence.reading, self.reading.sentence.language)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """In the order of the sentence, without its dateline, its values and its grammar."""
        return tuple(self._found())

    def place(self, mark: Item | Amount | Mark) -> Span:
        """Where ``mark`` stands, in code points of the sentence."""
        return self.reading.span(mark.first, mark.last).shift(-self.reading.sentence.span.start)

    def clause(self, mark: Item | Amount | Mark) -> int:
        return self.parts.clause(self.place(mark))

    @cached_property
    def planned(self) -> frozenset[int]:
        """The clauses that tell of what is only planned or possible, or has not been done."""
        sentence = self.reading.sentence
        values = [amount.value.span for amount in self.reading.amounts]
        undone = (
            *planned(sentence.reading, sentence.language, values),
            *denied_clauses(sentence.reading, sentence.language),
        )
        return frozenset(map(self.parts.clause, undone))

    def apart(self, one: Item | Amount | Mark, other: Item | Amount | Mark) -> bool:
        """Whether a word stands between them that sets one event before another."""
        first, last = sorted((one, other), key=lambda mark: mark.first)
        return any(first.last <= place < last.first for place in self._barriers)

    @cached_property
    def _barriers(self) -> tuple[int, ...]:
        words = frozenset(fold_text(self.reading.grammar.apart).split())
        return tuple(place for place, word in enumerate(self.reading.words) if word.text in words)

    def leans_back(self, clause: int) -> bool:
        """Whether a clause begins with a word for what was named last: "which they signed"."""
        if not clause:
            return False
        start = self.parts.clauses[clause - 1]
        found = next((word for word in self.reading.words if self._start(word) >= start), None)
        return found is not None and found.text in self._relatives

    def _start(self, word: Word) -> int:
        return word.span.start - self.reading.sentence.span.start

    @cached_property
    def _relatives(self) -> frozenset[str]:
        return frozenset(fold_text(self.reading.grammar.relatives).split())

    def distance(self, one: Item | Amount | Mark, other: Item | Amount | Mark) -> float:
        """In words, to which each cut between them adds."""
        before, after = sorted((self.place(one), self.place(other)))
        between = self.reading.sentence.reading[before.end : after.start].strip()
        # The bracket that closes behind a date parts nothing from it.
        return 0.0 if between in _CLOSING else self.parts.distance(before, after).words

    def _found(self) -> Iterator[Item]:
        reading = self.reading
        taken = {place for amount in reading.amounts for place in range(amount.first, amount.last)}
        taken |= self._units()
        covered: set[int] = set(taken) | set(range(reading.dateline))
        found: list[Item] = []
        for first, last in self._phrases():
            if covered.isdisjoint(range(first, last)):
                covered.update(range(first, last))
                found.append(self._item(first, last))
        yield from sorted((*found, *self._words(covered)), key=lambda item: item.first)

    def _units(self) -> set[int]:
        units = (mark for mark in self.reading.meant if self._reader.kind_of(mark.key) is ConceptKind.UNIT)
        return {place for mark in units for place in range(mark.first, mark.last)}

    def _phrases(self) -> list[tuple[int, int]]:
        """Where something of a meaning stands, or a name, the longest first."""
        meant = {(mark.first, mark.last) for mark in self.reading.meant}
        # Of any few characters a Chinese name can be made.
        named = {(mark.first, mark.last) for mark in self.reading.named if not mark.key.startswith(SYLLABLES)}
        longest = [sorted(places, key=lambda place: (place[0] - place[1], place)) for places in (meant, named - meant)]
        return [place for places in longest for place in places]

    def _words(self, covered: set[int]) -> Iterator[Item]:
        language = self.reading.sentence.language
        small = function_words(language) | light_words(language)
        for place, word in enumerate(self.reading.words):
            long = len(word.text) >= _SHORTEST or self.reading.scale > 1
            if place not in covered and long and word.text not in small and any(map(str.isalnum, word.text)):
                yield self._item(place, place + 1)

    def _item(self, first: int, last: int) -> Item:
        reading, reader = self.reading, self._reader
        concepts = frozenset(mark.key for mark in reading.meant if (mark.first, mark.last) == (first, last))
        concepts -= {wider for key in concepts if self._is_place(key) for wider in reader.glossary.broader(key)}
        names = frozenset(mark.key for mark in reading.named if (mark.first, mark.last) == (first, last))
        kinds = {reader.kind_of(key) for key in concepts}
        lemmas = {
            f"{reading.sentence.language}:{word.lemma}" for word in reading.words[first:last][:1] if last - first == 1
        }
        same = (f"alike:{reader.contrasts.alike[key]}" for key in concepts if key in reader.contrasts.alike)
        reporting = any(first <= place < last for place in self._reporting)
        named = bool(kinds & {ConceptKind.PERSON, ConceptKind.PLACE}) or (bool(names) and not concepts)
        quality = bool(kinds) and kinds <= _QUALITIES
        weight = _NAME if named else _QUALITY if quality else _WHOLE
        if not concepts and not names:
            weight /= reading.scale
        return Item(
            first,
            last,
            frozenset({*concepts, *same, *lemmas, *map(name_key, names)}),
            names if not concepts or named else frozenset(),
            concepts,
            self._is_deed(concepts),
            bool(concepts & self._reader.contrasts.happening),
            quality,
            reporting,
            weight,
            any(reader.kind(key) for key in concepts),
            any(map(self._is_place, concepts)),
        )

    def _is_place(self, concept: str) -> bool:
        return self._reader.kind_of(concept) is ConceptKind.PLACE

    def _is_deed(self, concepts: frozenset[str]) -> bool:
        """By what it means in the field, or by an event that it may mean, or by what else it may."""
        reader = self._reader
        field = {kind for key in concepts if (kind := reader.kind(key))}
        other = {reader.kind_of(key) for key in concepts if not reader.kind(key)}
        return bool(field & DEEDS) or ConceptKind.EVENT in other or (not field and bool(other & DEEDS))

    @cached_property
    def _reporting(self) -> tuple[int, ...]:
        return reporting_words(self.reading)

    def dates(self) -> tuple[Amount, ...]:
        """The dates of what it reports, one in brackets behind another made one with it: it is the same day."""
        days = (ValueKind.DATE, ValueKind.WEEKDAY)
        found: list[Amount] = []
        gap = 3 * self.reading.scale
        for amount in self.reading.amounts:
            if amount.value.kind not in days or amount.first < self.reading.dateline:
                continue
            if found and amount.first - found[-1].last <= gap and self._in_brackets(found[-1], amount):
                found[-1] = Amount(found[-1].value, found[-1].first, amount.last)
                continue
            found.append(amount)
        return tuple(found)

    def _in_brackets(self, before: Amount, amount: Amount) -> bool:
        text = self.reading.sentence.reading[self.place(before).end : self.place(amount).start]
        return any(mark in text for mark in _OPENING)
