"""Which concepts rule each other out: a price that fell did not rise."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from cpecbot.tables import Table, read_schema

Sides = tuple[tuple[str, ...], tuple[str, ...]]


class OppositesFile(Table):
    """``opposites.toml``: pairs of concepts, several of which may stand on either side."""

    file: ClassVar[str] = "opposites.toml"

    pairs: tuple[Sides, ...] = ()


def read_opposites(folder: Path) -> Mapping[str, frozenset[str]]:
    """The keys of the concepts that each one rules out; none where the ``folder`` has no such file.

    Raises GlossaryError naming the file, the line and what to do.
    """
    path = folder / OppositesFile.file
    found: dict[str, frozenset[str]] = {}
    for sides in read_schema(path, OppositesFile).pairs if path.exists() else ():
        for side, other in (sides, sides[::-1]):
            for key in side:
                found[key] = found.get(key, frozenset()) | frozenset(other)
    return found
