"""What a question ties together, so that a sentence which ties it otherwise is known to tell of something else."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from cpecbot.answering.mismatches.elsewhere import happened_elsewhere, located
from cpecbot.answering.mismatches.rivals import Rivalry, Slot, names_another, slots
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, Span, Unit
from cpecbot.store.entries import Entry


@dataclass(frozen=True, slots=True)
class Asked:
    """``places`` are the units in which it happened, ``slots`` the nouns with what tells one of a kind from another."""

    rivalry: Rivalry
    places: tuple[Unit, ...]
    slots: tuple[Slot, ...]

    @classmethod
    def of(cls, query: Query, glossary: Glossary) -> Asked:
        return cls(Rivalry.of(query, glossary), tuple(located(query, glossary)), tuple(slots(query, glossary)))

    def differs(
        self, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], named: Mapping[Unit, Collection[str]]
    ) -> bool:
        """Whether ``entry``, where the units ``matched`` stand, tells of another thing than the one asked about.

        ``named`` are the articles that speak of each unit.
        """
        told = frozenset(key for unit in named if entry.sentence.source in named[unit] for key in unit.keys)
        return happened_elsewhere(entry, self.places, matched) or names_another(
            entry, self.slots, matched, told, self.rivalry
        )
