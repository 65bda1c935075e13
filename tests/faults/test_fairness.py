"""A slow question holds up nobody else."""

from __future__ import annotations

from cpecbot.answering import Library
from faults.fairness import measure


async def test_one_person_waits_little_beside_twelve_with_the_dearest_questions(library: Library) -> None:
    """A second on an idle machine, which this one may not be."""
    figures = await measure(12, 8.0, library)
    assert figures.others
    assert max(figures.waits) < 5.0, figures
