"""The sentences of a corpus, read once and indexed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cpecbot.corpus import Corpus
from cpecbot.language.analysis import Analysis, Analyzer
from cpecbot.languages import Language
from cpecbot.models import Query, Sentence, SentenceKind, TermKind
from cpecbot.store.bm25 import BM25Index

# A sentence shares the subject of its article; measured on paragraphs whose best sentence stands for them.
ARTICLE_WEIGHT = 4.0
_WORDS = frozenset({TermKind.LEMMA, TermKind.PART})
_MEANINGS = frozenset({TermKind.CONCEPT, TermKind.NAME, TermKind.VALUE})


@dataclass(frozen=True, slots=True)
class Entry:
    """An indexed sentence; ``analysis`` counts code points of the sentence, not of the article."""

    number: int
    sentence: Sentence
    analysis: Analysis
    keys: frozenset[str]
    article: int


class SentenceIndex:
    """Every sentence with its keys, and BM25 over lemmas, over meanings, and over the lemmas of whole articles.

    Lemmas find sentences of the question's own language, meanings (concepts, names, values) those of any language.
    """

    def __init__(self, corpus: Corpus, analyzer: Analyzer) -> None:
        self.entries = tuple(_read(corpus, analyzer))
        self._lemmas = BM25Index([_bag(entry, _WORDS) for entry in self.entries])
        self._meanings = BM25Index([_bag(entry, _MEANINGS) for entry in self.entries])
        articles: list[list[str]] = [[] for _ in corpus.articles]
        for entry in self.entries:
            articles[entry.article].extend(_bag(entry, _WORDS))
        self._articles = BM25Index(articles)
        keys: list[set[str]] = [set() for _ in corpus.articles]
        for entry in self.entries:
            keys[entry.article] |= entry.keys
        self.article_keys = tuple(map(frozenset, keys))

    def search(self, query: Query, *, across: bool = True) -> list[tuple[Entry, float]]:
        """Sentences that share a key with ``query``, best first; ``across`` languages, or by its own words alone.

        The cross-language keys score only sentences that the words cannot: what a sentence of the question's own
        language scores by its words stays as it is.
        """
        subject = self._articles.scores(query.lemmas)
        scores = {
            number: score + ARTICLE_WEIGHT * subject.get(self.entries[number].article, 0.0)
            for number, score in self._lemmas.scores(query.lemmas).items()
        }
        if across:
            keys = [key for unit in query.units for key in sorted(unit.keys)]
            for number, score in self._meanings.scores(keys).items():
                if number not in scores or self.entries[number].sentence.language != query.language:
                    scores[number] = scores.get(number, 0.0) + score
        ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
        return [(self.entries[number], score) for number, score in ranked]

    def holding(self, keys: Iterable[str]) -> set[int]:
        """The numbers of the sentences that hold any of ``keys``, words inside phrases left out."""
        return set().union(*(self._holders.get(key, ()) for key in keys))

    @cached_property
    def _holders(self) -> Mapping[str, frozenset[int]]:
        holders: dict[str, set[int]] = {}
        for entry in self.entries:
            for key in entry.keys:
                holders.setdefault(key, set()).add(entry.number)
        return {key: frozenset(numbers) for key, numbers in holders.items()}

    @cached_property
    def languages(self) -> frozenset[Language]:
        return frozenset(entry.sentence.language for entry in self.entries)

    @cached_property
    def by_source(self) -> Mapping[str, tuple[Entry, ...]]:
        grouped: dict[str, list[Entry]] = {}
        for entry in self.entries:
            grouped.setdefault(entry.sentence.source, []).append(entry)
        return {source: tuple(entries) for source, entries in grouped.items()}


def quotable(entry: Entry) -> bool:
    return entry.sentence.kind is not SentenceKind.HEADING


def _read(corpus: Corpus, analyzer: Analyzer) -> Iterable[Entry]:
    number = 0
    for position, (source, article) in enumerate(corpus.articles.items()):
        for sentence in corpus.sentences[source]:
            analysis = analyzer.analyze(sentence.text, sentence.language, article.published)
            keys = frozenset(term.key for term in analysis.terms if term.kind is not TermKind.PART)
            yield Entry(number, sentence, analysis, keys, position)
            number += 1


def _bag(entry: Entry, kinds: Iterable[TermKind]) -> list[str]:
    wanted = frozenset(kinds)
    return [term.key for term in entry.analysis.terms if term.kind in wanted]
