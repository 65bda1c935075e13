"""Candidates for comparing: near ones found, far ones never looked at."""

from __future__ import annotations

from cpecbot.disagreement.grouping.neighbours import neighbours


def test_items_that_share_rare_keys_are_found() -> None:
    keys = [{"a", "b", "x"}, {"a", "b", "y"}, {"z"}]
    assert list(neighbours(keys, ["one", "two", "three"], most=5, of_one_source=5)) == [(0, 1)]


def test_items_of_one_source_are_no_neighbours() -> None:
    assert list(neighbours([{"a"}, {"a"}], ["one", "one"], most=5, of_one_source=5)) == []


def test_of_one_source_only_the_nearest_are_taken() -> None:
    keys = [{"a", "b", "c"}, {"a"}, {"a", "b"}, {"a", "b", "c"}]
    found = set(neighbours(keys, ["one", "two", "two", "two"], most=5, of_one_source=1))
    assert (0, 3) in found


def test_the_number_of_pairs_grows_with_the_items_not_with_their_square() -> None:
    """Even when every item shares its keys with every other."""
    counts = []
    for size in (200, 400):
        keys = [{"common", f"group {index % 10}", f"own {index}"} for index in range(size)]
        pairs = list(neighbours(keys, [str(index) for index in range(size)], most=6, of_one_source=2))
        counts.append(len(pairs))
        assert len(pairs) <= 6 * size
    assert counts[1] < 2.5 * counts[0]
