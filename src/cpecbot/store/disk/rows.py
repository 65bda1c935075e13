"""What of every entry is at hand in memory: a few bytes each, as arrays in the order of the corpus."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from cpecbot.store.disk.file import Field

Integers = NDArray[np.integer[Any]]
Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

_ROW = struct.Struct("<B?III")
_COLUMNS = np.dtype([("language", "u1"), ("quotable", "?"), ("words", "<u4"), ("meanings", "<u4"), ("names", "<u4")])
_LENGTHS = {Field.WORDS: "words", Field.MEANINGS: "meanings", Field.NAMES: "names"}


def row(language: int, *, quotable: bool, lengths: tuple[int, int, int]) -> bytes:
    """An entry in the language of this number, with so many words, meanings and names in it."""
    return _ROW.pack(language, quotable, *lengths)


def count_of(rows: bytes) -> int:
    return len(rows) // _ROW.size


class Rows(Struct, frozen=True):
    """``article`` counts those with entries, of which each begins with the entry at ``starts``.

    ``lengths`` are how many keys each entry has in a field, under WORDS, MEANINGS and NAMES.
    """

    language: Integers
    quotable: Flags
    article: Integers
    starts: Integers
    lengths: dict[Field, Integers]


def rows_of(articles: Sequence[bytes]) -> Rows:
    """From the rows of each article, of which none is without."""
    read = np.frombuffer(b"".join(articles), _COLUMNS)
    counts = np.array([count_of(each) for each in articles], np.int64)
    return Rows(
        np.ascontiguousarray(read["language"]),
        np.ascontiguousarray(read["quotable"]),
        np.repeat(np.arange(len(counts), dtype=np.int32), counts),
        np.cumsum(counts) - counts,
        {field: np.ascontiguousarray(read[name]) for field, name in _LENGTHS.items()},
    )
