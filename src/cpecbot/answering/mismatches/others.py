"""What a sentence says of one person or thing is not said of another that its article names too."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from cpecbot.answering.meanings import may_be_name
from cpecbot.answering.mismatches.rivals import Slot
from cpecbot.answering.wanted.kinds import DEMANDED
from cpecbot.language.analysis import NAME
from cpecbot.models import Query, Span, TermKind, Unit
from cpecbot.store.antecedents import How, Reference
from cpecbot.store.entries import Entry

# By these a sentence goes on about what was named right before.
_GOING_ON = frozenset({How.PRONOUN, How.UNSAID})
# As many names make up one that nobody else bears.
_FULL = 2


def persons(query: Query) -> Iterator[tuple[Unit, ...]]:
    """The units of each full name of ``query``, where it asks for a number or a time."""
    names = [unit for unit in query.units if may_be_name(unit) and not unit.concept]
    run: list[Unit] = []
    runs = [run]
    for unit in names if query.kind in DEMANDED else ():
        if run and unit.span.start - run[-1].span.end > 1:
            runs.append(run := [])
        run.append(unit)
    return (tuple(each) for each in runs if len(each) >= _FULL)


def tells_of_somebody_else(
    entry: Entry,
    asked: Sequence[tuple[Unit, ...]],
    matched: Mapping[Unit, tuple[Span, ...]],
    named: Mapping[Unit, Collection[str]],
) -> bool:
    """Whether the sentence names somebody in full, and nobody of those ``asked`` about.

    ``named`` are the articles that speak of each unit: who is in none may be written otherwise there.
    """
    if not asked or any(unit in matched for name in asked for unit in name):
        return False
    if not all(entry.sentence.source in named[unit] for name in asked for unit in name):
        return False
    keys = frozenset(key for name in asked for unit in name for key in unit.keys)
    if any(not reference.keys.isdisjoint(keys) for reference in entry.surroundings.references):
        return False
    if any(_names_a_person(reference) for reference in entry.surroundings.references):
        return True
    places = sorted({term.span for term in entry.analysis.terms if term.kind is TermKind.NAME})
    return any(0 < other.start - one.end <= 1 for one, other in pairwise(places))


def _names_a_person(reference: Reference) -> bool:
    return reference.person and sum(key.startswith(NAME) for key in reference.keys) >= _FULL


def goes_on_about_another(
    entry: Entry, asked: Sequence[Slot], matched: Mapping[Unit, tuple[Span, ...]], told: Collection[str]
) -> bool:
    """Whether it goes on about a thing of the kind asked for that bears another name than one in its article.

    ``told`` are the keys of what the article speaks of.
    """
    missing = [slot for slot in asked if slot.which.name and not slot.which.keys.isdisjoint(told)]
    missing = [slot for slot in missing if entry.keys.isdisjoint(slot.which.keys)]
    return any(
        _stands_for_another(reference, slot, named=slot.head in matched)
        for slot in missing
        for reference in entry.surroundings.references
    )


def _stands_for_another(reference: Reference, slot: Slot, *, named: bool) -> bool:
    """Whether words stand for what ``slot`` is of, by another name; ``named`` where the sentence calls it that too."""
    if named:
        meant = reference.keys
        bears_a_name = any(key.startswith(NAME) for key in meant - slot.head.keys)
    else:
        meant = reference.keys | reference.told
        bears_a_name = reference.how in _GOING_ON
    return bears_a_name and not meant.isdisjoint(slot.head.keys) and meant.isdisjoint(slot.which.keys)
