"""Who bears a family name is not everybody who bears it: what Mary Smith wrote is not told by what John Smith did."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from cpecbot.answering.meanings import is_value, kinds_of, may_be_name, means_something
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.names.finding import is_common
from cpecbot.language.text.tokens import tokenize
from cpecbot.models import Query, Span, TermKind, Unit
from cpecbot.store.entries import Entry

_WITHIN = frozenset({" ", "·"})


class FullName(Struct, frozen=True):
    """A name in two words of which the first is ``given``; by the last alone a ``known`` person may be meant."""

    given: Unit
    family: Unit
    known: bool


def full_names(query: Query, glossary: Glossary) -> Iterator[FullName]:
    """The names of ``query`` that a word of no meaning stands before, which is no listed word if they are known."""
    for given, family in pairwise(query.units):
        between = query.text[given.span.end : family.span.start]
        if between in _WITHIN and _is_given(given, query) and not is_value(family):
            known = ConceptKind.PERSON in kinds_of(family, glossary)
            strange = may_be_name(family) and not means_something(family)
            if (not _is_listed(given, query)) if known else strange:
                yield FullName(given, family, known)


def _is_given(unit: Unit, query: Query) -> bool:
    if unit.light or unit.concept or means_something(unit) or not may_be_name(unit):
        return False
    return unit.text[:1].isupper() or not grammar(query.language).names_have_capitals


def _is_listed(unit: Unit, query: Query) -> bool:
    """Whether a dictionary lists it, which may be a name all the same, where no capital shows that it is one."""
    if grammar(query.language).names_have_capitals:
        return False
    tokens = (token for token in tokenize(query.text) if token.span.overlaps(unit.span))
    return any(is_common(token, query.text, query.language) for token in tokens)


def names_a_namesake(
    entry: Entry,
    asked: Sequence[FullName],
    matched: Mapping[Unit, tuple[Span, ...]],
    named: Mapping[Unit, Collection[str]],
) -> bool:
    """Whether the sentence names somebody of the same family name as one ``asked`` about, whom no article names.

    ``named`` are the articles that speak of each unit. A person who is known by the family name has another first
    one; of anybody else the sentence has to tell it.
    """
    return any(
        each.family in matched
        and not named[each.given]
        and (each.known or all(_has_another(entry, place) for place in matched[each.family]))
        for each in asked
    )


def _has_another(entry: Entry, family: Span) -> bool:
    """Whether a name stands right before the one at ``family``."""
    text = entry.sentence.reading
    names = (term.span for term in entry.analysis.terms if term.kind is TermKind.NAME)
    return any(text[name.end : family.start] in _WITHIN for name in names if name.end < family.start)
