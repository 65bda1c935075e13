"""Writing an index: articles are added one by one, in parts that memory holds."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from typing import Any

from cpecbot.store.disk.file import Field, as_bytes, as_text
from cpecbot.store.disk.preparing import PLACE_BITS, Prepared

# So many entries are held in memory before they are written.
_SEGMENT = 50_000
# Whoever has opened an older generation than these has read what it is.
_GENERATIONS = 4


class Writer:
    """Adds to an index what nobody sees before ``finish``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Waits for another process that adds to the same index."""
        self._connection = connection
        connection.execute("BEGIN IMMEDIATE")
        self._article = self._one("SELECT coalesce(max(number) + 1, 0) FROM articles")
        self._entry = self._one("SELECT coalesce(max(number) + 1, 0) FROM entries")
        self._segment = self._one("SELECT coalesce(max(segments), 0) FROM generations")
        self._postings: dict[tuple[str, Field], tuple[array[int], array[int]]] = {}
        self._words: dict[tuple[str, int], list[int]] = {}
        self._waiting = 0

    def add(self, article: Prepared) -> int:
        """The number that it is kept under."""
        number, first = self._article, self._entry
        own = (article.source, article.digest, first, article.rows, article.letters)
        packed = (article.facts, article.called, article.text)
        insert = "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        self._connection.execute(insert, (number, self._segment, *own, *packed))
        self._connection.executemany("INSERT INTO entries VALUES (?, ?)", enumerate(article.entries, first))
        for where, (numbers, marks) in article.postings.items():
            posting = self._postings.get(where)
            if posting is None:
                posting = self._postings[where] = array("I"), array("H")
            start = number if where[1] is Field.LETTERS else first
            posting[0].extend(start + each for each in numbers)
            posting[1].extend(marks)
        for word, (written, entries, place) in article.words.items():
            counted = self._words.setdefault(word, [0, 0, (first << PLACE_BITS) + place])
            counted[0] += written
            counted[1] += entries
        self._article += 1
        self._entry += len(article.entries)
        self._waiting += 1 + len(article.entries)
        if self._waiting >= _SEGMENT:
            self._flush()
        return number

    def finish(self, name: str, articles: Iterable[int], aliases: bytes = b"") -> None:
        """Let the generation ``name`` consist of ``articles``, in this order, and keep all that was added.

        ``aliases`` are what it was read with, to be read by who adds to it.
        """
        self._flush()
        self._connection.execute("DELETE FROM generations WHERE name = ?", (name,))
        insert = "INSERT INTO generations (name, segments, articles, aliases) VALUES (?, ?, ?, ?)"
        self._connection.execute(insert, (name, self._segment, array("I", articles).tobytes(), aliases))
        newest = "SELECT number FROM generations ORDER BY number DESC LIMIT ?"
        self._connection.execute(f"DELETE FROM generations WHERE number NOT IN ({newest})", (_GENERATIONS,))  # noqa: S608
        self._connection.execute("COMMIT")

    def _one(self, query: str) -> int:
        return int(self._connection.execute(query).fetchone()[0])

    def _flush(self) -> None:
        if self._waiting:
            self._connection.executemany("INSERT INTO postings VALUES (?, ?, ?, ?, ?)", self._rows_of_postings())
            self._connection.executemany("INSERT INTO words VALUES (?, ?, ?, ?, ?, ?)", self._rows_of_words())
            self._segment += 1
        self._postings, self._words, self._waiting = {}, {}, 0

    def _rows_of_postings(self) -> Iterator[tuple[Any, ...]]:
        """In the order in which they are kept, which is the fastest to write."""
        for key, field in sorted((as_bytes(key), field) for key, field in self._postings):
            numbers, marks = self._postings[as_text(key), field]
            yield key, int(field), self._segment, numbers.tobytes(), marks.tobytes()

    def _rows_of_words(self) -> Iterator[tuple[Any, ...]]:
        for word, language in sorted((as_bytes(word), language) for word, language in self._words):
            counted = self._words[as_text(word), language]
            yield word, language, self._segment, *counted
