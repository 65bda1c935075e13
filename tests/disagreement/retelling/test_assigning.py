"""Which sentence tells which point, on either side of what is enough."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import pytest

from cpecbot.disagreement.grouping.telling import Matching
from cpecbot.disagreement.reading.content import Content, Item
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.disagreement.retelling import assigning
from cpecbot.disagreement.retelling.nearness import Nearness, Same
from cpecbot.disagreement.retelling.statement import Statement, Thing
from cpecbot.store.entries import Entry

MATCHING = cast("Matching", None)


def thing(text: str) -> Thing:
    return Thing(cast("Item", None), text, frozenset(), frozenset(), frozenset(), 1.0, known=True, topical=True)


def statement(*words: str) -> Statement:
    read = cast("Entry", None), cast("Reading", None), cast("Content", None)
    return Statement(*read, tuple(map(thing, words)), (), (), frozenset(), denies=False)


def near(told: float, of_it: float, *words: str) -> Nearness:
    """What two share that have these words in common."""
    return Nearness(tuple(Same(thing(word), thing(word), 1.0) for word in words), (), told, of_it, told)


def told(
    monkeypatch: pytest.MonkeyPatch, points: list[Statement], others: list[Statement], shared: Mapping[object, Nearness]
) -> dict[int, int]:
    """Which of ``others`` tells each of ``points``; ``shared`` is by the point and what is left of the other."""

    def nearness(point: Statement, other: Statement, _: Matching) -> Nearness:
        key = points.index(point), tuple(each.text for each in other.things)
        return shared.get(key, near(0.0, 0.0))

    monkeypatch.setattr(assigning, "nearness", nearness)
    return {here: there for here, (there, _) in assigning.assigned(points, others, MATCHING).told.items()}


@pytest.mark.parametrize(("share", "is_told"), [(0.3, True), (0.29, False)])
def test_a_sentence_tells_a_point_that_shares_enough_of_both(
    monkeypatch: pytest.MonkeyPatch, share: float, *, is_told: bool
) -> None:
    shared = {(0, ("dam",)): near(share, share, "dam")}
    assert told(monkeypatch, [statement("dam")], [statement("dam")], shared) == ({0: 0} if is_told else {})


def test_the_nearest_sentence_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = {(0, ("dam",)): near(0.4, 0.4, "dam"), (0, ("dam", "river")): near(0.6, 0.6, "dam", "river")}
    others = [statement("dam"), statement("dam", "river")]
    assert told(monkeypatch, [statement("dam", "river")], others, shared) == {0: 1}


@pytest.mark.parametrize(
    ("rest", "is_told"),
    [
        (near(0.35, 0.35, "school", "road"), True),
        (near(0.34, 0.9, "school", "road"), False),
        (near(0.9, 0.9, "school"), False),
        (near(0.9, 0.09, "school", "road"), False),
    ],
    ids=["enough", "too little of the point", "one thing", "too little of both"],
)
def test_what_is_left_of_a_sentence_tells_another_point_by_two_things(
    monkeypatch: pytest.MonkeyPatch, rest: Nearness, *, is_told: bool
) -> None:
    """Each word is for one point alone."""
    whole = ("dam", "river", "school", "road")
    shared = {
        (0, whole): near(0.9, 0.9, "dam", "river"),
        (1, whole): near(0.8, 0.8, *whole),
        (1, ("school", "road")): rest,
    }
    points = [statement("dam", "river"), statement("school", "road", "bus")]
    assert told(monkeypatch, points, [statement(*whole)], shared) == ({0: 0, 1: 0} if is_told else {0: 0})


def test_the_nearest_of_a_point_is_the_first_that_names_most_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it tells the point or not."""
    shared = {(0, ("dam",)): near(0.1, 0.1, "dam"), (0, ("river",)): near(0.2, 0.1), (0, ("road",)): near(0.2, 0.1)}
    others = [statement("dam"), statement("river"), statement("road")]
    monkeypatch.setattr(assigning, "nearness", lambda _, other, __: shared[0, (other.things[0].text,)])
    assert assigning.assigned([statement("dam")], others, MATCHING).nearest == [(1, 0.2)]
    assert assigning.assigned([statement("dam")], [], MATCHING).nearest == []
