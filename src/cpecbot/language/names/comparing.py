"""Whether two spellings may be one name: their sounds aligned, each difference weighed by how writers of names err.

The alignment is global (Needleman and Wunsch 1970), with costs for what transliterations disagree on, in the manner of
Kondrak's ALINE (2000): a vowel that a script does not write costs little, one that it writes costs much.
"""

from __future__ import annotations

from functools import lru_cache

from cpecbot.language.names.spellings import Reading, Sound, Writing

# A sound that is another: none of it may be left over in a name of a few letters.
UNLIKE = 1.0
_NEAR = {
    # vowels
    "a e": 0.3, "e i": 0.07, "o u": 0.1, "a o": 0.4, "a u": 0.4, "ai e": 0.15, "ai i": 0.3, "ai a": 0.4, "au o": 0.1,
    "au u": 0.3, "au a": 0.4, "e u": 0.25, "e o": 0.6, "a i": 0.8, "i u": 0.6,
    # vowels that become consonants
    "i y": 0.3, "e y": 0.2, "ai y": 0.1, "u w": 0.3, "o w": 0.4, "au w": 0.2, "v w": 0.1, "u v": 0.4, "o v": 0.5,
    # consonants
    "t th": 0.15, "d dh": 0.15, "s th": 0.2, "z dh": 0.15, "s z": 0.4, "s sh": 0.6, "j zh": 0.1, "ch j": 0.5,
    "g j": 0.5, "k q": 0.1, "g gh": 0.1, "g q": 0.3, "gh q": 0.2, "k kh": 0.4, "h kh": 0.4, "b p": 0.4,
    "f v": 0.3, "b v": 0.4, "f p": 0.5, "m n": 0.6, "r l": 0.8, "d t": 0.5, "g k": 0.35, "gh kh": 0.6, "sh zh": 0.4,
    "th z": 0.6, "s dh": 0.7, "ch sh": 0.4, "h gh": 0.7, "h g": 0.8, "gh k": 0.5,
}  # fmt: skip
_DISTANCE = {frozenset(pair.split()): cost for pair, cost in _NEAR.items()}
# Two vowels that one script writes with two letters.
_LETTERS_APART = 0.15
# Hearing a sound that is seldom heard in a letter.
_SELDOM = 0.215
# Where only long vowels are written, they tell names apart; less so in names that are at home elsewhere. For none, one
# and two spellings in such a script.
_STRESS = (1.0, 2.0, 3.0)
# A name with as many consonants is seldom one of an Arabic root.
_OF_NO_ROOT = 4
_LOOSE_STRESS = (1.0, 0.5, 1.0)

# What it costs to leave a sound out.
_OPTIONAL = 0.05
_LOST_H = 0.4
_UNWRITTEN = 0.06
# In a last syllable i and u are long, more often than not: Samir is سمير, not سمر.
_UNWRITTEN_AT_LAST = 0.3
# A vowel that only one of two scripts without short vowels writes, though it need not.
_LEFT_TO_GUESS = 0.3
# Those at either end are written.
_WRITTEN = 0.5
_LONG = 0.6
_LONG_A = 0.36
_OTHER_LONG = 0.39
_LOOSE_LONG = 0.15
# Rahmani is not Rahman.
_AT_AN_END = 0.7
# Scripts of syllables write vowels where none is spoken, but no a at the end.
_OF_A_SYLLABLE = 0.2
# Consonants that a script of syllables often leaves out where no vowel follows.
_CLOSING = {"r": 0.3, "h": 0.1, "k": 0.6, "t": 0.6, "d": 0.6, "p": 0.6, "g": 0.6, "b": 0.6, "gh": 0.6}
# Of two vowels on end one is written: Rania is رانيا, not رنا.
_HIATUS = 0.25
# Where every vowel is written, a short one may still be left out: Fahd, Fahad.
_SHORT = 0.25
_HIGH = frozenset({"i", "u"})

# How much may differ: so much, and so much more for each sound of the longer name. These and the costs above are tuned
# on one half of the names in tests/benchmarks/names.py: .89 of the spellings of one name are found there, .95 of those
# of persons, and .84 and .91 on the other half, where .984 of what is found is right.
_ALLOWED = 0.05
_PER_SOUND = 0.075
_MOST = 0.7
# More, where one of them is written in syllables that have not all sounds of the other.
_COARSE = 0.04
# Two transcriptions in one script of syllables are written almost alike.
_OF_SYLLABLES = 0.1
# Among scripts without short vowels, foreign names, which are long, are written with more or fewer long ones.
_PER_LONG = 0.2


def alike(one: Reading, other: Reading) -> bool:
    """Whether both may spell one name."""
    limit = allowed(one, other)
    return difference(one, other, limit) <= limit


def allowed(one: Reading, other: Reading) -> float:
    size = max(_size(one), _size(other))
    limit = min(_MOST, _ALLOWED + _PER_SOUND * size)
    if one.writing is other.writing is Writing.SYLLABLES:
        return _OF_SYLLABLES
    if {one.writing, other.writing} == {Writing.SYLLABLES, Writing.ALL_VOWELS}:
        return limit + _COARSE
    if one.writing is other.writing is Writing.LONG_VOWELS:
        return _between_long(one, other, limit)
    return limit


def _between_long(one: Reading, other: Reading, limit: float) -> float:
    if one.exact or other.exact:
        return min(limit, _ALLOWED + _PER_SOUND * max(_consonants(one), _consonants(other)))
    return limit + _PER_LONG * max(0, max(_size(one), _size(other)) - 5)


