"""What happened near a place, off its coast or on the way there, did not happen in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.folding import fold
from cpecbot.language.text.places import is_near, is_within
from cpecbot.models import Query, Span, Unit
from cpecbot.store.entries import Entry


def located(query: Query, glossary: Glossary) -> Iterator[Unit]:
    """The places of ``query`` in which, by the words around them, it happened that is asked about."""
    text = fold(query.text)
    for unit in query.units:
        if (
            _may_be_a_place(unit, glossary)
            and is_within(text, unit.span, query.language)
            and not is_near(text, unit.span, query.language)
        ):
            yield unit


def _may_be_a_place(unit: Unit, glossary: Glossary) -> bool:
    """A place that the glossary knows, or a name that it does not know."""
    if unit.concept:
        return glossary.concepts[unit.concept].kind is ConceptKind.PLACE
    return any(key.startswith("n:") for key in unit.keys)


def happened_elsewhere(entry: Entry, places: Sequence[Unit], matched: Mapping[Unit, tuple[Span, ...]]) -> bool:
    """Whether the sentence names one of ``places`` only to say that it was near."""
    named = [matched[place] for place in places if place in matched]
    if not named:
        return False
    text, language = fold(entry.sentence.text), entry.sentence.language
    return any(all(is_near(text, span, language) for span in spans) for spans in named)
