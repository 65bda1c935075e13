"""Who reports what a sentence tells, "the FO said": neither what happened nor whom it happened to."""

from __future__ import annotations

from functools import lru_cache

from cpecbot.disagreement.reading.roles_file import RolesFile
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.language.text.cues.marks import Marks
from cpecbot.languages import Language
from cpecbot.models import Sentence, Span

# So many words from the word of reporting stands who reports: "the ministry of health of Badghis said".
_REACH = 2


def reported(reading: Reading, first: int, last: int) -> bool:
    """Whether the words ``[first, last)`` stand beside a word of reporting, so that they may name who reports."""
    reach = _REACH * reading.scale
    return any(
        other - last < reach and first - other < reach
        for other in reporting_words(reading)
        if not first <= other < last
    )


def reporting_words(reading: Reading) -> tuple[int, ...]:
    """Which words of ``reading`` are those of reporting, by their places."""
    start = reading.sentence.span.start
    spans = [span.shift(start) for span in reporting(reading.sentence)]
    return tuple(place for place, word in enumerate(reading.words) if word.span.overlaps_any(spans)) if spans else ()


def reporting(sentence: Sentence) -> tuple[Span, ...]:
    """Where the words of reporting of ``sentence`` stand, in its code points."""
    return sentence.language.once(_Reporting).of(sentence.reading)


class _Reporting:
    """The words of reporting of one language."""

    def __init__(self, language: Language) -> None:
        file = language.read(RolesFile)
        self.of = lru_cache(maxsize=512)(Marks(language, (*file.saying, *file.reporting)).within)
