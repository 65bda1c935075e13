"""Which of the words before a bracket are heard as the name in it, and which part of one is which part of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.language.names.comparing import allowed, difference
from cpecbot.language.names.sounds import Pronunciation
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.simplified import simplify

# That one stands in brackets behind the other shows that they are one: so much more may differ than elsewhere, and so
# much of a part of them.
_LENIENT = 2.0
_LENIENT_IN_PART = 1.5
# At least so many letters, and so many syllables, are a part of a name: two syllables stand in many words.
_LEAST_LETTERS, _LEAST_SYLLABLES = 3, 3
_MOST_PARTS = 4
_SEPARATORS = expression("[·・‧]")


class Ear(Struct, frozen=True):
    """Compares what is written in two scripts."""

    pronunciation: Pronunciation

    def cost(self, one: str, other: str) -> float:
        """How far two folded names are apart, as a share of what may be; above 1 they are two."""
        first, second = self.pronunciation.read(one), self.pronunciation.read(other)
        limit = allowed(first, second) * _LENIENT
        return difference(first, second, limit) / limit

    def nearest(self, candidates: Sequence[str], name: str, *, whole: bool) -> int | None:
        """The number of the candidate that is heard as ``name``, if any is; the first of those as near.

        Of a name that is not ``whole`` less may differ.
        """
        costs = [self.cost(plain(candidate), name) for candidate in candidates]
        best = min(range(len(costs)), key=costs.__getitem__, default=None)
        return best if best is not None and costs[best] <= (1 if whole else _LENIENT_IN_PART / _LENIENT) else None

    def parts(self, syllables: str, words: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Which of the ``syllables`` of a name are which of its ``words``; nothing where that does not show."""
        if not 1 < len(words) <= _MOST_PARTS:
            return
        written = _SEPARATORS.split(syllables)
        cuts = _cuts(syllables, len(words)) if len(written) == 1 else [tuple(written)]
        cuts = [cut for cut in cuts if len(cut) == len(words)]
        cost = cache(self.cost)
        rated = [(sum(cost(plain(part), word) for part, word in zip(cut, words, strict=True)), cut) for cut in cuts]
        best = min(rated, default=None)
        if best and all(cost(plain(part), word) <= 1 for part, word in zip(best[1], words, strict=True)):
            yield from (
                (part, word)
                for part, word in zip(best[1], words, strict=True)
                if len(part) >= _LEAST_SYLLABLES and len(word) >= _LEAST_LETTERS
            )


def _cuts(syllables: str, parts: int) -> list[tuple[str, ...]]:
    found = []
    for places in combinations(range(1, len(syllables)), parts - 1):
        bounds = (0, *places, len(syllables))
        found.append(tuple(syllables[a:b] for a, b in pairwise(bounds)))
    return found


def plain(name: str) -> str:
    """The letters of ``name`` alone, folded and simplified."""
    return "".join(filter(str.isalnum, simplify(fold_text(name))))
