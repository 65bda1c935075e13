"""How an entry is kept: what tells whether it is wanted at hand, and its analysis and surroundings read when asked for.

Of the hundreds of sentences that share a word with a question most are looked at by their keys alone.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any, cast

from msgspec import Struct

from cpecbot.language.analysis import Analysis
from cpecbot.languages import Languages
from cpecbot.models import Sentence
from cpecbot.store.entries import Entry
from cpecbot.store.format import decoder_of, encode
from cpecbot.store.speakers import Speech
from cpecbot.store.surroundings import Surroundings


class Later:
    """Stands for a value that is read when anything of it is asked for, and equals it."""

    __slots__ = ("_packed", "_read", "_value")

    def __init__(self, packed: bytes, read: Callable[[bytes], Any]) -> None:
        self._packed = packed
        self._read = read
        self._value: Any = None

    def _of(self) -> Any:
        if self._value is None:
            self._value = self._read(zlib.decompress(self._packed))
        return self._value

    def __getattr__(self, name: str) -> Any:
        return getattr(self._of(), name)

    def __eq__(self, other: object) -> bool:
        return bool(self._of() == (other._of() if isinstance(other, Later) else other))

    def __hash__(self) -> int:
        return hash(self._of())

    def __reduce__(self) -> tuple[object, ...]:
        return _itself, (self._of(),)


def _itself(value: object) -> object:
    return value


class _Kept(Struct, frozen=True, array_like=True):
    """An entry without its number."""

    sentence: Sentence
    keys: frozenset[str]
    leads: bool
    body: int
    parts: frozenset[str]
    speeches: tuple[Speech, ...]
    analysis: bytes
    surroundings: bytes


def packed(entry: Entry) -> bytes:
    analysis, surroundings = (zlib.compress(encode(part), 1) for part in (entry.analysis, entry.surroundings))
    own = (entry.sentence, entry.keys, entry.leads, entry.body, entry.parts, entry.speeches)
    return encode(_Kept(*own, analysis, surroundings))


class Unpacking:
    """Reads entries in some ``languages``."""

    def __init__(self, languages: Languages) -> None:
        self._kept = decoder_of(_Kept, languages)
        self._analysis = decoder_of(Analysis, languages).decode
        self._surroundings = decoder_of(Surroundings, languages).decode

    def entry(self, number: int, packed: bytes) -> Entry:
        kept = self._kept.decode(packed)
        analysis = cast(Analysis, Later(kept.analysis, self._analysis))
        around = cast(Surroundings, Later(kept.surroundings, self._surroundings))
        return Entry(
            number, kept.sentence, analysis, kept.keys, kept.leads, kept.body, kept.parts, around, kept.speeches
        )
