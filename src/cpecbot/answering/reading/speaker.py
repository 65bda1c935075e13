"""Whose words a question asks for: "what did China say about Taiwan", «موقف پاکستان از غزه چیست»."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.answering.meanings import means_something
from cpecbot.language.concepts.concept import ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.questions.about import about_words
from cpecbot.language.speech.asking import asked_of
from cpecbot.language.text.cues.references import References
from cpecbot.languages import Language
from cpecbot.models import QuestionKind, Unit

_SPEAKING = frozenset({ConceptKind.PERSON, ConceptKind.INSTITUTION, ConceptKind.TITLE, ConceptKind.ROLE})
# Questions for what somebody says; who asks how much somebody pledged asks for a sum.
_OPEN = frozenset({QuestionKind.TOPIC, QuestionKind.YES_NO, QuestionKind.WHY})
_RANKS = (ConceptKind.PERSON, None, ConceptKind.INSTITUTION, ConceptKind.PLACE, ConceptKind.TITLE)


def speaker_in(
    text: str, language: Language, units: Sequence[Unit], glossary: Glossary, kind: QuestionKind
) -> Unit | None:
    """The unit of ``text``, a question of ``kind``, that is asked what it says; None where nobody is.

    The place in the question tells it, too, of somebody with a title or of no known word: «وزیر نیرو چه گفت».
    Whose words both sides gave is whatever either said, so that asks for nobody's.
    """
    if any(glossary.has(unit.concept, Trait.BOTH_PARTIES) for unit in units):
        return None
    asked = sorted(about_words(language).speakers(text), key=len)
    within = [[unit for unit in units if place.contains(unit.span) and not unit.light] for place in asked]
    known = (speaking(each, glossary) for each in within)
    likely = (min(each, key=lambda unit: _rank(unit, glossary)) for each in within if each)
    found = next(filter(None, known), None) or next((each for each in likely if _has_rank(each, glossary)), None)
    return found or (_beside_verb(text, language, units, glossary) if kind in _OPEN else None)


def _beside_verb(text: str, language: Language, units: Sequence[Unit], glossary: Glossary) -> Unit | None:
    """The unit that stands where whoever says what is asked for does: "what has the minister pledged"."""
    known = [unit.span for unit in units if unit.concept]
    for place in asked_of(text, language, known):
        within = [unit for unit in units if place.contains(unit.span) and not unit.light]
        likely = [unit for unit in within if _has_rank(unit, glossary) or unit.named]
        if likely and not _another_says(text[likely[-1].span.end : place.end], language):
            return min(likely, key=lambda unit: _rank(unit, glossary))
    return None


def _another_says(rest: str, language: Language) -> bool:
    """Whether ``rest``, between a name and the verb, ends with a pronoun: "which government do they want"."""
    words = rest.split()
    return bool(words) and language.once(References).opening(words[-1]) is not None


def speaking(units: Sequence[Unit], glossary: Glossary) -> Unit | None:
    """The one of ``units`` that speaks, if all of them tell who that is."""
    telling = [unit for unit in units if not unit.light]
    if not telling or not all(may_speak(unit, glossary) for unit in telling):
        return None
    return min(telling, key=lambda unit: _rank(unit, glossary))


def may_speak(unit: Unit, glossary: Glossary) -> bool:
    """Whether ``unit`` names somebody, a body or a state, or may."""
    if unit.concept is None:
        means_nothing = not means_something(unit)
        return unit.named or means_nothing or unit.text[:1].isupper()
    concept = glossary.find(unit.concept)
    return concept is not None and (concept.kind in _SPEAKING or glossary.has(unit.concept, Trait.STATE))


def _has_rank(unit: Unit, glossary: Glossary) -> bool:
    return unit.concept is not None and _rank(unit, glossary) < len(_RANKS)


def _rank(unit: Unit, glossary: Glossary) -> int:
    """A person before a country: "the Chinese foreign minister Wang Yi"."""
    concept = glossary.concepts.get(unit.concept) if unit.concept else None
    kind = concept.kind if concept else None
    return _RANKS.index(kind) if kind in _RANKS else len(_RANKS)
