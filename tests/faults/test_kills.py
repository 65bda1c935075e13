"""kill -9 loses nothing."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from faults.kills import measure


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
async def test_a_kill_with_questions_waiting_loses_none(tmp_path: Path) -> None:
    """And doubles at most those whose answer was under way."""
    rounds = await measure(2, tmp_path, random.Random(7))  # noqa: S311 - only a delay
    assert any(each.waiting for each in rounds)
    for each in rounds:
        assert each.lost == 0, each
        assert each.doubled <= each.under_way, each
