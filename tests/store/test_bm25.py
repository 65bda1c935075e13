"""BM25 without the library's defects, and at the cost of the postings."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from cpecbot.store.bm25 import BM25Index, inverse_document_frequency

DOCUMENTS = st.lists(st.lists(st.sampled_from("abcdef"), max_size=6), max_size=8)
TERMS = st.lists(st.sampled_from("abcdefgh"), max_size=5)


def test_the_document_with_the_rarer_term_comes_first() -> None:
    index = BM25Index([["port", "road"], ["road"], ["road", "rail"]])
    assert next(number for number, _ in index.search(["port", "road"], 5)) == 0


def test_an_empty_collection_finds_nothing() -> None:
    assert BM25Index([]).search(["port"], 5) == ()
    assert BM25Index([[]]).search(["port"], 5) == ()


def test_a_term_of_every_document_still_scores_above_zero() -> None:
    index = BM25Index([["china"], ["china"], ["china"]])
    assert all(score > 0 for _, score in index.search(["china"], 5))


def test_a_document_that_shares_no_term_is_no_hit() -> None:
    assert BM25Index([["a"], ["b"]]).search(["b"], 5)[0][0] == 1
    assert len(BM25Index([["a"], ["b"]]).search(["b"], 5)) == 1


def test_a_rarer_key_weighs_more_and_every_key_weighs_something() -> None:
    weights = [inverse_document_frequency(frequency, 4) for frequency in range(5)]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == math.log(1 + 4.5 / 0.5)
    assert weights[-1] > 0


@given(DOCUMENTS, TERMS, st.integers(-2, 10))
def test_hits_share_a_term_are_ranked_and_limited(documents: list[list[str]], terms: list[str], limit: int) -> None:
    hits = BM25Index(documents).search(terms, limit)
    scores = [score for _, score in hits]
    assert len(hits) <= max(limit, 0)
    assert scores == sorted(scores, reverse=True)
    assert all(set(documents[number]) & set(terms) for number, _ in hits)


@given(DOCUMENTS, TERMS)
def test_every_document_with_a_term_is_found(documents: list[list[str]], terms: list[str]) -> None:
    expected = {number for number, document in enumerate(documents) if set(document) & set(terms)}
    assert {number for number, _ in BM25Index(documents).search(terms, len(documents))} == expected
