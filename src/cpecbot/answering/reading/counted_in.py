"""What a question counts by: a unit, which tells the property that it asks for ("how many hectares"), or people."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.language.questions.questions_file import QuestionsFile
from cpecbot.language.text.folding import fold_text
from cpecbot.language.values.finding import find_values
from cpecbot.language.values.units import SCALES
from cpecbot.languages import Language
from cpecbot.models import Measured, Span, Value, ValueKind

# Any number: the question is read as an answer that tells it.
_NUMBER = "7"
_COUNTED = frozenset({ValueKind.QUANTITY, ValueKind.DURATION})


def counted_in(text: str, language: Language, asking: Sequence[Span]) -> tuple[Measured | None, Span] | None:
    """The property that is told in the unit right behind the words ``asking``, and where that unit stands.

    A length may be a height or a distance as well, so that kilometres tell no property.
    """
    found = [unit for last in reversed(asking) if (unit := _behind(last.end, text, language, asking[0].start))]
    return next((unit for unit in found if unit[0]), next(iter(found), None))


def counts_people(text: str, language: Language, asking: Sequence[Span]) -> bool:
    """Whether a word for people is among the words ``asking``: چند نفر."""
    people = language.once(_people)
    return any(fold_text(place.slice(text)) in people for place in asking)


def means_people(word: str, language: Language) -> bool:
    """Whether ``word`` means nothing but people: the کسانی of چه کسانی."""
    return fold_text(word) in language.once(_people)


def _people(language: Language) -> frozenset[str]:
    return frozenset(map(fold_text, language.read(QuestionsFile).people))


def _behind(end: int, text: str, language: Language, start: int) -> tuple[Measured | None, Span] | None:
    told = f"{text[:start]}{_NUMBER}{text[end:]}"
    value = next((each for each in find_values(told, language) if each.span.start == start), None)
    if value is None or value.kind not in _COUNTED:
        return None
    return _only_property(value), Span(end, end + len(value.span) - len(_NUMBER))


def _only_property(value: Value) -> Measured | None:
    fitting = [measured for measured, scale in SCALES.items() if scale.fits(value, cued=False)]
    return fitting[0] if len(fitting) == 1 else None
