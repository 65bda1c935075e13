"""What a question only offers to choose from: of "who survived, passengers or crew?" an answer has one, or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cpecbot.language.questions.kinds import Asked
from cpecbot.language.questions.questions_file import QuestionsFile
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.patterns import NOTHING, any_of, longest_first
from cpecbot.language.text.tokens import tokenize
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import QuestionKind, Unit


def with_alternatives(units: Sequence[Unit], asked: Asked, text: str, language: Language) -> tuple[Unit, ...]:
    """``units`` of the question ``text``; of one that asks who, those on both sides of an "or" weigh little.

    Where nothing else is asked about they are what it is about.
    """
    offered = {
        unit.span
        for one, other in pairwise(units if asked.kind is QuestionKind.WHO else ())
        if _is_or(text[one.span.end : other.span.start], language)
        for unit in (one, other)
    }
    if all(unit.light or unit.span in offered for unit in units):
        return tuple(units)
    return tuple(replace(unit, light=True) if unit.span in offered else unit for unit in units)


def _is_or(between: str, language: Language) -> bool:
    """Whether nothing but "or" and words of grammar stand ``between`` two units."""
    folded = fold_text(between)
    found = language.once(_or).search(folded)
    if found is None:
        return False
    rest = tokenize(f"{folded[: found.start()]} {folded[found.end() :]}")
    return all(token.text in function_words(language) for token in rest)


def _or(language: Language) -> re.Pattern[str]:
    words = any_of(longest_first(map(fold_text, language.read(QuestionsFile).alternatives)))
    if not words:
        return re.compile(NOTHING)
    return re.compile(rf"\b(?:{words})\b" if language.profile.spaced else f"(?:{words})")
