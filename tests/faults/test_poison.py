"""No update stops the bot for the others."""

from __future__ import annotations

import random
from pathlib import Path

from faults.poison import PRIVATE, measure


async def test_updates_with_something_wrong_in_them_hold_up_no_question(tmp_path: Path) -> None:
    """Nor end the program, and what people wrote in them is not in the log."""
    figures = await measure(500, tmp_path, random.Random(7))  # noqa: S311 - only a variety of faults
    assert figures.answered == figures.asked
    assert figures.unreadable
    assert figures.status == 0
    assert PRIVATE not in figures.log
