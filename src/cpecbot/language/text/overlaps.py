"""Which of many places in a text touch one, found without going through them all."""

from __future__ import annotations

from collections.abc import Iterable

from cpecbot.models import Span


class Overlaps:
    """Places by every character that they cover: the cost is that of what they cover, not of each with each."""

    def __init__(self, places: Iterable[Span]) -> None:
        self._at: dict[int, list[int]] = {}
        for number, place in enumerate(places):
            for character in range(place.start, place.end):
                self._at.setdefault(character, []).append(number)

    def of(self, place: Span) -> list[int]:
        """The numbers of those that overlap ``place``, in their order."""
        touched = (self._at.get(character, ()) for character in range(place.start, place.end))
        return sorted(set().union(*touched))
