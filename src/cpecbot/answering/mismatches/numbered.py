"""One of a series is not another: what was said in the seventh round is not what was said in the fifth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from cpecbot.answering.meanings import is_value
from cpecbot.language.concepts.concept import NAMED, ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.values.finding import find_values
from cpecbot.models import Query, Span, Unit, ValueKind
from cpecbot.store.entries import Entry, are_beside

_THINGS = NAMED | {ConceptKind.POLICY, ConceptKind.ECONOMY}


class Numbered(Struct, frozen=True):
    """The ``number`` of one of a series, the word for the ``series``, and the ``things`` that are asked about there."""

    number: Unit
    series: Unit
    things: tuple[Unit, ...] = ()


def numbered(query: Query, glossary: Glossary) -> Iterator[Numbered]:
    """The ordinals of ``query`` that stand beside what is numbered."""
    ordinals = [each.span for each in find_values(query.text, query.language) if each.kind is ValueKind.ORDINAL]
    numbers = [unit for unit in query.units if is_value(unit) and unit.span in ordinals]
    series = [unit for unit in query.units if glossary.has(unit.concept, Trait.TOLD_BY_AN_ORDINAL)]
    things = tuple(unit for unit in query.units if unit.concept and glossary.kind(unit.concept) in _THINGS)
    yield from (Numbered(one, other, things) for one in numbers for other in series if are_beside(one.span, other.span))


def is_of_another_number(
    entry: Entry, asked: Sequence[Numbered], matched: Mapping[Unit, tuple[Span, ...]], told: frozenset[str]
) -> bool:
    """Whether the sentence numbers the series otherwise, and never as ``asked``, or its article reports another one.

    So it is where it tells but which one of the series is meant, and nothing of what is asked about there. ``told`` are
    the keys of what the article speaks of.
    """
    numbers = [value.span for value in entry.analysis.values if value.kind is ValueKind.ORDINAL] if asked else []
    edition = entry.surroundings.edition
    if any(each.number.keys.isdisjoint(told | edition) and not each.series.keys.isdisjoint(edition) for each in asked):
        return True
    if any(each.number in matched and each.things and matched.keys().isdisjoint(each.things) for each in asked):
        return True
    return any(
        each.number not in matched
        and any(are_beside(number, place) for number in numbers for place in matched.get(each.series, ()))
        for each in asked
    )
