"""The words of a language in its own letters, found by how a spelling in Latin letters sounds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import product

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.language.names.comparing import allowed, difference
from cpecbot.language.names.index import heard_keys, sound_classes
from cpecbot.language.names.spellings import Reading
from cpecbot.language.romanised.sounds import WordSounds

_CLASS = expression(r"\[\w+\]|\w")
_DOUBLED = expression(r"(.)\1+")
# The sounds of a word are told apart less surely than that.
_EXACT = 0.13
# The rarer a word, the nearer it has to be.
_STRICTER = 1.0
_MOST = 4
# What a vowel that is not written costs names; most are not, but of two words the one that has it is likelier.
_UNWRITTEN = 0.04


class Heard(Struct, frozen=True):
    """The folded ``word`` that a spelling sounds like, how far the two are apart, and how ``rare`` the word is."""

    word: str
    cost: float
    rare: float

    @property
    def apart(self) -> float:
        """How unlikely it is that the word was meant."""
        return self.cost + self.rare

    @property
    def exact(self) -> bool:
        return self.cost <= _EXACT

    @property
    def written(self) -> bool:
        """Whether it is a word of the articles, and sounds as it is spelt."""
        return self.exact and not self.rare


class NativeWords:
    """Folded words, each with how rare it is: from 0, and as much as it may be apart to be as likely as one of 0."""

    def __init__(
        self, sounds: WordSounds, words: Mapping[str, float], together: Collection[tuple[str, str]] = ()
    ) -> None:
        """``together`` are pairs of words that follow each other in a phrase."""
        self._sounds = sounds
        self._words = words
        self._together = together
        self.like = lru_cache(maxsize=4096)(self._like)

    def _like(self, spelling: str) -> tuple[Heard, ...]:
        """The words that ``spelling``, folded and in Latin letters, is near enough to, the likeliest first."""
        reading = self._sounds.of_latin(spelling)
        found = []
        for word in self._near(heard_keys(reading)):
            other, rare = self._sounds.of_native(word), self._words[word]
            limit = allowed(reading, other) - _STRICTER * rare
            cost = difference(reading, other, limit)
            if cost <= limit:
                found.append(Heard(word, cost - _left_unwritten(reading, other), rare))
        return tuple(sorted(found, key=lambda each: (each.apart, each.word))[:_MOST])

    def are_together(self, first: str, second: str) -> bool:
        """Whether two folded words follow each other in a phrase that is known."""
        return (first, second) in self._together

    def _near(self, keys: Iterable[str]) -> Iterable[str]:
        return {word for key in keys for word in self._by_outline.get(key, ())}

    @cached_property
    def _by_outline(self) -> Mapping[str, Sequence[str]]:
        """The words by the classes of their consonants: thousands are read at once, letter by letter."""
        written = "\n".join(self._words)
        classes = {ord(letter): self._classes_of(letter) for letter in set(written) - {"\n"}}
        found: dict[str, list[str]] = {}
        for word, outline in zip(self._words, written.translate(classes).split("\n"), strict=True):
            for each in _outlines(outline):
                found.setdefault(each, []).append(word)
        return found

    def _classes_of(self, letter: str) -> str:
        """The class of a consonant, or several between brackets; nothing for a vowel and what is often not heard."""
        sounds = self._sounds.of_native(letter).sounds
        first = sounds[0] if sounds else None
        if first is None or first.vowel or first.optional:
            return ""
        classes = sorted(sound_classes(first) - {""})
        return f"[{''.join(classes)}]" if len(classes) > 1 else "".join(classes)


def _outlines(classes: str) -> Iterable[str]:
    """The rows of ``classes``, one of several for each letter; doubled ones are one."""
    if "[" not in classes:
        return (_DOUBLED.sub(r"\1", classes),)
    rows = product(*(each.strip("[]") for each in _CLASS.findall(classes)))
    return {_DOUBLED.sub(r"\1", "".join(row)) for row in rows}


def _left_unwritten(latin: Reading, native: Reading) -> float:
    """What the vowels cost that the language's own letters need not write."""
    short = sum(sound.vowel and sound.optional for sound in latin.sounds)
    spoken, written = (sum(sound.vowel for sound in each.sounds) for each in (latin, native))
    return _UNWRITTEN * min(short, max(0, spoken - written))
