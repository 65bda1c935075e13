"""What a unit of a question may be by its keys: something known, a name, a value, and of which kinds."""

from __future__ import annotations

from collections.abc import Iterator

from cpecbot.language.analysis import CONCEPT, NAME
from cpecbot.language.concepts.concept import DEEDS as DEEDS  # noqa: PLC0414 - known here, too
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Unit

# What the keys of values begin with.
VALUE = "v:"
# And those of a year.
YEAR = "v:year:"


def meanings(unit: Unit) -> Iterator[str]:
    """The concepts of the field and of the general vocabulary that ``unit`` may mean."""
    return (key.removeprefix(CONCEPT) for key in unit.keys if key.startswith(CONCEPT))


def means_something(unit: Unit) -> bool:
    return any(True for _ in meanings(unit))


def may_be_name(unit: Unit) -> bool:
    """Whether its writing, or what stands beside it, lets it be a name; many words of a meaning may be one as well."""
    return any(key.startswith(NAME) for key in unit.keys)


def is_value(unit: Unit) -> bool:
    return any(key.startswith(VALUE) for key in unit.keys)


def kinds_of(unit: Unit, glossary: Glossary) -> frozenset[ConceptKind]:
    """The kinds of all that ``unit`` may mean."""
    return frozenset(glossary.kind(concept) for concept in meanings(unit))


def is_deed(unit: Unit, glossary: Glossary) -> bool:
    """Whether ``unit`` is what somebody did: by what it means in the field, or else by all that it may mean."""
    if unit.concept:
        return glossary.kind(unit.concept) in DEEDS
    kinds = kinds_of(unit, glossary) - {ConceptKind.LIGHT}
    return bool(kinds) and kinds <= DEEDS
