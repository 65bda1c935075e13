"""Runs of statements that two articles have in the same order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cpecbot.corpus.copies.matching import Place, runs


def test_a_run_may_leave_out_two_statements_of_either() -> None:
    assert runs([(0, 0), (1, 1), (4, 2)]) == [[(0, 0), (1, 1), (4, 2)]]
    assert runs([(0, 0), (1, 1), (5, 2)]) == [[(0, 0), (1, 1)], [(5, 2)]]


def test_a_run_goes_forward_in_both() -> None:
    assert runs([(0, 5), (1, 4), (2, 3)]) == [[(0, 5)], [(1, 4)], [(2, 3)]]


@given(st.sets(st.tuples(st.integers(0, 12), st.integers(0, 12))))
def test_each_place_is_in_one_run(places: set[Place]) -> None:
    found = runs(places)
    assert sorted(place for run in found for place in run) == sorted(places)
