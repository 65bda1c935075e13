"""What a number counts by the noun right behind it, so that no other word takes it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.words import function_words
from cpecbot.models import Span, TermKind, Unit
from cpecbot.store.entries import Entry

# What is no person, and so neither dies nor meets; and what is done, which a number may count the doers of.
_THINGS = frozenset({ConceptKind.THING, ConceptKind.ECONOMY, ConceptKind.PROJECT, ConceptKind.UNIT})
_MEANINGS = (TermKind.CONCEPT, TermKind.SENSE)
DEEDS = frozenset({ConceptKind.EVENT, ConceptKind.STANCE, ConceptKind.ACTION})


@dataclass(frozen=True, slots=True)
class Occupied:
    """Knows the words behind the numbers of ``entry``."""

    entry: Entry
    glossary: Glossary
    asked: frozenset[str]

    def by_another(self, value: Span, mention: Span) -> bool:
        """Whether a thing that was not asked for stands right behind ``value``, and ``mention`` not beside that."""
        following = self.following(value)
        if following is None or following.overlaps(mention) or self._adjoin(following, mention):
            return False
        kinds = self._kinds(following)
        return bool(kinds) and kinds <= _THINGS | DEEDS

    def _adjoin(self, following: Span, mention: Span) -> bool:
        """Whether ``mention`` is the noun itself, behind a word that tells which: "60 stone houses"."""
        text = self.entry.sentence.reading
        return following.end <= mention.start and not text[following.end : mention.start].strip()

    def is_free(self, value: Span) -> bool:
        """Whether no noun and no deed stands behind ``value`` in its own words: "7 in Multan"."""
        return self.following(value) is None

    def has_deed(self, place: Span) -> bool:
        """Whether something happens at ``place``."""
        return any(
            kind_of(term.key.removeprefix("c:"), self.glossary) in DEEDS
            for term in self.entry.analysis.terms
            if term.kind in _MEANINGS and place.contains(term.span)
        )

    def has_other_deed(self, place: Span) -> bool:
        """Whether at ``place`` something happens that was not asked about: "killed 37 and infected 1,240"."""
        terms = (term for term in self.entry.analysis.terms if place.contains(term.span))
        keys: dict[Span, set[str]] = {}
        for term in terms:
            keys.setdefault(term.span, set()).add(term.key)
        strange = (span for span, found in keys.items() if self.asked.isdisjoint(found))
        return any(self.has_deed(span) for span in strange)

    def following(self, value: Span) -> Span | None:
        """The word or phrase right behind ``value``; None where grammar or a mark stands there."""
        tokens = self.entry.analysis.tokens
        number = bisect_left([token.span.start for token in tokens], value.end)
        if number >= len(tokens):
            return None
        token, text = tokens[number], self.entry.sentence.reading
        gap = text[value.end : token.span.start]
        if gap.strip(" \u200c-") or token.text in function_words(self.entry.sentence.language):
            return None
        phrases = [
            term.span for term in self.entry.analysis.terms if term.span.start <= token.span.start < term.span.end
        ]
        return max(phrases, key=len, default=token.span)

    def _kinds(self, place: Span) -> frozenset[ConceptKind]:
        keys = {term.key for term in self.entry.analysis.terms if term.span == place and term.kind in _MEANINGS}
        if not keys.isdisjoint(self.asked):
            return frozenset()
        return frozenset(kind_of(key.removeprefix("c:"), self.glossary) for key in keys)


def kind_of(concept: str, glossary: Glossary) -> ConceptKind:
    """The kind of a concept of the field or of the general vocabulary."""
    known = glossary.concepts.get(concept)
    return known.kind if known else glossary.vocabulary.kind(concept)


def kinds_of(unit: Unit, glossary: Glossary) -> frozenset[ConceptKind]:
    """The kinds of all that ``unit`` may mean."""
    concepts = (key.removeprefix("c:") for key in unit.keys if key.startswith("c:"))
    return frozenset(kind_of(concept, glossary) for concept in concepts)


def is_deed(unit: Unit, glossary: Glossary) -> bool:
    """Whether ``unit`` is what somebody did: by what it means in the field, or else by all that it may mean."""
    if unit.concept:
        return kind_of(unit.concept, glossary) in DEEDS
    kinds = kinds_of(unit, glossary) - {ConceptKind.LIGHT}
    return bool(kinds) and kinds <= DEEDS
