"""How surely two values are of one thing."""

from __future__ import annotations

import pytest

from cpecbot.disagreement.occasions.likeness import Likeness


@pytest.mark.parametrize(("beside", "score"), [(0, 0.6), (1, 0.9), (2, 1.2), (3, 1.2)])
def test_each_other_value_of_both_sentences_says_half_as_much_again(beside: int, score: float) -> None:
    """Up to two."""
    assert Likeness(0.4, 0.2, beside, apart=False).score == pytest.approx(score)
