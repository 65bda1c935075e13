"""What the letters of a script may stand for, from the tables of the languages that are written in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum, auto

from msgspec import Struct

from cpecbot.language.names.names_file import OPTIONAL, SELDOM, THEN, VOWELS, NamesFile
from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Language

_START, _END = "^", "$"
# Two letters for one long vowel.
_DOUBLED = frozenset({"aa", "ee", "ii", "oo", "uu"})


class Writing(Enum):
    """What a spelling tells of the vowels: all, the long ones, or more than are spoken, one with each syllable."""

    ALL_VOWELS = auto()
    LONG_VOWELS = auto()
    SYLLABLES = auto()


class Sound(Struct, frozen=True):
    """What one letter, or several together, may be heard as: ``often``, or ``seldom``.

    A ``long`` vowel is written as one; an ``optional`` sound may be missing in another spelling.
    """

    often: frozenset[str]
    seldom: frozenset[str] = frozenset()
    long: bool = False
    optional: bool = False

    @property
    def vowel(self) -> bool:
        return not self.often.isdisjoint(VOWELS)

    @property
    def consonant(self) -> bool:
        return not self.often <= VOWELS


class Reading(Struct, frozen=True, eq=False):
    """A name as a row of sounds; each reading is equal to itself alone, so that what was worked out of it is kept.

    A letter may show that its long vowels are ``exact``; ``loose`` are letters that show they are not.
    """

    sounds: tuple[Sound, ...]
    writing: Writing
    exact: bool = False
    loose: frozenset[str] = frozenset()


class Spellings:
    """The spellings of one script; the longest that fits counts."""

    def __init__(self, spellings: Mapping[str, tuple[Sound, ...]], writing: Writing = Writing.ALL_VOWELS) -> None:
        self._spellings = spellings
        self._longest = max(map(len, spellings), default=1)
        self.writing = writing
        self.readings: dict[str, str] = {}
        self._exact: set[str] = set()
        self._loose: set[str] = set()

    def add(self, file: NamesFile) -> None:
        """What a language tells beside its sounds."""
        self.readings |= file.readings
        self._exact |= set(fold_text(file.exact).split())
        self._loose |= set(fold_text(file.loose).split())

    def reading(self, name: str, sounds: Iterable[Sound]) -> Reading:
        """A reading of ``name`` with what its letters show of its long vowels."""
        marked = f"{_START}{name}{_END}"
        exact = any(letters in marked for letters in self._exact)
        return Reading(tuple(sounds), self.writing, exact, frozenset(each for each in self._loose if each in marked))

    def sounds(self, name: str) -> Iterator[Sound]:
        marked = f"{_START}{name}{_END}"
        place = 0
        while place < len(marked):
            for length in range(min(self._longest, len(marked) - place), 0, -1):
                found = self._spellings.get(marked[place : place + length])
                if found is not None:
                    break
            else:
                length, found = 1, _unlisted(marked[place])
            yield from found
            # What is read at the start or at the end leaves the mark of the other end alone.
            place += length


def _unlisted(letter: str) -> tuple[Sound, ...]:
    return () if letter in (_START, _END) else (Sound(frozenset({letter})),)


def read_spellings(languages: Iterable[Language]) -> Spellings | None:
    """The spellings of all ``languages``, which share a script; None where their files list no sounds."""
    files = [file for language in languages if (file := language.read(NamesFile)).sounds]
    if not files:
        return None
    spellings: dict[str, tuple[Sound, ...]] = {}
    for file in files:
        for key, sounds in parse_sounds(file.sounds).items():
            spellings[key] = _united(spellings.get(key), sounds)
    writing = Writing.ALL_VOWELS if any(file.short_vowels for file in files) else Writing.LONG_VOWELS
    table = Spellings(spellings, writing)
    for file in files:
        table.add(file)
    return table


def parse_sounds(written: Mapping[str, str]) -> dict[str, tuple[Sound, ...]]:
    """The sounds of each spelling, folded; see ``NamesFile``."""
    folded = ((fold_text(spelling), sounds) for spelling, sounds in written.items())
    return {spelling: tuple(_sounds(spelling, sounds)) for spelling, sounds in folded}


def _sounds(spelling: str, written: str) -> Iterator[Sound]:
    letters = spelling.strip(_START + _END)
    doubled = letters in _DOUBLED
    for place, part in enumerate(written.split(THEN)):
        heard = set(part.split())
        seldom = {sound for sound in heard if sound.startswith(SELDOM)}
        often = frozenset(heard - seldom - {OPTIONAL})
        long = (doubled or place > 0) and not often.isdisjoint(VOWELS)
        yield Sound(often, frozenset(sound.removeprefix(SELDOM) for sound in seldom), long, OPTIONAL in heard)


def _united(one: tuple[Sound, ...] | None, other: tuple[Sound, ...]) -> tuple[Sound, ...]:
    """A letter sounds as any of its languages lets it sound; a spelling of several sounds as the last of them says."""
    if one is None or len(one) != len(other):
        return other
    return tuple(_either(*pair) for pair in zip(one, other, strict=True))


def _either(one: Sound, other: Sound) -> Sound:
    often = one.often | other.often
    seldom = (one.seldom | other.seldom) - often
    return Sound(often, seldom, one.long or other.long, one.optional or other.optional)
