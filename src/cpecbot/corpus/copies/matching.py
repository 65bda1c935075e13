"""What two articles have in common: grown from statements that look alike to those that stand beside them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from cpecbot.corpus.copies.likeness import Likeness, Values, likeness
from cpecbot.corpus.copies.lines import Line

Place = tuple[int, int]
"""Which statement of the one article, and which of the other."""
Matches = Mapping[Place, Likeness]

# A copy leaves out a statement here and there, and its order stays.
_STEP = (1, 2)
_STEP_OF_A_RUN = (1, 2, 3)


def matches(one: Sequence[Line], other: Sequence[Line], seeds: Iterable[Place], values: Values) -> Matches:
    """Statements that may be copies of each other, whether their values agree or not: the nearest of each."""
    seen = set(seeds)
    waiting = deque(sorted(seen))
    found: dict[Place, Likeness] = {}
    while waiting:
        at = waiting.popleft()
        alike = likeness(one[at[0]], other[at[1]], values)
        if not alike.paraphrase:
            continue
        found[at] = alike
        for beside in _beside(at):
            if beside not in seen and 0 <= beside[0] < len(one) and 0 <= beside[1] < len(other):
                seen.add(beside)
                waiting.append(beside)
    return dict(_nearest(found))


def _beside(at: Place) -> Iterator[Place]:
    for sign, down, across in product((1, -1), _STEP, _STEP):
        yield at[0] + sign * down, at[1] + sign * across


def _nearest(found: Matches) -> Iterator[tuple[Place, Likeness]]:
    """Those that are the nearest of both statements; of two that were joined in one, verbatim, each is."""
    best: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for at, alike in found.items():
        for side, place in enumerate(at):
            best[side][place] = max(best[side].get(place, 0.0), alike.share)
    for at, alike in found.items():
        nearest = [alike.share >= best[side][place] for side, place in enumerate(at)]
        if all(nearest) or (alike.verbatim and any(nearest)):
            yield at, alike


def runs(places: Iterable[Place]) -> list[list[Place]]:
    """The places in runs of the same order in both articles, each at most a few statements behind the last."""
    ordered = sorted(places)
    home: dict[Place, list[Place]] = {}
    for place in ordered:
        steps = product(_STEP_OF_A_RUN, _STEP_OF_A_RUN)
        before = (home.get((place[0] - down, place[1] - across)) for down, across in steps)
        run = next((each for each in before if each is not None), [])
        run.append(place)
        home[place] = run
    return list({id(run): run for run in home.values()}.values())
