"""Values bound to what a question names: each word of it takes the value nearest to it, and not its neighbour's.

"Killed 17 people, injured 94": the killed take 17, and 94 is left to the injured.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cpecbot.answering.binding.occupied import Occupied
from cpecbot.answering.binding.segments import Segments, segments
from cpecbot.disagreement.reading.grammar import Grammar, grammar
from cpecbot.models import Span, Unit
from cpecbot.store.entries import Entry

# How far, in words, a value may stand from the word that it belongs to.
_REACH = 14.0
# What a word of a general kind ("last", "begin") counts for beside one of the topic.
_LIGHT = 0.3
# Where the verb comes last, what is named before a number is rarely what it counts.
_VERB_LAST_LEFT = 3.0
# What another noun right behind a number counts for, in words, against whatever stands further away.
_OCCUPIED = 8.0
# What a value without a word of its own counts for on those of the value before: "12 died in Lahore and 7 in Multan".
_CARRIED = 0.9

Matched = Mapping[Unit, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Binding:
    """Which of ``places``, where values of one kind stand in ``entry``, the ``matched`` words of a question take.

    ``occupied`` are the nouns right behind those that are counts.
    """

    places: Sequence[Span]
    matched: Matched
    parts: Segments
    rules: Grammar
    occupied: Occupied | None = None

    @classmethod
    def of(cls, entry: Entry, places: Sequence[Span], matched: Matched, occupied: Occupied | None = None) -> Binding:
        language = entry.sentence.language
        return cls(sorted(set(places)), matched, segments(entry.sentence.reading, language), grammar(language), occupied)

    def bound(self, unit: Unit | None = None) -> list[Span]:
        """The values that most of the question is bound to, all of them to ``unit`` if it is given."""
        taken = {place: self._taken(place) for place in self.matched}
        shares: list[float] = []
        carried: dict[Unit, float] = {}
        for number, value in enumerate(self.places):
            own = {each: 1.0 for each in taken if number in taken[each]}
            if carried and self._is_elliptic(value):
                own = {each: share * _CARRIED for each, share in carried.items() if each not in own} | own
            carried = own
            shares.append(sum(share * _weight(each) for each, share in own.items()) if unit is None or unit in own else 0.0)
        most = max(shares, default=0.0)
        return [value for value, share in zip(self.places, shares, strict=True) if share == most > 0.0]

    def _taken(self, unit: Unit) -> frozenset[int]:
        """Which values the mentions of ``unit`` take."""
        found = (self._nearest(mention) for mention in self.matched[unit])
        return frozenset(number for number in found if number is not None)

    def _nearest(self, mention: Span) -> int | None:
        ranks = {}
        for number, value in enumerate(self.places):
            distance = self.parts.distance(value, mention)
            words = distance.words + self._against(value, mention, distance.words)
            if words <= _REACH:
                ranks[number] = (distance.apart, words, (mention < value) is not self.rules.number_after_noun)
        return min(ranks, key=lambda number: ranks[number], default=None)

    def _against(self, value: Span, mention: Span, words: float) -> float:
        """What speaks against ``value`` belonging to ``mention``, in words."""
        if self.occupied is None:
            return 0.0
        left = _VERB_LAST_LEFT if self.rules.verb_last and mention < value else 0.0
        return left + (_OCCUPIED if self.occupied.by_another(value, mention) else 0.0)

    def _is_elliptic(self, value: Span) -> bool:
        """Whether ``value`` counts something that only an earlier part names."""
        return self.occupied is not None and self.occupied.is_free(value)


def _weight(unit: Unit) -> float:
    return _LIGHT if unit.light else 1.0
