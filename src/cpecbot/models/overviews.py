"""What the articles hold as a whole: who speaks of what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """How many statements each source makes on one concept; ``counts`` follow the order of ``Coverage.sources``.

    0 is proven silence. None says that no statement names the concept, but that this proves nothing: the source may
    put it otherwise, or has it in a heading alone.
    """

    concept: str
    counts: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which source speaks of what, and which is silent; the rows that part the sources come first."""

    sources: tuple[str, ...]
    rows: tuple[CoverageRow, ...]
