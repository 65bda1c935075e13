"""The youngest or the oldest whose age is asked for, by whatever word: أكبر, which else is the biggest."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cpecbot.language.analysis import concept_key
from cpecbot.language.questions.extremes import Extreme, extremes
from cpecbot.languages import Language
from cpecbot.models import Unit

# The concepts of the general vocabulary.
_CONCEPTS = {Extreme.LEAST: "youngest", Extreme.MOST: "oldest"}


def with_extreme(units: Sequence[Unit], text: str, language: Language) -> tuple[Unit, ...]:
    """``units`` of the question ``text`` on an age; the word for who has it means the youngest or the oldest."""
    found = extremes(text, language)

    def meant(unit: Unit) -> Unit:
        ends = [end for span, end in found if span.overlaps(unit.span)]
        return replace(unit, keys=unit.keys | {concept_key(_CONCEPTS[ends[0]])}, light=False) if ends else unit

    return tuple(map(meant, units))
