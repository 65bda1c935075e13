"""The parts of a sentence that say one thing each: "killed 17 people", "injured 94", "and destroyed 60 houses"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.expressions import expression
from cpecbot.language.text.folding import Folded, fold_text
from cpecbot.language.text.inflection.lemmas import is_listed
from cpecbot.language.text.patterns import NOTHING
from cpecbot.language.text.simplified import fold_simply
from cpecbot.languages import Language
from cpecbot.models import Span

# In folded text. A comma between figures is a part of a number, a colon that of a score or of a time.
_MARKS = r"(?<!\d),|,(?!\d)|(?<!\d):|:(?!\d)|[;()、]|\s-\s"
_WORD = expression(r"\w+")
# What a cut counts for, in words: a clause of its own is further away than the next item of a list.
_CLAUSE = 4.0
_ITEM = 2.0


class Distance(Struct, frozen=True):
    """How far apart two places are: in parts of a sentence, and in words to which each cut between them adds."""

    apart: bool
    words: float

    @property
    def rank(self) -> tuple[bool, float]:
        """What of two values is nearer: one in the same part comes before any other."""
        return self.apart, self.words


class Segments(Struct, frozen=True):
    """Where one text is cut, in code points of it, and what each cut counts for; where its words begin.

    ``asides`` name a part of what was counted before them ("including five children"), and interrupt what they stand
    in. ``scale`` is how many of the words do for one, where each character is one.
    """

    cuts: tuple[int, ...]
    costs: tuple[float, ...]
    asides: tuple[Span, ...]
    words: tuple[int, ...]
    scale: int

    def part(self, place: Span) -> int:
        """The number of the part that ``place`` begins in."""
        return bisect_right(self.cuts, place.start)

    def clause(self, place: Span) -> int:
        """The number of the clause that ``place`` begins in, the items of a list together."""
        return bisect_right(self.clauses, place.start)

    @property
    def clauses(self) -> tuple[int, ...]:
        """Where clauses begin, the first one aside."""
        return tuple(cut for cut, cost in zip(self.cuts, self.costs, strict=True) if cost >= _CLAUSE)

    def distance(self, one: Span, other: Span) -> Distance:
        if one.overlaps(other):
            return Distance(apart=False, words=0.0)
        first, last = sorted((one, other))
        skipped = [aside for aside in self.asides if first.end <= aside.start and aside.end <= last.start]
        words = self._words(first.end, last.start) - sum(self._words(each.start, each.end) for each in skipped)
        cuts = range(bisect_left(self.cuts, first.end), bisect_right(self.cuts, last.start))
        crossed = [self.costs[cut] for cut in cuts if not any(_bounds(self.cuts[cut], each) for each in skipped)]
        return Distance(bool(crossed), words + sum(crossed))

    def words_between(self, first: Span, last: Span) -> float:
        return self._words(first.end, last.start)

    def _words(self, start: int, end: int) -> float:
        return max(bisect_left(self.words, end) - bisect_left(self.words, start), 0) / self.scale


def _bounds(cut: int, aside: Span) -> bool:
    return aside.start <= cut <= aside.end


def segments(text: str, language: Language) -> Segments:
    """The parts of ``text``; those of the texts asked of last are kept."""
    return language.once(_Cutter).of(text)


class _Cutter:
    """The places at which one language cuts its sentences."""

    def __init__(self, language: Language) -> None:
        rules = grammar(language)
        self._language, self._scale = language, rules.units_per_word
        # Where words are not set apart by spaces, a space sets something else apart.
        self._marks = re.compile(_MARKS if language.profile.spaced else rf"{_MARKS}|(?<=\w)\s+(?=\w)")
        self._clauses = _before(f"{rules.clause_words} {rules.relatives}", language)
        self._items = _before(rules.conjunctions, language)
        self._asides = _before(rules.asides, language)
        self._joined = rules.joined_conjunction
        self.of = lru_cache(maxsize=2048)(self._cut)

    def _cut(self, text: str) -> Segments:
        folded = fold_simply(text, self._language)
        places: dict[int, float] = {}
        for start, cost in self._found(folded.text):
            places[start] = max(cost, places.get(start, 0.0))
        for start in self._conjoined(folded, text):
            places.setdefault(start, _ITEM)
        asides = tuple(self._aside_spans(folded.text))
        starts = tuple(sorted(places))

        def original(place: int) -> int:
            return folded.offsets[place]

        return Segments(
            tuple(map(original, starts)),
            tuple(places[start] for start in starts),
            tuple(Span(original(each.start), original(each.end)) for each in asides),
            tuple(map(original, self._words(folded.text))),
            self._scale,
        )

    def _words(self, text: str) -> list[int]:
        if self._scale > 1:
            return [place for place, character in enumerate(text) if character.isalnum()]
        return [found.start() for found in _WORD.finditer(text)]

    def _found(self, text: str) -> Iterator[tuple[int, float]]:
        for mark in self._marks.finditer(text):
            yield _beyond(text, mark.end()), _CLAUSE
        yield from ((found.start(), _CLAUSE) for found in self._clauses.finditer(text))
        yield from ((found.start(), _ITEM) for found in self._items.finditer(text))

    def _conjoined(self, folded: Folded, text: str) -> Iterator[int]:
        """Where words begin onto which a conjunction is written."""
        for found in _WORD.finditer(folded.text) if self._joined else ():
            written = folded.original(Span(*found.span())).slice(text)
            if found.group().startswith(self._joined) and self._is_joined(written):
                yield found.start()

    def _is_joined(self, word: str) -> bool:
        """Whether the conjunction is written onto ``word``, and not its first letter: وإصابة, but وزارة."""
        rest = word.removeprefix(self._joined)
        if not rest or rest == word:
            return False
        return rest.startswith(self._joined) or not is_listed(word, self._language)

    def _aside_spans(self, text: str) -> Iterator[Span]:
        for opened in self._asides.finditer(text):
            closed = self._marks.search(text, opened.end())
            if closed:
                yield Span(opened.start(), _beyond(text, closed.end()))


def _beyond(text: str, place: int) -> int:
    """The first place at or behind ``place`` that is no space."""
    while place < len(text) - 1 and text[place].isspace():
        place += 1
    return place


def _before(words: str, language: Language) -> re.Pattern[str]:
    """What finds the place before any of ``words``."""
    listed = "|".join(map(re.escape, sorted(fold_text(words).split(), key=len, reverse=True)))
    if not listed:
        return re.compile(NOTHING)
    return re.compile(rf"\b(?=(?:{listed})\b)" if language.profile.spaced else f"(?={listed})")
