"""Sums of which less is left by and by."""

from __future__ import annotations

import pytest

from cpecbot.bot.messaging.fading import Fading
from fakes.bot import Clock


def test_half_is_forgotten_in_the_half_life_and_what_comes_is_added_to_the_rest() -> None:
    """Of each for itself."""
    clock = Clock(0.0)
    sums = Fading(10.0, clock)
    sums.add("Anna", 4)
    clock.now = 10.0
    assert sums.of("Anna") == pytest.approx(2)
    sums.add("Anna", 1)
    clock.now = 20.0
    assert sums.of("Anna") == pytest.approx(1.5)
    assert sums.of("Bilal") == 0
