"""The articles of an index and their sentences: what they state of themselves is at hand, their texts are not."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cached_property

from cpecbot.corpus import Corpus
from cpecbot.languages import Language, Languages
from cpecbot.models import Article, Sentence
from cpecbot.store.disk.bounded import Bounded
from cpecbot.store.disk.store import DiskStore
from cpecbot.store.format import decoder_of

# So many texts, with their sentences, stay in memory.
_TEXTS = 300
_STATED = tuple(field.name for field in fields(Article) if field.name not in {"text", "elsewhere", "also_called"})
_Text = tuple[str, tuple[Sentence, ...]]
_Called = tuple[dict[str, dict[str, str]], dict[str, frozenset[str]]]
_Names = tuple[Mapping[str, Mapping[Language, str]], Mapping[str, frozenset[str]]]


class KeptArticle(Article):
    """An article whose text is read when it is asked for."""

    __slots__ = ("_among",)
    _among: KeptArticles

    @classmethod
    def of(cls, stated: Article, names: _Names, among: KeptArticles) -> KeptArticle:
        """``stated`` tells all but its text and the ``names`` of what it names."""
        article = cls.__new__(cls)
        for name in _STATED:
            object.__setattr__(article, name, getattr(stated, name))
        object.__setattr__(article, "elsewhere", names[0])
        object.__setattr__(article, "also_called", names[1])
        object.__setattr__(article, "_among", among)
        return article

    def __getattr__(self, name: str) -> str:
        """What was not set, which is its text."""
        if name != "text":
            raise AttributeError(name)
        return self._among.read(self.source)[0]

    def __reduce__(self) -> tuple[object, ...]:
        return _one_of, (self._among, self.source)


def _one_of(articles: KeptArticles, source: str) -> Article:
    return articles[source]


class KeptArticles(Mapping[str, Article]):
    """By source, in the order of the corpus. A snapshot keeps where they are read."""

    def __init__(self, store: DiskStore) -> None:
        self._store = store
        self._decoder = decoder_of(tuple[str, tuple[Sentence, ...]], store.known_languages)
        self._texts = Bounded(self._read, _TEXTS)

    def __reduce__(self) -> tuple[object, ...]:
        return KeptArticles, (self._store,)

    def __getitem__(self, source: str) -> Article:
        return self._articles[source]

    def __iter__(self) -> Iterator[str]:
        return iter(self._articles)

    def __len__(self) -> int:
        return len(self._store.index.listed)

    def read(self, source: str) -> _Text:
        """The text of an article and its sentences."""
        return self._texts[source]

    def _read(self, source: str) -> _Text:
        (packed,) = self._store.index.reading.one("SELECT text FROM articles WHERE number = ?", self._numbers[source])
        return self._decoder.decode(zlib.decompress(packed))

    @cached_property
    def _articles(self) -> Mapping[str, Article]:
        index, languages = self._store.index, self._store.known_languages
        stated = decoder_of(Article, languages)
        called = decoder_of(tuple[dict[str, dict[str, str]], dict[str, frozenset[str]]], languages)
        names: dict[bytes, _Names] = {}
        kept: dict[int, Article] = {}
        for number, facts, packed in index.reading.all("SELECT number, facts, called FROM articles"):
            if packed not in names:
                names[packed] = _spoken(called.decode(packed), languages)
            kept[number] = KeptArticle.of(stated.decode(facts), names[packed], self)
        return {kept[number].source: kept[number] for number in index.listed}

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return dict(zip(self._articles, self._store.index.listed, strict=True))


def _spoken(called: _Called, languages: Languages) -> _Names:
    elsewhere, also_called = called
    spoken = {name: {languages[code]: word for code, word in words.items()} for name, words in elsewhere.items()}
    return spoken, also_called


class KeptSentences(Mapping[str, tuple[Sentence, ...]]):
    """Those of ``articles``."""

    def __init__(self, articles: KeptArticles) -> None:
        self._articles = articles

    def __reduce__(self) -> tuple[object, ...]:
        return KeptSentences, (self._articles,)

    def __getitem__(self, source: str) -> tuple[Sentence, ...]:
        return self._articles.read(source)[1]

    def __iter__(self) -> Iterator[str]:
        return iter(self._articles)

    def __len__(self) -> int:
        return len(self._articles)


def corpus_of(store: DiskStore) -> Corpus:
    """The articles of ``store``, of which is read what is asked for."""
    articles = KeptArticles(store)
    return Corpus(articles, KeptSentences(articles))
