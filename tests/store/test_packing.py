"""An entry that is read in parts is the entry that was packed."""

from __future__ import annotations

import zlib

import pytest

from cpecbot.answering import Library
from cpecbot.snapshot.packing import pack, unpack
from cpecbot.store.disk.packing import Later, Unpacking, packed
from fakes.languages import LANGUAGES


def test_it_is_equal_both_ways_and_knows_all_that_an_entry_does(library: Library) -> None:
    unpacking = Unpacking(LANGUAGES)
    for entry in (entry for source in library.store.sources for entry in library.store.entries(source)):
        read = unpacking.entry(entry.number, packed(entry))
        assert read == entry
        assert entry == read
        assert hash(read.analysis) == hash(entry.analysis)
        assert (read.places, read.meant, read.said_by) == (entry.places, entry.meant, entry.said_by)
        assert read.surroundings.names_nearby(entry.keys) == entry.surroundings.names_nearby(entry.keys)


def test_what_is_asked_for_is_read_once() -> None:
    read: list[bytes] = []

    def word(packed: bytes) -> str:
        read.append(packed)
        return packed.decode()

    later = Later(zlib.compress(b"port"), word)
    assert not read
    assert (later.upper(), later == "port", later == Later(zlib.compress(b"port"), word)) == ("PORT", True, True)
    assert read == [b"port", b"port"]
    with pytest.raises(AttributeError):
        later.nothing  # noqa: B018 - what a word has not


def test_a_snapshot_has_it_whole(library: Library) -> None:
    entry = library.store.entries(library.store.sources[0])[0]
    read = Unpacking(LANGUAGES).entry(entry.number, packed(entry))
    assert unpack(pack(read.surroundings)) == entry.surroundings
