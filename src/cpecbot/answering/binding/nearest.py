"""Values bound to what a question names: each word of it takes the value nearest to it, and not its neighbour's.

"Killed 17 people, injured 94": the killed take 17, and 94 is left to the injured.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from cpecbot.answering.binding.ends import at_end_asked, with_other_ends
from cpecbot.answering.binding.occupied import Occupied
from cpecbot.answering.meanings import DEEDS, is_value, kinds_of
from cpecbot.disagreement.reading.grammar import Grammar, grammar
from cpecbot.disagreement.reading.quantities.partly import Parts
from cpecbot.disagreement.reading.segments import Segments, segments
from cpecbot.language.analysis import NAME
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, Span, Unit
from cpecbot.store.entries import Entry

# How far, in words, a value may stand from the word that it belongs to.
_REACH = 14.0
# What a word of a general kind ("last", "begin") counts for beside one of the topic; and what happened, which dates and
# counts more than what it happened to.
_LIGHT = 0.3
_DEED = 2.0
_LIGHT_DEED = 1.5
# Where the verb comes last, what is named before a number is rarely what it counts.
_VERB_LAST_LEFT = 3.0
# What another noun right behind a number counts for, in words, against whatever stands further away.
_OCCUPIED = 8.0
# What a value without a word of its own counts for on those of the value before: "12 died in Lahore and 7 in Multan".
_CARRIED = 0.9
# What any other does: "the treaty was signed in May and took effect in June" tells of the treaty twice, but not of the
# signing.
_TOLD_BEFORE = 0.75
_DONE_BEFORE = 0.4
# What standing right behind its number counts for.
_COUNTED = 2.0

_SEVERAL = 2

Matched = Mapping[Unit, tuple[Span, ...]]


class Binding(Struct, frozen=True):
    """Which of ``places``, where values of one kind stand, the ``matched`` words of a question take.

    ``deeds`` are those words that may say what happened. ``names`` together count for one. What
    ``counts`` stand before, ``occupied`` knows.
    """

    places: Sequence[Span]
    matched: Matched
    parts: Segments
    rules: Grammar
    deeds: frozenset[Unit]
    names: frozenset[Unit]
    occupied: Occupied
    counts: bool = False

    @classmethod
    def of(
        cls, entry: Entry, places: Sequence[Span], matched: Matched, glossary: Glossary, *, counts: bool = False
    ) -> Binding:
        """How ``places`` are bound in ``entry``, where they are dates, sums and the like, or ``counts``."""
        language = entry.sentence.language
        asked = frozenset(key for unit in matched for key in unit.keys)
        return cls(
            sorted(set(places)),
            matched,
            segments(entry.sentence.reading, language),
            grammar(language),
            frozenset(unit for unit in matched if not kinds_of(unit, glossary).isdisjoint(DEEDS)),
            frozenset(unit for unit in matched if not unit.concept and any(map(_is_name, unit.keys))),
            Occupied(entry, glossary, asked),
            counts,
        )

    def bound(self, unit: Unit | None = None) -> list[Span]:
        """The values that most of the question is bound to, all of them to ``unit`` if it is given."""
        shares = [self._weighed(credit) if unit in (None, *credit) else 0.0 for credit in self._credits(unit)]
        most = max(shares, default=0.0)
        return [place for place, share in zip(self.places, shares, strict=True) if share == most > 0.0]

    def _credits(self, counted: Unit | None) -> list[dict[Unit, float]]:
        """What each value counts for on each of the words, those that it takes over from the value before included."""
        taken = {unit: self._taken(unit) for unit in self.matched}
        credits: list[dict[Unit, float]] = []
        before: dict[Unit, float] = {}
        for number, place in enumerate(self.places):
            own = {unit: 1.0 for unit in taken if number in taken[unit]}
            if counted is not None and counted in own and self._is_counted(place, counted):
                own[counted] = _COUNTED
            gap = Span(self.places[number - 1].end, place.start) if number else Span(0, 0)
            before = self._carried(before, gap, place, counted) | own
            credits.append(before)
        if self.counts:
            self._share_out(credits)
        return credits

    def _share_out(self, credits: list[dict[Unit, float]]) -> None:
        """Give to a part what is said of it and its whole at once: of "won 68 of the 150 seats" all but the 150."""
        text = self.occupied.entry.sentence.reading
        says = Parts.of(self.occupied.entry.sentence.language)
        for number, (one, other) in enumerate(pairwise(self.places)):
            gap = Span(one.end, other.start)
            if says.of_whole(text, gap):
                part, whole = number, number + 1
            elif says.within_whole(text, gap):
                part, whole = number + 1, number
            else:
                continue
            shared = {unit: _CARRIED * share for unit, share in credits[whole].items()}
            credits[part] = {
                unit: max(shared.get(unit, 0.0), credits[part].get(unit, 0.0)) for unit in (*shared, *credits[part])
            }
            credits[whole] = {unit: share for unit, share in credits[whole].items() if unit not in self.deeds}

    def _carried(self, credit: Mapping[Unit, float], gap: Span, place: Span, counted: Unit | None) -> dict[Unit, float]:
        """What the value at ``place``, behind the ``gap`` to the one before, counts for on the words of that one."""
        following = self.occupied.following(place) if self.counts else None
        alone = following is None and not self.occupied.has_other_deed(gap)
        text, says = self.occupied.entry.sentence.reading, Parts.of(self.occupied.entry.sentence.language)
        part = self.counts and says.points_back(text, gap, place)
        if alone or (part and not self.occupied.has_other_deed(gap)):
            return {unit: _CARRIED * share for unit, share in credit.items()}
        # "164 were rescued, 9 drowned": of the passengers that the first number counts.
        told = _CARRIED if part or (following and self.occupied.has_deed(following)) else _TOLD_BEFORE
        return {
            unit: share * (_DONE_BEFORE if unit in self.deeds else told)
            for unit, share in credit.items()
            if unit != counted or told == _CARRIED
        }

    def _is_counted(self, place: Span, unit: Unit) -> bool:
        """Whether ``unit`` stands right behind the value at ``place``, as what it counts."""
        following = self.occupied.following(place)
        return following is not None and following.overlaps_any(self.matched[unit])

    def _taken(self, unit: Unit) -> frozenset[int]:
        """Which values the mentions of ``unit`` take."""
        after = self.rules.number_after_noun if self.counts else self.rules.date_after_noun
        # What the question names by its day is where the day of it would be looked for, seen from the other side.
        after = not after if is_value(unit) and not self.counts else after
        found = (self._nearest(mention, after=after) for mention in self.matched[unit])
        return frozenset(number for number in found if number is not None)

    def _nearest(self, mention: Span, *, after: bool) -> int | None:
        ranks = {}
        for number, place in enumerate(self.places):
            distance = self.parts.distance(place, mention)
            words = distance.words + self._against(place, mention)
            taken = self.counts and distance.apart and self.occupied.by_another(place, mention)
            if words <= _REACH and not taken:
                ranks[number] = (distance.apart, words, (mention < place) is not after)
        return min(ranks, key=lambda number: ranks[number], default=None)

    def _against(self, place: Span, mention: Span) -> float:
        """What speaks against a value at ``place`` belonging to ``mention``, in words."""
        if not self.counts:
            return 0.0
        left = _VERB_LAST_LEFT if self.rules.verb_last and mention < place else 0.0
        return left + (_OCCUPIED if self.occupied.by_another(place, mention) else 0.0)

    def _weighed(self, credit: Mapping[Unit, float]) -> float:
        return sum(share * self._weight(unit) for unit, share in credit.items())

    def _weight(self, unit: Unit) -> float:
        if unit in self.names:
            return 1.0 / len(self.names)
        if unit.light:
            return _LIGHT_DEED if unit in self.deeds else _LIGHT
        return _DEED if unit in self.deeds else 1.0


def _is_name(key: str) -> bool:
    return key.startswith(NAME)


def closest(query: Query, entry: Entry, places: Sequence[Span], matched: Matched, glossary: Glossary) -> Sequence[Span]:
    """Those of ``places`` that the words of ``query`` are bound to; all of them where none is."""
    if len(places) < _SEVERAL:
        return places
    # "In 2010", of what rose from then to now, asks for neither end by a word: it names the one itself.
    told = any(is_value(unit) for unit in matched)
    asked = places if told else at_end_asked(query, entry, places)
    bound = Binding.of(entry, asked, matched, glossary).bound() or asked
    return with_other_ends(query, entry, bound, sorted(places))
