"""Concepts: what words of different languages have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from cpecbot.languages import Language
from cpecbot.models import Span


class ConceptKind(StrEnum):
    """What sort of thing a concept stands for; LIGHT ones say only that something is or takes place.

    THING, ROLE, ACTION and QUALITY are those of the general vocabulary.
    """

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
    THING = "thing"
    ROLE = "role"
    ACTION = "action"
    QUALITY = "quality"


# What bears a name of its own.
NAMED = frozenset({ConceptKind.PLACE, ConceptKind.PERSON, ConceptKind.INSTITUTION, ConceptKind.PROJECT})
# What somebody is, as long as it is he: an office, or a part in what happens.
OFFICES = frozenset({ConceptKind.TITLE, ConceptKind.ROLE})
# What somebody does.
ACTS = frozenset({ConceptKind.ACTION, ConceptKind.STANCE})
# What somebody does, or what happens.
DEEDS = frozenset({ConceptKind.EVENT, ConceptKind.STANCE, ConceptKind.ACTION})


class Trait(StrEnum):
    """What the rules of answering and comparing know of a concept beyond its kind; its file says which it has."""

    STATE = "state"  # a country or territory; CLDR's have it without being told
    PAID = "paid"  # "budget", "trade": its amount is a sum of money
    TOLD_BY_A_SUM = "told_by_a_sum"  # "cost": a sum beside its wider concept says it, whatever the verb
    TOLD_BY_AN_ORDINAL = "told_by_an_ordinal"  # "round": the sixth dialogue is its sixth round
    COMPLETES_YEARS = "completes_years"  # "anniversary": the 75th is told by 75 years, too
    MEASURES_TIME = "measures_time"  # "year": a period or an anniversary tells how many
    OTHER_TIME = "other_time"  # "next": speaks of another occurrence than the one reported
    BOTH_PARTIES = "both_parties"  # "the two sides": stands for each country that the article is about
    WIDESPREAD = "widespread"  # "disaster": it reaches over many places at once, and so do its kinds
    TITLED = "titled"  # "novel": one is known by its title
    MUTUAL = "mutual"  # "accompany": of the two, whoever is not named in the question is asked for
    PEOPLE = "people"  # "nationals": names whose people are counted


class Members(Struct, frozen=True):
    """What belongs to a class, told by its kind or a trait; ``least`` of them make an enumeration."""

    of: ConceptKind | Trait
    least: int


class Concept(Struct, frozen=True):
    """A thing and its written forms; the first form of a language is the one to show.

    ``broader`` holds the keys of the concepts that this one is a kind or a part of. A form that starts with ``=`` is
    taken letter for letter: same case, no affixes. ``members`` is what a class such as "sector" asks for.
    """

    key: str
    kind: ConceptKind
    forms: Mapping[Language, tuple[str, ...]]
    broader: tuple[str, ...] = ()
    traits: frozenset[Trait] = frozenset()
    members: Members | None = None

    def belongs(self, members: Members) -> bool:
        """Whether this is one of ``members``."""
        return self.kind is members.of or members.of in self.traits

    @property
    def is_name(self) -> bool:
        """Whether a language that has capitals writes it with one: "Gaza", and not "airport"."""
        return any(forms[0].removeprefix("=")[:1].isupper() for forms in self.forms.values() if forms)


class ConceptMatch(Struct, frozen=True, array_like=True):
    """A concept found in a text: ``language`` is that of the form which matched, not of the text.

    ``implied`` says that the text names only a kind or a part of it: of the country where it speaks of the city. One of
    several senses of a word is ``general``: only the general vocabulary knows it. A ``part`` is what a word means by
    itself within a phrase of the field that means something of its own.
    """

    concept: str
    span: Span
    language: Language
    implied: bool = False
    general: bool = False
    part: bool = False


def of_the_field(matches: Iterable[ConceptMatch]) -> tuple[ConceptMatch, ...]:
    """Those of ``matches`` that are concepts of the field, and neither senses of the general vocabulary nor parts."""
    return tuple(match for match in matches if not match.general and not match.part)
