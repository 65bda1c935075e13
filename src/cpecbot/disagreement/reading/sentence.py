"""A sentence as the rules see it: words with lemmas and clauses, marks of concepts and terms, values in place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date

from msgspec import Struct

from cpecbot.disagreement.reading.grammar import Grammar, grammar
from cpecbot.disagreement.reading.occasion import UNKNOWN, Occasion
from cpecbot.models import Sentence, Span, Value, ValueKind
from cpecbot.store.entries import Entry
from cpecbot.store.surroundings import NOWHERE, Surroundings


class Word(Struct, frozen=True):
    """``text`` is folded; ``span`` counts code points of the article; ``clause`` numbers those of the sentence."""

    text: str
    lemma: str
    span: Span
    clause: int
    capital: bool


class Mark(Struct, frozen=True):
    """A concept or term at the words ``[first, last)``."""

    key: str
    first: int
    last: int


class Amount(Struct, frozen=True):
    """A value at the words ``[first, last)``."""

    value: Value
    first: int
    last: int


class Reading(Struct, frozen=True):
    """``concepts`` come from the glossary, ``terms`` from ``contrasts.toml``; both sorted by place.

    The first ``dateline`` words say where and when the report was filed, nothing of what it reports. ``states`` are the
    countries among its concepts. ``things`` are the refinery, dam or the like that it speaks of, ``works`` those that
    have a name of their own, as Karot; both named here or shortly before. ``coming`` is a sentence on a later meeting
    than the one that the article reports. ``published`` is the day of its article, where that is known, ``entry`` what
    it was made of. ``meant`` is all that its words may mean, by the glossary and the general vocabulary, ``deeds`` what
    of it is done or happens, and ``named`` what may be a name, by its folded form. Its article reports an ``occasion``.
    """

    sentence: Sentence
    words: tuple[Word, ...]
    concepts: tuple[Mark, ...]
    terms: tuple[Mark, ...]
    amounts: tuple[Amount, ...]
    dateline: int = 0
    states: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    coming: bool = False
    published: date | None = None
    meant: tuple[Mark, ...] = ()
    deeds: tuple[Mark, ...] = ()
    named: tuple[Mark, ...] = ()
    around: Surroundings = NOWHERE
    entry: Entry | None = None
    occasion: Occasion = UNKNOWN

    @property
    def years(self) -> frozenset[int]:
        """The years that its dates name."""
        dates = [amount.value for amount in self.amounts if amount.value.kind is ValueKind.DATE]
        return frozenset(day.year for date in dates if date.year_known for day in (date.first, date.last) if day)

    @property
    def ordinals(self) -> frozenset[float | None]:
        """Of which quarter, half or round it tells."""
        return frozenset(amount.value.low for amount in self.amounts if amount.value.kind is ValueKind.ORDINAL)

    @property
    def scale(self) -> int:
        """How many units of this text do for one word."""
        return self.grammar.units_per_word

    @property
    def grammar(self) -> Grammar:
        return grammar(self.sentence.language)

    def span(self, first: int, last: int) -> Span:
        """The code points of the article that the words ``[first, last)`` cover."""
        return Span(self.words[first].span.start, self.words[last - 1].span.end)

    def words_in(self, span: Span) -> tuple[int, int]:
        """The range of words that ``span`` of the article touches; at least one."""
        inside = [place for place, word in enumerate(self.words) if word.span.overlaps(span)]
        return inside[0], inside[-1] + 1

    def text(self, first: int, last: int) -> str:
        """The words ``[first, last)`` as the article writes them, on one line."""
        return self.span(first, last).shift(-self.sentence.span.start).slice(self.sentence.reading)

    def folded(self, first: int, last: int) -> str:
        return " ".join(word.text for word in self.words[first:last])

    def terms_of(self, keys: frozenset[str]) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.terms if mark.key in keys)

    def keys(self, first: int = 0, last: int | None = None) -> frozenset[str]:
        """Concepts that lie wholly in the words ``[first, last)``."""
        end = len(self.words) if last is None else last
        return frozenset(mark.key for mark in self.concepts if first <= mark.first and mark.last <= end)

    def clause_bounds(self, word: int) -> tuple[int, int]:
        """The words ``[first, last)`` of the clause that ``word`` stands in."""
        clause = self.words[word].clause
        clauses = [each.clause for each in self.words]
        return bisect_left(clauses, clause), bisect_right(clauses, clause)
