"""How strongly a text puts what it tells: as thought of, as advised, as meant for all, with all force."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import ClassVar

from cpecbot.language.text.cues.marks import Marks
from cpecbot.language.text.lists import Phrases
from cpecbot.language.text.simplified import fold_simply
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.tables import Table


class Strength(StrEnum):
    """What a word says of how something is meant; the names are the keys of ``strength.toml``."""

    TENTATIVE = "tentative"
    ADVISED = "advised"
    NOTED = "noted"
    FORCEFUL = "forceful"
    ALL = "all"
    LEAVE = "leave"
    LACKING = "lacking"


class StrengthFile(Table):
    """``strength.toml``: words and phrases by what they say of how something is meant.

    ``tentative``: it is thought of, or may be. ``advised``: nobody has to. ``noted``: it is heard, and not agreed to.
    ``forceful``: it is felt or said strongly. ``all``: it holds for each and every one. ``leave``: it takes somebody's
    permission. ``lacking``: it says by its meaning that something is not, or is not done. In the longer words of
    ``none`` they say nothing of the kind.
    """

    file: ClassVar[str] = "strength.toml"

    tentative: Phrases = ()
    advised: Phrases = ()
    noted: Phrases = ()
    forceful: Phrases = ()
    all: Phrases = ()
    leave: Phrases = ()
    lacking: Phrases = ()
    none: Phrases = ()


def strengths(text: str, language: Language) -> Mapping[Strength, Span]:
    """Which of them ``text`` has words of, and where the first one stands, in its code points."""
    return language.once(_Strengths).of(text)


class _Strengths:
    """The words of one language, compiled."""

    def __init__(self, language: Language) -> None:
        file = language.read(StrengthFile)
        self._language = language
        self._marks = {each: Marks(language, getattr(file, each), file.none) for each in Strength}
        self.of = lru_cache(maxsize=2048)(self._of)

    def _of(self, text: str) -> Mapping[Strength, Span]:
        folded = fold_simply(text, self._language)
        first = {each: next(iter(marks.of(folded)), None) for each, marks in self._marks.items()}
        return {each: folded.original(span) for each, span in first.items() if span is not None}
