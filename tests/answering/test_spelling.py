"""Did you mean: near words only, the most used of them."""

from __future__ import annotations

from collections import Counter

import pytest

from cpecbot.answering.spelling import Vocabulary

WORDS = Vocabulary(Counter(["gwadar", "gwadar", "port", "khunjerab", "kashmir", "plan", "كشمير"]))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("gawadar", "gwadar"), ("prot", "port"), ("khunjrab", "khunjerab"), ("kashmier", "kashmir"), ("كشمر", "كشمير")],
)
def test_a_slip_of_the_finger_is_understood(typed: str, meant: str) -> None:
    assert WORDS.nearest(typed) == meant


@pytest.mark.parametrize("typed", ["gwadar", "biryani", "xyz", "", "p"])
def test_known_far_and_short_words_stay(typed: str) -> None:
    assert WORDS.nearest(typed) is None


def test_the_more_used_of_equally_near_words_wins() -> None:
    assert Vocabulary({"trade": 1, "grade": 2}).nearest("gtade") == "grade"
