"""The library rank-bm25 as the index wants it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from cpecbot.store.bm25 import inverse_document_frequency
from cpecbot.store.postings import Numbers


class LuceneOkapi(BM25Okapi):  # type: ignore[misc]  # the library carries no types
    """BM25Okapi with an inverse document frequency that never falls to zero."""

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        self.idf = {key: inverse_document_frequency(frequency, self.corpus_size) for key, frequency in nd.items()}

    def of_holders(self, key: str, holders: Numbers) -> NDArray[np.float64]:
        """What ``key`` is worth to the documents ``holders`` alone, which the library would look for among all."""
        alone = copy(self)
        alone.doc_freqs = [self.doc_freqs[number] for number in holders.tolist()]
        alone.doc_len, alone.corpus_size = [self.doc_len[number] for number in holders.tolist()], holders.size
        scores: NDArray[np.float64] = alone.get_scores([key])
        return scores
