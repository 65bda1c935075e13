"""Two names that a text gives for one, and how often a name is mentioned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct

from cpecbot.language.names.aliases.hearing import plain
from cpecbot.language.text.tokens import tokenize

# Of the sentences that hold the rarest word of a name so many are looked at.
_MOST = 200
_OFTEN = 2


class Given(Struct, frozen=True):
    """Two names of one, as written; ``heard`` tells that they are spellings, ``short`` that ``other`` is short."""

    one: str
    other: str
    heard: bool = False
    short: bool = False


class Mentions:
    """Tells which words stand together more than once in some texts, which are read when it is first asked."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)

    def often(self, name: str) -> bool:
        """Whether two texts or more hold ``name``."""
        holders = [self._holders.get(token.text, []) for token in tokenize(name)]
        rarest, wanted = min(holders, key=len, default=[]), plain(name)
        return sum(wanted in plain(self._texts[number]) for number in rarest[:_MOST]) >= _OFTEN

    @cached_property
    def _holders(self) -> Mapping[str, list[int]]:
        holders: dict[str, list[int]] = {}
        for number, text in enumerate(self._texts):
            for word in dict.fromkeys(token.text for token in tokenize(text)):
                holders.setdefault(word, []).append(number)
        return holders
