"""Candidates for comparing: near ones found, far ones never looked at."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(("own", "met"), [(23, True), (24, False)])
def test_only_the_rarest_keys_find_neighbours(own: int, met: bool) -> None:
    """The 24 rarest of either item; what only a commoner one shares is not looked at."""
    keys = [{"common", *(f"{number} {key}" for key in range(own))} for number in range(2)]
    assert bool(list(neighbours(keys, ["one", "two"], most=5, of_one_source=5))) is met


@pytest.mark.parametrize(("size", "met"), [(120, True), (121, False)])
def test_of_a_long_list_of_holders_a_stretch_on_either_side_is_looked_at(size: int, met: bool) -> None:
    """All of 120 holders of a key; of more only the sixty before and the sixty after."""
    keys = [{"common"} for _ in range(size)]
    sources = ["one", *["two"] * (size - 2), "three"]
    pairs = set(neighbours(keys, sources, most=200, of_one_source=200))
    assert ((0, size - 1) in pairs) is met
    assert (0, 59) in pairs


@pytest.mark.parametrize(("most", "last"), [(1, 1), (2, 2), (3, 3)])
def test_the_nearest_are_taken_up_to_the_limit(most: int, last: int) -> None:
    """Who shares more is nearer, then who stands closer, then who stands before."""
    keys = [{"a", "b", "c", "d"}, {"a", "b", "c"}, {"a", "b"}, {"a"}]
    pairs = [
        pair for pair in neighbours(keys, ["one", "two", "three", "four"], most=most, of_one_source=1) if pair[0] == 0
    ]
    assert pairs[:most] == [(0, number) for number in range(1, last + 1)]


def test_as_near_ones_are_taken_by_place_and_no_more_than_the_limit() -> None:
    """Each of three takes the one beside it; the first and the last never meet."""
    assert set(neighbours([{"a"}] * 3, ["one", "two", "three"], most=1, of_one_source=1)) == {(0, 1), (1, 2)}
    two_and_two = ["one", "one", "two", "two"]
    assert set(neighbours([{"a"}] * 4, two_and_two, most=5, of_one_source=1)) == {(0, 2), (1, 2), (1, 3)}


def test_the_stretch_of_the_first_holder_begins_with_it() -> None:
    pairs = set(neighbours([{"common"}] * 130, [str(number) for number in range(130)], most=1, of_one_source=1))
    assert (0, 1) in pairs
