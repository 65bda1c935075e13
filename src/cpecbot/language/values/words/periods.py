"""Words of periods: decades and centuries, and those told by their distance from the article ("early next month")."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from cpecbot.language.text.phrases import PhraseTable
from cpecbot.language.values.words.dates_file import DatesFile, Part, Stretch
from cpecbot.language.values.words.lists import flags, listed
from cpecbot.languages import Language


class DecadeName(Struct, frozen=True):
    """``year`` is the first one within a century; one that is ``announced`` is a decade only behind such a word."""

    year: int
    announced: bool


class PeriodWords(Struct, frozen=True):
    """Words of decades, of centuries and of the tens of years that somebody has lived."""

    decade_endings: PhraseTable[bool]
    decades_after: PhraseTable[bool]
    decades_before: PhraseTable[bool]
    decade_names: PhraseTable[DecadeName]
    decades_announced_by: PhraseTable[bool]
    decades_not_after: PhraseTable[bool]
    decades_not_before: PhraseTable[bool]
    centuries: PhraseTable[int]
    centuries_before: PhraseTable[bool]
    centuries_after: PhraseTable[bool]
    centuries_after_numbers: PhraseTable[bool]
    century_links: PhraseTable[bool]
    tens_of_years: PhraseTable[int]
    tens_marks: PhraseTable[bool]
    over_tens: PhraseTable[bool]

    @property
    def starting(self) -> tuple[PhraseTable[Any], ...]:
        """The tables of words that a decade or a century can begin with."""
        return (
            self.decades_before, self.decade_names, self.centuries, self.centuries_before, self.tens_of_years,
        )  # fmt: skip


class RelativeWords(Struct, frozen=True):
    """Words of periods that are told by their distance from that of the article.

    ``names`` are such a period in one word, of a stretch and so many of it ahead; ``implied`` stands before one without
    a distance, at the beginning or end of which something is ("the end of the year"), unless they may be ``bare``.
    """

    names: PhraseTable[tuple[Stretch, int]]
    units: PhraseTable[Stretch]
    seasons: PhraseTable[bool]
    before: PhraseTable[int]
    after: PhraseTable[int]
    parts_before: PhraseTable[Part]
    parts_after: PhraseTable[Part]
    links: PhraseTable[bool]
    implied: PhraseTable[bool]
    announced_by: PhraseTable[bool]
    not_after: PhraseTable[bool]
    not_before: PhraseTable[bool]
    bare: bool

    @property
    def starting(self) -> tuple[PhraseTable[Any], ...]:
        """The tables of words that such a period can begin with."""
        return (self.names, self.units, self.seasons, self.before, self.parts_before)


def period_words(language: Language) -> PeriodWords:
    """The words of ``language`` alone."""
    file = language.read(DatesFile)
    return PeriodWords(
        decade_endings=flags(file.decades.endings),
        decades_after=flags(file.decades.after),
        decades_before=flags(file.decades.before),
        decade_names=PhraseTable(
            (name, DecadeName(year, bool(file.decades.announced_by))) for name, year in listed(file.decades.names)
        ),
        decades_announced_by=flags(file.decades.announced_by),
        decades_not_after=flags(file.decades.not_after),
        decades_not_before=flags(file.decades.not_before),
        centuries=PhraseTable(listed(file.centuries.relative)),
        centuries_before=flags(file.centuries.before),
        centuries_after=flags(file.centuries.after),
        centuries_after_numbers=flags(file.centuries.after_numbers),
        century_links=flags(file.centuries.links),
        tens_of_years=PhraseTable(listed(file.ages.names)),
        tens_marks=flags(file.ages.tens),
        over_tens=flags(file.ages.over),
    )


def relative_words(language: Language) -> RelativeWords:
    """The words of ``language`` alone."""
    file = language.read(DatesFile).relative
    return RelativeWords(
        names=PhraseTable(
            (phrase, (stretch, ahead)) for stretch, names in file.names.items() for phrase, ahead in listed(names)
        ),
        units=PhraseTable(listed(file.units)),
        seasons=flags(file.seasons),
        before=PhraseTable(listed(file.before)),
        after=PhraseTable(listed(file.after)),
        parts_before=PhraseTable(listed(file.parts_before)),
        parts_after=PhraseTable(listed(file.parts_after)),
        links=flags(file.links),
        implied=flags(file.implied),
        announced_by=flags(file.announced_by),
        not_after=flags(file.not_after),
        not_before=flags(file.not_before),
        bare=not file.implied,
    )
