"""Whether somebody met somebody is not told by what one of the two did alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cpecbot.answering.meanings import is_deed, kinds_of
from cpecbot.answering.mismatches.namesakes import FullName
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, QuestionKind
from cpecbot.store.entries import Entry

Person = frozenset[str]
"""The keys of what somebody is called."""


def both(query: Query, full_names: Sequence[FullName], glossary: Glossary) -> tuple[Person, ...]:
    """The persons between whom something was done, where ``query`` asks whether it was; none where it names but one."""
    if query.kind is not QuestionKind.YES_NO or not any(is_deed(unit, glossary) for unit in query.units):
        return ()
    named = {each.family: each.family.keys | each.given.keys for each in full_names}
    known = {unit: unit.keys for unit in query.units if ConceptKind.PERSON in kinds_of(unit, glossary)}
    persons = tuple({**known, **named}.values())
    return persons if len(persons) > 1 else ()


def tells_not_of_both(entry: Entry, asked: Sequence[Person], told: Collection[str]) -> bool:
    """Whether the sentence has only some of those ``asked``, or none of them and its article not all.

    Whom it refers to, and who is named right before, is there as well. ``told`` are the keys of what the article speaks
    of.
    """
    around = entry.surroundings
    keys = entry.keys.union(*(reference.keys for reference in around.references))
    there = [not each.isdisjoint(keys) or around.names_before(each) for each in asked]
    return not all(there) and (any(there) or any(each.isdisjoint(told) for each in asked))
