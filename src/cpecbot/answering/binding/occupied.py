"""What a number counts by the noun right behind it, so that no other word takes it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection

from msgspec import Struct

from cpecbot.answering.meanings import DEEDS
from cpecbot.language.analysis import CONCEPT
from cpecbot.language.concepts.concept import OFFICES, ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.words import function_words
from cpecbot.models import Span, TermKind
from cpecbot.store.entries import Entry

# What is no person, and so neither dies nor meets; and what is done, which a number may count the doers of.
_THINGS = frozenset({ConceptKind.THING, ConceptKind.ECONOMY, ConceptKind.PROJECT, ConceptKind.UNIT})
_PEOPLE = frozenset({ConceptKind.ROLE, ConceptKind.TITLE, ConceptKind.PERSON, ConceptKind.LIGHT})
_MEANINGS = (TermKind.CONCEPT, TermKind.SENSE)


class Occupied(Struct, frozen=True):
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

    def tells_of_a_thing(self, place: Span) -> bool:
        """Whether what stands at ``place`` only tells which one is meant of a thing right behind it."""
        following = self.following(place)
        kinds = self._kinds(following) if following else frozenset()
        return bool(kinds) and kinds.isdisjoint(_PEOPLE | DEEDS)

    def counts_people(self, value: Span) -> Span | None:
        """Where people stand right behind ``value`` whom it counts."""
        following = self.following(value)
        kinds = self._kinds(following) if following else frozenset()
        return None if kinds.isdisjoint(OFFICES) else following

    def counts_things(self, value: Span) -> bool:
        """Whether nothing but things stand right behind ``value``, or behind its classifier: 张床."""
        spaced = self.entry.sentence.language.profile.spaced
        behind = self.following(value) if spaced else None
        starts = (behind.start,) if behind else () if spaced else (value.end, value.end + 1)
        terms = [term for term in self.entry.analysis.terms if term.span.start in starts and term.kind in _MEANINGS]
        kinds = {self.glossary.kind(term.key.removeprefix(CONCEPT)) for term in terms}
        # What belongs to an industry may be its people: passengers, miners.
        return bool(kinds) and kinds <= _THINGS - {ConceptKind.ECONOMY}

    def is_free(self, value: Span) -> bool:
        """Whether no noun and no deed stands behind ``value`` in its own words: "7 in Multan"."""
        return self.following(value) is None

    def has_deed(self, place: Span) -> bool:
        """Whether something happens at ``place``."""
        return self._happens(place, _MEANINGS)

    def has_other_deed(self, place: Span, kinds: Collection[TermKind] = _MEANINGS) -> bool:
        """Whether at ``place`` something happens that was not asked about: "killed 37 and infected 1,240".

        ``kinds`` are those of the terms that may say so.
        """
        terms = (term for term in self.entry.analysis.terms if place.contains(term.span))
        keys: dict[Span, set[str]] = {}
        for term in terms:
            keys.setdefault(term.span, set()).add(term.key)
        strange = (span for span, found in keys.items() if self.asked.isdisjoint(found))
        return any(self._happens(span, kinds) for span in strange)

    def _happens(self, place: Span, kinds: Collection[TermKind]) -> bool:
        return any(
            self.glossary.kind(term.key.removeprefix(CONCEPT)) in DEEDS
            for term in self.entry.analysis.terms
            if term.kind in kinds and place.contains(term.span)
        )

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
        return frozenset(self.glossary.kind(key.removeprefix(CONCEPT)) for key in keys)
