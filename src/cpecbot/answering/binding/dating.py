"""Whether a date of a sentence dates what is asked about, or what another clause or another deed of it tells.

"The minister said on Friday that the road opens in 2031" dates the opening, and says nothing of when he is sworn in.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cpecbot.answering.binding.nearest import Matched
from cpecbot.answering.binding.occupied import Occupied
from cpecbot.answering.meanings import DEEDS, kinds_of
from cpecbot.disagreement.reading.segments import Segments, segments
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, Span, TermKind, Unit
from cpecbot.store.entries import Entry

# So many words may stand between what a clause goes on about and where it begins: "the quake itself, which struck".
_ANTECEDENT = 1.0
# Of what a word may mean by the general vocabulary too much happens between any two words.
_SURE = frozenset({TermKind.CONCEPT})


class Dating(Struct, frozen=True):
    """Knows what is dated in ``entry``, where the ``matched`` words of a question stand.

    ``bare`` are those that say what happened, where the sentence leaves unnamed what it happened to.
    """

    entry: Entry
    parts: Segments
    matched: Matched
    bare: frozenset[Unit]
    occupied: Occupied

    @classmethod
    def of(cls, query: Query, entry: Entry, matched: Matched, glossary: Glossary) -> Dating:
        missing = any(unit.concept and not unit.light and unit not in matched for unit in query.units)
        deeds = (unit for unit in matched if missing and not kinds_of(unit, glossary).isdisjoint(DEEDS))
        asked = frozenset(key for unit in matched for key in unit.keys)
        return cls(
            entry,
            segments(entry.sentence.reading, entry.sentence.language),
            {unit: spans for unit, spans in matched.items() if not unit.light},
            frozenset(deeds),
            Occupied(entry, glossary, asked),
        )

    def of_what_is_asked(self, places: Sequence[Span]) -> list[Span]:
        """Those of ``places``, where dates stand, that no other deed takes; all where nothing asked is named."""
        return [place for place in places if not self._is_taken(place)] if self.matched else list(places)

    def _is_taken(self, place: Span) -> bool:
        """Whether only something else happens in the clause of ``place``, or between it and a deed named alone."""
        here = self._clause(place)
        inside = {unit: [each for each in spans if here.contains(each)] for unit, spans in self.matched.items()}
        near = {unit: spans for unit, spans in inside.items() if spans}
        if not near:
            return not self._goes_on(here) and self.occupied.has_other_deed(here)
        if len(near) > 1 or not self.bare.issuperset(near):
            return False
        (mentions,) = near.values()
        return all(self.occupied.has_other_deed(place.between(each), _SURE) for each in mentions)

    def _goes_on(self, clause: Span) -> bool:
        """Whether ``clause`` is on what stands right before it: "the quake, which struck on Sunday"."""
        before = Span(clause.start, clause.start)
        named = (each for unit, spans in self.matched.items() if unit not in self.bare for each in spans)
        return any(each.end <= clause.start and self.parts.words_between(each, before) <= _ANTECEDENT for each in named)

    def _clause(self, place: Span) -> Span:
        number = self.parts.clause(place)
        ends = (0, *self.parts.clauses, len(self.entry.sentence.reading))
        return Span(ends[number], ends[number + 1])
