"""Stores on disk, each in a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from tempfile import mkdtemp

from cpecbot.store.disk import DiskStore, Writer
from cpecbot.store.disk.file import create
from cpecbot.store.entries import Entry
from fakes.languages import LANGUAGES

GENERATION = "one"


def written(folder: Path, entries: Iterable[Entry]) -> Path:
    """A new index in ``folder`` with one generation."""
    path = Path(mkdtemp(dir=folder)) / "entries.index"
    connection = create(path)
    writer = Writer(connection)
    by_source = groupby(entries, lambda entry: entry.sentence.source)
    writer.finish(GENERATION, [writer.add(source, listed) for source, listed in by_source])
    connection.close()
    return path


def on_disk(folder: Path) -> Callable[[Iterable[Entry]], DiskStore]:
    return lambda entries: DiskStore(written(folder, entries), GENERATION, LANGUAGES)
