"""Stores on disk, each in a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from tempfile import mkdtemp

from cpecbot.models import Article
from cpecbot.store.disk import DiskStore, Writer
from cpecbot.store.disk.file import create, share
from cpecbot.store.disk.preparing import Prepared, prepare
from cpecbot.store.entries import Entry
from fakes.languages import EN, LANGUAGES

GENERATION = "one"


def prepared(source: str, entries: Iterable[Entry]) -> Prepared:
    listed = list(entries)
    article = Article(source, "\n".join(entry.sentence.text for entry in listed), EN)
    return prepare(article, [entry.sentence for entry in listed], listed, LANGUAGES.codes, source.encode())


def written(folder: Path, entries: Iterable[Entry]) -> Path:
    """A new index in ``folder`` with one generation."""
    path = Path(mkdtemp(dir=folder)) / "entries.index"
    connection = create(path, LANGUAGES.codes)
    writer = Writer(connection)
    by_source = groupby(entries, lambda entry: entry.sentence.source)
    writer.finish(GENERATION, [writer.add(prepared(source, listed)) for source, listed in by_source])
    share(connection)
    connection.close()
    return path


def on_disk(folder: Path) -> Callable[[Iterable[Entry]], DiskStore]:
    return lambda entries: DiskStore(written(folder, entries), GENERATION, LANGUAGES)
