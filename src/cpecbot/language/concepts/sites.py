"""Which concepts are kinds of places: something may be in a warehouse, or at a bridge."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from cpecbot.tables import Table, read_schema


class SitesFile(Table):
    """``sites.toml``: the keys of concepts, of the general vocabulary or of the glossary."""

    file: ClassVar[str] = "sites.toml"

    sites: tuple[str, ...] = ()


def read_sites(folder: Path) -> frozenset[str]:
    """The keys of the concepts that are kinds of places; none where the ``folder`` has no such file.

    Raises GlossaryError naming the file, the line and what to do.
    """
    path = folder / SitesFile.file
    return frozenset(read_schema(path, SitesFile).sites) if path.exists() else frozenset()
