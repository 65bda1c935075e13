"""Concepts: what words of different languages have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cpecbot.languages import Language
from cpecbot.models import Span


class ConceptKind(StrEnum):
    """What sort of thing a concept stands for; LIGHT ones say only that something is or takes place."""

    INSTITUTION = "institution"
    PERSON = "person"
    PLACE = "place"
    PROJECT = "project"
    POLICY = "policy"
    ECONOMY = "economy"
    EVENT = "event"
    STANCE = "stance"
    MODIFIER = "modifier"
    UNIT = "unit"
    TITLE = "title"
    QUESTION = "question"
    GENERIC = "generic"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing and its written forms; the first form of a language is the one to show.

    ``broader`` holds the keys of the concepts that this one is a kind or a part of. A form that starts with ``=`` is
    taken letter for letter: same case, no affixes.
    """

    key: str
    kind: ConceptKind
    forms: Mapping[Language, tuple[str, ...]]
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConceptMatch:
    """A concept found in a text: ``language`` is that of the form which matched, not of the text."""

    concept: str
    span: Span
    language: Language
