"""What is fetched of one generation, and kept at hand: entries, and how many there are that hold something."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from cpecbot.languages import Languages
from cpecbot.store.cluster.clauses import Clause, every, has_any
from cpecbot.store.cluster.connection import Connection, Response
from cpecbot.store.cluster.documents import counted, digest
from cpecbot.store.cluster.generation import SUBJECT, Generation
from cpecbot.store.cluster.head import read
from cpecbot.store.cluster.remembered import Remembered
from cpecbot.store.entries import Entry

Groups = tuple[frozenset[str], ...]

MOST = 10_000
"""What one request may bring (index.max_result_window)."""
# What is kept at hand is a few hundred answers' worth, some 100 MB.
_ENTRIES = 20_000
_ARTICLES = 200
_COUNTS = 100_000
# A cluster lists no more at once (search.max_buckets).
_MOST_SOURCES = 65_535


class Fetching:
    """Fetches what is not at hand yet. Safe to share between threads; raises StoreError as ``Connection`` does."""

    def __init__(self, connection: Connection, generation: Generation, languages: Languages) -> None:
        self.generation = generation
        self._connection = connection
        self._languages = languages
        self._by_number: Remembered[int, Entry] = Remembered(_ENTRIES, self._gaps)
        self._by_source: Remembered[str, tuple[Entry, ...]] = Remembered(_ARTICLES, self._gaps)
        self._frequencies: Remembered[tuple[str, str], int] = Remembered(_COUNTS, self._gaps)
        self._holders: Remembered[frozenset[str], frozenset[str]] = Remembered(_ENTRIES, self._gaps)
        self._totals: Remembered[Groups, int] = Remembered(_COUNTS, self._gaps)

    def _gaps(self) -> int:
        return self._connection.gaps

    def among_entries(self, *bodies: Mapping[str, Any]) -> Sequence[Response]:
        return self._connection.search(self.generation.entries, *bodies)

    def among_articles(self, body: Mapping[str, Any]) -> Response:
        return self._connection.search(self.generation.articles, body)[0]

    def entries(self, numbers: Collection[int]) -> Mapping[int, Entry]:
        """Those of ``numbers``, in their order."""
        return self._by_number.get(numbers, self._fetch_entries)

    def article(self, source: str) -> tuple[Entry, ...]:
        """All entries of ``source``, in the order of numbers."""
        return self._by_source.get((source,), lambda _: {source: self._fetch_article(source)})[source]

    def first(self, limit: int, *clauses: Clause) -> tuple[Entry, ...]:
        """The first ``limit`` entries that match all of ``clauses``, in the order of numbers."""
        body = {"query": every(*clauses), "sort": ["number"], "size": min(limit, MOST), "_source": False}
        return tuple(self.entries([int(hit["_id"]) for hit in hits_of(self.among_entries(body)[0])]).values())

    def frequencies(self, keys: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
        """In how many entries, for ``SUBJECT`` articles, each key stands, ``keys`` being pairs of a field and a key."""
        return self._frequencies.get(keys, self._count)

    def totals(self, asked: Collection[Groups]) -> Mapping[Groups, int]:
        """How many entries hold a key of each of some groups of keys, for each of ``asked``."""
        return self._totals.get(asked, self._count_holders)

    def sources_holding(self, keys: frozenset[str]) -> frozenset[str]:
        """The sources with an entry that holds any of ``keys``."""
        return self._holders.get((keys,), self._fetch_holders)[keys]

    def counts(self, sources: Collection[str], words: Collection[str]) -> Mapping[str, tuple[Mapping[str, int], int]]:
        """How often each of ``words`` stands in the articles of ``sources``, and how many words each has."""
        names = {counted(key): key for key in words}
        kept = ["length", *(f"counts.{name}" for name in names)]
        body = {"query": every({"terms": {"source": list(sources)}}), "size": MOST, "_source": kept}
        found: dict[str, tuple[Mapping[str, int], int]] = {}
        for hit in hits_of(self.among_articles({**body, "docvalue_fields": ["source"]})):
            kept_counts = hit["_source"].get("counts", {})
            counts = {names[name]: count for name, count in kept_counts.items()}
            found[hit["fields"]["source"][0]] = counts, hit["_source"]["length"]
        return found

    def _fetch_entries(self, numbers: Collection[int]) -> Mapping[int, Entry]:
        wanted = list(numbers)
        parts = (wanted[start : start + MOST] for start in range(0, len(wanted), MOST))
        bodies = [{"query": {"terms": {"number": part}}, "size": MOST, "_source": ["packed"]} for part in parts]
        found = self.among_entries(*bodies)
        return {entry.number: entry for each in found for entry in self._read(each)}

    def _fetch_article(self, source: str) -> tuple[Entry, ...]:
        found: list[Entry] = []
        while len(found) % MOST == 0:
            last = found[-1].number if found else -1
            query = every({"term": {"source": source}}, {"range": {"number": {"gt": last}}})
            body = {"query": query, "sort": ["number"], "size": MOST, "_source": ["packed"]}
            more = self._read(self.among_entries(body)[0])
            found.extend(more)
            if not more:
                break
        return tuple(found)

    def _read(self, response: Response) -> list[Entry]:
        return [read(hit["_source"]["packed"], Entry, self._languages) for hit in hits_of(response)]

    def _fetch_holders(self, asked: Collection[frozenset[str]]) -> Mapping[frozenset[str], frozenset[str]]:
        listed = {"sources": {"terms": {"field": "source", "size": _MOST_SOURCES}}}
        bodies = [{"query": every(has_any("keys", keys)), "size": 0, "aggs": listed} for keys in asked]
        found = (each.get("aggregations", {}).get("sources", {}) for each in self.among_entries(*bodies))
        holders = (frozenset(bucket["key"] for bucket in each.get("buckets", ())) for each in found)
        return dict(zip(asked, holders, strict=True))

    def _count(self, keys: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
        asked = [
            (index, [pair for pair in keys if (pair[0] == SUBJECT) is of_articles])
            for index, of_articles in ((self.generation.entries, False), (self.generation.articles, True))
        ]
        asked = [(index, pairs) for index, pairs in asked if pairs]
        found = self._connection.search_in(*((index, _counting(_filters(pairs))) for index, pairs in asked))
        counts: dict[tuple[str, str], int] = {}
        for (_, pairs), response in zip(asked, found, strict=True):
            counts |= {pair: _counted(response, _name(pair)) for pair in pairs}
        return counts

    def _count_holders(self, asked: Collection[Groups]) -> Mapping[Groups, int]:
        filters = {
            str(place): every(*(has_any("keys", group) for group in groups)) for place, groups in enumerate(asked)
        }
        (found,) = self.among_entries(_counting(filters))
        return {groups: _counted(found, str(place)) for place, groups in enumerate(asked)}


def hits_of(response: Response) -> Sequence[Mapping[str, Any]]:
    hits: Sequence[Mapping[str, Any]] = response["hits"]["hits"]
    return hits


def total_of(response: Response) -> int:
    return int(response["hits"]["total"]["value"])


def _filters(pairs: Collection[tuple[str, str]]) -> dict[str, Clause]:
    return {_name(pair): has_any("words" if pair[0] == SUBJECT else pair[0], [pair[1]]) for pair in pairs}


def _counting(filters: Mapping[str, Clause]) -> dict[str, Any]:
    """What counts the documents that match each of ``filters``."""
    return {"size": 0, "aggs": {"holders": {"filters": {"filters": filters}}}}


def _counted(response: Response, name: str) -> int:
    """0 where no shard could be asked."""
    buckets = response.get("aggregations", {}).get("holders", {}).get("buckets", {})
    return int(buckets.get(name, {}).get("doc_count", 0))


def _name(pair: tuple[str, str]) -> str:
    return f"{pair[0]} {digest(pair[1])}"
