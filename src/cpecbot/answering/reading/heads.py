"""Who heads something is told by a title or by a deed: "who runs the club" asks for its president or chairman."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from cpecbot.answering.meanings import meanings
from cpecbot.language.analysis import concept_key
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import QuestionKind, Unit

# Whoever heads something, and what that is.
_THING_AND_HEAD = 2


def with_heads(units: Sequence[Unit], kind: QuestionKind, glossary: Glossary) -> tuple[Unit, ...]:
    """``units`` of a question of ``kind``; what asks who heads something is found by all that tells it.

    Beside a thing that is headed, that is: "who led" alone asks who won or went first.
    """
    if kind is not QuestionKind.WHO or len(units) < _THING_AND_HEAD:
        return tuple(units)
    return tuple(_told_otherwise(unit, glossary) for unit in units)


def _told_otherwise(unit: Unit, glossary: Glossary) -> Unit:
    actors, meant = glossary.vocabulary.actors, frozenset(meanings(unit))
    if not meant.isdisjoint(actors.heading):
        return replace(unit, keys=unit.keys | _keys(actors.heads), light=False)
    if not meant.isdisjoint(actors.heads):
        return replace(unit, keys=unit.keys | _keys(actors.said_to_head))
    return unit


def _keys(concepts: Collection[str]) -> frozenset[str]:
    return frozenset(map(concept_key, concepts))
