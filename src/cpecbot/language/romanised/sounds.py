"""How words sound, written in Latin letters or in a language's own: as names do, but for what its file says."""

from __future__ import annotations

from functools import lru_cache

from cpecbot.language.names.names_file import NamesFile
from cpecbot.language.names.sounds import undoubled
from cpecbot.language.names.spellings import Reading, Spellings, Writing, parse_sounds
from cpecbot.language.romanised.romanised_file import RomanisedFile
from cpecbot.languages import Language
from cpecbot.scripts import Script


class WordSounds:
    """Reads the words of one language aloud, in either script; what it has read it remembers."""

    def __init__(self, language: Language) -> None:
        own = parse_sounds(language.read(RomanisedFile).sounds)
        at_home = (each for each in language.peers if each.profile.script is Script.LATIN)
        latin = {key: sounds for each in at_home for key, sounds in parse_sounds(each.read(NamesFile).sounds).items()}
        names = language.read(NamesFile)
        writing = Writing.ALL_VOWELS if names.short_vowels else Writing.LONG_VOWELS
        self._latin = Spellings(latin | own)
        self._native = Spellings(parse_sounds(names.sounds) | own, writing)
        self._native.add(names)
        self.of_latin = lru_cache(maxsize=4096)(self._of_latin)
        self.of_native = lru_cache(maxsize=65536)(self._of_native)

    def _of_latin(self, word: str) -> Reading:
        """The sounds of a folded word in Latin letters."""
        return self._latin.reading(word, undoubled(self._latin.sounds(word), Writing.ALL_VOWELS))

    def _of_native(self, word: str) -> Reading:
        """The sounds of a folded word in the language's own letters."""
        return self._native.reading(word, undoubled(self._native.sounds(word), self._native.writing))
