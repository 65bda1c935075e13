"""One of a kind is not another: the Super Cup is not the World Cup, nor what was held in Izmir held in Bursa.

Both stand in the same slot: beside the same noun, or behind the same word that puts something in a place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.answering.mismatches.compounds import Compounds, Word
from cpecbot.answering.mismatches.words import is_remnant, words_of_question, words_of_sentence
from cpecbot.language.analysis import concept_key
from cpecbot.language.concepts.concept import ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.names import skeleton
from cpecbot.languages import Language
from cpecbot.models import Query, Span, Unit
from cpecbot.store.entries import Entry

_NAMES = frozenset({ConceptKind.PLACE, ConceptKind.PERSON})
# Of these there are several, and a word beside them says which one; an act, a quality or a policy is no such thing.
_THINGS = frozenset(
    {
        ConceptKind.INSTITUTION,
        ConceptKind.PROJECT,
        ConceptKind.ECONOMY,
        ConceptKind.TITLE,
        ConceptKind.GENERIC,
        ConceptKind.PLACE,
    }
)


class Slot(Struct, frozen=True):
    """A noun of the question, and beside it the word that says which one is meant."""

    head: Unit
    which: Word


def slots(query: Query, glossary: Glossary) -> Iterator[Slot]:
    """Every noun of ``query`` with the words beside it that tell which one is meant."""
    words = words_of_question(query, glossary)
    compounds = query.language.once(Compounds)
    for head in query.units:
        if (
            not head.light
            and not is_remnant(head.text)
            and (head.concept is None or glossary.concepts[head.concept].kind in _THINGS)
        ):
            for which in compounds.fillers(query.text, words, head.span):
                yield Slot(head, which)


def names_another(
    entry: Entry,
    asked: Sequence[Slot],
    matched: Mapping[Unit, tuple[Span, ...]],
    told: Collection[str],
    rivalry: Rivalry,
) -> bool:
    """Whether every noun of ``asked`` that stands in the sentence has beside it what tells another one.

    ``told`` are the keys of what the article speaks of.
    """
    asked = [slot for slot in asked if slot.head in matched and slot.which.keys.isdisjoint(told)]
    asked = [slot for slot in asked if not _is_said(slot.which, entry)]
    words = words_of_sentence(entry, rivalry.glossary) if asked else ()
    return any(all(rivalry.taken(entry, words, place, slot) for place in matched[slot.head]) for slot in asked)


def _is_said(word: Word, entry: Entry) -> bool:
    """Whether the sentence has ``word``, also as a part of a phrase."""
    return any(term.key in word.keys for term in entry.analysis.terms)


class Rivalry(Struct, frozen=True):
    """Knows what rules each other out, in a question of ``language`` about ``keys``."""

    keys: frozenset[str]
    language: Language
    glossary: Glossary

    @classmethod
    def of(cls, query: Query, glossary: Glossary) -> Rivalry:
        return cls(frozenset(key for unit in query.units for key in unit.keys), query.language, glossary)

    def taken(self, entry: Entry, words: Sequence[Word], place: Span, slot: Slot) -> bool:
        """Whether something else stands in ``slot`` where its noun is at ``place``."""
        alike = entry.sentence.language == self.language
        compounds = entry.sentence.language.once(Compounds)
        narrower = (word for word in words if word.span == place and slot.head.concept not in word.concepts[:1])
        whole = (replace(word, keys=frozenset({concept_key(word.concepts[0])})) for word in narrower if word.concepts)
        fillers = [*whole, *compounds.fillers(entry.sentence.reading, words, place)]
        return any(self._compete(slot.which, filler, alike=alike) for filler in fillers)

    def is_another_place(self, place: Unit, word: Word, *, alike: bool) -> bool:
        """Whether ``word`` names another place than ``place``: both of them countries, or neither."""
        if not place.concept:
            return alike and bool(word.name) and not word.concepts and not _may_be_one(place.text, word.text)
        if not word.concepts or self.glossary.concepts[word.concepts[0]].kind is not ConceptKind.PLACE:
            return False
        other = word.concepts[0]
        states = {self.glossary.has(each, Trait.STATE) for each in (place.concept, other)}
        related = other in self.glossary.broader(place.concept) or place.concept in self.glossary.broader(other)
        return len(states) == 1 and other != place.concept and not related

    def _compete(self, which: Word, other: Word, *, alike: bool) -> bool:
        """Whether ``other`` tells another thing than ``which`` does; ``alike`` are the languages that they are in.

        A name and a word that is none do not rule each other out: the harbour of Izmir is a new harbour.
        """
        if not self.keys.isdisjoint(other.keys) or _may_be_one(which.text, other.text):
            return False
        if which.concepts and other.concepts:
            first, second = which.concepts[0], other.concepts[0]
            related = second in self.glossary.broader(first) or first in self.glossary.broader(second)
            return not related and self._sort(first) == self._sort(second)
        if not alike:
            return False
        if self._is_named(which) or self._is_named(other):
            return bool(which.name and other.name)
        return which.name is None or other.name is None or which.name == other.name

    def _is_named(self, word: Word) -> bool:
        """Whether it is a place or a person that the glossary knows."""
        return bool(word.concepts) and self.glossary.concepts[word.concepts[0]].kind in _NAMES

    def _sort(self, concept: str) -> ConceptKind:
        """What sort of thing it is; between a ministry and what it is the ministry of there is no difference."""
        kind = self.glossary.concepts[concept].kind
        return kind if kind in _NAMES else ConceptKind.INSTITUTION


def _may_be_one(first: str, second: str) -> bool:
    """Whether one word may be a form of the other, or another spelling of the same name."""
    shorter, longer = sorted(map(fold_text, (first, second)), key=len)
    return longer.startswith(shorter) or skeleton(shorter) == skeleton(longer) != ""
