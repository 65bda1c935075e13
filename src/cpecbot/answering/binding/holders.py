"""Who holds the office that a question asks for: of two ministers in one sentence, the one of that country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cpecbot.answering.binding.nearest import Matched
from cpecbot.answering.mismatches.owners import Owned, owned, owner_keys
from cpecbot.disagreement.reading.segments import segments
from cpecbot.language.analysis import concept_key
from cpecbot.language.concepts.concept import Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, Span
from cpecbot.store.entries import Entry

Owner = frozenset[str]
"""The keys of what an office is of; empty where nobody can tell."""
UNKNOWN: Owner = frozenset()


def holders(query: Query, entry: Entry, matched: Matched, named: Sequence[Span], glossary: Glossary) -> Sequence[Span]:
    """Those of the people ``named`` who may hold the office that ``query`` names: all where it names none."""
    asked = next((each for each in owned(query, glossary) if each.office in matched and not each.headed), None)
    if asked is None or not named:
        return named
    people = sorted(named)
    owners = list(_owners(entry, asked, people, sorted(matched[asked.office]), glossary))
    sure = [person for person, owner in zip(people, owners, strict=True) if not asked.owner.isdisjoint(owner)]
    return sure or [person for person, owner in zip(people, owners, strict=True) if owner == UNKNOWN]


def _owners(
    entry: Entry, asked: Owned, people: Sequence[Span], offices: Sequence[Span], glossary: Glossary
) -> Iterator[Owner]:
    """What each of ``people`` holds an office of.

    As many offices as people are theirs in turn; of more, each has the nearest; fewer are shared. Where an office does
    not say what it is of, or is shared, the country beside a name does: "the foreign ministers of China, A, and
    Pakistan, B".
    """
    parts = segments(entry.sentence.reading, entry.sentence.language)
    countries = frozenset(map(concept_key, glossary.having(Trait.STATE)))
    # A firm's office is no other firm's, but no country's either.
    may_own = asked.owner if asked.owner.isdisjoint(countries) else asked.owner | countries
    owners = [term for term in entry.analysis.terms if term.key in may_own]
    for place, person in enumerate(people):
        owner = UNKNOWN
        if len(offices) >= len(people):
            in_turn = len(offices) == len(people) > 1
            nearest = min(offices, key=lambda office: parts.distance(office, person).rank)
            owner = _owner(entry, offices[place] if in_turn else nearest, people, glossary)
        beside = min(owners, key=lambda term: parts.distance(term.span, person).rank, default=None)
        yield owner or (frozenset({beside.key}) if beside else UNKNOWN)


def _owner(entry: Entry, office: Span, people: Sequence[Span], glossary: Glossary) -> Owner:
    """What the ``office`` is of; whoever holds it is no owner of it: "Foreign Minister Ishaq Dar"."""
    held = (term.key for term in entry.analysis.terms if term.span.overlaps_any(people))
    return owner_keys(entry, office, glossary).difference(held)
