"""Which source speaks of which concept, and how often."""

from __future__ import annotations

from collections import Counter

from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Coverage, CoverageRow
from cpecbot.store.entries import quotable
from cpecbot.store.store import Store

_SHOWN = frozenset({ConceptKind.PLACE, ConceptKind.PROJECT, ConceptKind.POLICY, ConceptKind.ECONOMY, ConceptKind.EVENT})
_MOST_ROWS = 40
# A concept that more than this share of all statements names parts no source from another.
_TOO_COMMON = 0.4


def count_coverage(store: Store, glossary: Glossary) -> Coverage:
    """Statements per source on each concept of substance, those that most sources name first."""
    sources = store.sources
    counts = {source: _statements(store, source) for source in sources}
    concepts = {concept for found in counts.values() for concept in found}
    limit = _TOO_COMMON * sum(quotable(entry) for source in sources for entry in store.entries(source))
    rows = [
        CoverageRow(concept, row)
        for concept in concepts
        if glossary.concepts[concept].kind in _SHOWN
        and sum(row := tuple(counts[source][concept] for source in sources)) <= limit
    ]
    rows.sort(key=lambda row: (-sum(map(bool, row.counts)), -sum(row.counts), row.concept))
    return Coverage(sources, tuple(rows[:_MOST_ROWS]))


def _statements(store: Store, source: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for entry in store.entries(source):
        if quotable(entry):
            found.update({match.concept for match in entry.analysis.concepts})
    return found
