"""Which sentence of an article tells which point of another: the nearest pairs first, each word for one point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.disagreement.grouping.telling import Matching
from cpecbot.disagreement.retelling.nearness import Nearness, nearness
from cpecbot.disagreement.retelling.statement import Statement

# What two statements share of both must be so much for the one to tell what the other does: set on one half of the
# outlets that people judged.
_TELLS = 0.3
# What is left of a sentence that tells one point tells another only where it tells so much of that, by two things.
_TELLS_TOO = 0.35
_THINGS = 2


class Assigned(Struct, frozen=True):
    """For points, by their places: the statement that ``told`` each that is told, by its place, and what they share.

    ``nearest`` is the statement that names most of each point, the first of equals, and how much; empty without any.
    """

    told: Mapping[int, tuple[int, Nearness]]
    nearest: Sequence[tuple[int, float]]


def assigned(points: Sequence[Statement], statements: Sequence[Statement], matching: Matching) -> Assigned:
    """Sets each point against each statement, once."""
    pairs: list[tuple[Nearness, int, int]] = []
    nearest: list[tuple[int, float]] = []
    for here, point in enumerate(points):
        row = [nearness(point, statement, matching) for statement in statements]
        pairs += ((near, here, there) for there, near in enumerate(row) if near.score >= _TELLS)
        nearest += [max(((there, near.named) for there, near in enumerate(row)), key=itemgetter(1))] if row else []
    return Assigned(_told(points, statements, pairs, matching), nearest)


def _told(
    points: Sequence[Statement],
    statements: Sequence[Statement],
    pairs: Iterable[tuple[Nearness, int, int]],
    matching: Matching,
) -> Mapping[int, tuple[int, Nearness]]:
    rest = list(statements)
    found: dict[int, tuple[int, Nearness]] = {}
    for whole, here, there in sorted(pairs, key=_nearest_first):
        if here in found:
            continue
        left = rest[there]
        near = whole if left is statements[there] else nearness(points[here], left, matching)
        if near is whole or _tells_too(near):
            found[here] = there, near
            rest[there] = _without(left, near)
    return found


def _tells_too(near: Nearness) -> bool:
    return near.score >= _TELLS and near.told >= _TELLS_TOO and near.things >= _THINGS


def _nearest_first(pair: tuple[Nearness, int, int]) -> tuple[float, int, int]:
    near, here, there = pair
    return -near.score, here, there


def _without(statement: Statement, near: Nearness) -> Statement:
    """What is left of a statement when what tells one point is taken away."""
    things = {same.there for same in near.same}
    values = {met.there for met in near.values}
    return replace(
        statement,
        things=tuple(thing for thing in statement.things if thing not in things),
        measures=tuple(measure for measure in statement.measures if measure not in values),
    )
