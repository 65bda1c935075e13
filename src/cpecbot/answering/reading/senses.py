"""What the words of a question may mean by the general vocabulary, beside what they are found by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from cpecbot.language.analysis import concept_key
from cpecbot.language.concepts.concept import ConceptKind, ConceptMatch
from cpecbot.language.concepts.vocabulary import Vocabulary
from cpecbot.language.text.overlaps import Overlaps
from cpecbot.models import Span, Unit

# The senses of a word or a phrase, by its place.
Senses = Mapping[Span, Sequence[ConceptMatch]]


def senses_by_place(
    senses: Iterable[ConceptMatch], known: Sequence[Span], taken: Sequence[Span], grammar: Sequence[Span]
) -> Senses:
    """Those of ``senses`` that stand neither in what is ``taken``, nor in mere ``grammar``, nor in part of a concept.

    ``known`` are the places of the concepts of the field: a phrase may hold one, as "world cup" does.
    """
    found: dict[Span, list[ConceptMatch]] = {}
    at_known, at_grammar, at_taken = Overlaps(known), Overlaps(grammar), Overlaps(taken)
    for match in senses:
        place = match.span
        cut = any(not place.contains(known[each]) for each in at_known.of(place))
        small = any(grammar[each].contains(place) for each in at_grammar.of(place))
        if not cut and not small and not at_taken.of(place):
            found.setdefault(place, []).append(match)
    return found


def with_senses(units: Sequence[Unit], senses: Senses, text: str, vocabulary: Vocabulary) -> Iterator[Unit]:
    """``units`` with the ``senses`` of their places.

    The words of a phrase are found by its sense, too: what "came back" says is one word elsewhere. Where all of them
    are but grammar ("take off"), the phrase is a unit of its own.
    """
    at_units, at_senses, places = Overlaps(unit.span for unit in units), Overlaps(senses), list(senses)
    alone = [place for place in senses if not any(place.contains(units[each].span) for each in at_units.of(place))]
    for unit in (*units, *(Unit(place.slice(text), place, frozenset()) for place in alone)):
        here = (places[each] for each in at_senses.of(unit.span))
        meant = [match for place in here if place.contains(unit.span) for match in senses[place]]
        yield _with_senses(unit, meant, vocabulary) if meant else unit


def _with_senses(unit: Unit, meant: Sequence[ConceptMatch], vocabulary: Vocabulary) -> Unit:
    keys = {concept_key(match.concept) for match in meant if not match.implied}
    wider = {concept_key(match.concept) for match in meant if match.implied and not unit.concept}
    kinds = {vocabulary.kind(match.concept) for match in meant if match.span == unit.span and not match.implied}
    return replace(
        unit,
        keys=unit.keys | keys,
        broader=unit.broader | (wider - keys),
        light=unit.light or kinds == {ConceptKind.LIGHT},
    )
