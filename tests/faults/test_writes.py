"""What was said to be saved outlives a kill."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from faults.writes import measure


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
async def test_a_kill_in_the_middle_of_writes_loses_no_setting_that_was_acknowledged(tmp_path: Path) -> None:
    figures = await measure(5, tmp_path, random.Random(7))  # noqa: S311 - only delays
    assert figures.acknowledged
    assert (figures.lost, figures.damaged) == (0, 0), figures
