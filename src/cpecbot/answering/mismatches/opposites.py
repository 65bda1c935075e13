"""Who was appointed is not told by who was dismissed, nor a rise by a fall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cpecbot.answering.meanings import meanings
from cpecbot.language.analysis import CONCEPT, concept_key
from cpecbot.language.concepts.concept import ACTS, ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, QuestionKind, Span
from cpecbot.store.entries import Entry


class Contrary(Struct, frozen=True):
    """The keys of what a question says of something, and those of what that rules out."""

    said: frozenset[str]
    keys: frozenset[str]


def contraries(query: Query, glossary: Glossary) -> Iterator[Contrary]:
    """What each unit of ``query`` rules out, where the question does not speak of that as well.

    To whether something is so, the opposite is an answer.
    """
    if query.kind is QuestionKind.YES_NO:
        return
    asked = frozenset(key for unit in query.units for key in unit.keys)
    opposites = glossary.vocabulary.opposites
    for unit in query.units:
        told = [concept for concept in meanings(unit) if concept in opposites]
        keys = frozenset(concept_key(each) for concept in told for each in opposites[concept])
        if keys and keys.isdisjoint(asked):
            words = (key for key in unit.keys if not key.startswith(CONCEPT))
            yield Contrary(frozenset([*map(concept_key, told), *words]), keys)


def is_ruled_out(entry: Entry, asked: Sequence[Contrary], glossary: Glossary) -> bool:
    """Whether the sentence says, in place of something that was ``asked``, what that rules out."""
    return any(
        each.said.isdisjoint(entry.keys) and not each.keys.isdisjoint(entry.keys) and _told(entry, each.keys, glossary)
        for each in asked
    )


def _told(entry: Entry, keys: frozenset[str], glossary: Glossary) -> bool:
    """Whether a word for one of ``keys`` mostly means what is done, and no event: a fire is no dismissal."""
    places = {term.span for term in entry.analysis.terms if term.key in keys}
    return any(_mostly_done(entry, place, keys, glossary) for place in places)


def _mostly_done(entry: Entry, place: Span, keys: frozenset[str], glossary: Glossary) -> bool:
    meant = {term.key for term in entry.analysis.terms if term.span == place and term.key.startswith(CONCEPT)}
    kinds = [glossary.kind(key.removeprefix(CONCEPT)) for key in meant - keys]
    done = len(meant & keys) + sum(kind in ACTS for kind in kinds)
    return ConceptKind.EVENT not in kinds and 2 * done >= len(meant)
