"""Telling apart why there is no answer."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.answering.scoring import BROADER_CREDIT, Candidate
from cpecbot.answering.weighing import Weights, is_subject
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.questions.smalltalk import SmallTalk
from cpecbot.language.text.lemmas import has_dictionary, is_dictionary_word
from cpecbot.models import Query, Reason

# A passage that covers less of the question than this is no help to the asker.
NEAREST_COVERAGE = 0.15


def small_talk(text: str, smalltalk: SmallTalk) -> Reason | None:
    """The reason when ``text`` is no question at all."""
    if not any(character.isalnum() for character in text):
        return Reason.EMPTY
    if smalltalk.is_greeting(text):
        return Reason.GREETING
    return Reason.THANKS if smalltalk.is_thanks(text) else None


def nearest(found: Sequence[Candidate], glossary: Glossary) -> Candidate | None:
    """The candidate that comes closest, if it shares a subject with the question and not only its general words."""
    best = found[0] if found and found[0].coverage >= NEAREST_COVERAGE else None
    shared = [unit for unit, share in best.credit.items() if share >= BROADER_CREDIT] if best else []
    return best if any(is_subject(unit, glossary) for unit in shared) else None


def why_unanswered(query: Query, weights: Weights, near: Candidate | None) -> Reason:
    """Why no candidate covers enough of ``query``."""
    if near:
        return Reason.NEAR_TOPIC
    return Reason.GIBBERISH if _is_gibberish(query, weights) else Reason.OFF_TOPIC


def _is_gibberish(query: Query, weights: Weights) -> bool:
    """Whether every word is unknown to the articles, the glossary and the dictionary; without one nothing is proven."""
    if not has_dictionary(query.language) or not query.units:
        return False
    unknown = (unit for unit in query.units if unit in weights.unknown and not unit.concept)
    strange = [unit for unit in unknown if not is_dictionary_word(unit.text.lower(), query.language)]
    return len(strange) == len(query.units)
