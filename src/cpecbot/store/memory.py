"""Entries kept in memory and ranked with rank-bm25: enough for a folder of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from cpecbot.language.analysis import NAME
from cpecbot.language.text.tokens import tokenize
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Query, TermKind
from cpecbot.store.bm25 import BM25Index
from cpecbot.store.entries import Entry, quotable
from cpecbot.store.ngrams import ngrams
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

    def __init__(self, entries: Iterable[Entry]) -> None:
        """``entries`` are numbered from 0, those of one source together."""
        self._entries = tuple(entries)
        self._by_source: dict[str, list[Entry]] = {}
        for entry in self._entries:
            self._by_source.setdefault(entry.sentence.source, []).append(entry)
        self._article = {source: place for place, source in enumerate(self._by_source)}
        self._lemmas = BM25Index([bag(entry, WORDS) for entry in self._entries])
        self._meanings = BM25Index([bag(entry, MEANINGS) for entry in self._entries])
        self._names = BM25Index([bag(entry, NAMES) for entry in self._entries])
        self._articles = BM25Index(
            [[key for entry in entries for key in bag(entry, WORDS)] for entries in self._by_source.values()]
        )

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(self._by_source)

    @cached_property
    def languages(self) -> frozenset[Language]:
        return frozenset(entry.sentence.language for entry in self._entries)

    def entries(self, source: str) -> Sequence[Entry]:
        return tuple(self._by_source.get(source, ()))

    def candidates(self, query: Query, sources: Collection[str], limit: int, *, across: bool = True) -> Ranking:
        scores = self._scores(query, across=across)
        best = max(scores.values(), default=1.0)
        taken: Counter[Language] = Counter()
        kept: list[Ranked] = []
        for number, score in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])):
            entry = self._entries[number]
            if quotable(entry) and entry.sentence.source in sources:
                taken[entry.sentence.language] += 1
                if taken[entry.sentence.language] <= limit:
                    kept.append(Ranked(entry, score / best))
        return Ranking(tuple(kept), complete=len(kept) == taken.total())

    def _scores(self, query: Query, *, across: bool) -> dict[int, float]:
        """The score of every entry that shares a key with ``query``.

        The cross-language keys score only sentences that the words cannot: what a sentence of the question's own
        language scores by its words stays as it is.
        """
        subject = self._articles.scores(query.lemmas)
        scores = {
            number: score + ARTICLE_WEIGHT * subject.get(self._article[self._entries[number].sentence.source], 0.0)
            for number, score in self._lemmas.scores(query.lemmas).items()
        }
        by_words = {number for number in scores if self._entries[number].sentence.language == query.language}
        if across:
            keys = [key for unit in query.units for key in sorted(unit.keys)]
            for index in (self._meanings, self._names):
                found = index.scores(keys)
                for number in found.keys() - by_words:
                    scores[number] = scores.get(number, 0.0) + found[number]
        return scores

    def resemblance(self, query: Query) -> Mapping[str, float]:
        words = content((token.text for token in tokenize(query.text)), query.language)
        scores = self._letters.scores(list(ngrams(words)))
        own = {source for source, entries in self._by_source.items() if entries[0].sentence.language == query.language}
        best = max((scores.get(self._article[source], 0.0) for source in own), default=0.0)
        if not best:
            return dict.fromkeys(self._by_source, 1.0)
        return {
            source: scores.get(place, 0.0) / best if source in own else 1.0 for source, place in self._article.items()
        }

    @cached_property
    def _letters(self) -> BM25Index:
        """Whole articles by the letters of their words; made when first asked for, since answers do without."""
        return BM25Index([list(letters(entries)) for entries in self._by_source.values()])

    def holding(self, keys: Collection[str], sources: Collection[str], limit: int) -> Sequence[Entry]:
        return self._first(self._numbers(keys), sources, limit)

    def standing_for(self, keys: Collection[str], sources: Collection[str], limit: int) -> Sequence[Entry]:
        standing: set[int] = set().union(*(self._referring.get(key, ()) for key in keys))
        return self._first(standing, sources, limit)

    def _first(self, numbers: Collection[int], sources: Collection[str], limit: int) -> Sequence[Entry]:
        holders = (self._entries[number] for number in sorted(numbers))
        admitted = (entry for entry in holders if quotable(entry) and entry.sentence.source in sources)
        return tuple(islice(admitted, max(limit, 0)))

    def sources_holding(self, keys: Collection[str]) -> frozenset[str]:
        return frozenset(self._entries[number].sentence.source for number in self._numbers(keys))

    def frequency(self, keys: Collection[str]) -> int:
        held = [found for key in keys if (found := self._holders.get(key))]
        return len(held[0]) if len(held) == 1 else len(set().union(*held))

    def together(self, first: Collection[str], second: Collection[str]) -> int:
        return len(self._numbers(first) & self._numbers(second))

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

    def _numbers(self, keys: Collection[str]) -> set[int]:
        return set().union(*(self._holders.get(key, ()) for key in keys))

    @cached_property
    def _holders(self) -> Mapping[str, frozenset[int]]:
        holders: dict[str, set[int]] = {}
        for entry in self._entries:
            for key in entry.keys | entry.parts:
                holders.setdefault(key, set()).add(entry.number)
        return {key: frozenset(numbers) for key, numbers in holders.items()}

    @cached_property
    def _referring(self) -> Mapping[str, frozenset[int]]:
        referring: dict[str, set[int]] = {}
        for entry in self._entries:
            for reference in entry.surroundings.references:
                for key in reference.keys - entry.keys:
                    referring.setdefault(key, set()).add(entry.number)
        return {key: frozenset(numbers) for key, numbers in referring.items()}


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
