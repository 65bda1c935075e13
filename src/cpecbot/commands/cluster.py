"""The cluster that keeps the articles: opened where the settings say so, and filled by ``index``."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import click

from cpecbot.commands.options import with_settings
from cpecbot.errors import SettingsError
from cpecbot.languages import Languages
from cpecbot.settings import Settings, revealed
from cpecbot.terminal import counting, say

if TYPE_CHECKING:
    from cpecbot.answering import Library
    from cpecbot.store.cluster import Connection

logger = logging.getLogger(__name__)

LIBRARY = "library"
"""The part of an index that keeps what a library has beside its entries."""


@click.command()
@click.option("--shards", type=click.IntRange(1, 1000), default=3, show_default=True, help="Parts that nodes share.")
@click.option("--replicas", type=click.IntRange(0, 10), default=1, show_default=True, help="Nodes that may be lost.")
@with_settings
def index(settings: Settings, shards: int, replicas: int) -> None:
    """Put the articles into the OpenSearch cluster of the settings.

    What is there answers until all of them are.
    """
    connection = _connect(settings)
    from cpecbot.answering.indexed import Beside  # noqa: PLC0415 - help and completion need nothing of this
    from cpecbot.commands.library import open_library  # noqa: PLC0415
    from cpecbot.store.cluster.indexing import Layout, fill  # noqa: PLC0415

    library = open_library(settings.model_copy(update={"engine": "auto"}))
    beside = Beside.of(library, settings.tables, settings.glossary)
    articles, sentences = len(library.corpus.articles), len(library.store)
    with counting("Filling the index …", articles + sentences) as told:
        fill(library.store, connection, {LIBRARY: beside}, Layout(shards, replicas), told)
    say(f'The index "{settings.opensearch_index}" answers with {articles:,} articles, {sentences:,} sentences.')


def open_clustered(settings: Settings, languages: Languages) -> Library:
    """The library that the cluster keeps. Raises StoreError, and GlossaryError for a fault in a table."""
    connection = _connect(settings)
    from cpecbot.answering.indexed import Beside, open_indexed  # noqa: PLC0415 - only where there is a cluster
    from cpecbot.store.cluster import ClusterStore, current  # noqa: PLC0415

    store = ClusterStore(connection, current(connection), languages)
    beside = store.head.part(LIBRARY, Beside)
    if not beside.fits(settings.tables, settings.glossary):
        logger.warning(
            'the index "%s" was filled with other tables than those in %s; fill it anew: cpecbot index',
            settings.opensearch_index,
            settings.tables,
        )
    return open_indexed(beside, store, languages, settings.tables, settings.glossary)


def _connect(settings: Settings) -> Connection:
    try:
        from cpecbot.store.cluster import Access, Connection  # noqa: PLC0415 - an extra, which few install
    except ModuleNotFoundError as error:
        raise SettingsError(
            f'A cluster needs {error.name}, which is not installed; type: pip install "cpecbot[opensearch]"'
        ) from None
    password = revealed(settings.opensearch_password)
    return Connection(Access(settings.opensearch_urls, settings.opensearch_index, settings.opensearch_user, password))


COMMANDS = {"index": index}
