"""Pinyin: how Han characters are read, and which Latin words may be readings of them, with anyascii's table."""

from __future__ import annotations

import re
from collections.abc import Mapping

# An initial and a final of the scheme of 1958, tones left out; some that do not go together pass as well.
_SYLLABLE = (
    "(?:[zcs]h|[b-df-hj-np-tw-z])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu"
    "|ou|ua|ue|ui|un|uo|[aeiou])"
)


def latin(text: str) -> str:
    """The plain Latin letters that ``text`` is transliterated to; Pinyin for Han characters."""
    from anyascii import anyascii  # noqa: PLC0415 - needed only for letters that no table lists

    return re.sub("[^a-z]", "", anyascii(text).lower())


def is_pinyin(word: str, least: int = 1) -> bool:
    """Whether ``word`` can be cut into Pinyin, of ``least`` syllables or more; "xian" counts as the most it can be."""
    return bool(re.fullmatch(f"(?:{_SYLLABLE}){{{least},}}", word))


def pinyin(name: str, readings: Mapping[str, str]) -> tuple[str, ...]:
    """The syllables of a name in Han characters."""
    return tuple(readings.get(character) or latin(character) for character in name)
