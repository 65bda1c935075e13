"""Alternatives as regular expressions, also where there are none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

NOTHING = "(?!)"


def any_of(words: Iterable[str]) -> str:
    """An expression for any of ``words``, the first that fits; for nothing where there are none."""
    return either(map(re.escape, words))


def either(expressions: Iterable[str]) -> str:
    """An expression for what any of ``expressions`` matches, the first that does; for nothing where there are none."""
    return "|".join(expressions) or NOTHING


def longest_first(words: Iterable[str]) -> list[str]:
    """``words`` in the order in which one that begins with another is found before it."""
    return sorted(words, key=len, reverse=True)
