"""Pinyin: how Han characters are read, and which Latin words may be readings of them, with anyascii's table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_VOWELS = frozenset("aeiou")


def latin(text: str) -> str:
    """The plain Latin letters that ``text`` is transliterated to; Pinyin for Han characters."""
    from anyascii import anyascii  # noqa: PLC0415 - needed only for letters that no table lists

    return re.sub("[^a-z]", "", anyascii(text).lower())


@lru_cache(maxsize=1)
def _syllables() -> re.Pattern[str]:
    """The syllables of Pinyin, tones left out, from those of the characters of GB 2312."""
    characters = (chr(point) for point in range(0x4E00, 0xA000))
    read = {latin(character) for character in characters if character.encode("gb2312", "ignore")}
    known = {syllable for syllable in read if not _VOWELS.isdisjoint(syllable)}
    return re.compile(f"(?:{'|'.join(sorted(known, key=len, reverse=True))})")


def is_pinyin(word: str, least: int = 1) -> bool:
    """Whether ``word`` can be cut into Pinyin, of ``least`` syllables or more; "xian" counts as the most it can be."""
    return word.isascii() and bool(re.fullmatch(f"{_syllables().pattern}{{{least},}}", word))


def pinyin(name: str, readings: Mapping[str, str]) -> tuple[str, ...]:
    """The syllables of a name in Han characters."""
    return tuple(readings.get(character) or latin(character) for character in name)
