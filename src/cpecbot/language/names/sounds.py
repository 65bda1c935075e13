"""How a name sounds, read from its spelling in any script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product, zip_longest

from msgspec.structs import replace

from cpecbot.language.names.pinyin import latin, pinyin
from cpecbot.language.names.spellings import Reading, Sound, Spellings, Writing, read_spellings
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.languages import Language, Languages
from cpecbot.scripts import Script

# Letters that are left of a name when what is written onto it is taken off.
_SHORTEST_HOST = 3
_NASALS = frozenset({"m", "n"})


class Pronunciation:
    """Reads names aloud; what it has read it remembers."""

    def __init__(self, languages: Languages) -> None:
        self._tables = {script: read_spellings(languages.of_script(script)) for script in Script}
        self._latin = self._tables[Script.LATIN] or Spellings({})
        self._scripts = [(re.compile(f"[{script.letters}]"), script) for script in Script if script is not Script.LATIN]
        self._proclitics = tuple(sorted({each for language in languages for each in _proclitics(language)}))
        self.read = lru_cache(maxsize=65536)(self._read)
        self.readings = lru_cache(maxsize=65536)(self._readings)

    def _readings(self, name: str) -> tuple[Reading, ...]:
        """The folded ``name`` as it stands, and without what may be written onto it."""
        hosts = (
            name.removeprefix(written)
            for written, shortest in self._proclitics
            if name.startswith(written) and len(name) - len(written) >= shortest
        )
        return tuple(dict.fromkeys(map(self.read, (name, *hosts))))

    def _read(self, name: str) -> Reading:
        """The sounds of a folded ``name``."""
        script = next((script for letters, script in self._scripts if letters.match(name)), Script.LATIN)
        table = self._tables[script]
        if script is Script.HAN:
            syllables = pinyin(name, table.readings if table else {})
            sounds = [sound for syllable in syllables for sound in (table or self._latin).sounds(syllable)]
            return Reading(tuple(_nasals(sounds)), Writing.SYLLABLES)
        if table is None:
            return Reading(tuple(self._latin.sounds(latin(name))), Writing.ALL_VOWELS)
        spelt = name if script is not Script.LATIN or name.isascii() else latin(name)
        return table.reading(spelt, undoubled(table.sounds(spelt), table.writing))


def _proclitics(language: Language) -> Iterator[tuple[str, int]]:
    """What may be written onto a name, and how many letters it leaves; a single letter is more likely its own."""
    file = language.read(FormsFile).inflection
    for one, other in product(("", *file.conjunctions), ("", *file.prepositions)):
        written = fold_text(one + other)
        if written:
            yield written, _SHORTEST_HOST if len(written) > 1 else _SHORTEST_HOST + 1


def _nasals(sounds: Sequence[Sound]) -> Iterator[Sound]:
    """A nasal that closes a syllable before another nasal may stand for nothing: 汤姆 is Tom, 安曼 Amman."""
    for sound, following in zip_longest(sounds, sounds[1:]):
        both = following and not sound.vowel and sound.often <= _NASALS and following.often <= _NASALS
        yield replace(sound, optional=True) if both else sound


def undoubled(sounds: Iterable[Sound], writing: Writing) -> Iterator[Sound]:
    """Doubled consonants as one, where a vowel between them would have been written."""
    last = None
    for sound in sounds:
        if sound != last or writing is not Writing.ALL_VOWELS or not sound.consonant:
            yield sound
        last = sound
