"""Writing an index: articles with their entries are added one by one, in parts that memory holds."""

from __future__ import annotations

import sqlite3
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cpecbot.language.analysis import concept_key
from cpecbot.models import TermKind
from cpecbot.store.disk.file import COUNT, HELD, LARGEST_MARK, SPOKEN, Field, as_bytes, as_text
from cpecbot.store.disk.rows import row
from cpecbot.store.entries import Entry, quotable
from cpecbot.store.format import encode
from cpecbot.store.memory import MEANINGS, NAMES, WORDS, letters

# So many entries are held in memory before they are written.
_SEGMENT = 50_000
WEIGHED = (Field.WORDS, Field.MEANINGS, Field.NAMES)
_FIELDS: Mapping[TermKind, Field] = {
    kind: field for field, kinds in zip(WEIGHED, (WORDS, MEANINGS, NAMES), strict=True) for kind in kinds
}
# Where in an entry a word stands is told in so many bits.
PLACE_BITS = 16

_Marks = dict[tuple[str, Field], int]


class Writer:
    """Adds to an index what nobody sees before ``finish``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Waits for another process that adds to the same index; raises sqlite3.OperationalError after a minute."""
        self._connection = connection
        connection.execute("BEGIN IMMEDIATE")
        self._article = self._one("SELECT coalesce(max(number) + 1, 0) FROM articles")
        self._entry = self._one("SELECT coalesce(max(number) + 1, 0) FROM entries")
        self._segment = self._one("SELECT coalesce(max(segments), 0) FROM generations")
        self._languages: dict[str, int] = {
            code: number for number, code in connection.execute("SELECT number, code FROM languages")
        }
        self._postings: dict[tuple[str, Field], tuple[array[int], array[int]]] = {}
        self._words: dict[tuple[str, int], list[int]] = {}
        self._waiting = 0

    def add(
        self, source: str, entries: Iterable[Entry], digest: bytes = b"", article: bytes = b"", text: str = ""
    ) -> int:
        """The number that the article of ``entries`` gets; all that is kept of it beside them may be read again."""
        number, first, listed = self._article, self._entry, tuple(entries)
        runs = Counter(letters(listed))
        for run, count in runs.items():
            self._post(run, Field.LETTERS, number, count)
        rows = b"".join(map(self._add, listed))
        packed = (number, self._segment, source, digest, first, rows, runs.total(), article, compressed(text))
        self._connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", packed)
        self._article += 1
        self._waiting += len(listed)
        if self._waiting >= _SEGMENT:
            self._flush()
        return number

    def finish(self, name: str, articles: Iterable[int]) -> None:
        """Let the generation ``name`` consist of ``articles``, in this order, and keep all that was added."""
        self._flush()
        generation = (name, self._segment, array("I", articles).tobytes())
        self._connection.execute("INSERT OR REPLACE INTO generations VALUES (?, ?, ?)", generation)
        self._connection.execute("COMMIT")

    def abandon(self) -> None:
        self._connection.execute("ROLLBACK")

    def _one(self, query: str) -> int:
        return int(self._connection.execute(query).fetchone()[0])

    def _add(self, entry: Entry) -> bytes:
        """The row of ``entry``, which is written."""
        number, self._entry = self._entry, self._entry + 1
        packed = zlib.compress(encode(entry), 1)
        self._connection.execute("INSERT INTO entries VALUES (?, ?)", (number, packed))
        for (key, field), mark in _marks(entry).items():
            self._post(key, field, number, mark)
        language = self._language(entry.sentence.language.code)
        self._count_words(entry, number, language)
        kinds = Counter(_FIELDS[term.kind] for term in entry.analysis.terms if term.kind in _FIELDS)
        lengths = (kinds[Field.WORDS], kinds[Field.MEANINGS], kinds[Field.NAMES])
        return row(language, quotable=quotable(entry), lengths=lengths)

    def _language(self, code: str) -> int:
        if code not in self._languages:
            self._languages[code] = len(self._languages)
            self._connection.execute("INSERT INTO languages VALUES (?, ?)", (self._languages[code], code))
        return self._languages[code]

    def _post(self, key: str, field: Field, number: int, mark: int) -> None:
        posting = self._postings.get((key, field))
        if posting is None:
            posting = self._postings[key, field] = array("I"), array("H")
        posting[0].append(number)
        posting[1].append(min(mark, LARGEST_MARK))

    def _count_words(self, entry: Entry, number: int, language: int) -> None:
        seen: set[str] = set()
        for place, token in enumerate(entry.analysis.tokens):
            word = token.text
            first = number << PLACE_BITS | min(place, (1 << PLACE_BITS) - 1)
            counted = self._words.setdefault((word, language), [0, 0, first])
            counted[0] += 1
            counted[1] += word not in seen
            seen.add(word)

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


def compressed(text: str) -> bytes:
    return zlib.compress(text.encode(), 1)


def _marks(entry: Entry) -> _Marks:
    """How ``entry`` is marked under each of its keys."""
    marks: _Marks = {}
    for term in entry.analysis.terms:
        field = _FIELDS.get(term.kind)
        if field is not None:
            marks[term.key, field] = marks.get((term.key, field), 0) + (1 << COUNT)
    for key in entry.keys | entry.parts:
        field = next((each for each in WEIGHED if (key, each) in marks), Field.MEANINGS)
        marks[key, field] = marks.get((key, field), 0) | HELD
    for key in {concept_key(match.concept) for match in entry.analysis.concepts}:
        marks[key, Field.MEANINGS] = marks.get((key, Field.MEANINGS), 0) | SPOKEN
    for reference in entry.surroundings.references:
        marks |= dict.fromkeys(((key, Field.STANDING) for key in reference.keys - entry.keys), 0)
    return marks
