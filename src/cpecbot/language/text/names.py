"""Names across scripts: a consonant skeleton over anyascii's transliteration.

Vowels and semivowels are what transliterations disagree on, so they go; the letters that one sound becomes in another
script (Gwadar, گوادر, غوادر, جوادر, 瓜达尔) are united. In the manner of Zobel and Dart's phonetic codes (SIGIR 1996),
with classes chosen for Arabic, Persian, Urdu and Pinyin renderings.
"""

from __future__ import annotations

from functools import lru_cache

from cpecbot.expressions import expression

SHORTEST_SKELETON = 3

_DIGRAPHS = (
    ("tch", "c"), ("sch", "x"), ("kh", "k"), ("gh", "g"), ("sh", "x"), ("ch", "c"), ("zh", "j"), ("th", "t"),
    ("dh", "d"), ("ph", "f"), ("ck", "k"), ("ng", "n"),
)  # fmt: skip
_CLASSES = str.maketrans({"j": "g", "q": "k", "p": "b", "v": "f", "z": "s", "l": "r", "c": "x"})
_SILENT = expression("[^bcdfgjklmnpqrstvxz]")
_DOUBLED = expression(r"(.)\1+")


@lru_cache(maxsize=32768)
def skeleton(name: str) -> str:
    """The consonants of a name in a common alphabet; fewer than ``SHORTEST_SKELETON`` prove nothing."""
    from anyascii import anyascii  # noqa: PLC0415 - needed only for names outside the glossary

    latin = anyascii(name).lower()
    for digraph, letter in _DIGRAPHS:
        latin = latin.replace(digraph, letter)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", latin).translate(_CLASSES))
