"""Which items share the most keys with which, through an inverted index, at a cost near-linear in the items."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

# Rare keys find the neighbours; the common ones only cost time. Of a long posting list a stretch is enough, because
# then the key is common and others decide.
_RAREST = 24
_STRETCH = 60


def neighbours(
    keys: Sequence[Collection[str]], sources: Sequence[str], *, most: int, of_one_source: int
) -> Iterator[tuple[int, int]]:
    """Pairs ``(i, j)``, ``i < j``, of items of different sources: for each item the ``most`` that share most keys.

    Of one source at most ``of_one_source`` are taken.
    """
    postings: dict[str, list[int]] = defaultdict(list)
    for index, listed in enumerate(keys):
        for key in listed:
            postings[key].append(index)
    seen: set[tuple[int, int]] = set()
    for index, listed in enumerate(keys):
        shared: Counter[int] = Counter()
        for key in sorted(listed, key=lambda each: (len(postings[each]), each))[:_RAREST]:
            shared.update(_stretch(postings[key], index))
        for other in _nearest(shared, index, sources, most, of_one_source):
            pair = (min(index, other), max(index, other))
            if pair not in seen:
                seen.add(pair)
                yield pair


def _stretch(posting: Sequence[int], index: int) -> Sequence[int]:
    if len(posting) <= 2 * _STRETCH:
        return posting
    middle = bisect_left(posting, index)
    return posting[max(0, middle - _STRETCH) : middle + _STRETCH]


def _nearest(shared: Counter[int], index: int, sources: Sequence[str], most: int, of_one_source: int) -> Iterator[int]:
    taken: Counter[str] = Counter()
    for other, _ in sorted(shared.items(), key=lambda item: (-item[1], abs(item[0] - index), item[0])):
        source = sources[other]
        if source == sources[index] or taken[source] >= of_one_source:
            continue
        taken[source] += 1
        yield other
        if taken.total() >= most:
            return
