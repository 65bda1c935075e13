"""Entries kept in memory, and the arrays that find them: enough for some ten thousand sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from cpecbot.language.analysis import NAME
from cpecbot.language.text.tokens import tokenize
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Query, Span, TermKind
from cpecbot.store.bm25 import BM25Index, Scores, best_of
from cpecbot.store.entries import Entry, quotable
from cpecbot.store.ngrams import ngrams
from cpecbot.store.packed import packed
from cpecbot.store.postings import Numbers, Postings
from cpecbot.store.store import Ranked, Ranking

# A sentence shares the subject of its article; measured on paragraphs whose best sentence stands for them.
ARTICLE_WEIGHT = 4.0
WORDS = frozenset({TermKind.LEMMA, TermKind.PART})
MEANINGS = frozenset({TermKind.CONCEPT, TermKind.SENSE, TermKind.VALUE})
NAMES = frozenset({TermKind.NAME})


class MemoryStore:
    """A store of entries at hand, with BM25 over lemmas, over meanings, and over the lemmas of whole articles.

    Lemmas find sentences of the question's own language, meanings (concepts, names, values) those of any language.
    """

    gaps = 0

    def __init__(self, entries: Iterable[Entry]) -> None:
        """``entries`` are numbered from 0, those of one source together."""
        self._entries: Sequence[Entry] = tuple(entries)
        by_source: dict[str, list[Entry]] = {}
        for entry in self._entries:
            by_source.setdefault(entry.sentence.source, []).append(entry)
        starts = accumulate(map(len, by_source.values()), initial=0)
        self._places = {source: Span(*ends) for source, ends in zip(by_source, pairwise(starts), strict=True)}
        self._order = tuple(by_source)
        self._sources = frozenset(by_source)
        self._article = {source: place for place, source in enumerate(by_source)}
        self._article_of = _array(self._article[entry.sentence.source] for entry in self._entries)
        self._languages = tuple(dict.fromkeys(entry.sentence.language for entry in self._entries))
        self._language_of = _array(self._languages.index(entry.sentence.language) for entry in self._entries)
        self._quotable = np.fromiter(map(quotable, self._entries), np.bool_)
        self._lemmas = BM25Index([bag(entry, WORDS) for entry in self._entries])
        self._meanings = BM25Index([bag(entry, MEANINGS) for entry in self._entries])
        self._names = BM25Index([bag(entry, NAMES) for entry in self._entries])
        self._articles = BM25Index(
            [[key for entry in entries for key in bag(entry, WORDS)] for entries in by_source.values()]
        )

    def __getstate__(self) -> dict[str, object]:
        """A question needs few entries, and hundreds of articles have thousands."""
        return {**vars(self), "_entries": packed(self._entries, self._languages[0]) if self._entries else ()}

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def sources(self) -> tuple[str, ...]:
        return self._order

    @property
    def languages(self) -> frozenset[Language]:
        return frozenset(self._languages)

    def entries(self, source: str) -> Sequence[Entry]:
        return self._of(self._places[source]) if source in self._places else ()

    def _of(self, place: Span) -> Sequence[Entry]:
        return self._entries[place.start : place.end]

    def candidates(self, query: Query, sources: Collection[str], limit: int, *, across: bool = True) -> Ranking:
        scores = self._scores(query, across=across)
        found = np.flatnonzero(scores * self._admitted(sources))
        spoken = self._language_of[found]
        by_language = (found[spoken == each] for each in range(len(self._languages)))
        kept = np.concatenate([found[:0], *(best_of(each, scores, limit) for each in by_language)])
        best = scores.max(initial=0.0)
        kept = kept[np.lexsort((kept, -scores[kept]))]
        shares = (scores[kept] / best).tolist() if kept.size else ()
        hits = (Ranked(self._entries[number], share) for number, share in zip(kept.tolist(), shares, strict=True))
        return Ranking(tuple(hits), complete=kept.size == found.size)

    def _scores(self, query: Query, *, across: bool) -> Scores:
        """The score of every entry that shares a key with ``query``.

        The cross-language keys score only sentences that the words cannot: what a sentence of the question's own
        language scores by its words stays as it is.
        """
        words = self._lemmas.scores(query.lemmas)
        subject = ARTICLE_WEIGHT * self._articles.scores(query.lemmas)
        scores = np.where(words > 0, words + subject[self._article_of], 0.0)
        if not across:
            return scores
        own = self._languages.index(query.language) if query.language in self._languages else -1
        beyond = (words == 0) | (self._language_of != own)
        keys = [key for unit in query.units for key in sorted(unit.keys)]
        for index in (self._meanings, self._names):
            scores += index.scores(keys) * beyond
        return scores

    def _admitted(self, sources: Collection[str]) -> NDArray[np.bool_]:
        """Which entries may be quoted, by their number."""
        admitted = frozenset(sources)
        if self._sources <= admitted:
            return self._quotable
        articles = np.zeros(len(self._article), np.bool_)
        articles[[self._article[source] for source in admitted & self._sources]] = True
        return self._quotable & articles[self._article_of]

    def resemblance(self, query: Query) -> Mapping[str, float]:
        words = content((token.text for token in tokenize(query.text)), query.language)
        scores = self._letters.scores(ngrams(words))
        spoken = self._languages.index(query.language) if query.language in self._languages else -1
        own = [self._language_of[place.start] == spoken for place in self._places.values()]
        best = scores.max(where=own, initial=0.0)
        shares = np.where(own, scores / best, 1.0) if best else np.ones(len(own))
        return dict(zip(self._places, shares.tolist(), strict=True))

    @cached_property
    def _letters(self) -> BM25Index:
        """Whole articles by the letters of their words; made when first asked for, since answers do without."""
        return BM25Index([list(letters(self._of(place))) for place in self._places.values()])

    def holding(self, keys: Collection[str], sources: Collection[str], limit: int) -> Sequence[Entry]:
        return self._first(self._holders.of(keys), sources, limit)

    def standing_for(self, keys: Collection[str], sources: Collection[str], limit: int) -> Sequence[Entry]:
        return self._first(self._referring.of(keys), sources, limit)

    def _first(self, numbers: Numbers, sources: Collection[str], limit: int) -> Sequence[Entry]:
        admitted = numbers[self._admitted(sources)[numbers]]
        return tuple(self._entries[number] for number in admitted[: max(limit, 0)].tolist())

    def sources_holding(self, keys: Collection[str]) -> frozenset[str]:
        articles = set(self._article_of[self._holders.of(keys)].tolist())
        return frozenset(map(self._order.__getitem__, articles))

    def frequency(self, keys: Collection[str]) -> int:
        return self._holders.of(keys).size

    def frequencies(self, groups: Iterable[Collection[str]]) -> Sequence[int]:
        return list(map(self.frequency, groups))

    def together(self, first: Collection[str], second: Collection[str]) -> int:
        return np.intersect1d(self._holders.of(first), self._holders.of(second), assume_unique=True).size

    def spoken_of(self, concept: str) -> int:
        return self._spoken_of[concept]

    @cached_property
    def _spoken_of(self) -> Counter[str]:
        return Counter(key for entry in self._entries for key in {match.concept for match in entry.analysis.concepts})

    def names(self) -> Collection[str]:
        named = Counter(form for entry in self._entries for form in dict.fromkeys(_names(entry)))
        written = Counter(
            word for entry in self._entries for word in {token.text for token in entry.analysis.tokens} if word in named
        )
        return tuple(form for form in named if is_name(form, named[form], written[form]))

    def words(self, languages: Collection[Language]) -> Mapping[str, int]:
        spoken = (entry for entry in self._entries if entry.sentence.language in languages)
        return Counter(token.text for entry in spoken for token in entry.analysis.tokens)

    @cached_property
    def _holders(self) -> Postings:
        return Postings(entry.held for entry in self._entries)

    @cached_property
    def _referring(self) -> Postings:
        return Postings(entry.standing for entry in self._entries)


def _array(numbers: Iterable[int]) -> Numbers:
    return np.fromiter(numbers, np.int32)


def is_name(form: str, named: int, written: int) -> bool:
    """Whether ``form`` is a name, which is one in ``named`` entries, of all ``written`` ones where it may be a word.

    Where there are capitals, one in a title makes no name of a word; elsewhere few of its names can be told.
    """
    return form.upper() == form or 2 * named > written


def letters(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield from ngrams(content((token.text for token in entry.analysis.tokens), entry.sentence.language))


def content(words: Iterable[str], language: Language) -> Iterator[str]:
    grammar = function_words(language)
    return (word for word in words if word not in grammar)


def bag(entry: Entry, kinds: Collection[TermKind]) -> list[str]:
    return [term.key for term in entry.analysis.terms if term.kind in kinds]


def _names(entry: Entry) -> Iterator[str]:
    keys = (term.key for term in entry.analysis.terms if term.kind is TermKind.NAME)
    return (key.removeprefix(NAME) for key in keys)
