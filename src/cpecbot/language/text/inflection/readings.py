"""What a word of a text may be a form of, for looking it up in a vocabulary of dictionary forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.affixes import Inflections, without_possessive
from cpecbot.language.text.inflection.forms import Change, FormsFile
from cpecbot.language.text.inflection.lemmas import listed_lemma
from cpecbot.language.text.inflection.spellings import respelt
from cpecbot.languages import Language


class Readings:
    """The ways of one language to change a word, each led back to what a dictionary lists."""

    def __init__(self, language: Language) -> None:
        file = language.read(FormsFile)
        self._language = language
        self._inflections = language.once(Inflections)
        self._article = fold_text(file.inflection.article)
        self._tenses = tuple(map(fold_text, file.dictionary.tense_prefixes))
        self._shortest = file.changes.shortest
        self._affixes = tuple(map(_Affixes, file.changes.affixes))
        root = fold_text(file.changes.root)
        self._plurals: dict[int, list[_Plural]] = {}
        for pattern, singulars in file.changes.plurals.items():
            plural = _Plural(pattern, singulars, root, fold_text(file.changes.no_radicals))
            self._plurals.setdefault(plural.length, []).append(plural)

    def of(self, token: str) -> Iterator[frozenset[str]]:
        """What the folded ``token`` may be, in levels: where one of the first is known, no later one is meant.

        Itself or its lemma; what is written onto it left out; without endings, as a form of a verb, as a plural.
        """
        word = without_possessive(token)
        first = {word, listed_lemma(word, self._language)}
        if self._article and word.startswith(self._article):
            first |= {bare := word.removeprefix(self._article), listed_lemma(bare, self._language)}
        yield self._spelt(first)
        hosts = self.hosts(token) - first
        yield self._spelt(hosts | {listed_lemma(host, self._language) for host in hosts})
        yield self._spelt({form for host in {*first, *hosts} for form in self._changed(host)})

    def hosts(self, token: str) -> frozenset[str]:
        """The folded ``token`` without its ending, and what is left of it without what is written onto its front."""
        word = without_possessive(token)
        # What a tense is written onto is a verb, and looked up as one.
        tensed = {word.removeprefix(tense) for tense in self._tenses}
        return frozenset(self._inflections.without_proclitics(word)) - (tensed - {word})

    def _changed(self, word: str) -> Iterator[str]:
        bare = tuple(self._inflections.without_endings(word, self._shortest))
        yield from bare
        for affixes in self._affixes:
            yield from affixes.taken_off(word)
        for each in (word, *bare):
            for plural in self._plurals.get(len(each), ()):
                yield from plural.singulars(each)

    def _spelt(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(respelt(word, self._language) for word in words if word)


class _Affixes:
    """What one change takes for written before and behind a stem, folded."""

    def __init__(self, change: Change) -> None:
        self._before = tuple(map(fold_text, change.before))
        self._after = frozenset(map(fold_text, change.after))
        self._lengths = sorted({len(after) for after in self._after})
        self._gives = fold_text(change.gives)
        self._shortest = change.shortest

    def taken_off(self, word: str) -> Iterator[str]:
        for before in self._before:
            if word.startswith(before):
                for length in self._lengths:
                    end = len(word) - length
                    if end - len(before) >= self._shortest and word[end:] in self._after:
                        yield self._gives.replace("{}", word[len(before) : end])


class _Plural:
    """A pattern of plurals, as فواعل, whose root letters are any: قوارب."""

    def __init__(self, pattern: str, singulars: Iterable[str], root: str, no_radicals: str) -> None:
        self._no_radicals = no_radicals
        self._slots = tuple(_slots(pattern, root))
        self._singulars = tuple(tuple(_slots(each, root)) for each in singulars)

    def _fits(self, letter: str, slot: _Slot) -> bool:
        return letter not in self._no_radicals if slot.root else letter == slot.letter

    @property
    def length(self) -> int:
        """How many letters a plural of this pattern has, folded."""
        return len(self._slots)

    def singulars(self, word: str) -> Iterator[str]:
        """What ``word``, of as many letters as the pattern, may be the plural of."""
        read = dict(zip(self._slots, word, strict=True))
        if all(self._fits(letter, slot) for slot, letter in read.items()):
            for singular in self._singulars:
                yield "".join(read[slot] if slot.root else slot.letter for slot in singular)


class _Slot(NamedTuple):
    """A place in a pattern: a letter, or the one that is written there for this ``root`` letter, numbered from 1."""

    letter: str
    place: int
    root: int


def _slots(pattern: str, root: str) -> Iterator[_Slot]:
    """The places of ``pattern``; the second ل of فعالل is another letter of the root than the first."""
    folded = fold_text(pattern)
    for place, letter in enumerate(folded):
        if letter in root:
            yield _Slot(letter, 0, folded[: place + 1].count(letter))
        else:
            yield _Slot(letter, place, 0)
