"""Entries in the cluster, fetched as far as a question needs them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from cpecbot.language.text.tokens import tokenize
from cpecbot.languages import Language, Languages
from cpecbot.models import Query
from cpecbot.store.cluster.choosing import choose
from cpecbot.store.cluster.clauses import Clause, any_of, has_any
from cpecbot.store.cluster.connection import Connection
from cpecbot.store.cluster.documents import word
from cpecbot.store.cluster.fetching import MOST, Fetching, hits_of
from cpecbot.store.cluster.generation import Generation
from cpecbot.store.cluster.head import Head, written
from cpecbot.store.cluster.ranking import Wanted
from cpecbot.store.entries import Entry
from cpecbot.store.memory import content
from cpecbot.store.ngrams import ngrams
from cpecbot.store.store import Ranking

_QUOTABLE = {"term": {"quotable": True}}


class ClusterStore:
    """The store of one generation of an index. Raises StoreError where the cluster cannot be asked.

    Where a part of it cannot be asked, what is found is what the rest holds, and ``gaps`` counts that.
    """

    def __init__(self, connection: Connection, generation: Generation, languages: Languages) -> None:
        self.head = Head(connection, generation.articles, languages)
        self._fetching = Fetching(connection, generation, languages)
        self._connection = connection
        self._told = generation.told
        self._languages = [languages[code] for code in self._told.languages]

    def __len__(self) -> int:
        return self._told.entries

    @property
    def gaps(self) -> int:
        return self._connection.gaps

    @cached_property
    def sources(self) -> tuple[str, ...]:
        return tuple(self.head.sources)

    @cached_property
    def languages(self) -> frozenset[Language]:
        return frozenset(self._languages)

    def entries(self, source: str) -> Sequence[Entry]:
        return self._fetching.article(source) if source in self.head.sources else ()

    def candidates(self, query: Query, sources: Collection[str], limit: int, *, across: bool = True) -> Ranking:
        among = self._quotable_of(sources)
        return choose(Wanted.of(query, across=across), self._fetching, self._languages, among, limit)

    def resemblance(self, query: Query) -> Mapping[str, float]:
        """By the scores of Lucene, which are near to those of the other stores."""
        words = content((token.text for token in tokenize(query.text)), query.language)
        runs = Counter(ngrams(words))
        looked_for = any_of({"term": {"letters": {"value": word(run), "boost": n}}} for run, n in runs.items())
        own = {"term": {"language": query.language.code}}
        body = {"query": {"bool": {"must": looked_for, "filter": own}}, "size": MOST, "_source": False}
        found = hits_of(self._fetching.among_articles({**body, "docvalue_fields": ["source"]})) if runs else ()
        scores = {hit["fields"]["source"][0]: hit["_score"] for hit in found}
        best = max(scores.values(), default=0.0)
        return {
            source: scores.get(source, 0.0) / best if best and listed.language == query.language else 1.0
            for source, listed in self.head.sources.items()
        }

    def holding(self, keys: Collection[str], sources: Collection[str], limit: int) -> Sequence[Entry]:
        return self._first("keys", keys, sources, limit)

    def standing_for(self, keys: Collection[str], sources: Collection[str], limit: int) -> Sequence[Entry]:
        return self._first("standing", keys, sources, limit)

    def _first(self, field: str, keys: Collection[str], sources: Collection[str], limit: int) -> Sequence[Entry]:
        if not keys or not sources or limit <= 0:
            return ()
        return self._fetching.first(limit, has_any(field, keys), *self._quotable_of(sources))

    def sources_holding(self, keys: Collection[str]) -> frozenset[str]:
        return self._fetching.sources_holding(frozenset(keys)) if keys else frozenset()

    def frequency(self, keys: Collection[str]) -> int:
        return self.frequencies([keys])[0]

    def frequencies(self, groups: Iterable[Collection[str]]) -> Sequence[int]:
        asked = [(frozenset(keys),) for keys in groups]
        totals = self._fetching.totals([each for each in asked if all(each)])
        return [totals.get(each, 0) for each in asked]

    def together(self, first: Collection[str], second: Collection[str]) -> int:
        both = frozenset(first), frozenset(second)
        return self._fetching.totals([both])[both] if all(both) else 0

    def spoken_of(self, concept: str) -> int:
        return self._fetching.frequencies([("concepts", concept)])["concepts", concept]

    def names(self) -> Collection[str]:
        return self.head.names

    def words(self, languages: Collection[Language]) -> Mapping[str, int]:
        return written(self.head.vocabulary, languages)

    def _quotable_of(self, sources: Collection[str]) -> list[Clause]:
        """What lets in the quotable entries of ``sources`` alone, which is told only where these are not all."""
        every_source = self.head.sources.keys() <= frozenset(sources)
        return [_QUOTABLE] if every_source else [_QUOTABLE, {"terms": {"source": sorted(sources)}}]
