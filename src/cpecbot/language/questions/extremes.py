"""Words for who or what is the youngest or the oldest."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from cpecbot.language.questions.measured import MeasuresFile
from cpecbot.language.text.cues.marks import Marks
from cpecbot.language.text.simplified import fold_simply
from cpecbot.languages import Language
from cpecbot.models import Span


class Extreme(Enum):
    """Which end of a row of ages."""

    LEAST = "least"
    MOST = "most"


def extremes(text: str, language: Language) -> tuple[tuple[Span, Extreme], ...]:
    """Where words of ``text`` say who is the youngest or the oldest, in its code points and order."""
    return language.once(_Words).of(text)


class _Words:
    """The words of one language; those of the sentences asked of last are kept."""

    def __init__(self, language: Language) -> None:
        age = language.read(MeasuresFile).age
        self._language = language
        self._marks = {Extreme.LEAST: Marks(language, age.least), Extreme.MOST: Marks(language, age.most)}
        self.of = lru_cache(maxsize=2048)(self._found)

    def _found(self, text: str) -> tuple[tuple[Span, Extreme], ...]:
        folded = fold_simply(text, self._language)
        found = [(folded.original(span), end) for end, marks in self._marks.items() for span in marks.of(folded)]
        return tuple(sorted(found, key=lambda each: each[0]))
