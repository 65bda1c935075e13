"""Which statements of an article make points of the round that it reports."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from cpecbot.disagreement.reading.content import Content, Item
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Mark, Reading
from cpecbot.disagreement.series.editions import Edition, editions_in
from cpecbot.language.concepts.concept import OFFICES, ConceptKind
from cpecbot.models import SentenceKind

# In items: a longer statement that begins with "the talks" says what came of them.
_SHORT = 5
# So much must a statement that names the round tell besides.
_BESIDES = 4
# In words: what a sentence begins with.
_OPENING = 6.0


class Points(Struct, frozen=True):
    """Sorts the statements of an article that reports ``edition``."""

    edition: Edition
    reader: Reader

    def told(self, readings: Sequence[Reading], text: str) -> list[Reading]:
        """What is told of this round: all but what the article recalls of another.

        That is a sentence that begins with the other round, and below the first paragraph all that stands with it.
        """
        told: list[Reading] = []
        for place, paragraph in enumerate(_paragraphs(readings, text)):
            kept = [reading for reading in paragraph if not self._recalls(reading)]
            recalled = len(kept) < len(paragraph) and place and not any(map(self._names, kept))
            told.extend([] if recalled else kept)
        return told

    def makes_one(self, reading: Reading) -> bool:
        """Whether it states something: not a heading, nor on the meeting alone, nor on the one to come."""
        if reading.sentence.kind is SentenceKind.HEADING or self._of_the_next(reading):
            return False
        items = Content(reading, self.reader).items
        return not self._is_ceremony(items) and not (self._names(reading) and self._tells_little(items))

    @property
    def _occasions(self) -> frozenset[str]:
        return self.reader.contrasts.talks | self.reader.contrasts.meetings

    @property
    def _form(self) -> frozenset[str]:
        return self._occasions | self.reader.contrasts.course | self.reader.contrasts.ceremony

    def _names(self, reading: Reading) -> bool:
        return any(
            edition.number == self.edition.number and self._is_of_the_series(edition)
            for edition in editions_in(reading, 0, self.reader)
        )

    def _is_of_the_series(self, edition: Edition) -> bool:
        if edition.yearly is not self.edition.yearly:
            return False
        counted = [frozenset[str]().union(*(item.keys for item in each.counted)) for each in (edition, self.edition)]
        return not edition.nouns.isdisjoint(self.edition.nouns) or not (
            edition.nouns or counted[0].isdisjoint(counted[1])
        )

    def _recalls(self, reading: Reading) -> bool:
        """Whether it begins with another round of the series, or with the last one."""
        start = reading.dateline
        others = (each for each in editions_in(reading, 0, self.reader) if self._is_of_the_series(each))
        if any(each.number != self.edition.number and each.at[0] - start < _OPENING * reading.scale for each in others):
            return True
        end = min(len(reading.words), start + int(_OPENING) * reading.scale)
        return self._of_another(reading, start, end) and not self._of_the_next(reading)

    def _of_another(self, reading: Reading, first: int, last: int) -> bool:
        keys = self.reader.contrasts.role(Role.OTHER_TIME) - self.reader.contrasts.role(Role.NEXT)
        return self._at_an_occasion(reading, keys, first, last)

    def _of_the_next(self, reading: Reading) -> bool:
        keys = self.reader.contrasts.role(Role.NEXT)
        return self._at_an_occasion(reading, keys, 0, len(reading.words))

    def _at_an_occasion(self, reading: Reading, keys: Collection[str], first: int, last: int) -> bool:
        """Whether a word of ``keys`` stands at one for an occasion: "the previous round"."""
        occasions = [mark for mark in reading.meant if mark.key in self._occasions]
        return any(
            mark.key in keys and first <= mark.first and mark.last <= last and _touches(mark, occasions, reading.scale)
            for mark in reading.terms
        )

    def _is_ceremony(self, items: Sequence[Item]) -> bool:
        """Whether all that is done is done for form's sake, or is of the talks themselves."""
        contrasts = self.reader.contrasts
        of_talks, of_form = (
            any(item.concepts & keys for item in items) for keys in (self._occasions, contrasts.ceremony)
        )
        goes_on = of_talks and any(item.concepts & contrasts.course for item in items)
        if of_form or goes_on:
            deeds = [item for item in items if item.deed]
            return bool(deeds) and all(item.concepts & self._form for item in deeds)
        stances = any(ConceptKind.STANCE in {self.reader.kind(key) for key in item.concepts} for item in items)
        return bool(items and items[0].concepts & contrasts.talks) and len(items) <= _SHORT and not stances

    def _tells_little(self, items: Sequence[Item]) -> bool:
        contrasts = self.reader.contrasts
        idle = self._form | contrasts.general
        known = {key for item in (*self.edition.name, *self.edition.counted) for key in item.keys}
        besides = [item for item in items if item.keys.isdisjoint(known) and not item.concepts & idle]
        return sum(bool(item.concepts) and not self._is_office(item) for item in besides) < _BESIDES

    def _is_office(self, item: Item) -> bool:
        kinds = {self.reader.kind_of(key) for key in item.concepts}
        return bool(kinds & (OFFICES | {ConceptKind.PERSON, ConceptKind.PLACE}))


def _touches(mark: Mark, others: Sequence[Mark], scale: int) -> bool:
    return any(max(each.first - mark.last, mark.first - each.last) <= scale for each in others)


def _paragraphs(readings: Sequence[Reading], text: str) -> Iterator[list[Reading]]:
    """The sentences that stand together in ``text``, without an empty line between them."""
    paragraph: list[Reading] = []
    for reading in readings:
        between = text[paragraph[-1].sentence.span.end : reading.sentence.span.start] if paragraph else ""
        if between.count("\n") > 1:
            yield paragraph
            paragraph = []
        paragraph.append(reading)
    if paragraph:
        yield paragraph
