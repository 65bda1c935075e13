"""The names that a collection holds, found by how they sound."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache

from cpecbot.language.names.comparing import alike
from cpecbot.language.names.finding import SYLLABLES
from cpecbot.language.names.sounds import Pronunciation
from cpecbot.language.names.spellings import Reading, Sound, Writing

# Sounds that spellings confuse, in one class each, some in two; semivowels and h, which they leave out, in none.
_CLASSES = {
    "b": ("b", "p", "f", "v"),
    "t": ("t", "d", "th", "dh"),
    "s": ("s", "z", "sh", "zh", "ch", "j", "g", "dh"),
    "k": ("k", "g", "q", "gh", "kh", "j"),
    "m": ("m",),
    "n": ("n",),
    "r": ("r", "l"),
}
_ALL = frozenset(sound for sounds in _CLASSES.values() for sound in sounds)
_MAY_BE_SILENT = frozenset({"v", "kh"})
# A name whose letters may be heard in more ways than these is found by some of them.
_MOST_KEYS = 32


class NameIndex:
    """Names by their sound, read when it is first asked."""

    def __init__(self, pronunciation: Pronunciation, names: Iterable[str] = ()) -> None:
        """``names`` are folded forms (see ``finding``)."""
        self._pronunciation = pronunciation
        self._names = tuple(names)
        self._forms = frozenset(self._names)
        self.like = lru_cache(maxsize=4096)(self._like)

    def __contains__(self, form: str) -> bool:
        return form in self._forms

    def _like(self, name: str) -> frozenset[str]:
        """Those of the names that ``name`` may be another spelling of, itself left out unless it is in syllables."""
        if name.startswith(SYLLABLES):
            return self._in_syllables & {name}
        found: set[str] = set()
        for reading in self._readings(name):
            near = {each for key in heard_keys(reading) for each in self._by_sound.get(key, ())}
            found.update(form for form, other in near if form not in found and alike(reading, other))
        return frozenset(found - {name})

    def sound_alike(self, one: str, other: str) -> bool:
        """Whether two folded names may be spellings of one."""
        return any(alike(a, b) for a in self._readings(one) for b in self._readings(other))

    def _readings(self, form: str) -> tuple[Reading, ...]:
        return self._pronunciation.readings(form)

    @cached_property
    def _in_syllables(self) -> frozenset[str]:
        return frozenset(name for name in self._names if name.startswith(SYLLABLES))

    @cached_property
    def _by_sound(self) -> dict[str, list[tuple[str, Reading]]]:
        """The names with the readings of them that are heard alike."""
        groups: dict[str, list[tuple[str, Reading]]] = {}
        for name in self._names:
            for reading in () if name.startswith(SYLLABLES) else self._readings(name):
                for key in heard_keys(reading):
                    groups.setdefault(key, []).append((name, reading))
        return groups


def heard_keys(reading: Reading) -> frozenset[str]:
    """The rows of classes that ``reading`` may be heard as; doubled ones are one."""
    rows = {""}
    for place, sound in enumerate(reading.sounds):
        classes = sound_classes(sound)
        if "r" in classes and _closes(reading, place):
            classes |= {""}
        longer = {row if row.endswith(each) else row + each for row in rows for each in classes}
        rows = longer if len(longer) <= _MOST_KEYS else {row + min(classes) for row in rows}
    return frozenset(rows)


def _closes(reading: Reading, place: int) -> bool:
    """Whether no vowel follows; scripts of syllables leave an r out there."""
    following = reading.sounds[place + 1 : place + 2]
    return reading.writing is not Writing.LONG_VOWELS and not (following and following[0].vowel)


@lru_cache(maxsize=4096)
def sound_classes(sound: Sound) -> frozenset[str]:
    heard = sound.often | sound.seldom
    found = frozenset(name for name, sounds in _CLASSES.items() if not heard.isdisjoint(sounds))
    voiced = heard <= _ALL and not heard & _MAY_BE_SILENT and not sound.optional
    return found if voiced else found | {""}
