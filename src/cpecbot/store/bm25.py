"""BM25 over bags of keys, at the cost of the postings of what is asked for.

The scores are those of the library rank-bm25 but for its inverse document frequency, which is zero for a key in half
of the documents and negative beyond; Lucene's ``ln(1 + (N - n + 0.5) / (n + 0.5))`` stays positive (Robertson and
Zaragoza, "The Probabilistic Relevance Framework", 2009, eq. 3.15; Kamphuis et al., ECIR 2020, table 1).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from cpecbot.store.postings import Postings

K1 = 1.6
B = 0.75

Scores = NDArray[np.float64]
"""The score of each document by its number: 0 for one that holds nothing of what was asked for."""


class BM25Index:
    """Documents as bags of keys; immutable once built."""

    def __init__(self, documents: Sequence[Sequence[str]], *, k1: float = K1, b: float = B) -> None:
        self._postings = postings = Postings(documents)
        lengths = np.array([len(document) for document in documents], np.int64)
        average = lengths.sum() / (len(documents) or 1) or 1.0
        frequencies = np.diff(postings.starts)
        idf = [inverse_document_frequency(int(frequency), len(documents)) for frequency in frequencies]
        held, length = postings.counts.astype(np.int64), lengths[postings.documents]
        saturated = held * (k1 + 1) / (held + k1 * (1 - b + b * length / average))
        self._impacts = np.repeat(np.array(idf, np.float64), frequencies) * saturated

    def scores(self, terms: Iterable[str]) -> Scores:
        """The score of every document; what is asked for twice counts twice."""
        scores = np.zeros(self._postings.size)
        for term in terms:
            places = self._postings.places(term)
            scores[self._postings.documents[places]] += self._impacts[places]
        return scores


def inverse_document_frequency(frequency: int, size: int) -> float:
    """``ln(1 + (N - n + 0.5) / (n + 0.5))`` for ``n`` of ``N`` documents, always above zero."""
    return math.log(1 + (size - frequency + 0.5) / (frequency + 0.5))
