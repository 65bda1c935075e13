"""What is kept beside the entries of a generation, in parts: what an index is not asked for, but had once and whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from msgspec import DecodeError, Struct, ValidationError

from cpecbot.errors import StoreError
from cpecbot.languages import Language, Languages
from cpecbot.store.cluster.connection import Connection
from cpecbot.store.cluster.documents import pack, unpacked
from cpecbot.store.entries import Entry
from cpecbot.store.format import decoder_of

T = TypeVar("T")

# Characters of one document; a cluster takes a hundred times as much at once.
_PIECE = 1_000_000
_MOST_PIECES = 10_000


class Word(Struct, frozen=True, array_like=True):
    """A folded word in one language: how often it is written, and as which word of the corpus first."""

    text: str
    count: int
    first: int


class Listed(Struct, frozen=True, array_like=True):
    """A source, the language of its first entry, and how many it has."""

    source: str
    language: Language
    size: int


Vocabulary = Mapping[str, tuple[Word, ...]]


def vocabulary(entries: Iterable[Entry]) -> Vocabulary:
    """The words of each language, by its code, in the order of first use."""
    counts: dict[str, Counter[str]] = {}
    first: dict[tuple[str, str], int] = {}
    spoken = ((entry.sentence.language.code, token.text) for entry in entries for token in entry.analysis.tokens)
    for place, (code, text) in enumerate(spoken):
        first.setdefault((code, text), place)
        counts.setdefault(code, Counter())[text] += 1
    return {
        code: tuple(Word(text, count, first[code, text]) for text, count in counted.items())
        for code, counted in counts.items()
    }


def written(vocabulary: Vocabulary, languages: Collection[Language]) -> Mapping[str, int]:
    """How often each word is written in ``languages`` together, in the order of first use in these."""
    words = sorted((word for each in languages for word in vocabulary.get(each.code, ())), key=lambda word: word.first)
    found: Counter[str] = Counter()
    for word in words:
        found[word.text] += word.count
    return found


def pieces(part: str, value: object) -> Iterator[dict[str, Any]]:
    """The documents that keep ``value`` as ``part``."""
    packed = pack(value)
    for place, start in enumerate(range(0, len(packed), _PIECE)):
        yield {"part": part, "place": place, "packed": packed[start : start + _PIECE]}


class Head:
    """The parts of one generation. Those that any question may need are fetched at once, the others when asked for.

    ``sources`` are those that have entries, in the order of the corpus.
    """

    def __init__(self, connection: Connection, index: str, languages: Languages) -> None:
        self._connection = connection
        self._index = index
        self._languages = languages
        self.vocabulary: Vocabulary = self.part("vocabulary", dict[str, tuple[Word, ...]])
        self.names = self.part("names", tuple[str, ...])
        self.sources = {each.source: each for each in self.part("sources", tuple[Listed, ...])}

    def part(self, name: str, kind: type[T]) -> T:
        """Raises StoreError where it cannot be had whole: what is missing of it would be missed for good."""
        body = {"query": {"term": {"part": name}}, "sort": ["place"], "size": _MOST_PIECES, "_source": ["packed"]}
        before = self._connection.gaps
        (found,) = self._connection.search(self._index, body)
        whole = self._connection.gaps == before
        packed = "".join(hit["_source"]["packed"] for hit in found["hits"]["hits"])
        if not whole or not packed:
            raise StoreError(
                f'The index "{self._connection.index}" has lost a part; wait until the cluster is whole, '
                f"or fill it anew: cpecbot index."
            )
        return read(packed, kind, self._languages)


def read(packed: str, kind: type[T], languages: Languages) -> T:
    """Raises StoreError for what cpecbot has not written."""
    try:
        return decoder_of(kind, languages).decode(unpacked(packed))
    except (ValueError, KeyError, DecodeError, ValidationError) as error:
        raise StoreError(
            f"What the cluster keeps is none of cpecbot's ({error}); fill it anew: cpecbot index."
        ) from error
