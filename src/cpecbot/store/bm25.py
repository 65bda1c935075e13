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
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from cpecbot.store.postings import Postings

K1 = 1.6
B = 0.75

N = TypeVar("N", float, NDArray[np.float64])

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


def impact(count: N, length: N, mean: float, rarity: float) -> N:
    """What a key that stands ``count`` times in a text of so many keys adds to its score, as rank-bm25 works it out.

    ``mean`` is the length of all texts on average, ``rarity`` the key's inverse document frequency.
    """
    return rarity * (count * (K1 + 1) / (count + K1 * (1 - B + B * length / mean)))


def best_of(numbers: NDArray[np.integer[Any]], scores: Scores, limit: int) -> NDArray[np.integer[Any]]:
    """The ``limit`` of ``numbers``, ascending ones, with the best ``scores``, of equals the first; in no order."""
    if numbers.size <= limit:
        return numbers
    if limit <= 0:
        return numbers[:0]
    found = scores[numbers]
    least = np.partition(found, -limit)[-limit]
    better = numbers[found > least]
    return np.concatenate([better, numbers[found == least][: limit - better.size]])


def inverse_document_frequency(frequency: int, size: int) -> float:
    """``ln(1 + (N - n + 0.5) / (n + 0.5))`` for ``n`` of ``N`` documents, always above zero."""
    return math.log(1 + (size - frequency + 0.5) / (frequency + 0.5))
