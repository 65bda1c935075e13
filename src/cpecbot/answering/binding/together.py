"""Whether a number is that of several places together: of "12 died in Van and Mus", not that of Van."""

from __future__ import annotations

from cpecbot.answering.binding.nearest import Matched
from cpecbot.answering.meanings import kinds_of
from cpecbot.disagreement.reading.roles import Roles
from cpecbot.language.analysis import CONCEPT
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, Span, TermKind
from cpecbot.store.entries import Entry


def is_of_several_places(query: Query, entry: Entry, matched: Matched, glossary: Glossary) -> bool:
    """Whether each place that ``query`` names stands in ``entry`` only joined by "and" to one that it does not name."""
    asked = [unit for unit in matched if ConceptKind.PLACE in kinds_of(unit, glossary)]
    if not asked:
        return False
    keys = frozenset(key for unit in query.units for key in unit.keys)
    mentions = [span for unit in asked for span in matched[unit]]
    others = [
        term.span
        for term in entry.analysis.terms
        if term.kind is TermKind.CONCEPT
        and term.key not in keys
        and glossary.kind(term.key.removeprefix(CONCEPT)) is ConceptKind.PLACE
        and not term.span.overlaps_any(mentions)
    ]
    return all(any(_are_joined(mention, other, entry) for other in others) for mention in mentions)


def _are_joined(one: Span, other: Span, entry: Entry) -> bool:
    first, last = sorted((one, other))
    return entry.sentence.language.once(Roles).joins(entry.sentence.reading[first.end : last.start])
