"""What the articles hold as a whole: who speaks of what, and what they date."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from cpecbot.models.answers import Disagreement
from cpecbot.models.texts import Quote


class CoverageRow(Struct, frozen=True):
    """How many statements each source makes on one concept; ``counts`` follow the order of ``Coverage.sources``.

    0 is proven silence. None says that no statement names the concept, but that this proves nothing: the source may
    put it otherwise, or has it in a heading alone.
    """

    concept: str
    counts: tuple[int | None, ...]


class Coverage(Struct, frozen=True):
    """Which source speaks of what, and which is silent; the rows that part the sources come first."""

    sources: tuple[str, ...]
    rows: tuple[CoverageRow, ...]


class Moment(Struct, frozen=True):
    """The days from ``first`` to ``last``, and the statements that give them for what they tell of.

    ``first`` and ``last`` are of the year 1 where nobody tells which year it is. The highlights of ``quotes`` are the
    words for the days. ``differing`` are the notes on what other sources, or the same one, date otherwise.
    """

    first: date
    last: date
    quotes: tuple[Quote, ...]
    differing: tuple[Disagreement, ...] = ()

    @property
    def year_known(self) -> bool:
        return self.first.year > 1
