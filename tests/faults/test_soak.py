"""No question is lost without a word, whatever calls fail."""

from __future__ import annotations

from pathlib import Path

from faults.soak import measure


async def test_while_calls_fail_in_every_way_each_question_is_answered_or_told(tmp_path: Path) -> None:
    """Hardly one comes twice: where several calls in a row fail, it looks like an outage."""
    figures = await measure(200, 40, 0.05, tmp_path)
    assert figures.lost == 0, figures
    assert figures.once + figures.told + figures.doubled == figures.asked, figures
    assert figures.doubled <= 4, figures
