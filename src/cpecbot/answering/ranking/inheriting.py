"""What a sentence counts for on a thing that it doesn't name: its article, or what stands before it, has named it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct

from cpecbot.answering.meanings import is_deed, may_be_name
from cpecbot.answering.ranking.weighing import is_subject
from cpecbot.language.analysis import concept_key
from cpecbot.language.concepts.concept import ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, Span, TermKind, Unit
from cpecbot.store.antecedents import How, Reference
from cpecbot.store.entries import Entry

# What a match of only a wider concept counts for, or one of the article around the sentence.
BROADER_CREDIT = 0.5
CONTEXT_CREDIT = 0.25
# Both together: "the airport" in an article on Gwadar airport is most likely that one.
REFERENCE_CREDIT = 0.8
# "Both sides" are the two that were named, as good as by their names.
BOTH_CREDIT = 0.95
# The title or the first statement names it.
OPENING_CREDIT = 0.4
# The sentence right before names it, this one nothing else of its kind.
CONTINUED_CREDIT = 0.4
# The same where the sentence begins with "they", or says all that is asked of the thing: whoever is not named again.
REFERRED_CREDIT = 0.7
# Its article reports the very round that is asked about.
EDITION_CREDIT = 0.9
# What the sentence stands for by a reference, by how sure that is: what was named itself, and what the statement that
# named it says beside.
_SURE = {How.NAME: 0.95, How.POINTED: 0.9, How.PRONOUN: 0.9, How.UNSAID: 0.9, How.BARE: 0.8}
_TOLD = {How.NAME: 0.0, How.POINTED: 0.4, How.PRONOUN: 0.7, How.UNSAID: 0.7, How.BARE: 0.0}
# An event is told by where and when it was.
_TOLD_OF_EVENT = 0.7
# It is a word inside a phrase that means something of its own: war, where a sentence speaks of the postwar order.
PART_CREDIT = 0.6

# They are named once, and then go on unnamed.
_NAMES = frozenset(
    {ConceptKind.PLACE, ConceptKind.PERSON, ConceptKind.INSTITUTION, ConceptKind.PROJECT, ConceptKind.TITLE}
)


class Inheriting(Struct, frozen=True):
    """Knows what the sentences of articles inherit, for one question.

    ``said`` are the units of it that say something of the things it names; ``both`` the keys of "both sides",
    ``other_times`` those of what tells of another one: of the next round.
    """

    asked: frozenset[str]
    concepts: frozenset[str]
    said: tuple[Unit, ...]
    both: frozenset[str]
    other_times: frozenset[str]
    glossary: Glossary

    @classmethod
    def of(cls, query: Query, glossary: Glossary) -> Inheriting:
        return cls(
            frozenset(key for unit in query.units for key in unit.keys),
            frozenset(unit.concept for unit in query.units if unit.concept),
            tuple(unit for unit in query.units if not unit.light and not _is_name(unit, glossary)),
            frozenset(map(concept_key, glossary.having(Trait.BOTH_PARTIES))),
            frozenset(map(concept_key, glossary.having(Trait.OTHER_TIME))),
            glossary,
        )

    def credit(
        self, unit: Unit, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], named: Collection[str]
    ) -> float:
        """What ``entry``, where the units ``matched`` stand, counts for on another ``unit``; 0 for nothing.

        ``named`` are the sources that name ``unit``.
        """
        if not unit.keys.isdisjoint(entry.parts):
            return PART_CREDIT
        wider = not unit.broader.isdisjoint(entry.keys)
        if entry.sentence.source not in named:
            return BROADER_CREDIT if wider else 0.0
        around = entry.surroundings
        edition = self._is_edition(unit, around.edition) and self._tells_of_more(entry, matched)
        referred = max(self._referred(unit, entry), EDITION_CREDIT if edition else 0.0)
        # "Their trade", in a report on China and Pakistan, is the trade of these two.
        if not around.parties.isdisjoint(unit.keys) and not self.both.isdisjoint(entry.held):
            return BOTH_CREDIT
        if wider:
            return max(REFERENCE_CREDIT, referred)
        if around.names_before(unit.keys):
            return max(referred, self._continued(unit, entry, matched))
        return max(referred, OPENING_CREDIT if around.names_at_its_opening(unit.keys) else CONTEXT_CREDIT)

    def _is_edition(self, unit: Unit, edition: frozenset[str]) -> bool:
        """Whether ``unit`` is of the round that is asked about, which the article reports: all of it is said there."""
        return bool(edition) and edition <= self.asked and not edition.isdisjoint(unit.keys)

    def _tells_of_more(self, entry: Entry, matched: Collection[Unit]) -> bool:
        """Whether the sentence holds more of what is asked about than the number of the round, and is on no other."""
        edition = entry.surroundings.edition
        return self.other_times.isdisjoint(entry.keys) and any(
            is_subject(unit, self.glossary) and edition.isdisjoint(unit.keys) for unit in matched
        )

    def _referred(self, unit: Unit, entry: Entry) -> float:
        """What the words of the sentence that stand for something named count for on ``unit``."""
        if unit.keys.isdisjoint(entry.meant):
            return 0.0
        return max(self._by(reference, unit) for reference in entry.surroundings.references)

    def _by(self, reference: Reference, unit: Unit) -> float:
        if not reference.keys.isdisjoint(unit.keys):
            return _SURE[reference.how]
        # What somebody did before is not what he does here.
        if reference.told.isdisjoint(unit.keys) or is_deed(unit, self.glossary):
            return 0.0
        return _TOLD_OF_EVENT if reference.event else _TOLD[reference.how]

    def goes_on(self, credit: Mapping[Unit, float], matched: Collection[Unit]) -> bool:
        """Whether the sentence says all that is asked of things that it leaves unnamed, by the ``credit`` of these."""
        unnamed = (share for unit, share in credit.items() if unit not in matched and _is_name(unit, self.glossary))
        return self._is_told(matched) and any(share >= REFERRED_CREDIT for share in unnamed)

    def _is_told(self, matched: Collection[Unit]) -> bool:
        """Whether all that the question says of its things is among ``matched``; not where it only names some."""
        return bool(self.said) and all(unit in matched for unit in self.said)

    def _continued(self, unit: Unit, entry: Entry, matched: Collection[Unit]) -> float:
        if entry.surroundings.refers:
            return REFERRED_CREDIT
        if self._is_rivalled(unit, entry):
            return CONTEXT_CREDIT
        return REFERRED_CREDIT if _is_name(unit, self.glossary) and self._is_told(matched) else CONTINUED_CREDIT

    def _is_rivalled(self, unit: Unit, entry: Entry) -> bool:
        """Whether the sentence names something else of the kind of ``unit``, and so no longer speaks of that."""
        if unit.concept:
            kind = self.glossary.concepts[unit.concept].kind
            others = (match.concept for match in entry.analysis.concepts if match.concept not in self.concepts)
            return any(self.glossary.concepts[other].kind is kind for other in others)
        if not may_be_name(unit):
            return False
        return any(term.kind is TermKind.NAME and term.key not in self.asked for term in entry.analysis.terms)


def _is_name(unit: Unit, glossary: Glossary) -> bool:
    return glossary.concepts[unit.concept].kind in _NAMES if unit.concept else unit.named
