"""BM25 over bags of keys with rank-bm25, its defects handled and its cost bounded.

The library scores every document for every query; here a key → documents map names the candidates and
``get_batch_scores`` scores only those, so that the cost follows the postings. Its inverse document frequency is zero
for a key in half of the documents and negative beyond; Lucene's ``ln(1 + (N - n + 0.5) / (n + 0.5))`` stays positive
(Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, eq. 3.15; Kamphuis et al., ECIR 2020, table 1).
An empty collection, which the library divides by zero on, simply finds nothing, and a document that shares no key with
the query is no hit, whatever its score.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from rank_bm25 import BM25Okapi

K1 = 1.6
B = 0.75


class _LuceneOkapi(BM25Okapi):  # type: ignore[misc]  # the library carries no types
    """BM25Okapi with an inverse document frequency that never falls to zero."""

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        self.idf = {key: inverse_document_frequency(frequency, self.corpus_size) for key, frequency in nd.items()}


class BM25Index:
    """Documents as bags of keys; immutable once built."""

    def __init__(self, documents: Sequence[Sequence[str]], *, k1: float = K1, b: float = B) -> None:
        postings: dict[str, list[int]] = {}
        for number, document in enumerate(documents):
            for key in set(document):
                postings.setdefault(key, []).append(number)
        self._postings = postings
        self._size = len(documents)
        self._engine = _LuceneOkapi(documents, k1=k1, b=b) if postings else None
        if self._engine:
            # A list would be copied into an array, item by item, on every query.
            self._engine.doc_len = np.asarray(self._engine.doc_len)

    def search(self, terms: Sequence[str], limit: int) -> tuple[tuple[int, float], ...]:
        """Up to ``limit`` pairs of document number and score, best first, ties by number."""
        scores = self.scores(terms)
        return tuple(sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[: max(limit, 0)])

    def scores(self, terms: Sequence[str]) -> dict[int, float]:
        """The score of every document that holds at least one of ``terms``."""
        known = [term for term in terms if term in self._postings]
        candidates = sorted(self.holding(known))
        if not candidates or self._engine is None:
            return {}
        return dict(zip(candidates, map(float, self._engine.get_batch_scores(known, candidates)), strict=True))

    def holding(self, terms: Iterable[str]) -> set[int]:
        """The numbers of the documents that hold at least one of ``terms``."""
        return set().union(*(self._postings.get(term, ()) for term in terms))

    def __len__(self) -> int:
        return self._size


def inverse_document_frequency(frequency: int, size: int) -> float:
    """``ln(1 + (N - n + 0.5) / (n + 0.5))`` for ``n`` of ``N`` documents, always above zero."""
    return math.log(1 + (size - frequency + 0.5) / (frequency + 0.5))
