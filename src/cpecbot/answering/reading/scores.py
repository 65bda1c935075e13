"""A question for the score of a match, or for the number of goals in it, is one for any score."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cpecbot.language.questions.kinds import Asked
from cpecbot.language.questions.measured import wordings
from cpecbot.language.text.folding import fold_text
from cpecbot.language.values.value_keys import SCORE_KEY
from cpecbot.languages import Language
from cpecbot.models import Measured, QuestionKind, Span, Unit


def with_scores(units: Sequence[Unit], asked: Asked, text: str, language: Language) -> tuple[Unit, ...]:
    """``units`` of the question ``text``, those that a score tells found by every score."""
    if asked.measured is Measured.SCORE and asked.spans:
        whole = Span(asked.spans[0].start, asked.spans[-1].end)
        told = next((unit for unit in units if unit.span.overlaps_any(asked.named)), None)
        score = Unit(whole.slice(text), whole, frozenset({SCORE_KEY})) if told is None else _told(told)
        return (*(unit for unit in units if unit is not told), score)
    if asked.kind is QuestionKind.HOW_MANY:
        nouns = language.once(_numbered)
        goals = frozenset().union(*(unit.keys for unit in units if fold_text(unit.text) in nouns))
        return tuple(unit if goals.isdisjoint(unit.keys) else _told(unit) for unit in units)
    return tuple(units)


def _told(unit: Unit) -> Unit:
    return replace(unit, keys=unit.keys | {SCORE_KEY})


def _numbered(language: Language) -> frozenset[str]:
    """The nouns whose number a score tells."""
    listed = dict(wordings(language))[Measured.SCORE].numbers
    return frozenset(map(fold_text, listed))
