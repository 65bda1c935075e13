"""What is read: articles and their sentences, what these say, and the words that are quoted of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from msgspec import Struct

from cpecbot.languages import Language


class Span(Struct, frozen=True, gc=False, array_like=True, order=True):
    """A half-open range ``[start, end)`` of code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def slice(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def overlaps_any(self, others: Iterable[Span]) -> bool:
        start, end = self.start, self.end
        return any(start < other.end and other.start < end for other in others)

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def gap(self, other: Span) -> int:
        """How many code points stand between the two."""
        return max(self.start - other.end, other.start - self.end, 0)

    def between(self, other: Span) -> Span:
        """What stands between the two; nothing, at the start of the later one, where they overlap."""
        first, last = sorted((self, other))
        return Span(min(first.end, last.start), last.start)

    def shift(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Article:
    """One article as stored, with only what it states of itself.

    ``text`` is never edited. ``outlet``, ``place`` and ``published`` are None when the article does not state them;
    ``cites`` names the agencies or outlets that it says it draws on. ``elsewhere`` is what those names are in other
    languages, and ``also_called`` every form of each, as far as the glossary knows. A ``primary`` one is marked as the
    full text of a statement, which the others report.
    """

    source: str
    text: str
    language: Language
    outlet: str | None = None
    place: str | None = None
    published: date | None = None
    title: str | None = None
    url: str | None = None
    cites: tuple[str, ...] = ()
    primary: bool = False
    elsewhere: Mapping[str, Mapping[Language, str]] = field(default_factory=dict, compare=False)
    also_called: Mapping[str, frozenset[str]] = field(default_factory=dict, compare=False)

    def called(self, name: str, language: Language) -> str:
        """What an outlet or a place that the article names is called in ``language``; as stated where nobody knows."""
        return self.elsewhere.get(name, {}).get(language, name)


class SentenceKind(StrEnum):
    BODY = "body"
    BULLET = "bullet"
    HEADING = "heading"


class Sentence(Struct, frozen=True, array_like=True):
    """A statement of an article: ``text == article.text[span.start:span.end]``, no surrounding white space.

    ``reading`` is what is read: of the same length, without the line breaks of a wrapped text; ``text`` where None.
    """

    source: str
    span: Span
    text: str
    kind: SentenceKind
    language: Language
    unwrapped: str | None = None

    @property
    def reading(self) -> str:
        return self.text if self.unwrapped is None else self.unwrapped


class TermKind(StrEnum):
    """Where a term comes from; cross-language matching runs over CONCEPT, SENSE, NAME and VALUE.

    A SENSE is a concept that only the general vocabulary knows, one of those that its word may mean. A PART is the
    lemma of a word inside a phrase that means something of its own, a CONSTITUENT what that word means by itself.
    """

    LEMMA = "lemma"
    PART = "part"
    CONCEPT = "concept"
    SENSE = "sense"
    CONSTITUENT = "constituent"
    NAME = "name"
    VALUE = "value"


class Term(Struct, frozen=True, gc=False, array_like=True):
    """An indexable unit of a text. ``key`` is unique across kinds; ``span`` is where it stands in that text."""

    key: str
    kind: TermKind
    span: Span


class ValueKind(StrEnum):
    """The typed values a sentence can hold, normalised across languages, digits and calendars."""

    ORDINAL = "ordinal"
    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    QUANTITY = "quantity"
    VERSION = "version"
    SCORE = "score"
    DATE = "date"
    WEEKDAY = "weekday"
    RELATIVE_DAY = "relative_day"
    DURATION = "duration"
    TIME = "time"


MOMENTS = frozenset({ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.RELATIVE_DAY, ValueKind.TIME})
"""The kinds of values that tell when something happens."""


class Value(Struct, frozen=True, gc=False, array_like=True):
    """A number, ordinal, sum, date or the like, where ``span`` stands in the text it was read from.

    Numbers: ``low`` and ``high`` bound the amount inclusively (equal when exact); None leaves that side open, so
    "more than 30 billion dollars" is MONEY, low 30e9, high None, unit "USD". ``unit`` is an ISO 4217 code for MONEY,
    a concept key for QUANTITY and DURATION (``kilometre``, ``year``) and for an ORDINAL that is the ``minute`` of a
    match, the ISO weekday ``1``–``7`` for WEEKDAY, in ASCII digits the version for VERSION and "3-1" for SCORE. A part
    of a whole is a PERCENT: half of it is 50. A TIME of day counts minutes since midnight; its ``unit`` is ``half_day``
    where nobody told which half of the day it is in. Dates: ``first`` and ``last`` are the inclusive Gregorian days
    that the expression covers, so a year contains its days; ``year_known`` is False for a day and month with no year
    (then the year of ``first`` is the article's, or 1 when that is unknown too). Both are None where the month of a
    day is not told, or its calendar has no rule here; ``low`` and ``high`` then are the numbers of the days, if
    written. So are those of a RELATIVE_DAY ("yesterday") of an article without a date, and of "the same day". A
    ``vague`` amount is a word for many ("hundreds", "several million"), of which ``low`` is the least that it can be.
    """

    kind: ValueKind
    span: Span
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    first: date | None = None
    last: date | None = None
    year_known: bool = True
    vague: bool = False


class SaidBy(Struct, frozen=True, gc=False):
    """Who says something, in ``words`` of the article.

    ``concept`` is what these stand for, where the glossary knows it. A ``person`` is called alike in every language.
    """

    words: str
    concept: str = ""
    person: bool = False


class Quote(Struct, frozen=True):
    """Verbatim words: ``text == article.text[span.start:span.end]``.

    ``highlights`` are the answering words, in code points of the article, sorted, inside ``span``, not overlapping.
    ``gloss`` lists the matched key terms in the asker's language when the quote is in another one. ``copies`` are the
    other sources that print the same passage in the same words, of which it is the one voice. ``speaker`` is who says
    it, where the article tells that. ``mentions`` are the words of the question, as asked, that it
    speaks of.
    """

    source: str
    span: Span
    text: str
    language: Language
    score: float = 0.0
    highlights: tuple[Span, ...] = ()
    gloss: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    speaker: SaidBy | None = None
    mentions: tuple[str, ...] = ()
