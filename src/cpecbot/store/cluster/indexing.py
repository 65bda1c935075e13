"""Filling an index: a new generation is put beside the one that answers, and takes its place once it is whole."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from opensearchpy.helpers import BulkIndexError, streaming_bulk

from cpecbot.errors import StoreError
from cpecbot.store.cluster.connection import Connection
from cpecbot.store.cluster.documents import (
    FIELDS,
    article_document,
    entry_document,
    index_of_articles,
    index_of_entries,
)
from cpecbot.store.cluster.generation import SUBJECT, Average, Generation, Told, generation_of
from cpecbot.store.cluster.head import Listed, pieces, vocabulary
from cpecbot.store.entries import Entry
from cpecbot.store.format import VERSION
from cpecbot.store.memory import bag, letters
from cpecbot.store.store import Store

# Documents and bytes of one request, and how often one is sent again that the cluster is too busy for, with twice as
# long a pause each time, from these seconds on.
_AT_ONCE = 500
_BYTES = 8_000_000
_TRIES = 8
_FIRST_PAUSE = 1
_LONGEST_PAUSE = 30
# Seconds for what changes the cluster: sent to another node before it is done, it would be refused there.
_PATIENCE = 120
# The last generation stays for those who still answer from it.
_KEPT = 2


class Layout(Struct, frozen=True):
    """Over how many nodes an index is spread, and how many may be lost."""

    shards: int = 3
    replicas: int = 1


def fill(
    store: Store,
    connection: Connection,
    beside: Mapping[str, object],
    layout: Layout,
    told: Callable[[int], None] = lambda _: None,
) -> Generation:
    """Put what ``store`` holds into the cluster, and the values ``beside`` as parts of their own; then answer from it.

    ``told`` is called with the number of documents that are there. Raises StoreError, and what answered still answers.
    """
    sources = {source: store.entries(source) for source in store.sources}
    entries = [entry for each in sources.values() for entry in each]
    generation = Generation(f"{connection.index}-{time.time_ns() // 1_000_000}", _told(sources, entries))
    client = connection.client
    with connection.told():
        made = index_of_entries(layout.shards, layout.replicas, generation.meta)
        client.indices.create(index=generation.entries, body=made, request_timeout=_PATIENCE)
        made = index_of_articles(layout.shards, layout.replicas)
        client.indices.create(index=generation.articles, body=made, request_timeout=_PATIENCE)
        try:
            for done, _ in enumerate(_sent(connection, _documents(generation, store, sources, beside)), 1):
                told(done)
            both = f"{generation.entries},{generation.articles}"
            client.indices.refresh(index=both, request_timeout=_PATIENCE)
            client.indices.put_settings(
                index=both, body={"index": {"refresh_interval": None}}, request_timeout=_PATIENCE
            )
        except BaseException:
            _remove(connection, generation.name)
            raise
        _take_over(connection, generation)
    return generation


def _told(sources: Mapping[str, Sequence[Entry]], entries: list[Entry]) -> Told:
    averages = {field: _average([len(bag(entry, kinds)) for entry in entries]) for field, kinds in FIELDS.items()}
    words = FIELDS["words"]
    averages[SUBJECT] = _average([sum(len(bag(entry, words)) for entry in each) for each in sources.values()])
    languages = tuple(sorted({entry.sentence.language.code for entry in entries}))
    return Told(VERSION, len(entries), averages, languages)


def _average(lengths: list[int]) -> Average:
    return Average(len(lengths), sum(lengths) / len(lengths) if lengths else 0.0)


def _documents(
    generation: Generation, store: Store, sources: Mapping[str, Sequence[Entry]], beside: Mapping[str, object]
) -> Iterator[dict[str, Any]]:
    for place, held in enumerate(sources.values()):
        for entry in held:
            yield {"_index": generation.entries, "_id": str(entry.number), **entry_document(entry)}
        article = article_document(place, held, letters(held))
        yield {"_index": generation.articles, "_id": f"article {place}", **article}
    listed = tuple(Listed(source, held[0].sentence.language, len(held)) for source, held in sources.items())
    words = vocabulary(entry for held in sources.values() for entry in held)
    parts = {"sources": listed, "names": tuple(store.names()), "vocabulary": words, **beside}
    for part, value in parts.items():
        for piece in pieces(part, value):
            # Sent twice, since no answer came to the first, it stands there once.
            name = f"{piece['part']} {piece['place']}"
            yield {"_index": generation.articles, "_id": name, **piece}


def _sent(connection: Connection, documents: Iterator[dict[str, Any]]) -> Iterator[object]:
    try:
        yield from streaming_bulk(
            connection.client,
            documents,
            chunk_size=_AT_ONCE,
            max_chunk_bytes=_BYTES,
            max_retries=_TRIES,
            initial_backoff=_FIRST_PAUSE,
            max_backoff=_LONGEST_PAUSE,
            request_timeout=_PATIENCE,
        )
    except BulkIndexError as error:
        failed = error.errors[0]
        raise StoreError(f"The cluster does not take what it is sent ({failed}); look at its health.") from error


def _take_over(connection: Connection, generation: Generation) -> None:
    """Let the name of the index mean ``generation`` from one moment on, and remove all but the one before."""
    client, name = connection.client, connection.index
    filled = [index for index in client.indices.get(index=f"{name}-*") if generation_of(index, name)]
    actions = [{"remove": {"index": index, "alias": name, "must_exist": False}} for index in filled]
    actions += [{"add": {"index": index, "alias": name}} for index in (generation.entries, generation.articles)]
    client.indices.update_aliases(body={"actions": actions}, request_timeout=_PATIENCE)
    for old in sorted({generation_of(index, name) for index in filled})[:-_KEPT]:
        _remove(connection, old)


def _remove(connection: Connection, name: str) -> None:
    both = f"{name}-entries,{name}-articles"
    connection.client.indices.delete(index=both, params={"ignore_unavailable": "true"}, request_timeout=_PATIENCE)
