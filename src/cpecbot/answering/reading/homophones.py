"""Characters of Han typed for others that sound alike, as input by Pinyin offers them: 博揽会 for 博览会."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from itertools import pairwise

from cpecbot.language.names.pinyin import pinyin


class Homophones:
    """The pairs of characters that the articles hold, by their sound; read when first asked for."""

    def __init__(self, words: Collection[str], readings: Mapping[str, str]) -> None:
        """``words`` are those of the articles, of which Han ones are pairs; ``readings`` as in ``NamesFile``."""
        self._words = words
        self._readings = readings

    def meant(self, run: str) -> str | None:
        """``run`` with another character for one of its own, where only so all its pairs are known; None elsewhere."""
        pairs = list(map("".join, pairwise(run)))
        if all(pair in self._words for pair in pairs):
            return None
        found = {
            f"{run[:place]}{other}{run[place + 1 :]}"
            for place, written in enumerate(run)
            for other in self._by_sound.get(pinyin(written, self._readings), ())
            if other != written and self._fits(run, place, other)
        }
        return found.pop() if len(found) == 1 else None

    def _fits(self, run: str, place: int, other: str) -> bool:
        tried = f"{run[:place]}{other}{run[place + 1 :]}"
        return all("".join(pair) in self._words for pair in pairwise(tried))

    @cached_property
    def _by_sound(self) -> Mapping[tuple[str, ...], Collection[str]]:
        found: dict[tuple[str, ...], set[str]] = {}
        for character in {character for word in self._words for character in word}:
            found.setdefault(pinyin(character, self._readings), set()).add(character)
        return found
