"""Whether a word stands in the articles at all, be it in a line that is no sentence of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from cpecbot.expressions import expression
from cpecbot.models import Article

_WORD = expression(r"\w+")


class Written:
    """Knows all that is written in the articles of one corpus; the first question reads it."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles

    def holds(self, word: str) -> bool:
        """Whether ``word`` stands in an article just so, if only as a part of a name; letters big or small."""
        parts = _WORD.findall(word.lower())
        if not all(part in self._words for part in parts):
            return False
        return parts == [word.lower()] or self._stand_together(word)

    def _stand_together(self, word: str) -> bool:
        said = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
        return any(said.search(article.text) for article in self._articles.values())

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(part for article in self._articles.values() for part in _WORD.findall(article.text.lower()))
