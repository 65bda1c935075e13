"""BM25 as rank-bm25 counts it, without its defects."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from cpecbot.store.bm25 import K1, B, BM25Index, inverse_document_frequency

DOCUMENTS = st.lists(st.lists(st.sampled_from("abcdef"), max_size=6), max_size=8)
TERMS = st.lists(st.sampled_from("abcdefgh"), max_size=5)


def ranked(index: BM25Index, *terms: str) -> list[int]:
    """The documents that hold any of ``terms``, best first."""
    scores = index.scores(terms)
    return [number for number in np.argsort(-scores, kind="stable").tolist() if scores[number]]


def test_the_document_with_the_rarer_term_comes_first() -> None:
    assert ranked(BM25Index([["port", "road"], ["road"], ["road", "rail"]]), "port", "road")[0] == 0


def test_an_empty_collection_finds_nothing() -> None:
    assert ranked(BM25Index([]), "port") == ranked(BM25Index([[]]), "port") == []


def test_a_term_of_every_document_still_scores_above_zero() -> None:
    assert BM25Index([["china"], ["china"], ["china"]]).scores(["china"]).min() > 0


def test_a_document_that_shares_no_term_scores_nothing() -> None:
    assert ranked(BM25Index([["a"], ["b"]]), "b") == [1]


def test_a_rarer_key_weighs_more_and_every_key_weighs_something() -> None:
    weights = [inverse_document_frequency(frequency, 4) for frequency in range(5)]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == math.log(1 + 4.5 / 0.5)
    assert weights[-1] > 0


@given(DOCUMENTS, TERMS)
def test_scores_are_those_of_the_library(documents: list[list[str]], terms: list[str]) -> None:
    """To the last bit, where it knows the rarity of keys in our way; it cannot index a collection without words."""
    assume(any(documents))
    library = BM25Okapi(documents, k1=K1, b=B)
    held = {key: sum(key in document for document in documents) for key in library.idf}
    library.idf = {key: inverse_document_frequency(count, len(documents)) for key, count in held.items()}
    assert BM25Index(documents).scores(terms).tolist() == library.get_scores(terms).tolist()


@given(DOCUMENTS, TERMS)
def test_every_document_with_a_term_is_found(documents: list[list[str]], terms: list[str]) -> None:
    expected = {number for number, document in enumerate(documents) if set(document) & set(terms)}
    assert set(ranked(BM25Index(documents), *terms)) == expected
