"""Did you mean: the nearest word of a vocabulary, by edit distance within a script and by skeleton across scripts."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
# Edits allowed, by length of the word; a transposition is one edit (optimal string alignment).
_ONE_EDIT_UP_TO = 6


class Vocabulary:
    """Folded words that questions may have meant, with how often each is used."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._words = tuple(counts)

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def nearest(self, word: str, shortest: int = SHORTEST) -> str | None:
        """The most used among the nearest words, or None when none is near enough to be a slip of the finger.

        A word of fewer than ``shortest`` letters has too many neighbours to tell.
        """
        if len(word) < shortest or word in self._counts:
            return None
        allowed = 1 if len(word) <= _ONE_EDIT_UP_TO else 2
        near = process.extract(word, self._words, scorer=OSA.distance, score_cutoff=allowed, limit=10)
        plausible = [(distance, -self._counts[found], found) for found, distance, _ in near if found[:1] == word[:1]]
        return min(plausible)[2] if plausible else None
