"""Ranking in two steps: the cluster chooses what ranks high, and here it is ranked to the last digit.

Lucene keeps how long a text is in one byte, so that its scores are near, not equal, to those of the other stores. They
choose; what is chosen has its terms with it, and of the corpus only sizes and frequencies are needed beside them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from cpecbot.languages import Language
from cpecbot.models import Query
from cpecbot.store.bm25 import impact, inverse_document_frequency
from cpecbot.store.cluster.clauses import Clause, any_of, has_any, terms
from cpecbot.store.cluster.documents import FIELDS
from cpecbot.store.cluster.generation import Average
from cpecbot.store.entries import Entry
from cpecbot.store.memory import ARTICLE_WEIGHT, bag

MEANT = ("meanings", "names")
"""The fields by which entries in another language are found."""


class Wanted(Struct, frozen=True):
    """The keys that a query asks for: its ``words``, and what its units mean; none of these unless ``across``."""

    language: Language
    words: tuple[str, ...]
    meant: tuple[str, ...]

    @classmethod
    def of(cls, query: Query, *, across: bool) -> Wanted:
        units = query.units if across else ()
        return cls(query.language, query.lemmas, tuple(key for unit in units for key in sorted(unit.keys)))

    def clause(self, subjects: Mapping[str, float], *, at_home: bool) -> Clause:
        """What an entry must match and is chosen by; ``subjects`` are what articles score for its words.

        In the question's own language, ``at_home``, what is meant finds only what has none of the words.
        """
        ways = [self._by_words(subjects)] if self.words else []
        if self.meant:
            by_meaning = any_of(clause for field in MEANT for clause in terms(field, self.meant))
            wordless = [has_any("words", self.words)] if at_home else []
            ways.append({"bool": {"must": by_meaning, "must_not": wordless}})
        return any_of(ways)

    def _by_words(self, subjects: Mapping[str, float]) -> Clause:
        lifts = [
            {"constant_score": {"filter": {"term": {"source": source}}, "boost": ARTICLE_WEIGHT * score}}
            for source, score in subjects.items()
        ]
        return {"bool": {"must": any_of(terms("words", self.words)), "should": lifts}}


class Scale(Struct, frozen=True):
    """BM25 of one field, as ``bm25.BM25Index`` has it: the same operations in the same order."""

    average: Average
    frequencies: Mapping[str, int]

    def score(self, keys: Sequence[str], counts: Mapping[str, int], length: int) -> float | None:
        """The score of a text that has ``counts`` of ``keys`` and is so long; None where it has none of them."""
        held = [(key, count) for key in keys if (count := counts.get(key, 0))]
        if not held:
            return None
        score = 0.0
        for key, count in held:
            rarity = inverse_document_frequency(self.frequencies[key], self.average.size)
            score += impact(count, length, self.average.length, rarity)
        return score


class Scoring(Struct, frozen=True):
    """Scores entries for one query as every store does; ``subjects`` are what their articles score for its words."""

    wanted: Wanted
    scales: Mapping[str, Scale]
    subjects: Mapping[str, float]

    def score(self, entry: Entry) -> float:
        words = self._of("words", self.wanted.words, entry)
        score = 0.0
        if words is not None:
            score = words + ARTICLE_WEIGHT * self.subjects.get(entry.sentence.source, 0.0)
            if entry.sentence.language == self.wanted.language:
                return score
        for field in MEANT:
            score += self._of(field, self.wanted.meant, entry) or 0.0
        return score

    def _of(self, field: str, keys: Sequence[str], entry: Entry) -> float | None:
        held = bag(entry, FIELDS[field]) if keys else []
        return self.scales[field].score(keys, Counter(held), len(held))
