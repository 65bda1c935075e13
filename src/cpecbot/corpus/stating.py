"""What an article states of itself: its stamp, its dateline, and what it says that it draws on."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.corpus.dateline import read_dateline
from cpecbot.corpus.facts import Facts
from cpecbot.corpus.sourcing import read_cites
from cpecbot.corpus.stamps import Stamp, without_stamps
from cpecbot.languages import Language


def stated_facts(text: str, language: Language, stamps: Sequence[Stamp]) -> Facts:
    """Outlet, place, day and sources as far as ``text`` states them, with its ``stamps``.

    The day of a stamp counts before a dateline's.
    """
    filed = read_dateline(without_stamps(text, stamps), language)
    day = stamps[0].published if stamps else None
    outlet = filed.outlet or next((stamp.outlet for stamp in stamps if stamp.outlet), None)
    return Facts(outlet=outlet, published=day, cites=read_cites(text, language, filed.cites, outlet)).over(filed)
