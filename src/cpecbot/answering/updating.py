"""From articles to an index on disk: only what has changed is read again.

An article is read again when its own bytes are others, or when a name that may stand in it has come to mean something
else, which the articles tell together (``language.names.aliases``). Other tables, or another program, are another
index.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from functools import cached_property
from pathlib import Path

from msgspec import Struct, msgpack
from msgspec.structs import astuple, replace

from cpecbot.answering.building import copies_in, known_elsewhere, put_together, with_aliases
from cpecbot.answering.library import Library
from cpecbot.corpus.loading import Cutter
from cpecbot.corpus.reading import RawArticle
from cpecbot.disagreement import Contrasts
from cpecbot.language.analysis import Analyzer
from cpecbot.language.names.aliases.table import Aliases, Words
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.patterns import any_of, longest_first
from cpecbot.language.text.simplified import simplify
from cpecbot.language.text.tokens import is_han
from cpecbot.languages import Languages
from cpecbot.models import Article, Sentence
from cpecbot.store.disk import DiskStore
from cpecbot.store.disk.articles import corpus_of
from cpecbot.store.disk.file import create, open_to_add, share
from cpecbot.store.disk.places import Indexes
from cpecbot.store.disk.preparing import Prepared, prepare
from cpecbot.store.disk.writing import Writer
from cpecbot.store.entries import read_article
from cpecbot.store.format import decoder_of, encode
from cpecbot.store.workers import over

Progress = Callable[[int, int], None]
"""Told how many articles of how many are read."""
# What may stand within a name and is no part of it.
_WITHIN = str.maketrans("", "", ".·・‧")
# An index in which more articles than these, and than those that count, were replaced is made anew.
_REPLACED = 100
# A name in Han is looked for by so many of its characters.
_HAN_BEGINNING = 2


class Told(Struct, frozen=True):
    """Aliases as they are kept with a generation: each name as its words with the forms of what it names."""

    groups: tuple[frozenset[Words], ...] = ()
    capitals: frozenset[str] = frozenset()


class _Cutting(Struct, frozen=True):
    """Cuts articles; what comes of it is packed, as processes hand it on."""

    cutter: Cutter

    def packed(self, raw: RawArticle) -> bytes:
        return encode(self.cutter.read(raw))


class _Reading:
    """Reads what was cut."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer

    def sentences(self, cut: bytes) -> tuple[Sentence, ...]:
        return self._decoder.decode(cut)[1]

    def prepared(self, cut: tuple[bytes, bytes]) -> Prepared:
        """``cut`` is an article with its sentences, packed, and the digest of what it was made from."""
        article, sentences = self._decoder.decode(cut[0])
        entries = read_article(article, sentences, self._analyzer)
        known = known_elsewhere(article, self._analyzer.glossary)
        return prepare(known, sentences, entries, self._analyzer.languages.codes, cut[1])

    @cached_property
    def _decoder(self) -> msgpack.Decoder[tuple[Article, tuple[Sentence, ...]]]:
        return decoder_of(tuple[Article, tuple[Sentence, ...]], self._analyzer.languages)


class _Last:
    """The generation that was added last, if any: its articles by their digests, and the aliases that they gave."""

    def __init__(self, connection: sqlite3.Connection, languages: Languages) -> None:
        self._connection = connection
        self._decoder = decoder_of(tuple[str, tuple[Sentence, ...]], languages)
        newest = "SELECT name, articles, aliases FROM generations ORDER BY number DESC LIMIT 1"
        found: tuple[str, bytes, bytes] = connection.execute(newest).fetchone() or ("", b"", encode(Told()))
        self.name, articles, aliases = found
        self.aliases = decoder_of(Told, languages).decode(aliases)
        kept = dict(connection.execute("SELECT number, digest FROM articles").fetchall())
        self.numbers = {kept[number]: number for number in memoryview(articles).cast("I")}
        self.replaced = len(kept) - len(self.numbers)

    def sentences(self, number: int) -> tuple[Sentence, ...]:
        (packed,) = self._connection.execute("SELECT text FROM articles WHERE number = ?", (number,)).fetchone()
        return self._decoder.decode(zlib.decompress(packed))[1]


