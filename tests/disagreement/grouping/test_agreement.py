"""Values that may both be true, and values that cannot."""

from __future__ import annotations

from datetime import date

import pytest

from cpecbot.disagreement.grouping.agreement import may_both_hold
from cpecbot.language.values.finding import find_values
from fakes.languages import EN


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("more than 30 billion dollars", "40 billion dollars", True),
        ("more than 30 billion dollars", "20 billion dollars", False),
        ("$98.73 million", "$100 million", True),
        ("$97 million", "$99 million", False),
        ("26 people", "27 people", False),
        ("January 2026", "January 4, 2026", True),
        ("January 4, 2026", "January 5, 2026", False),
        ("January 3 to January 5, 2026", "January 4, 2026", True),
        ("January 3 to January 5, 2026", "January 2 to January 5, 2026", False),
        ("Monday", "January 5, 2026", True),
        ("Monday", "January 4, 2026", False),
        ("the seventh", "the 7th", True),
        ("the seventh", "the sixth", False),
    ],
)
def test_both_may_hold(one: str, other: str, expected: bool) -> None:
    """Bounds, rounding of sums but not of counts, spans of time and their days, weekdays of no known week."""
    (left,) = find_values(one, EN)
    (right,) = find_values(other, EN)
    assert may_both_hold(left, right) is expected
    assert may_both_hold(right, left) is expected


def test_a_weekday_is_resolved_by_the_day_of_its_article() -> None:
    """Monday in an article of 5 January 2026 is that day and no other."""
    (monday,) = find_values("Monday", EN, date(2026, 1, 5))
    (fifth,) = find_values("January 5, 2026", EN)
    (twelfth,) = find_values("January 12, 2026", EN)
    assert may_both_hold(monday, fifth)
    assert not may_both_hold(monday, twelfth)
