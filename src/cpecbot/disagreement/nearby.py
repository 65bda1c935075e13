"""The notes on a few sentences of a corpus too large to be compared whole: on what they and their neighbours tell.

It costs the same at any size of the corpus: what is looked at is bounded, and each sentence is read once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.corpus.copies import NO_COPIES, Copies
from cpecbot.disagreement.comparison import compare_findings, findings_of
from cpecbot.disagreement.grouping.findings import Finding
from cpecbot.disagreement.judging import Judge
from cpecbot.disagreement.noted import Noted
from cpecbot.disagreement.reading.antecedents import SPOKEN_OF, Spoken, in_place, may_be_coming, spoken
from cpecbot.disagreement.reading.leads import occasion_of
from cpecbot.disagreement.reading.occasion import Occasion
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.models import Article, Sentence, Span, ValueKind
from cpecbot.store.entries import Entry
from cpecbot.store.store import Store

# Of the sentences that answer so many are compared, the best first: as many as an answer shows at first.
_OWN = 3
# So many neighbours each has, of one source so many.
_NEIGHBOURS = 4
_OF_ONE_SOURCE = 2
# The rarest keys find them; a key that more sentences hold tells of no one event.
_RAREST = 8
_MOST_HOLDERS = 200
# What is kept for the next question: the sentences of some hundred answers.
_KEPT = 4096
_KEPT_ANSWERS = 256


class _Place(Struct, frozen=True):
    """An entry by its source and number."""

    source: str
    number: int


class _Alone(Struct, frozen=True):
    """A reading without what stands before it, and what it names for what comes behind."""

    reading: Reading
    spoken: Spoken


class _Told(Struct, frozen=True):
    reading: Reading
    findings: tuple[Finding, ...]


class Nearby:
    """Compares what stands near to given sentences. Safe to share between threads."""

    def __init__(
        self,
        store: Store,
        articles: Mapping[str, Article],
        reader: Reader,
        judge: Judge | None = None,
        copies: Copies = NO_COPIES,
    ) -> None:
        self._store, self._articles, self._reader = store, articles, reader
        self._judge, self._copies = judge, copies
        self._sources = frozenset(articles)
        self._circle = lru_cache(maxsize=_KEPT)(self._draw)
        self._told = lru_cache(maxsize=_KEPT)(self._tell)
        self._alone = lru_cache(maxsize=_KEPT)(self._read_alone)
        self._edition = lru_cache(maxsize=_KEPT)(self._find_edition)
        self._occasion = lru_cache(maxsize=_KEPT)(self._find_occasion)
        self._noted = lru_cache(maxsize=_KEPT_ANSWERS)(self._compare)

    def notes(self, sentences: Iterable[Sentence]) -> tuple[Noted, ...]:
        """The notes on the first of ``sentences`` and what is told like them elsewhere."""
        near = {place for each in islice(sentences, _OWN) for place in self._circle(each.source, each.span)}
        return self._noted(tuple(sorted(near, key=lambda place: place.number)))

    def _draw(self, source: str, span: Span) -> tuple[_Place, ...]:
        """The sentence at ``span`` and its neighbours."""
        own = [each for each in self._store.entries(source) if each.sentence.span == span]
        near = (each for entry in own for each in (entry, *self._neighbours(entry)))
        return tuple(_Place(each.sentence.source, each.number) for each in near)

    def _neighbours(self, entry: Entry) -> Iterator[Entry]:
        """Those of other sources that share most keys with it, of which the rarest find them."""
        spread = dict(zip(entry.keys, self._store.frequencies({key} for key in entry.keys), strict=True))
        telling = (key for key, holders in spread.items() if 1 < holders <= _MOST_HOLDERS)
        rarest = sorted(telling, key=lambda key: (spread[key], key))[:_RAREST]
        found = {
            each.number: each for key in rarest for each in self._store.holding({key}, self._sources, _MOST_HOLDERS)
        }
        ranked = sorted(found.values(), key=lambda each: (-len(each.keys & entry.keys), each.number))
        taken = Counter({entry.sentence.source: _OF_ONE_SOURCE})
        for each in ranked:
            source = each.sentence.source
            if taken[source] < _OF_ONE_SOURCE and taken.total() < _OF_ONE_SOURCE + _NEIGHBOURS:
                taken[source] += 1
                yield each

    def _compare(self, places: tuple[_Place, ...]) -> tuple[Noted, ...]:
        told = [self._told(place) for place in places]
        findings = [finding for each in told for finding in each.findings]
        readings = [each.reading for each in told]
        return compare_findings(findings, readings, self._reader, self._articles, self._judge, self._copies)

    def _tell(self, place: _Place) -> _Told:
        alone = self._alone(place)
        before = self._before(place) if alone.reading.amounts else ()
        coming = may_be_coming(alone.reading, self._reader)
        reported = self._edition(place.source) if coming else None
        reading = in_place(alone.reading, (alone.spoken, *before), reported, self._reader)
        reading = replace(reading, occasion=self._occasion(place.source))
        return _Told(reading, tuple(findings_of(reading, self._reader)))

    def _before(self, place: _Place) -> tuple[Spoken, ...]:
        """What the sentences before it name, the nearest first; only what a value is of is looked for there."""
        first = self._store.entries(place.source)[0].number
        numbers = range(place.number - 1, max(first, place.number - SPOKEN_OF) - 1, -1)
        return tuple(self._alone(_Place(place.source, number)).spoken for number in numbers)

    def _find_edition(self, source: str) -> float | None:
        """The number of the round that an article names first."""
        numbered = (
            _Place(source, entry.number)
            for entry in self._store.entries(source)
            if any(value.kind is ValueKind.ORDINAL for value in entry.analysis.values)
        )
        editions = (self._alone(place).spoken.edition for place in numbered)
        return next((edition for edition in editions if edition is not None), None)

    def _find_occasion(self, source: str) -> Occasion:
        return occasion_of(self._store.entries(source), self._articles[source].published, self._reader)

    def _read_alone(self, place: _Place) -> _Alone:
        entries = self._store.entries(place.source)
        reading = self._reader.read(entries[place.number - entries[0].number], self._articles[place.source].published)
        return _Alone(reading, spoken(reading, self._reader))
