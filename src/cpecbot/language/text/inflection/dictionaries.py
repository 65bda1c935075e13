"""Lemmas from the dictionaries of simplemma, each read only where a word is looked up.

Its own ways of reading decode every record first: most of a second for the hundreds of thousands of three languages, of
which an article needs a few hundred. But the words of a file are sorted, and each record tells how much of a word is
that of the one before (front coding: Witten, Moffat and Bell, "Managing Gigabytes", 1999, 4.1). So it is enough to know
where the records are; a word is then found byte by byte, as in a tree.
"""

from __future__ import annotations

import lzma
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import itemgetter

from simplemma import Lemmatizer
from simplemma.strategies import DefaultDictionaryFactory, DefaultStrategy, DictionaryFactory, DictionaryLookupStrategy
from simplemma.strategies.dictionaries.dictionary_factory import DATA_FOLDER

_MAGIC = b"SMFC1"
_BACKWARDS = 1
# In the place of how many bytes of the word its lemma goes without: as the record before; or it is written in full.
_AS_BEFORE, _IN_FULL = 254, 255

# Of how many bytes the records that begin with them are remembered: two letters, or four of the Latin ones.
_REMEMBERED = 4
# So many look-ups take as long as decoding all words.
_FEW = 10_000


def _counted() -> bytes:
    """A length and so many bytes. One of 128 or more takes two bytes, the lower seven bits first; 256 is never met."""
    lengths = {length: bytes([length]) if length < 0x80 else bytes([length, length >> 7]) for length in range(0x100)}
    return b"|".join(re.escape(written) + b".{%d}" % length for length, written in lengths.items())


# How much is shared, what follows of the word, how much of it is taken off for its lemma and what is put there.
_RECORD = re.compile(rb".(?:%b)(?:\xfe|.(?:%b))" % (_counted(), _counted()), re.DOTALL)


def lemmatize(word: str, code: str) -> str:
    """What the dictionary ``code``, and the rules of simplemma behind it, give as the lemma of ``word``."""
    return _lemmatizer().lemmatize(word, code)


def is_known(word: str, code: str) -> bool:
    """Whether the dictionary ``code`` lists ``word``, its first letter big or small."""
    return _LISTED.get_lemma(unicodedata.normalize("NFC", word), code) is not None


class _Dictionaries(DictionaryFactory):
    """Those of simplemma: looked up in our way at first, and decoded once so much is asked that this costs less."""

    __slots__ = ("_asked",)

    def __init__(self) -> None:
        self._asked: Counter[str] = Counter()

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        self._asked[lang] += 1
        return _front_coded(lang) if self._asked[lang] <= _FEW else _decoded(lang)


@lru_cache(maxsize=16)
def _front_coded(code: str) -> Mapping[str, str]:
    """Decoded too where it is written otherwise than we know."""
    try:
        with lzma.open(DATA_FOLDER / f"{code}.plzma") as file:
            return FrontCoded(file.read())
    except (OSError, ValueError):
        return _decoded(code)


@lru_cache(maxsize=16)
def _decoded(code: str) -> Mapping[str, str]:
    return DefaultDictionaryFactory().get_dictionary(code)


_DICTIONARIES = _Dictionaries()
_LISTED = DictionaryLookupStrategy(_DICTIONARIES)


@lru_cache(maxsize=1)
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_DICTIONARIES))


class FrontCoded(Mapping[str, str]):
    """The lemma of each word of a decompressed file of simplemma."""

    def __init__(self, stream: bytes) -> None:
        """Raises ValueError when ``stream`` is written in another way."""
        header = re.match(rb"%b(.)[\x80-\xff]*[\x00-\x7f]" % _MAGIC, stream, re.DOTALL)
        if header is None:
            raise ValueError("not a front-coded dictionary")
        self._backwards = bool(header[1][0] & _BACKWARDS)
        self._records: list[bytes] = _RECORD.findall(stream, header.end())
        if not self._records or sum(map(len, self._records)) != len(stream) - header.end():
            raise ValueError("a front-coded dictionary of another kind")
        self._shared = bytes(map(itemgetter(0), self._records))
        self._beginning = lru_cache(maxsize=4096)(lambda begun: self._narrowed(0, len(self._records), begun, 0))

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[str]:
        word = b""
        for shared, record in zip(self._shared, self._records, strict=True):
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
        record = self._records[at]
        begin, end = _ending(record)
        place = begin + depth - record[0]
        return record[place] if place < end else None

    def _length(self, at: int) -> int:
        record = self._records[at]
        begin, end = _ending(record)
        return record[0] + end - begin

    def _lemma(self, at: int, word: bytes) -> bytes:
        """The lemma of the ``word`` at ``at``, or of the last one before it that has one of its own."""
        known = len(word)
        while (taken_off := self._records[at][_ending(self._records[at])[1]]) == _AS_BEFORE:
            known = min(known, self._shared[at])
            at -= 1
        put = _put_for_it(self._records[at])
        return put if taken_off == _IN_FULL else self._word(at, word[:known])[: self._length(at) - taken_off] + put

    def _word(self, at: int, known: bytes) -> bytes:
        """The word at ``at``, of which the ``known`` bytes are the first."""
        wanted, rest = self._length(at), b""
        while wanted > len(known):
            record, shared = self._records[at], self._shared[at]
            if shared < wanted:
                begin, _ = _ending(record)
                rest = record[begin : begin + wanted - shared] + rest
                wanted = shared
            at -= 1
        return known[:wanted] + rest


def _ending(record: bytes) -> tuple[int, int]:
    """Where in a record what it adds to the shared bytes begins and ends."""
    first = record[1]
    return (2, 2 + first) if first < 0x80 else (3, 3 + (first & 0x7F | record[2] << 7))


def _put_for_it(record: bytes) -> bytes:
    """What stands in the lemma for what is taken off."""
    _, end = _ending(record)
    return record[end + (2 if record[end + 1] < 0x80 else 3) :]
