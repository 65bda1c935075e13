"""Entries on disk, read as far as a question needs them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from cpecbot.language.analysis import concept_key
from cpecbot.language.text.tokens import tokenize
from cpecbot.languages import Language, Languages
from cpecbot.models import Query
from cpecbot.store.bm25 import best_of
from cpecbot.store.disk.bounded import Bounded
from cpecbot.store.disk.file import Field
from cpecbot.store.disk.index import Index
from cpecbot.store.disk.packing import Unpacking
from cpecbot.store.disk.reading import Reading
from cpecbot.store.disk.rows import Flags, Integers, Numbers
from cpecbot.store.disk.vocabulary import names, words
from cpecbot.store.entries import Entry
from cpecbot.store.memory import ARTICLE_WEIGHT, content
from cpecbot.store.ngrams import ngrams
from cpecbot.store.store import Ranked, Ranking

# So many entries stay in memory, 10 kilobytes each, and more what notes find out of them.
_ENTRIES = 2_000
# So many answers on how many hold something, and so many names of sources that hold something.
_FREQUENCIES, _SOURCES = 4_096, 200_000


class DiskStore:
    """The store of one generation of an index. Raises StorageError where its file cannot be read any more.

    What it is asked it answers as MemoryStore does, bit for bit; see there.
    """

    gaps = 0

    def __init__(self, path: Path, name: str, languages: Languages) -> None:
        """Raises ValueError or sqlite3.Error where there is no generation ``name`` that can be trusted at ``path``."""
        self._opened = (path, name, languages)
        self.known_languages = languages
        self.index = Index(Reading(path), name)
        codes = self.index.reading.all("SELECT number, code FROM languages")
        self._languages: Mapping[int, Language] = {number: languages[code] for number, code in codes}
        self._numbers = {language: number for number, language in self._languages.items()}
        self._unpacking = Unpacking(languages)
        self._entries = Bounded(self._read, _ENTRIES)
        self._frequencies = Bounded(self._frequency, _FREQUENCIES)
        self._holders = Bounded(self._sources_holding, _SOURCES, lambda sources: 1 + len(sources))
        self._admitted: tuple[Collection[str], Flags] | None = None

    def __reduce__(self) -> tuple[type[DiskStore], tuple[Path, str, Languages]]:
        """A snapshot keeps where it is read."""
        return DiskStore, self._opened

    def __len__(self) -> int:
        return len(self.index)

    @property
    def sources(self) -> tuple[str, ...]:
        return self.index.sources

    @cached_property
    def languages(self) -> frozenset[Language]:
        return frozenset(self._languages[number] for number in np.unique(self.index.rows.language).tolist())

    def entries(self, source: str) -> Sequence[Entry]:
        place = self.index.place.get(source)
        if place is None:
            return ()
        starts = self.index.rows.starts
        end = starts[place + 1] if place + 1 < len(starts) else len(self)
        return tuple(map(self._entries.__getitem__, range(int(starts[place]), int(end))))

    def _read(self, number: int) -> Entry:
        (packed,) = self.index.reading.one("SELECT packed FROM entries WHERE number = ?", int(self.index.kept[number]))
        return self._unpacking.entry(number, packed)

    def _replaced(self) -> Iterator[Entry]:
        """The entries that are kept and do not count."""
        for first, end in self.index.replaced:
            query = "SELECT packed FROM entries WHERE number >= ? AND number < ?"
            for (packed,) in self.index.reading.all(query, first, end):
                yield self._unpacking.entry(-1, packed)

    def candidates(self, query: Query, sources: Collection[str], limit: int, *, across: bool = True) -> Ranking:
        scores, found = self._scores(query, across=across)
        best = float(scores[found].max(initial=0.0)) or 1.0
        rows = self.index.rows
        numbers = np.flatnonzero(found & rows.quotable & self._admits(sources)[rows.article])
        taken = [best_of(numbers[rows.language[numbers] == each], scores, limit) for each in self._languages]
        kept = np.concatenate([numbers[:0], *taken])
        ranked = kept[np.lexsort((kept, -scores[kept]))]
        hits = (Ranked(self._entries[number], float(scores[number]) / best) for number in ranked.tolist())
        return Ranking(tuple(hits), complete=len(kept) == len(numbers))

    def _scores(self, query: Query, *, across: bool) -> tuple[Numbers, Flags]:
        """The score of every entry, and which share a key with ``query``."""
        rows = self.index.rows
        by_words = self.index.scores(query.lemmas, Field.WORDS)
        scores, found = by_words.values, by_words.found
        holding = np.flatnonzero(found)
        scores[holding] += ARTICLE_WEIGHT * self.index.scores_of_articles(query.lemmas).values[rows.article[holding]]
        if across:
            beyond = ~(found & (rows.language == self._numbers.get(query.language, -1)))
            keys = [key for unit in query.units for key in sorted(unit.keys)]
            for field in (Field.MEANINGS, Field.NAMES):
                other = self.index.scores(keys, field)
                more = other.found & beyond
                scores[more] += other.values[more]
                found = found | more
        return scores, found

    def _admits(self, sources: Collection[str]) -> Flags:
        """Of every article whether it is one of ``sources``."""
        known = self._admitted
        if known and known[0] is sources:
            return known[1]
        admitted = np.zeros(len(self.sources), bool)
        place = self.index.place
        admitted[[place[source] for source in sources if source in place]] = True
        if isinstance(sources, frozenset):
            self._admitted = (sources, admitted)
        return admitted

    def resemblance(self, query: Query) -> Mapping[str, float]:
        runs = list(ngrams(content((token.text for token in tokenize(query.text)), query.language)))
        scores = self.index.scores_of_letters(runs).values
        rows = self.index.rows
        own = rows.language[rows.starts] == self._numbers.get(query.language, -1)
        best = float(scores[own].max(initial=0.0))
        if not best:
            return dict.fromkeys(self.sources, 1.0)
        shares = np.where(own, scores / best, 1.0)
        return dict(zip(self.sources, shares.tolist(), strict=True))

    def holding(self, keys: Collection[str], sources: Collection[str], limit: int) -> Sequence[Entry]:
        return self._first(self.index.holders(keys), sources, limit)

    def standing_for(self, keys: Collection[str], sources: Collection[str], limit: int) -> Sequence[Entry]:
        return self._first(self.index.standing(keys), sources, limit)

    def _first(self, numbers: Integers, sources: Collection[str], limit: int) -> Sequence[Entry]:
        rows = self.index.rows
        admitted = numbers[rows.quotable[numbers] & self._admits(sources)[rows.article[numbers]]]
        return tuple(map(self._entries.__getitem__, admitted[: max(limit, 0)].tolist()))

    def sources_holding(self, keys: Collection[str]) -> frozenset[str]:
        return self._holders[frozenset(keys)]

    def _sources_holding(self, keys: frozenset[str]) -> frozenset[str]:
        articles = np.unique(self.index.rows.article[self.index.holders(keys)])
        return frozenset(self.sources[place] for place in articles.tolist())

    def frequency(self, keys: Collection[str]) -> int:
        return self._frequencies[frozenset(keys)]

    def _frequency(self, keys: frozenset[str]) -> int:
        return len(self.index.holders(keys))

    def frequencies(self, groups: Iterable[Collection[str]]) -> Sequence[int]:
        return list(map(self.frequency, groups))

    def together(self, first: Collection[str], second: Collection[str]) -> int:
        return len(np.intersect1d(self.index.holders(first), self.index.holders(second), assume_unique=True))

    def spoken_of(self, concept: str) -> int:
        return self.index.spoken_of(concept_key(concept))

    def names(self) -> Collection[str]:
        return names(self.index, self._replaced())

    def words(self, languages: Collection[Language]) -> Mapping[str, int]:
        return words(self.index, self._languages, languages, self._replaced())
