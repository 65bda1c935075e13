"""Simplified Chinese through OpenCC, character for character so that offsets stay."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from cpecbot.language.text.folding import REMEMBERED, Folded, fold
from cpecbot.languages import Language
from cpecbot.scripts import Script


def simplify(text: str) -> str:
    """``text`` in simplified characters, of the same length; text that is already simplified costs no OpenCC."""
    try:
        text.encode("gb2312")  # the simplified character set of 1980 holds no traditional-only form
    except UnicodeEncodeError:
        return "".join(_simple(character) if character >= "\u3400" else character for character in text)
    return text


def fold_simply(text: str, language: Language) -> Folded:
    """``text`` folded, in simplified characters where ``language`` is written in Han: its lists are written in them."""
    if language.profile.script is not Script.HAN:
        return fold(text)
    return _remembered(text) if len(text) <= REMEMBERED else _folded(text)


def _folded(text: str) -> Folded:
    folded = fold(text)
    return Folded(simplify(folded.text), folded.offsets)


# A sentence is read by many readers one after another.
_remembered = lru_cache(maxsize=128)(_folded)


@lru_cache(maxsize=16384)
def _simple(character: str) -> str:
    converted = str(_converter().convert(character))
    return converted if len(converted) == 1 else character


@lru_cache(maxsize=1)
def _converter() -> Any:
    from opencc import OpenCC  # noqa: PLC0415 - needed only for traditional characters

    return OpenCC("t2s")
