"""Properties that are measured: how a question asks for one, and which words say that a value is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from cpecbot.language.text.lists import Phrases
from cpecbot.language.text.phrases import PhraseTable
from cpecbot.languages import Language, Lent
from cpecbot.models import Measured
from cpecbot.tables import Table


class Wording(Table):
    """The words of one property: phrases that ask for it, nouns for it, and words beside its value.

    ``not_before`` are words before which a noun means something else; ``numbers`` nouns whose number a value tells;
    ``opening`` words that open a clause with such a value and a comma; ``least`` and ``most`` are words for who has the
    least and the most of it, ``alone`` words that are such a value: twice, ``recurring`` words that say that something
    is so all the time, or time and again.
    """

    asked: Phrases = ()
    names: Phrases = ()
    not_before: Phrases = ()
    beside: Phrases = ()
    numbers: Phrases = ()
    opening: Phrases = ()
    alone: Phrases = ()
    recurring: Phrases = ()
    least: Phrases = ()
    most: Phrases = ()


_NONE = Wording()
# Told by words right beside a value alone: 三次, and no 次 further off.
_ADJOINING = frozenset({Measured.FREQUENCY})


class MeasuresFile(Table):
    """``measures.toml``: a table for each property."""

    file: ClassVar[str] = "measures.toml"

    magnitude: Wording = _NONE
    depth: Wording = _NONE
    height: Wording = _NONE
    length: Wording = _NONE
    extent: Wording = _NONE
    width: Wording = _NONE
    distance: Wording = _NONE
    area: Wording = _NONE
    volume: Wording = _NONE
    weight: Wording = _NONE
    temperature: Wording = _NONE
    speed: Wording = _NONE
    power: Wording = _NONE
    energy: Wording = _NONE
    share: Wording = _NONE
    price: Wording = _NONE
    duration: Wording = _NONE
    score: Wording = _NONE
    minute: Wording = _NONE
    age: Wording = _NONE
    time: Wording = _NONE
    frequency: Wording = _NONE

    def wordings(self) -> Iterator[tuple[Measured, Wording]]:
        return ((measured, getattr(self, measured)) for measured in Measured)


def cues(language: Language) -> PhraseTable[Measured]:
    """Which property the words beside a value name, in a text of ``language``."""
    return language.once(_cues)


def _cues(language: Language) -> PhraseTable[Measured]:
    files = (each.read(MeasuresFile) for each in language.with_lenders(Lent.VALUES))
    return PhraseTable(
        (phrase, measured)
        for file in files
        for measured, wording in file.wordings()
        if measured not in _ADJOINING
        for phrase in (*wording.beside, *(wording.names if measured is not Measured.MINUTE else ()))
    )


def wordings(language: Language) -> Iterator[tuple[Measured, Wording]]:
    """The words of each property in ``language`` alone."""
    return language.read(MeasuresFile).wordings()
