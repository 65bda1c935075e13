"""Which statements of different articles may be copies: those that share a few runs of words, or figures.

An inverted index, near-linear in the statements: of those that share a key only the nearest few are looked at, which
is enough, since copies share all of their keys and join in chains. MinHash (``datasketch``) was measured: it takes a
second to import, as it loads SciPy, and finds no paraphrase.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from cpecbot.corpus.copies.lines import Line
from cpecbot.languages import Language

# Of those that share a key so many, nearest first.
_NEAREST = 6
_LEAST_SHARED = 2


def candidates(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Pairs of statements in one language, the earlier first. ``lines`` are in the order of their articles."""
    by_language: dict[Language, list[Line]] = defaultdict(list)
    for line in lines:
        by_language[line.sentence.language].append(line)
    for written in by_language.values():
        yield from _in_one_language(written)


def _in_one_language(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        postings = [holders[key] for key in line.keys]
        shared = Counter(earlier for posting in postings for earlier in posting[-_NEAREST:])
        for posting in postings:
            posting.append(number)
        for earlier, keys in shared.items():
            other = lines[earlier]
            if keys >= _LEAST_SHARED and other.article != line.article:
                yield other, line