class Updating(Struct, frozen=True):
    """Brings an index up to date; ``analyzer`` knows no aliases yet."""

    cutter: Cutter
    analyzer: Analyzer
    tell: Progress

    def index(self, articles: Sequence[RawArticle], indexes: Indexes) -> tuple[Path, str, Aliases]:
        """Which index has ``articles``, the name of its generation, and the aliases that they give.

        Raises CorpusError for an article that cannot be read, OSError or sqlite3.Error where nothing can be kept.
        """
        for path in indexes.existing():
            with suppress(sqlite3.Error, ValueError), closing(open_to_add(path)) as connection:
                return path, *self._add(connection, articles)
        path = indexes.begin()
        try:
            with closing(create(path, self.analyzer.languages.codes)) as connection:
                added = self._add(connection, articles)
                share(connection)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return indexes.admit(path), *added

    def _add(self, connection: sqlite3.Connection, articles: Sequence[RawArticle]) -> tuple[str, Aliases]:
        """The name of the generation, which is made of what is in it. What is not finished goes with the connection."""
        writer, last = Writer(connection), _Last(connection, self.analyzer.languages)
        digests = {raw.source: _digest(raw, self.cutter) for raw in articles}
        name = hashlib.blake2b(b"".join(digests.values()), digest_size=32).hexdigest()
        if name == last.name:
            return name, Aliases(last.aliases.groups, last.aliases.capitals)
        if last.replaced > max(_REPLACED, len(last.numbers)):
            raise ValueError("most of it counts no more")
        numbers = {source: last.numbers[digest] for source, digest in digests.items() if digest in last.numbers}
        cut = self._cut([raw for raw in articles if raw.source not in numbers])
        kept = (cut.get(raw.source) or last.sentences(numbers[raw.source]) for raw in articles)
        analyzer = with_aliases(self.analyzer, self._sentences(kept))
        told = Told(analyzer.aliases.groups, analyzer.aliases.capitals)
        names = _beginnings(last.aliases, told)
        if names:
            unchanged = [raw for raw in articles if raw.source in numbers]
            cut |= self._cut([raw for raw in unchanged if names.search(_plain(last.sentences(numbers[raw.source])))])
        read = over([(packed, digests[source]) for source, packed in cut.items()], _Reading(analyzer).prepared)
        for done, prepared in enumerate(read, 1):
            numbers[prepared.source] = writer.add(prepared)
            self.tell(done, len(cut))
        writer.finish(name, (numbers[raw.source] for raw in articles), encode(told))
        return name, analyzer.aliases

    def _cut(self, articles: Sequence[RawArticle]) -> dict[str, bytes]:
        packed = over(articles, _Cutting(self.cutter).packed)
        return dict(zip((raw.source for raw in articles), packed, strict=True))

    def _sentences(self, articles: Iterable[bytes | tuple[Sentence, ...]]) -> Iterator[Sentence]:
        """Those of ``articles``, each packed as it was cut, or read already."""
        reading = _Reading(self.analyzer)
        for each in articles:
            yield from reading.sentences(each) if isinstance(each, bytes) else each


def build_on_disk(
    articles: Sequence[RawArticle], updating: Updating, contrasts: Contrasts, indexes: Indexes
) -> Library:
    """The library of ``articles``, which reads of its index what a question needs.

    Raises CorpusError for an article that cannot be read, OSError or sqlite3.Error where nothing can be kept.
    """
    path, name, aliases = updating.index(articles, indexes)
    analyzer = replace(updating.analyzer, aliases=aliases)
    store = DiskStore(path, name, analyzer.languages)
    corpus = corpus_of(store)
    return put_together(corpus, store, analyzer, contrasts, copies_in(corpus, store))


def _digest(raw: RawArticle, cutter: Cutter) -> bytes:
    """What ``raw`` is and what is known of it."""
    made = hashlib.blake2b(encode((raw.source, raw.text, astuple(cutter.facts(raw)))), digest_size=16)
    return made.digest()


def _beginnings(one: Told, other: Told) -> re.Pattern[str] | None:
    """How names begin that are not the same in both; None where all are."""
    first, second = ({name: group for group in told.groups for name in group} for told in (one, other))
    changed = {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)}
    changed |= {(short,) for short in one.capitals ^ other.capitals}
    begun = {name[0][:_HAN_BEGINNING] if is_han(name[0]) else name[0] for name in changed}
    return re.compile(any_of(longest_first(begun))) if begun else None


def _plain(sentences: Sequence[Sentence]) -> str:
    """What is written, so that a name stands in it as it stands in a table of aliases."""
    return simplify(fold_text("\n".join(each.reading for each in sentences))).translate(_WITHIN)
