"""What a question ties together, so that a sentence which ties it otherwise is known to tell of something else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cpecbot.answering.mismatches.elsewhere import happened_elsewhere, located
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, Span, Unit
from cpecbot.store.entries import Entry


@dataclass(frozen=True, slots=True)
class Asked:
    """``places`` are the units in which it happened."""

    places: tuple[Unit, ...]

    @classmethod
    def of(cls, query: Query, glossary: Glossary) -> Asked:
        return cls(tuple(located(query, glossary)))

    def differs(self, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]]) -> bool:
        """Whether ``entry``, where the units ``matched`` stand, tells of another thing than the one asked about."""
        return happened_elsewhere(entry, self.places, matched)
