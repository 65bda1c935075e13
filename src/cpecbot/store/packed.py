"""Entries as they were written down, each read when it is first asked for: a question needs few of thousands."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import overload

from msgspec.msgpack import Decoder

from cpecbot.languages import Language
from cpecbot.parts import Mapped
from cpecbot.store.entries import Entry
from cpecbot.store.format import decoder_of, encode


class PackedEntries(Sequence[Entry]):
    """The entries of a corpus, in the order of their numbers."""

    def __init__(self, written: Mapped, ends: bytes, language: Language) -> None:
        """``ends`` are the places in ``written`` where each entry ends, and its peers the languages that it is in."""
        self._written = written
        self._ends = array("Q", ends)
        self._language = language
        self._read: list[Entry | None] = [None] * len(self._ends)

    def __reduce__(self) -> tuple[type[PackedEntries], tuple[Mapped, bytes, Language]]:
        return PackedEntries, (self._written, self._ends.tobytes(), self._language)

    @cached_property
    def _decoder(self) -> Decoder[Entry]:
        return decoder_of(Entry, {each.code: each for each in self._language.peers})

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, at: int) -> Entry: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Entry]: ...

    def __getitem__(self, at: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(at, slice):
            return tuple(map(self.__getitem__, range(*at.indices(len(self)))))
        entry = self._read[at]
        if entry is None:
            start = self._ends[at - 1] if at else 0
            entry = self._read[at] = self._decoder.decode(self._written.view[start : self._ends[at]])
        return entry

    def __iter__(self) -> Iterator[Entry]:
        return map(self.__getitem__, range(len(self)))


def packed(entries: Iterable[Entry], language: Language) -> PackedEntries:
    """``entries`` written down; ``language`` is any of those that were loaded with theirs."""
    written = list(map(encode, entries))
    ends = array("Q", accumulate(map(len, written)))
    return PackedEntries(Mapped(b"".join(written)), ends.tobytes(), language)
