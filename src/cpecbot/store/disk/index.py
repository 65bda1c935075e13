"""The inverted index of one generation: who holds a key, in numbers of the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from msgspec import Struct

from cpecbot.store.bm25 import impact, inverse_document_frequency
from cpecbot.store.disk.bounded import Bounded
from cpecbot.store.disk.file import COUNT, HELD, SPOKEN, Field, as_bytes, as_text
from cpecbot.store.disk.reading import Reading
from cpecbot.store.disk.rows import Flags, Integers, Numbers, Rows, count_of, rows_of

# Bytes of postings that stay in memory, and what one takes beside its arrays.
_ROOM, _EACH = 48_000_000, 400
_NOWHERE = -1
_HOLDING = (Field.WORDS, Field.MEANINGS, Field.NAMES)


class Posting(Struct, frozen=True):
    """The entries (of LETTERS: the articles) under a key, in order, and how each is marked there."""

    numbers: Integers
    marks: Integers


class Scores(Struct, frozen=True):
    """Of every document its BM25, 0 where it has none of the keys, and whether it has any."""

    values: Numbers
    found: Flags


class Index:
    """Entries by their numbers in the corpus; articles, only those that have entries, by their places in it."""

    def __init__(self, reading: Reading, name: str) -> None:
        """Raises ValueError where there is no generation of this ``name``."""
        self.reading = reading
        generation = reading.one("SELECT segments, articles FROM generations WHERE name = ?", name)
        if generation is None:
            raise ValueError("it is of other articles")
        self._segments = int(generation[0])
        self.listed: Sequence[int] = np.frombuffer(generation[1], "<u4").tolist()
        """All articles of the corpus by the numbers that they are kept under, those without entries too."""
        columns = "number, source, first, rows, letters"
        known = reading.all(f"SELECT {columns} FROM articles WHERE segment < ?", self._segments)  # noqa: S608 - ours
        kept = {number: row for number, *row in known}
        with_entries = [number for number in self.listed if kept[number][2]]
        self.sources: tuple[str, ...] = tuple(kept[number][0] for number in with_entries)
        self.place = {source: place for place, source in enumerate(self.sources)}
        self.rows: Rows = rows_of([kept[number][2] for number in with_entries])
        first = np.array([kept[number][1] for number in with_entries], np.int64)
        self._letters = np.array([kept[number][3] for number in with_entries], np.int64)
        self._articles = _places(np.array(with_entries, np.int64), 1 + max(kept, default=-1))
        self.kept: Integers = np.arange(len(self)) + (first - self.rows.starts)[self.rows.article]
        """The number that each entry is kept under."""
        last = max((first + count_of(rows) for _, first, rows, _ in kept.values()), default=0)
        self._entries = _places(self.kept, last)
        counting = frozenset(self.listed)
        left = (row for number, row in kept.items() if number not in counting)
        self.replaced = tuple((first, first + count_of(rows)) for _, first, rows, _ in left)
        """From which number to which entries are kept that do not count."""
        self._postings = Bounded(self.read, _ROOM, lambda each: each.numbers.nbytes + each.marks.nbytes + _EACH)

    def __len__(self) -> int:
        return len(self.rows.article)

    def posting(self, key: str, field: Field) -> Posting:
        return self._postings[key, field]

    def read(self, asked: tuple[str, Field]) -> Posting:
        """The same, and nothing of it stays in memory."""
        query = "SELECT numbers, marks FROM postings WHERE key = ? AND field = ? AND segment < ? ORDER BY segment"
        segments = list(self.reading.all(query, as_bytes(asked[0]), int(asked[1]), self._segments))
        kept = np.frombuffer(b"".join(numbers for numbers, _ in segments), "<u4")
        marks = np.frombuffer(b"".join(marks for _, marks in segments), "<u2")
        places = (self._articles if asked[1] is Field.LETTERS else self._entries)[kept]
        order = np.argsort(places, kind="stable")
        order = order[places[order] != _NOWHERE]
        return Posting(places[order], marks[order])

    def keys(self, field: Field, prefix: str) -> Iterator[str]:
        """Those in ``field`` that begin with ``prefix``, a letter and a colon."""
        query = "SELECT DISTINCT key FROM postings WHERE key >= ? AND key < ? AND field = ? AND segment < ?"
        after = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        for (key,) in self.reading.all(query, as_bytes(prefix), as_bytes(after), int(field), self._segments):
            yield as_text(key)

    def words(self) -> Iterator[tuple[Any, ...]]:
        """Each word, the number of its language, how often it is written, in how many entries, and where first."""
        query = "SELECT word, language, written, entries, first FROM words WHERE segment < ?"
        return self.reading.all(query, self._segments)

    def entry_at(self, kept: int) -> int:
        """The number of an entry; -1 where it does not count."""
        return int(self._entries[kept])

    def holders(self, keys: Iterable[str]) -> Integers:
        """The entries that hold any of ``keys``, in order."""
        postings = (self.posting(key, field) for key in keys for field in _HOLDING)
        return _union([each.numbers[each.marks & HELD > 0] for each in postings])

    def standing(self, keys: Iterable[str]) -> Integers:
        """The entries with words that stand for what was named with any of ``keys``, in order."""
        return _union([self.posting(key, Field.STANDING).numbers for key in keys])

    def spoken_of(self, key: str) -> int:
        return int(np.count_nonzero(self.posting(key, Field.MEANINGS).marks & SPOKEN))

    def scores(self, keys: Iterable[str], field: Field) -> Scores:
        """The BM25 of entries by ``field``."""
        postings = (self.posting(key, field) for key in keys)
        return _scores([(each.numbers, each.marks >> COUNT) for each in postings], self.rows.lengths[field])

    def scores_of_articles(self, keys: Iterable[str]) -> Scores:
        """The BM25 of articles by all of their words."""
        postings = (self.posting(key, Field.WORDS) for key in keys)
        return _scores([self._by_article(each) for each in postings], self._words)

    def scores_of_letters(self, runs: Iterable[str]) -> Scores:
        """The BM25 of articles by runs of letters of their words."""
        postings = (self.posting(run, Field.LETTERS) for run in runs)
        return _scores([(each.numbers, each.marks) for each in postings], self._letters)

    @cached_property
    def _words(self) -> Integers:
        """How many each article has."""
        lengths = self.rows.lengths[Field.WORDS].astype(np.int64)
        return np.add.reduceat(lengths, self.rows.starts) if len(lengths) else lengths

    def _by_article(self, posting: Posting) -> tuple[Integers, Integers]:
        """The articles of ``posting``, and how often each has its key."""
        articles = self.rows.article[posting.numbers]
        starts = np.flatnonzero(np.diff(articles, prepend=_NOWHERE))
        counts = (posting.marks >> COUNT).astype(np.int64)
        return articles[starts], np.add.reduceat(counts, starts) if len(starts) else counts


def _places(kept: Integers, size: int) -> Integers:
    """For each number below ``size`` its place among those that are ``kept``, or _NOWHERE."""
    places = np.full(size, _NOWHERE, np.int32)
    places[kept] = np.arange(len(kept), dtype=np.int32)
    return places


def _union(numbers: Sequence[Integers]) -> Integers:
    some = [each for each in numbers if len(each)]
    if len(some) == 1:
        return some[0]
    return np.unique(np.concatenate(some)) if some else np.empty(0, np.int32)


def _scores(counted: Iterable[tuple[Integers, Integers]], lengths: Integers) -> Scores:
    """Added up key by key in the terms of rank-bm25, so that it comes to the same to the last bit."""
    values, found = np.zeros(len(lengths)), np.zeros(len(lengths), np.bool_)
    mean = lengths.sum() / max(1, len(lengths))
    for documents, counts in counted:
        numbers, often = documents[counts > 0], counts[counts > 0].astype(np.float64)
        if len(numbers):
            rarity = inverse_document_frequency(len(numbers), len(lengths))
            values[numbers] += impact(often, lengths[numbers].astype(np.float64), mean, rarity)
            found[numbers] = True
    return Scores(values, found)
