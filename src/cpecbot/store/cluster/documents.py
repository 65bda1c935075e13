"""How entries and articles stand in an index: our own keys as words that no analyser touches, and the whole as bytes.

Two indices make one generation of a corpus: a document for each entry, by its number, and one for each article, by its
source. A key is looked for in the field that it counts in: its words, its meanings and its names are weighed apart.
"""

from __future__ import annotations

import hashlib
import zlib
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from cpecbot.expressions import expression
from cpecbot.models import TermKind
from cpecbot.store.bm25 import K1, B
from cpecbot.store.entries import Entry, quotable
from cpecbot.store.format import encode
from cpecbot.store.memory import MEANINGS, NAMES, WORDS, bag

FIELDS: Mapping[str, Collection[TermKind]] = {"words": WORDS, "meanings": MEANINGS, "names": NAMES}
"""The fields of an entry that are weighed, and the terms that stand in each."""
# Lucene cuts what has no white space after 255 characters.
_LONGEST = 200
_PLAIN = expression(rf"[^\s#][^\s]{{0,{_LONGEST - 1}}}")

_WEIGHED = {"type": "text", "analyzer": "whitespace", "index_options": "freqs"}
_EXACT = {"type": "keyword", "doc_values": False}
_LISTED = {"type": "keyword"}

_ENTRY: Mapping[str, Any] = {
    "number": {"type": "integer"},
    "source": _LISTED,
    "language": _LISTED,
    "quotable": {"type": "boolean"},
    **dict.fromkeys(FIELDS, _WEIGHED),
    "keys": _EXACT,
    "standing": _EXACT,
    "concepts": _EXACT,
}
_ARTICLE: Mapping[str, Any] = {
    "place": {"type": "integer"},
    "source": _LISTED,
    "language": _LISTED,
    "part": _LISTED,
    "words": _WEIGHED,
    "letters": _WEIGHED,
}
# All else is only kept, and these are only looked for.
_KEPT_OF_ENTRY = ("packed",)
_KEPT_OF_ARTICLE = ("packed", "counts", "length")


def word(key: str) -> str:
    """``key`` as one word of an index."""
    return key if _PLAIN.fullmatch(key) else f"#{digest(key)}"


def counted(key: str) -> str:
    """``key`` as the name of its count in an article."""
    return digest(key)


def pack(value: object) -> str:
    return b64encode(zlib.compress(encode(value), 1)).decode("ascii")


def unpacked(written: str) -> bytes:
    """What ``encode`` made."""
    return zlib.decompress(b64decode(written))


def entry_document(entry: Entry) -> dict[str, Any]:
    sentence = entry.sentence
    return {
        "number": entry.number,
        "source": sentence.source,
        "language": sentence.language.code,
        "quotable": quotable(entry),
        **{field: _line(bag(entry, kinds)) for field, kinds in FIELDS.items()},
        "keys": _words(entry.held),
        "standing": _words(entry.standing),
        "concepts": _words({match.concept for match in entry.analysis.concepts}),
        "packed": pack(entry),
    }


def article_document(place: int, entries: Sequence[Entry], letters: Iterable[str]) -> dict[str, Any]:
    """For an article by all of its ``entries`` and the runs of ``letters`` of its words."""
    words = [key for entry in entries for key in bag(entry, WORDS)]
    sentence = entries[0].sentence
    return {
        "place": place,
        "source": sentence.source,
        "language": sentence.language.code,
        "words": _line(words),
        "letters": _line(letters),
        "counts": {counted(key): count for key, count in Counter(words).items()},
        "length": len(words),
    }


def index_of_entries(shards: int, replicas: int, told: Mapping[str, object]) -> dict[str, Any]:
    """What an index is made with; ``told`` is kept with it."""
    return _index(_ENTRY, _KEPT_OF_ENTRY, shards, replicas, told)


def index_of_articles(shards: int, replicas: int) -> dict[str, Any]:
    return _index(_ARTICLE, _KEPT_OF_ARTICLE, shards, replicas, {})


def _index(
    fields: Mapping[str, Any], kept: Sequence[str], shards: int, replicas: int, told: Mapping[str, object]
) -> dict[str, Any]:
    return {
        "settings": {
            "number_of_shards": shards,
            "number_of_replicas": replicas,
            "refresh_interval": -1,
            "similarity": {"default": {"type": "BM25", "k1": K1, "b": B}},
        },
        "mappings": {
            "dynamic": False,
            "_source": {"includes": [name for each in kept for name in (each, f"{each}.*")]},
            "_meta": told,
            "properties": fields,
        },
    }


def _line(keys: Iterable[str]) -> str:
    return " ".join(map(word, keys))


def _words(keys: Iterable[str]) -> list[str]:
    return sorted(map(word, keys))


def digest(key: str) -> str:
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
