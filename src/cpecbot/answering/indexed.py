"""A library whose entries stand in an index: what is kept there beside them, and how it is opened from that alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import overload

from msgspec import Struct
from msgspec.structs import replace as with_parts

from cpecbot.answering.building import named_elsewhere, put_together, read_tables
from cpecbot.answering.library import Library
from cpecbot.corpus import Corpus
from cpecbot.corpus.copies import Copies
from cpecbot.corpus.copies.tellings import Telling, frozen
from cpecbot.language.names.aliases.table import Aliases, Words
from cpecbot.languages import Languages
from cpecbot.models import Article, Sentence
from cpecbot.snapshot.fingerprints import content_of
from cpecbot.store.store import Store


class Beside(Struct, frozen=True):
    """What a library has beside entries and tables: its articles, their sizes, what is told twice, and other names.

    Of these, what articles' outlets and places are called elsewhere is left out: the tables tell it.
    """

    articles: tuple[Article, ...]
    sizes: Mapping[str, int]
    tellings: tuple[Telling, ...]
    originals: Mapping[str, str]
    passages: Mapping[str, tuple[str, ...]]
    series: Mapping[str, str]
    aliases: tuple[frozenset[Words], ...]
    capitals: frozenset[str]
    tables: str

    @classmethod
    def of(cls, library: Library, tables: Path, glossary: Path | None = None) -> Beside:
        """What ``library`` has, which was made with these tables."""
        copies, aliases = library.copies, library.understanding.analyzer.aliases
        return cls(
            tuple(replace(each, elsewhere={}, also_called={}) for each in library.corpus.articles.values()),
            {source: len(library.corpus.sentences[source]) for source in library.corpus.articles},
            tuple(dict.fromkeys(copies.tellings.values())),
            dict(copies.originals),
            dict(copies.passages),
            dict(copies.series),
            aliases.groups,
            aliases.capitals,
            _content_of(tables, glossary),
        )

    def fits(self, tables: Path, glossary: Path | None = None) -> bool:
        """Whether it was made with just these tables; with others, what they tell may not be found."""
        return self.tables == _content_of(tables, glossary)

    @property
    def copies(self) -> Copies:
        return frozen(self.tellings, self.originals, self.passages, self.series)


def open_indexed(
    beside: Beside, store: Store, languages: Languages, tables: Path, glossary: Path | None = None
) -> Library:
    """The library of the entries in ``store``, with the tables that it was made with.

    Raises GlossaryError when one of these is malformed.
    """
    analyzer, contrasts = read_tables(languages, tables, glossary)
    articles = {each.source: each for each in beside.articles}
    corpus = named_elsewhere(Corpus(articles, _Sentences(store, beside.sizes)), analyzer.glossary)
    analyzer = with_parts(analyzer, aliases=Aliases(beside.aliases, beside.capitals))
    return put_together(corpus, store, analyzer, contrasts, beside.copies)


def _content_of(tables: Path, glossary: Path | None) -> str:
    return content_of(
        [tables / "languages", tables / "vocabulary", tables / "contrasts.toml", glossary or tables / "glossary"]
    )


class _Sentences(Mapping[str, Sequence[Sentence]]):
    """The sentences of each article, out of the store."""

    def __init__(self, store: Store, sizes: Mapping[str, int]) -> None:
        self._store = store
        self._sizes = sizes

    def __getitem__(self, source: str) -> Sequence[Sentence]:
        return _OfArticle(self._store, source, self._sizes[source])

    def __iter__(self) -> Iterator[str]:
        return iter(self._sizes)

    def __len__(self) -> int:
        return len(self._sizes)


class _OfArticle(Sequence[Sentence]):
    """How many there are is known without asking the store."""

    def __init__(self, store: Store, source: str, size: int) -> None:
        self._store = store
        self._source = source
        self._size = size

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, place: int) -> Sentence: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Sentence]: ...

    def __getitem__(self, place: int | slice) -> Sentence | Sequence[Sentence]:
        return [entry.sentence for entry in self._store.entries(self._source)][place]

    def __iter__(self) -> Iterator[Sentence]:
        return (entry.sentence for entry in self._store.entries(self._source))