@lru_cache(maxsize=65536)
def _size(reading: Reading) -> int:
    return sum(sound.consonant or sound.long for sound in reading.sounds)


def difference(one: Reading, other: Reading, limit: float = float("inf")) -> float:
    """What it costs to turn ``one`` into ``other``; once that is above ``limit``, something above it."""
    loose = _loose(one, other)
    gone = _losses(one, other.writing, any(map(_is_long, other.sounds)), loose)
    added = _losses(other, one.writing, any(map(_is_long, one.sounds)), loose)
    above = [0.0]
    for cost in added:
        above.append(above[-1] + cost)
    stress = _stress(one, other)
    same = one.writing is other.writing and not loose
    for sound, lost in zip(one.sounds, gone, strict=True):
        row = [above[0] + lost]
        for place, against in enumerate(other.sounds):
            unlike = distance(sound, against, stress, same)
            row.append(min(above[place] + unlike, above[place + 1] + lost, row[place] + added[place]))
        if min(row) > limit:
            return min(row)
        above = row
    return above[-1]


def _stress(one: Reading, other: Reading) -> float:
    long = (one.writing, other.writing).count(Writing.LONG_VOWELS)
    return (_LOOSE_STRESS if _loose(one, other) else _STRESS)[long]


def _loose(one: Reading, other: Reading) -> bool:
    """Whether letters, or the length, show that two languages write here, each in its own way, a name of neither."""
    if one.exact or other.exact:
        return False
    return one.loose != other.loose or min(_consonants(one), _consonants(other)) >= _OF_NO_ROOT


@lru_cache(maxsize=65536)
def _consonants(reading: Reading) -> int:
    return sum(not sound.vowel and not sound.optional for sound in reading.sounds)


@lru_cache(maxsize=16384)
def distance(one: Sound, other: Sound, stress: float = 1.0, same: bool = False) -> float:
    """How far two sounds are apart, at their nearest; vowels ``stress`` times as far.

    Writers of the ``same`` kind of script do not hear in its vowels what others seldom do.
    """
    vowels = one.vowel and other.vowel
    if vowels and same:
        nearest = min(_between(a, b) for a in one.often for b in other.often)
        return max(nearest, _LETTERS_APART) * stress if nearest else 0.0
    by = stress if vowels else 1.0
    return min(_between(a, b) * by + cost + more for a, cost in _heard(one) for b, more in _heard(other))


def _heard(sound: Sound) -> list[tuple[str, float]]:
    return [*((each, 0.0) for each in sound.often), *((each, _SELDOM) for each in sound.seldom)]


def _between(one: str, other: str) -> float:
    return 0.0 if one == other else _DISTANCE.get(frozenset({one, other}), UNLIKE)


@lru_cache(maxsize=65536)
def _losses(reading: Reading, against: Writing, long: bool, loose: bool = False) -> tuple[float, ...]:
    """What it costs to leave out each sound in a spelling ``against`` it, which has a ``long`` vowel or none."""
    return tuple(_left_out(reading, place, against, long, loose) for place in range(len(reading.sounds)))


def _left_out(reading: Reading, place: int, against: Writing, long: bool, loose: bool) -> float:
    sound, own = reading.sounds[place], reading.writing
    if sound.optional:
        guessed = own is against is Writing.LONG_VOWELS and sound.vowel and not loose
        return _LEFT_TO_GUESS if guessed else _OPTIONAL
    if sound.vowel:
        return _vowel_left_out(reading, place, against, long, loose)
    if against is Writing.SYLLABLES and not _before_a_vowel(reading, place):
        return _CLOSING.get(min(sound.often), UNLIKE)
    return _LOST_H if sound.often == {"h"} else UNLIKE


def _vowel_left_out(reading: Reading, place: int, against: Writing, long: bool, loose: bool) -> float:
    sound, own = reading.sounds[place], reading.writing
    outer = place in (0, len(reading.sounds) - 1)
    if own is Writing.LONG_VOWELS:
        return _long_left_out(sound, outer=outer, loose=loose) if against is own else _LONG
    if against is Writing.LONG_VOWELS and not outer and not (sound.long and own is Writing.ALL_VOWELS):
        return _unwritten(reading, place, long)
    if own is Writing.SYLLABLES and place == len(reading.sounds) - 1 and sound.often == {"a"}:
        return _WRITTEN
    if Writing.SYLLABLES in (own, against):
        return _OF_A_SYLLABLE if place else _WRITTEN
    return _WRITTEN if sound.long or outer else _SHORT


def _long_left_out(sound: Sound, *, outer: bool, loose: bool) -> float:
    """What it costs that one of two scripts without short vowels does not write a vowel."""
    if outer:
        return _AT_AN_END
    if loose:
        return _LOOSE_LONG
    return _LONG_A if sound.often == {"a"} else _OTHER_LONG


def _unwritten(reading: Reading, place: int, long: bool) -> float:
    """What it costs that the vowel at ``place`` is one that is not written, beside one that is or beside none."""
    before, after = reading.sounds[place - 1], reading.sounds[place + 1]
    if any(each.vowel and not each.consonant for each in (before, after)):
        return _HIATUS
    last = place == len(reading.sounds) - 2 and any(each.vowel for each in reading.sounds[:place])
    high = last and not reading.sounds[place].often.isdisjoint(_HIGH)
    return _UNWRITTEN_AT_LAST if high and not long else _UNWRITTEN


def _is_long(sound: Sound) -> bool:
    return sound.vowel and not sound.optional


def _before_a_vowel(reading: Reading, place: int) -> bool:
    following = reading.sounds[place + 1 : place + 2]
    return bool(following) and following[0].vowel
