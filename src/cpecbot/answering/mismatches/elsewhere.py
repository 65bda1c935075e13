"""What happened near a place, off its coast or on the way there, did not happen in it, nor what happened in another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from cpecbot.answering.meanings import may_be_name, means_something
from cpecbot.answering.mismatches.rivals import Rivalry
from cpecbot.answering.mismatches.words import words_of_sentence
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.cues.places import is_destination, is_near, is_within, marks_places
from cpecbot.language.text.folding import Folded
from cpecbot.language.text.simplified import fold_simply
from cpecbot.languages import Language
from cpecbot.models import Query, Span, Unit
from cpecbot.store.entries import Entry


class Scene(Struct, frozen=True):
    """The ``unit`` that says where it happened; ``here`` tells, of another text, whether it says so of a place."""

    unit: Unit
    here: Callable[[Folded, Span, Language], bool]


def scenes(query: Query, glossary: Glossary) -> Iterator[Scene]:
    """The places of ``query`` in which, or on arriving in which, by the words around them, it happened."""
    language = query.language
    text = fold_simply(query.text, language)
    for unit in query.units:
        if _may_be_a_place(unit, glossary, language) and not is_near(text, unit.span, language):
            yield from (Scene(unit, here) for here in (is_within, is_destination) if here(text, unit.span, language))


def _may_be_a_place(unit: Unit, glossary: Glossary, language: Language) -> bool:
    """A place that the glossary knows or, where its words tell a place, a name that is no word of any meaning."""
    if unit.concept:
        return glossary.concepts[unit.concept].kind is ConceptKind.PLACE
    named = may_be_name(unit)
    return named and marks_places(language) and not means_something(unit)


def happened_elsewhere(
    entry: Entry,
    asked: Sequence[Scene],
    matched: Mapping[Unit, tuple[Span, ...]],
    told: Collection[str],
    rivalry: Rivalry,
) -> bool:
    """Whether the sentence names the place only to say that it was near, or says that it was in another.

    ``told`` are the keys of what the article speaks of.
    """
    if not asked:
        return False
    language = entry.sentence.language
    text = fold_simply(entry.sentence.reading, language)
    within = [matched[scene.unit] for scene in asked if scene.here is is_within and scene.unit in matched]
    if any(all(is_near(text, span, language) for span in spans) for spans in within):
        return True
    around = entry.surroundings
    missing = [
        scene
        for scene in asked
        if scene.unit not in matched and (scene.unit.keys.isdisjoint(told) or not around.names_nearby(scene.unit.keys))
    ]
    return any(_is_another(entry, text, scene, rivalry) for scene in missing)


def _is_another(entry: Entry, text: Folded, scene: Scene, rivalry: Rivalry) -> bool:
    """Whether the sentence says of a place that the asked one is neither in nor around that it happened there."""
    language = entry.sentence.language
    alike = language == rivalry.language
    return any(
        scene.here(text, word.span, language) and not is_near(text, word.span, language)
        for word in words_of_sentence(entry, rivalry.glossary)
        if word.telling and rivalry.is_another_place(scene.unit, word, alike=alike)
    )
