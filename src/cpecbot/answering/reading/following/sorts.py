"""What sort of thing a unit of a question is: what happens, a person, a place, a time, or only a word beside it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from cpecbot.answering.meanings import DEEDS, is_value, may_be_name, meanings
from cpecbot.language.concepts.concept import NAMED, ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.concepts.language_file import ConceptsFile
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Unit

# These say little by themselves: "the minister", "strategic", "days", "the sector".
_BESIDE = frozenset({ConceptKind.TITLE, ConceptKind.UNIT, ConceptKind.MODIFIER, ConceptKind.GENERIC})
_PEOPLE = frozenset({ConceptKind.PERSON, ConceptKind.ROLE, ConceptKind.TITLE})


class Sorts(Struct, frozen=True):
    """Tells units apart by what ``glossary`` and its vocabulary know of them."""

    glossary: Glossary

    def kind(self, unit: Unit) -> ConceptKind | None:
        """The kind of its concept of the field."""
        return self.glossary.concepts[unit.concept].kind if unit.concept else None

    def kinds(self, unit: Unit) -> frozenset[ConceptKind]:
        """The kind of its concept, or those of its senses where it has none."""
        kind = self.kind(unit)
        if kind is not None:
            return frozenset({kind})
        found = map(self.glossary.find, meanings(unit))
        return frozenset(concept.kind for concept in found if concept)

    def happens(self, unit: Unit) -> bool:
        """Whether it says what happens or what is thought, rather than what is talked of."""
        kinds = self.kinds(unit)
        return bool(kinds) and kinds <= DEEDS

    def is_action(self, unit: Unit) -> bool:
        """Whether it brings no topic of its own, as in "who signed it?"."""
        return self.happens(unit) or self.is_beside(unit)

    def is_beside(self, unit: Unit) -> bool:
        return self.kind(unit) in _BESIDE or self.glossary.has(unit.concept, Trait.TOLD_BY_A_SUM)

    def is_quality(self, unit: Unit) -> bool:
        return self.kinds(unit) == {ConceptKind.QUALITY}

    def is_person(self, unit: Unit) -> bool:
        return not _PEOPLE.isdisjoint(self.kinds(unit)) or self.is_name(unit)

    def is_state(self, unit: Unit) -> bool:
        return self.glossary.has(unit.concept, Trait.STATE)

    def is_party(self, unit: Unit) -> bool:
        return self.is_person(unit) or self.is_state(unit) or self.kind(unit) is ConceptKind.INSTITUTION

    def is_place(self, unit: Unit) -> bool:
        return self.kind(unit) is ConceptKind.PLACE

    def names(self, unit: Unit) -> bool:
        """Whether it names one thing alone: nothing points at it with "this"."""
        return self.kind(unit) in NAMED

    def is_name(self, unit: Unit) -> bool:
        """Whether it may be a name that nobody knows."""
        return not self.kinds(unit) and may_be_name(unit)

    def is_value(self, unit: Unit) -> bool:
        return is_value(unit)


def alike(unit: Unit, others: Iterable[Unit]) -> bool:
    """Whether any of ``others`` may mean the same."""
    return any(not unit.keys.isdisjoint(other.keys) for other in others)


def small_words(language: Language) -> frozenset[str]:
    """The words of ``language`` that say how a thing stands to others, with all its grammar."""
    return function_words(language) | language.once(_locatives)


def _locatives(language: Language) -> frozenset[str]:
    return frozenset(map(fold_text, language.read(ConceptsFile).locatives))
