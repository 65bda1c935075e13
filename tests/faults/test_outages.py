"""An outage delays answers and loses none."""

from __future__ import annotations

from pathlib import Path

import pytest

from faults.outages import OUTAGES, SETTINGS, measure


@pytest.mark.parametrize("kind", OUTAGES)
async def test_ten_minutes_without_telegram_delay_answers_and_lose_none(kind: str, tmp_path: Path) -> None:
    """Nor double any, whatever the outage looks like from here."""
    figures = await measure(OUTAGES[kind], tmp_path)
    assert (figures.lost, figures.doubled) == (0, 0), figures.log


async def test_what_could_not_be_sent_for_a_quarter_of_an_hour_is_dropped_with_a_line_in_the_log(
    tmp_path: Path,
) -> None:
    """What was not tried yet is answered afterwards."""
    figures = await measure(OUTAGES["502"], tmp_path, 6.0, give_up=SETTINGS["give_up"] / 4)
    assert figures.lost
    assert figures.lost <= figures.log.count("sendMessage was given up")
