"""Which articles may be copies of which: those whose statements share a few runs of words, or figures.

An inverted index, near-linear in the statements: of those that share a key only the nearest few are looked at, of the
articles the few that share most. That is enough, since copies share all of their keys and join in chains.
MinHash (``datasketch``) was measured: it takes a second to import, as it loads SciPy, and finds no paraphrase.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from cpecbot.corpus.copies.lines import Line
from cpecbot.corpus.copies.matching import Place

# Of the statements that share a key so many, nearest first; of the articles that share any so many.
_NEAREST = 6
_MOST_ARTICLES = 12
_LEAST_SHARED = 2


class _Meeting(Struct):
    """What an article shares with an earlier one: how many keys, and where."""

    keys: int = 0
    places: list[Place] = field(default_factory=list)


def candidates(articles: Sequence[Sequence[Line]]) -> Iterator[tuple[tuple[int, int], list[Place]]]:
    """Pairs of articles in one language, the earlier first, with the statements of both that may be copies."""
    indexes: dict[str, _Index] = defaultdict(_Index)
    for number, lines in enumerate(articles):
        if lines:
            meetings = indexes[lines[0].sentence.language.code].meetings(lines)
            for earlier in sorted(meetings, key=lambda each: (-meetings[each].keys, -each))[:_MOST_ARTICLES]:
                yield (earlier, number), meetings[earlier].places


class _Index:
    """Who holds a key, in the order of the articles."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._holders: dict[str, list[int]] = defaultdict(list)

    def meetings(self, lines: Sequence[Line]) -> Mapping[int, _Meeting]:
        """What ``lines``, those of the next article, share with the earlier ones; then they are earlier ones too."""
        found: dict[int, _Meeting] = defaultdict(_Meeting)
        for line in lines:
            shared = Counter(each for key in line.keys for each in self._holders[key][-_NEAREST:])
            for earlier, keys in shared.items():
                if keys >= _LEAST_SHARED:
                    other = self._lines[earlier]
                    meeting = found[other.article]
                    meeting.keys += keys
                    meeting.places.append((other.place, line.place))
        for line in lines:
            for key in line.keys:
                self._holders[key].append(len(self._lines))
            self._lines.append(line)
        return found
