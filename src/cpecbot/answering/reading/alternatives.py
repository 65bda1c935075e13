"""What a question only offers to choose from: of "who survived, passengers or crew?" an answer has one, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from cpecbot.language.questions.kinds import Asked
from cpecbot.language.questions.questions_file import QuestionsFile
from cpecbot.language.text.cues.marks import Marks
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
    found = language.once(_or).within(between)
    if not found:
        return False
    rest = tokenize(f"{between[: found[0].start]} {between[found[0].end :]}")
    return all(token.text in function_words(language) for token in rest)


def _or(language: Language) -> Marks:
    return Marks(language, language.read(QuestionsFile).alternatives)
