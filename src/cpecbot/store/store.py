"""The one seam for size: all that answering and comparing ask of the sentences, wherever they are kept.

A store holds the entries of one corpus and never changes; another corpus is another store. In memory it serves a folder
of articles; on disk, or in a cluster, it may serve more than memory holds, and then only ``candidates`` and ``holding``
bring entries near, never more than their limit. Whatever keeps them, the answers must be the same, so a store promises
order and ties as well as what it holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from cpecbot.languages import Language
from cpecbot.models import Query
from cpecbot.store.entries import Entry


class Ranked(Struct, frozen=True):
    """An entry with its share of the best score that any entry of the store gets for the query: above 0, at most 1."""

    entry: Entry
    relative: float


class Ranking(Struct, frozen=True):
    """What a query finds, best first; ``complete`` says that the limit left none out."""

    hits: tuple[Ranked, ...] = ()
    complete: bool = True


class Store(Protocol):
    """The entries of a corpus, found by the keys that they hold (``Entry.keys``). Safe to share between threads."""

    def __len__(self) -> int:
        """How many entries there are, headings among them."""
        ...

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that have entries, in the order of the corpus."""
        ...

    @property
    def languages(self) -> frozenset[Language]:
        """The languages that entries are in."""
        ...

    @property
    def gaps(self) -> int:
        """How often a part of it was out of reach so far: what was found since it grew may not be all there is."""
        ...

    def entries(self, source: str) -> Sequence[Entry]:
        """All entries of ``source`` in reading order, headings among them; none for a source that is not here."""
        ...

    def candidates(self, query: Query, sources: Collection[str], limit: int, *, across: bool = True) -> Ranking:
        """The quotable entries of ``sources`` that share a key with ``query``, best first, ties by number.

        In each language at most ``limit``, since the score of a word and that of a meaning do not compare. Entries in
        the query's own language are ranked by its ``lemmas`` and by how well their whole article fits these; those in
        another, and those that share none of its lemmas, by the keys of its units. ``across=False`` leaves these keys
        out. Shares are of the best score in the whole store, in ``sources`` or not, quotable or not.
        """
        ...

    def resemblance(self, query: Query) -> Mapping[str, float]:
        """How much the words of each source look like those of ``query``, letter by letter, from 0 to 1.

        1 is the most that a source in the query's language gets, and what those in another get, where letters tell
        nothing. It orders what has been found, and takes longer than finding it.
        """
        ...

    def holding(self, keys: Collection[str], sources: Collection[str], limit: int) -> Sequence[Entry]:
        """The first ``limit`` quotable entries of ``sources`` that hold any of ``keys``, in the order of numbers."""
        ...

    def standing_for(self, keys: Collection[str], sources: Collection[str], limit: int) -> Sequence[Entry]:
        """The first ``limit`` quotable entries of ``sources`` with words that stand for what was named with ``keys``.

        They hold none of these keys themselves. In the order of numbers.
        """
        ...

    def sources_holding(self, keys: Collection[str]) -> frozenset[str]:
        """The sources of which any entry, a heading too, holds any of ``keys``."""
        ...

    def frequency(self, keys: Collection[str]) -> int:
        """In how many entries, headings too, any of ``keys`` stands; 0 for keys that stand nowhere."""
        ...

    def frequencies(self, groups: Iterable[Collection[str]]) -> Sequence[int]:
        """The ``frequency`` of each of ``groups`` of keys, in their order; for many it takes no longer than for one."""
        ...

    def together(self, first: Collection[str], second: Collection[str]) -> int:
        """In how many entries, headings too, any of ``first`` stands along with any of ``second``."""
        ...

    def spoken_of(self, concept: str) -> int:
        """In how many entries, headings too, words stand for ``concept``."""
        ...

    def names(self) -> Collection[str]:
        """The forms of all names that entries hold, each once, without words that more of them write small."""
        ...

    def words(self, languages: Collection[Language]) -> Mapping[str, int]:
        """How often each folded word is written in the entries in ``languages``, in the order of first use."""
        ...
