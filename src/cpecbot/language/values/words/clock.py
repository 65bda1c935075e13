"""The words around a time of day, from ``clock.toml``."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from cpecbot.language.text.phrases import PhraseTable
from cpecbot.language.values.words.clock_file import ClockFile
from cpecbot.language.values.words.lists import flags, listed
from cpecbot.languages import Language

_HALF = 12
_DAY = 24


class PartOfDay(Struct, frozen=True):
    """From the ``first`` hour, of 24, to before the hour ``end``; night ends on the next day."""

    first: int
    end: int

    def hour(self, told: int) -> int:
        """The hour of 24 that ``told`` means in this part of the day; ``told`` itself where it lies in none."""
        both = (told % _DAY, (told + _HALF) % _DAY) if told <= _HALF else (told,)
        return next((hour for hour in both if self._holds(hour)), told)

    def _holds(self, hour: int) -> bool:
        if self.first < self.end:
            return self.first <= hour < self.end
        return hour >= self.first or hour < self.end


class ClockWords(Struct, frozen=True):
    """``named`` are hours with names of their own, such as noon.

    ``weak_hours`` make a number an hour only beside its minutes or a part of the day, ``telling`` parts make one of the
    number before them. ``not_hours`` begin like one of the ``hours``.
    """

    announced_by: PhraseTable[bool]
    hours: PhraseTable[bool]
    weak_hours: PhraseTable[bool]
    not_hours: PhraseTable[bool]
    minutes_after: PhraseTable[bool]
    minutes: PhraseTable[bool]
    fractions: PhraseTable[int]
    parts: PhraseTable[PartOfDay]
    parts_after: PhraseTable[bool]
    telling: PhraseTable[bool]
    named: PhraseTable[int]

    @property
    def starting(self) -> tuple[PhraseTable[Any], ...]:
        """The tables of words that a time can begin with."""
        return (self.announced_by, self.parts, self.named)


def clock_words(language: Language) -> ClockWords:
    """The words of ``language`` alone."""
    file = language.read(ClockFile)
    return ClockWords(
        flags(file.announced_by),
        flags(file.hours),
        flags(file.weak_hours),
        flags(file.not_hours),
        flags(file.minutes_after),
        flags(file.minutes),
        PhraseTable(listed(file.fractions)),
        PhraseTable((word, _part(hours)) for word, hours in listed(file.parts)),
        flags(file.parts_after),
        flags(file.telling_parts),
        PhraseTable(listed(file.named)),
    )


def _part(hours: str) -> PartOfDay:
    first, end = map(int, hours.split("-"))
    return PartOfDay(first, end)
