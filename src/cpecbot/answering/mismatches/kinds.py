"""One of a kind is not another, nor is who stands in for somebody he: the deputy, the semi-final, the men's race."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from cpecbot.answering.meanings import is_value, kinds_of, may_be_name
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.language.analysis import CONCEPT
from cpecbot.language.concepts.concept import OFFICES, ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.names.finding import persons
from cpecbot.language.text.cues.qualifiers import OF_OFFICES, OF_PARTS, qualifiers
from cpecbot.language.text.simplified import fold_simply
from cpecbot.models import Measured, Query, Span, Unit
from cpecbot.store.entries import Entry

_NAMES = frozenset({ConceptKind.PLACE, ConceptKind.PERSON, ConceptKind.INSTITUTION})


class Qualified(Struct, frozen=True):
    """The noun ``head`` of a question, and what of a ``sort`` the question tells of it: ``members`` of that sort.

    One that is ``whole`` is what is meant where nothing of the sort is told, and nothing else is. ``holder`` are the
    units right behind an office, where by their capitals they may name who holds it.
    """

    head: Unit
    sort: str
    members: frozenset[str]
    whole: bool
    holder: tuple[Unit, ...] = ()


def qualified(query: Query, glossary: Glossary) -> Iterator[Qualified]:
    """Every noun of ``query`` with what it tells of it, or would tell if it were something else.

    A word that no vocabulary knows may be an office as well.
    """
    text, words = fold_simply(query.text, query.language), qualifiers(query.language)
    sorts = list(words.sorts_in(text))
    known = [unit.span for unit in query.units]
    for head in query.units:
        if head.light or is_value(head):
            continue
        kinds = kinds_of(head, glossary)
        if kinds & OFFICES or not (kinds or may_be_name(head)):
            members = words.around(text, head.span, OF_OFFICES, known)
            yield Qualified(head, OF_OFFICES, members, whole=True, holder=tuple(_holder(head, query)))
        # Of whoever asks for a share a quarter is the answer, and no quarter-final.
        if query.measured is not Measured.SHARE and not kinds & _NAMES and not may_be_name(head):
            yield Qualified(head, OF_PARTS, words.around(text, head.span, OF_PARTS, known), whole=True)
        for sort in sorts:
            members = words.around(text, head.span, sort, known)
            if members:
                yield Qualified(head, sort, members, whole=False)


def _holder(office: Unit, query: Query) -> Iterator[Unit]:
    if not grammar(query.language).names_have_capitals:
        return
    for unit in query.units:
        behind = query.text[office.span.end : unit.span.start]
        if behind.isspace() and may_be_name(unit) and unit.text[:1].isupper():
            yield unit


def is_another_kind(
    entry: Entry, asked: Sequence[Qualified], matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary
) -> bool:
    """Whether the sentence tells, wherever it has a noun of ``asked``, that it is another one of its kind."""
    asked = [each for each in asked if each.head in matched]
    if not asked:
        return False
    text, language = entry.sentence.reading, entry.sentence.language
    words = qualifiers(language)
    # Where spaces part words, these tell by themselves what stands beside a noun.
    known = () if language.profile.spaced else tuple(match.span for match in entry.analysis.concepts)
    # A language without words for a sort leaves untold what another tells.
    for each in (each for each in asked if words.tells(each.sort)):
        told = (words.told(text, place, each.sort, known) for place in matched[each.head])
        if (
            all(_rules_out(members, each) for members in told)
            and not words.says(fold_simply(text, language), each.sort, each.members)
            and not (each.sort == OF_OFFICES and _is_he(each, entry, matched, glossary))
        ):
            return True
    return False


def _rules_out(told: frozenset[str], asked: Qualified) -> bool:
    return told.isdisjoint(asked.members) and (bool(told) or (asked.whole and bool(asked.members)))


def _is_he(asked: Qualified, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary) -> bool:
    """Whether the sentence names a person that the question names: whatever he is called there, it is he."""
    if any(unit in matched for unit in asked.holder):
        return True
    people = [*persons(entry.sentence.reading, entry.analysis.tokens, entry.sentence.language)]
    people += [
        term.span
        for term in entry.analysis.terms
        if term.key.startswith(CONCEPT) and glossary.kind(term.key.removeprefix(CONCEPT)) is ConceptKind.PERSON
    ]
    return any(place.overlaps_any(people) for spans in matched.values() for place in spans)
