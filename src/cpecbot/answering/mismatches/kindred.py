"""A named prize or contest is not another of its kind: what tells who won the one does not tell who won the other."""

from __future__ import annotations

from cpecbot.answering.meanings import meanings
from cpecbot.language.analysis import CONCEPT, concept_key
from cpecbot.language.concepts.concept import Concept, ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query
from cpecbot.store.entries import Entry

# Contests are of one kind by themselves; of things it has to be told.
_KINDS = frozenset({ConceptKind.EVENT, ConceptKind.THING})


def named_ones(query: Query, glossary: Glossary) -> tuple[Concept, ...]:
    """What ``query`` calls by its name, and others of its kind have names as well: a prize, a contest."""
    keys = dict.fromkeys(key for unit in query.units if not unit.light for key in meanings(unit))
    return tuple(concept for key in keys if (concept := glossary.find(key)) and _is_named(concept))


def names_another_of_the_kind(entry: Entry, asked: tuple[Concept, ...], glossary: Glossary) -> bool:
    """Whether the sentence names none of those ``asked`` for, but another of the same kind."""
    if not asked or any(concept_key(each.key) in entry.keys for each in asked):
        return False
    keys = dict.fromkeys(term.key for term in entry.analysis.terms if term.key.startswith(CONCEPT))
    others = (glossary.find(key.removeprefix(CONCEPT)) for key in keys)
    return any(_are_of_one_kind(one, other) for other in others if other and _is_named(other) for one in asked)


def _is_named(concept: Concept) -> bool:
    return concept.kind in _KINDS and concept.is_name


def _are_of_one_kind(one: Concept, other: Concept) -> bool:
    if one.broader or other.broader:
        return not frozenset(one.broader).isdisjoint(other.broader)
    return one.kind is other.kind is ConceptKind.EVENT
