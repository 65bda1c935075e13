"""BM25 over bags of keys with rank-bm25, its defects handled and its cost bounded.

The library scores every document for every query; here it says once what each key is worth to each document that holds
it, and a query adds these up. Its inverse document frequency is zero for a key in half of the documents and negative
beyond; Lucene's ``ln(1 + (N - n + 0.5) / (n + 0.5))`` stays positive (Robertson and Zaragoza, "The Probabilistic
Relevance Framework", 2009, eq. 3.15; Kamphuis et al., ECIR 2020, table 1). An empty collection, which the library
divides by zero on, simply finds nothing.
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
        self._impacts: Scores = np.zeros(postings.documents.size)
        if self._impacts.size:
            from cpecbot.store.okapi import LuceneOkapi  # noqa: PLC0415 - a snapshot has the impacts already

            engine = LuceneOkapi(documents, k1=k1, b=b)
            for key in postings:
                places = postings.places(key)
                self._impacts[places] = engine.of_holders(key, postings.documents[places])

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
