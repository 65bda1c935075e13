"""Things that belong together, in chains too."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

_Thing = TypeVar("_Thing", bound=Hashable)


def joined(pairs: Iterable[tuple[_Thing, _Thing]]) -> Iterator[list[_Thing]]:
    """The components of ``pairs``; the smaller joins the larger, so that many pairs cost ``n log n``."""
    members: dict[_Thing, list[_Thing]] = {}
    for pair in pairs:
        one, other = (members.setdefault(thing, [thing]) for thing in pair)
        if one is not other:
            larger, smaller = (one, other) if len(one) >= len(other) else (other, one)
            larger.extend(smaller)
            members.update(dict.fromkeys(smaller, larger))
    yield from {id(things): things for things in members.values()}.values()
