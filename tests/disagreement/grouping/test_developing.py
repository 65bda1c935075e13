"""What is a step of a development, and what contradicts."""

from __future__ import annotations

from datetime import date

import pytest

from cpecbot.disagreement.grouping.developing import is_counting, level_apart, still_growing
from cpecbot.disagreement.grouping.findings import Finding
from cpecbot.disagreement.reading.quantities.moments import Manner, Moment
from cpecbot.models import Level
from fakes.readings import finding, value


def told(number: int, day: int | None, *, grows: bool = True) -> Finding:
    moment = Moment(date(2021, 3, day) if day else None)
    return finding(amount=value(f"n:{number}"), moment=moment, grows=grows)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (told(12, 9), told(30, 9), Level.CONTRADICTION),
        (told(12, None), told(30, None), Level.CONTRADICTION),
        (told(12, 9), told(30, 10), Level.DEVELOPMENT),
        (told(30, 10), told(12, 9), Level.DEVELOPMENT),
        (told(30, 9), told(12, 10), Level.DIFFERING),
        (told(12, 9), told(30, None), Level.DIFFERING),
        (told(12, 9, grows=False), told(30, 10, grows=False), Level.CONTRADICTION),
    ],
)
def test_only_figures_of_one_day_contradict(one: Finding, other: Finding, level: Level) -> None:
    """And what does not grow, as a depth, whatever the day."""
    assert level_apart(one, other) is level


@pytest.mark.parametrize(
    ("others", "growing"),
    [
        ([told(8, 8)], True),
        ([told(8, 8), told(40, 10)], True),
        ([told(8, 8), told(25, 10)], False),
        ([told(15, 8)], False),
        ([], False),
    ],
)
def test_figures_of_one_day_may_be_steps_of_what_others_tell(others: list[Finding], growing: bool) -> None:
    """More than the day before, and no more than the day after."""
    assert still_growing(told(12, 9), told(30, 9), others) is growing


@pytest.mark.parametrize("manner", [Manner.SO_FAR, Manner.THEN])
def test_what_was_counted_until_some_hour_only_differs(manner: Manner) -> None:
    """Or of a day that only its own report names."""
    hours = Moment(date(2021, 3, 9), frozenset({manner}))
    counted = finding(amount=value("n:12"), moment=hours, grows=True)
    assert level_apart(counted, told(30, 9)) is Level.DIFFERING
    assert level_apart(told(30, 9), counted) is Level.DIFFERING


@pytest.mark.parametrize(
    ("others", "counting"),
    [
        ([told(12, 9), told(30, 9)], False),
        ([told(12, 9), told(30, 9), told(30, 9)], False),
        ([told(12, 9), told(30, 9), told(41, 10)], False),
        ([told(12, 9), told(30, 9), told(41, 9)], True),
    ],
)
def test_three_figures_of_one_day_are_those_of_its_hours(others: list[Finding], counting: bool) -> None:
    assert is_counting(told(12, 9), others) is counting
    assert not is_counting(told(12, 9, grows=False), others)
