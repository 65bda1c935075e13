"""A dictionary of simplemma in the form of its file, in which a word is looked up without decoding the others.

The words of a file are sorted, and each record tells how much of a word is that of the one before (front coding:
Witten, Moffat and Bell, "Managing Gigabytes", 1999, 4.1). So it is enough to know where the records are; a word is then
found byte by byte, as in a tree.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter

_MAGIC = b"SMFC1"
_BACKWARDS = 1
# In the place of how many bytes of the word its lemma goes without: as the record before; or it is written in full.
_AS_BEFORE, _IN_FULL = 254, 255

# Of how many bytes the records that begin with them are remembered: two letters, or four of the Latin ones.
_REMEMBERED = 4


def _counted() -> bytes:
    """A length and so many bytes. One of 128 or more takes two bytes, the lower seven bits first; 256 is never met."""
    lengths = {length: bytes([length]) if length < 0x80 else bytes([length, length >> 7]) for length in range(0x100)}
    return b"|".join(re.escape(written) + b".{%d}" % length for length, written in lengths.items())


@lru_cache(maxsize=1)
def _a_record() -> re.Pattern[bytes]:
    """How much is shared, what follows of the word, how much of it is taken off for its lemma and what is put there."""
    return re.compile(rb".(?:%b)(?:\xfe|.(?:%b))" % (_counted(), _counted()), re.DOTALL)


class FrontCoded(Mapping[str, str]):
    """The lemma of each word of a decompressed file of simplemma."""

    def __init__(self, stream: bytes) -> None:
        """Raises ValueError when ``stream`` is written in another way."""
        header = re.match(rb"%b(.)[\x80-\xff]*[\x00-\x7f]" % _MAGIC, stream, re.DOTALL)
        if header is None:
            raise ValueError("not a front-coded dictionary")
        records: list[bytes] = _a_record().findall(stream, header.end())
        if not records or sum(map(len, records)) != len(stream) - header.end():
            raise ValueError("a front-coded dictionary of another kind")
        self._backwards = bool(header[1][0] & _BACKWARDS)
        self._stream = stream
        self._starts = array("I", accumulate(map(len, records), initial=header.end()))
        self._shared = bytes(map(itemgetter(0), records))
        self._beginning = lru_cache(maxsize=4096)(self._beginning_with)

    def __reduce__(self) -> tuple[Callable[..., FrontCoded], tuple[bool, bytes, bytes, bytes]]:
        return _as_kept, (self._backwards, self._stream, self._starts.tobytes(), self._shared)

    def __len__(self) -> int:
        return len(self._shared)

    def __iter__(self) -> Iterator[str]:
        word = b""
        for at, shared in enumerate(self._shared):
            record = self._record(at)
            begin, end = _ending(record)
            word = word[:shared] + record[begin:end]
            yield self._turned(word).decode()

    def __getitem__(self, word: str) -> str:
        wanted = self._turned(word.encode())
        at = self._find(wanted)
        if at is None:
            raise KeyError(word)
        return self._turned(self._lemma(at, wanted)).decode()

    def _turned(self, word: bytes) -> bytes:
        return word[::-1] if self._backwards else word

    def _record(self, at: int) -> bytes:
        return self._stream[self._starts[at] : self._starts[at + 1]]

    def _beginning_with(self, begun: bytes) -> tuple[int, int]:
        return self._narrowed(0, len(self), begun, 0)

    def _find(self, word: bytes) -> int | None:
        begun = word[:_REMEMBERED]
        first, end = self._narrowed(*self._beginning(begun), word, len(begun))
        # Of the words that begin so, the first is the shortest.
        return first if first < end and self._length(first) == len(word) else None

    def _narrowed(self, first: int, end: int, word: bytes, known: int) -> tuple[int, int]:
        """The records that begin with ``word``, of those from ``first`` to ``end``; all have ``known`` bytes of it."""
        for depth in range(known, len(word)):
            while first < end and (byte := self._byte(first, depth)) != word[depth]:
                first = self._next(depth, first, end) if byte is None or byte < word[depth] else end
            if first == end:
                break
            end = self._next(depth, first, end)
        return first, end

    def _next(self, depth: int, at: int, end: int) -> int:
        """The first record behind ``at`` whose word shares ``depth`` bytes with the one before; ``end`` without one."""
        found = self._shared.find(depth, at + 1, end) if depth < 0x80 else -1
        return found if found >= 0 else end

    def _byte(self, at: int, depth: int) -> int | None:
        """The byte ``depth`` of the word at ``at``, the first of those that share all before; None behind its end."""
        record = self._record(at)
        begin, end = _ending(record)
        place = begin + depth - record[0]
        return record[place] if place < end else None

    def _length(self, at: int) -> int:
        record = self._record(at)
        begin, end = _ending(record)
        return record[0] + end - begin

    def _lemma(self, at: int, word: bytes) -> bytes:
        """The lemma of the ``word`` at ``at``, or of the last one before it that has one of its own."""
        known = len(word)
        while (taken_off := _taken_off(self._record(at))) == _AS_BEFORE:
            known = min(known, self._shared[at])
            at -= 1
        put = _put_for_it(self._record(at))
        return put if taken_off == _IN_FULL else self._word(at, word[:known])[: self._length(at) - taken_off] + put

    def _word(self, at: int, known: bytes) -> bytes:
        """The word at ``at``, of which the ``known`` bytes are the first."""
        wanted, rest = self._length(at), b""
        while wanted > len(known):
            record, shared = self._record(at), self._shared[at]
            if shared < wanted:
                begin, _ = _ending(record)
                rest = record[begin : begin + wanted - shared] + rest
                wanted = shared
            at -= 1
        return known[:wanted] + rest


def _as_kept(backwards: bool, stream: bytes, starts: bytes, shared: bytes) -> FrontCoded:
    """A dictionary as it was kept, of which nothing has to be looked for again."""
    made = FrontCoded.__new__(FrontCoded)
    made._backwards, made._stream, made._starts, made._shared = backwards, stream, array("I", starts), shared
    made._beginning = lru_cache(maxsize=4096)(made._beginning_with)
    return made


def _ending(record: bytes) -> tuple[int, int]:
    """Where in a record what it adds to the shared bytes begins and ends."""
    first = record[1]
    return (2, 2 + first) if first < 0x80 else (3, 3 + (first & 0x7F | record[2] << 7))


def _taken_off(record: bytes) -> int:
    """How many bytes of the word its lemma goes without, or one of the two marks in their place."""
    return record[_ending(record)[1]]


def _put_for_it(record: bytes) -> bytes:
    """What stands in the lemma for what is taken off."""
    _, end = _ending(record)
    return record[end + (2 if record[end + 1] < 0x80 else 3) :]
