"""What changed between the rounds of the series that a corpus reports: made once, when first asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from itertools import pairwise
from threading import Lock

from msgspec import Struct

from cpecbot.disagreement.changing.comparing import Point, compared
from cpecbot.disagreement.changing.moving import measure_alike, moved_on
from cpecbot.disagreement.changing.points import Points
from cpecbot.disagreement.changing.spoken import Spoken
from cpecbot.disagreement.grouping.notes import Topics, make_quote
from cpecbot.disagreement.grouping.telling import Matching
from cpecbot.disagreement.reading.antecedents import read_article
from cpecbot.disagreement.reading.content import Content, Item
from cpecbot.disagreement.reading.contrasts import Contrasts
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.disagreement.retelling.retelling import Retellings
from cpecbot.disagreement.series.editions import Edition, editions
from cpecbot.disagreement.series.rounds import Series, all_series
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Article, Change, Changes, Quote, Round, ValueKind
from cpecbot.store.entries import Entry
from cpecbot.store.store import Store

# What a point is about, the most telling first; the other kinds say how, when, or who speaks.
_THINGS = frozenset({ConceptKind.PROJECT, ConceptKind.PLACE})
_MATTERS = frozenset(
    {ConceptKind.POLICY, ConceptKind.ECONOMY, ConceptKind.EVENT, ConceptKind.INSTITUTION, ConceptKind.PERSON}
)
# More statements than this share of all name the countries whose affairs the articles report.
_FEW = 0.2


class Changer:
    """The changes of one snapshot. Safe to share between threads; the first call does the work."""

    def __init__(self, store: Store, articles: Mapping[str, Article], glossary: Glossary, contrasts: Contrasts) -> None:
        self._store = store
        self._articles = articles
        self._reader = Reader(glossary, contrasts)
        self._lock = Lock()
        self._made: tuple[Changes, ...] | None = None

    def all(self) -> tuple[Changes, ...]:
        """For each series that articles report several rounds of, what changed from each to the next."""
        with self._lock:
            if self._made is None:
                self._made = tuple(self._make())
            return self._made

    def _make(self) -> Iterator[Changes]:
        readings = cache(self._read)
        leads = (editions(readings(source), self._reader) for source in self._store.sources)
        matching = self._reader.glossary.languages.once(Matching)
        found = all_series([each for lead in leads for each in lead], matching)
        articles = {
            source: self._reported(source, series, readings(source)) for series in found for source in series.reported
        }
        passed_over = frozenset[int]().union(*(article.others for article in articles.values()))
        retellings = Retellings(self._store, readings, self._reader, passed_over)
        statements = _Statements(articles, self._reader, matching)
        for series in found:
            for numbers in pairwise(series.numbers):
                earlier, later = (
                    {source: articles[source].points for source in series.sources(number)} for number in numbers
                )
                changes = tuple(map(self._change, compared(earlier, later, retellings, statements)))
                yield Changes(self._round(series, numbers[0]), self._round(series, numbers[1]), changes)

    def _read(self, source: str) -> tuple[Reading, ...]:
        return read_article(self._store.entries(source), self._articles[source].published, self._reader)

    def _reported(self, source: str, series: Series, readings: Sequence[Reading]) -> _Reported:
        points = Points(series.reported[source], self._reader)
        entries = self._store.entries(source)
        told = {id(reading) for reading in points.told(readings, self._articles[source].text)}
        pairs = list(zip(entries, readings, strict=True))
        made = tuple(entry for entry, reading in pairs if id(reading) in told and points.makes_one(reading))
        others = frozenset(entry.number for entry in entries) - {entry.number for entry in made}
        items = {entry.number: Content(reading, self._reader).items for entry, reading in pairs if id(reading) in told}
        return _Reported(made, others, items, {entry.number: reading for entry, reading in pairs})

    def _round(self, series: Series, number: int) -> Round:
        sources = series.sources(number)
        published = [day for source in sources if (day := self._articles[source].published)]
        stated = (day for source in sources if (day := self._stated(series.reported[source])))
        day = min(published, default=None) or next(stated, None)
        return Round(number, series.reported[sources[0]].yearly, sources, day)

    def _stated(self, edition: Edition) -> date | None:
        """The day that stands in the sentence which names the round."""
        for entry in self._store.entries(edition.source):
            if entry.sentence.span.contains(edition.place):
                days = (each for each in entry.analysis.values if each.kind is ValueKind.DATE and each.year_known)
                return next((each.first for each in days if each.first and each.first == each.last), None)
        return None

    def _change(self, point: Point) -> Change:
        earlier, later = (tuple(map(self._quote, _of_each(side))) for side in (point.earlier, point.later))
        return Change(point.kind, self._topic(point), earlier, later)

    def _quote(self, entry: Entry) -> Quote:
        return make_quote(self._articles[entry.sentence.source], entry.sentence.span, ())

    def _topic(self, point: Point) -> str:
        """The most telling concept that every statement names, or else that any does."""
        named = [self._concepts(entry) for entry in (*point.earlier, *point.later)]
        keys = frozenset.intersection(*named) or frozenset.union(*named)
        return min(keys, key=lambda key: self._rank(key, keys), default="")

    def _rank(self, key: str, among: frozenset[str]) -> tuple[bool, bool, bool, int, str]:
        """Lower is more telling: the rarest of what may be a topic; a country only where few statements name it."""
        kind = self._reader.kind_of(key)
        wide, _, held = self._topics.rank(key, among)
        rare_country = self._reader.is_country(key) and held <= _FEW * len(self._store)
        return wide and not rare_country, kind not in _THINGS, kind not in _MATTERS, held, key

    def _concepts(self, entry: Entry) -> frozenset[str]:
        general = self._reader.contrasts.general
        return frozenset(each.concept for each in entry.analysis.concepts if not each.implied) - general

    @cached_property
    def _topics(self) -> Topics:
        entries = (entry for source in self._store.sources for entry in self._store.entries(source))
        return Topics(Counter(key for entry in entries for key in self._concepts(entry)), self._reader.glossary)


class _Reported(Struct, frozen=True):
    """The ``points`` that an article makes of its round, and the numbers of its ``others``, which make none.

    ``told`` are the things of all that it tells of its round, by the numbers of its statements.
    """

    points: tuple[Entry, ...]
    others: frozenset[int]
    told: Mapping[int, tuple[Item, ...]]
    readings: Mapping[int, Reading]


class _Statements:
    """Asks of the statements of articles by their numbers."""

    def __init__(self, articles: Mapping[str, _Reported], reader: Reader, matching: Matching) -> None:
        self._articles = articles
        self._reader = reader
        told = {number: items for article in articles.values() for number, items in article.told.items()}
        self._spoken = Spoken(told, matching)

    def spoken_of(self, entry: Entry, sources: Iterable[str]) -> bool:
        told = (number for source in sources for number in self._articles[source].told)
        return self._spoken.is_topic_of(entry.number, told)

    def moved_on(self, earlier: Entry, later: Entry) -> bool:
        return moved_on(self._reading(earlier), self._reading(later), self._reader)

    def measure_alike(self, one: Entry, other: Entry) -> bool:
        return measure_alike(self._reading(one), self._reading(other), self._reader)

    def _reading(self, entry: Entry) -> Reading:
        return self._articles[entry.sentence.source].readings[entry.number]


def _of_each(entries: Iterable[Entry]) -> list[Entry]:
    """One statement of each article."""
    return list({entry.sentence.source: entry for entry in reversed(tuple(entries))}.values())[::-1]
