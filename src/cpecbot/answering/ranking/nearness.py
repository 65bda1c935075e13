"""Which of many sentences are worth a closer look: those that, as far as keys tell, cover most of the question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import mul

from msgspec import Struct

from cpecbot.answering.ranking.inheriting import Inheriting
from cpecbot.answering.ranking.weighing import Weights
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, Unit
from cpecbot.store.store import Ranked

Named = Mapping[Unit, frozenset[str]]
"""In which sources each unit is named."""


class Nearness(Struct, frozen=True):
    """What a sentence covers of one ``query``, before its words are looked at: a small part of what scoring costs."""

    query: Query
    weights: Weights
    named: Named
    inheriting: Inheriting

    @classmethod
    def of(cls, query: Query, weights: Weights, named: Named, glossary: Glossary) -> Nearness:
        return cls(query, weights, named, Inheriting.of(query, glossary))

    def nearest(self, found: Iterable[Ranked], limit: int) -> list[Ranked]:
        """Those of ``found`` that cover most, at most ``limit``, in the order in which they were found."""
        listed = list(found)
        if len(listed) <= limit:
            return listed
        nearness = [self._of(hit) for hit in listed]
        best = sorted(range(len(listed)), key=lambda place: (-nearness[place], -listed[place].relative, place))
        return [listed[place] for place in sorted(best[:limit])]

    def _of(self, hit: Ranked) -> float:
        entry = hit.entry
        weights = self.weights.of(entry, self.query.language)
        held = {unit: () for unit in self.query.units if not unit.keys.isdisjoint(entry.keys)}
        inherit = self.inheriting.credit
        shares = (1.0 if unit in held else inherit(unit, entry, held, self.named[unit]) for unit in weights)
        near: float = sum(map(mul, weights.values(), shares))
        return near
