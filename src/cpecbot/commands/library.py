"""Loading what answers, and the modules that answer: help and completion need neither."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

import click

from cpecbot.commands.options import open_corpus, open_languages
from cpecbot.errors import SettingsError
from cpecbot.languages import Languages
from cpecbot.settings import Settings
from cpecbot.snapshot import Kept, fingerprint
from cpecbot.terminal import counting, meanwhile

if TYPE_CHECKING:
    from cpecbot.answering import Library

# Bytes of articles, some ten thousand sentences: from here on a start from memory takes longer than seconds.
_LARGE = 4_000_000
# In which the progress of reading is told.
_STEPS = 100
_READING = "Reading the articles and tables …"


class Opening:
    """The library of ``settings``, step by step, so that an option can be refused before all else is loaded.

    It comes from its snapshot where there is one, else from articles and tables; ``keep`` then makes the snapshot.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._built: Library | None = None

    @cached_property
    def languages(self) -> Languages:
        """Raises GlossaryError for a fault in a table."""
        if self._snapshot:
            return self._snapshot.languages
        with meanwhile(_READING):
            return open_languages(self._settings)

    @cached_property
    def library(self) -> Library:
        """Raises GlossaryError for a fault in a table, CorpusError for one in articles, StoreError for a cluster."""
        if self._settings.engine == "opensearch":
            return self._from_cluster()
        return self._snapshot or self._build()

    def _from_cluster(self) -> Library:
        languages = self.languages
        with meanwhile("Reading the articles in the cluster …"), _uncollected():
            from cpecbot.commands.cluster import open_clustered  # noqa: PLC0415 - others need no client of a cluster

            return open_clustered(self._settings, languages)

    @cached_property
    def _fingerprint(self) -> str:
        return _fingerprint_of(self._settings, on_disk=self._on_disk)

    @cached_property
    def _on_disk(self) -> bool:
        """Whether an index on disk keeps the sentences, and memory only what questions need of them."""
        engine = self._settings.engine
        return engine == "disk" or (engine == "auto" and self._settings.snapshot and _is_large(self._settings))

    @cached_property
    def _snapshot(self) -> Library | None:
        if not self._settings.snapshot or self._settings.engine == "opensearch":
            return None
        with meanwhile("Starting …"), _uncollected():
            from cpecbot.answering import Library  # noqa: PLC0415 - takes most of a second

            kept = Kept(self._settings.cache).get(self._fingerprint) if self._fingerprint else None
        return kept if isinstance(kept, Library) else None

    def keep(self) -> None:
        """Keep what was read for the next start, once: it takes seconds, in which nobody should wait for an answer."""
        library, self._built = self._built, None
        kept = Kept(self._settings.cache)
        # Who changes an article while it is read may change it back.
        if library and self._fingerprint and self._fingerprint == self._fingerprint_now() and kept.usable():
            with meanwhile("Keeping what was read for the next start …"):
                _rehearse(library)
                kept.put(self._fingerprint, library)

    def _fingerprint_now(self) -> str:
        return _fingerprint_of(self._settings, on_disk=self._on_disk)

    def _build(self) -> Library:
        settings = self._settings
        before = self._fingerprint if settings.snapshot else ""
        languages = self.languages
        if self._on_disk:
            with _uncollected():
                library = _built_on_disk(settings, languages)
        else:
            with meanwhile(_READING), _uncollected():
                from cpecbot.answering.building import build_library  # noqa: PLC0415 - a snapshot needs nothing of it

                corpus = open_corpus(settings, languages)
                library = build_library(corpus, languages, settings.tables, settings.glossary)
        self._built = library if before else None
        return library


def open_for_command(settings: Settings) -> Opening:
    """What is read is kept when the command at hand has said what it has to say."""
    opening = Opening(settings)
    click.get_current_context().call_on_close(opening.keep)
    return opening


def open_library(settings: Settings) -> Library:
    """What is read is kept at once.

    Raises GlossaryError for a fault in a table, CorpusError for one in the articles.
    """
    opening = Opening(settings)
    library = opening.library
    opening.keep()
    return library


def _fingerprint_of(settings: Settings, *, on_disk: bool) -> str:
    """Empty where something cannot be read: whoever reads it will say what is missing."""
    from cpecbot.corpus.reading import article_files  # noqa: PLC0415 - help and completion need nothing of this

    tables = (settings.sources, settings.boilerplate, settings.tables, settings.glossary)
    try:
        return fingerprint((*article_files(settings.corpus), *tables), settings.max_article_bytes, on_disk)
    except OSError:
        return ""


def _is_large(settings: Settings) -> bool:
    from cpecbot.corpus.reading import article_files  # noqa: PLC0415 - help and completion need nothing of this

    try:
        return sum(file.stat().st_size for file in article_files(settings.corpus)) > _LARGE
    except OSError:
        return False


def _built_on_disk(settings: Settings, languages: Languages) -> Library:
    """Raises SettingsError where no index can be kept."""
    import sqlite3  # noqa: PLC0415 - a library in memory needs none of this

    from cpecbot.answering.building import read_tables  # noqa: PLC0415 - a snapshot needs nothing of this
    from cpecbot.answering.updating import Updating, build_on_disk  # noqa: PLC0415
    from cpecbot.corpus.loading import load_cutter  # noqa: PLC0415
    from cpecbot.corpus.reading import read_articles  # noqa: PLC0415
    from cpecbot.store.disk.places import Indexes  # noqa: PLC0415

    with meanwhile(_READING):
        articles = read_articles(settings.corpus, settings.max_article_bytes)
        cutter = load_cutter(languages, settings.sources, settings.boilerplate)
        analyzer, contrasts = read_tables(languages, settings.tables, settings.glossary)
        # An index is of one folder of articles with these tables, whatever its articles are now.
        key = fingerprint((settings.boilerplate, settings.tables, settings.glossary), str(settings.corpus.resolve()))
    try:
        with counting("Reading the articles …", _STEPS) as told:
            updating = Updating(cutter, analyzer, lambda done, total: told(_STEPS * done // total))
            return build_on_disk(articles, updating, contrasts, Indexes(settings.cache, key))
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise SettingsError(
            f'{settings.cache}: no index can be kept there ({reason}). Set "cache" to a folder of your own that has '
            f'room, or "engine" to "memory".'
        ) from error


def _rehearse(library: Library) -> None:
    """Let it make what is made when it is first needed, which a snapshot then has."""
    from cpecbot.i18n import translator  # noqa: PLC0415 - loads Babel

    for language in library.languages:
        for question in translator(language).examples():
            library.ask(question)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leaves the garbage collector out of what is made here: it all stays, and looking for garbage in it costs most.

    What an earlier call made is looked through first, since it may be garbage by now.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
