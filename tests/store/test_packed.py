"""Entries that were written down are those that were read, each read again when it is asked for."""

from __future__ import annotations

import pytest

from cpecbot.answering import Library
from cpecbot.snapshot.packing import pack, unpack
from cpecbot.store.entries import Entry
from cpecbot.store.memory import MemoryStore
from cpecbot.store.packed import PackedEntries, packed
from fakes.entries import entries_of
from fakes.languages import EN


@pytest.fixture
def entries() -> tuple[Entry, ...]:
    return tuple(entries_of(("a", "l:port"), ("a", "l:road"), ("b", "l:port l:rail")))


def test_each_is_as_it_was(entries: tuple[Entry, ...]) -> None:
    kept = packed(entries, EN)
    assert tuple(kept) == entries
    assert (kept[1], kept[1:], len(kept)) == (entries[1], entries[1:], 3)
    assert kept[2] is kept[2]
    with pytest.raises(IndexError):
        kept[3]


def test_only_what_is_asked_for_is_read(entries: tuple[Entry, ...]) -> None:
    again = unpack(pack(packed(entries, EN)))
    assert isinstance(again, PackedEntries)
    assert again[1] == entries[1]
    assert [each is None for each in again._read] == [True, False, True]


def test_a_store_comes_back_with_what_it_held(entries: tuple[Entry, ...]) -> None:
    again = unpack(pack(MemoryStore(entries)))
    assert isinstance(again, MemoryStore)
    assert [tuple(again.entries(source)) for source in again.sources] == [entries[:2], entries[2:]]
    empty = unpack(pack(MemoryStore(())))
    assert isinstance(empty, MemoryStore)
    assert (len(empty), empty.sources) == (0, ())


def test_a_library_that_was_kept_twice_has_the_same_entries(library: Library) -> None:
    again = unpack(pack(unpack(pack(library))))
    assert isinstance(again, Library)
    for source in library.store.sources:
        assert tuple(again.store.entries(source)) == tuple(library.store.entries(source))
