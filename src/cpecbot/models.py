"""The frozen values that cross rooms; reading them tells what the program is about.

Articles are cut into sentences; a question finds sentences; an answer shows them as verbatim quotes, says where the
sources disagree, and which sources are silent. All offsets are half-open and count Python code points of the article
read as UTF-8 with ``newline=''``, unless a name says UTF-16.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from cpecbot.languages import Language


@dataclass(frozen=True, slots=True, order=True)
class Span:
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

    def shift(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


# --- what is read -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Article:
    """One article as stored, with only what it states of itself.

    ``text`` is never edited. ``outlet``, ``place`` and ``published`` are None when the article does not state them;
    ``cites`` names the agencies or outlets that it says it draws on. ``elsewhere`` is what those names are in other
    languages, and ``also_called`` every form of each, as far as the glossary knows.
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
    elsewhere: Mapping[str, Mapping[Language, str]] = field(default_factory=dict, compare=False)
    also_called: Mapping[str, frozenset[str]] = field(default_factory=dict, compare=False)

    def called(self, name: str, language: Language) -> str:
        """What an outlet or a place that the article names is called in ``language``; as stated where nobody knows."""
        return self.elsewhere.get(name, {}).get(language, name)


class SentenceKind(StrEnum):
    BODY = "body"
    BULLET = "bullet"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Sentence:
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


# --- what a text says -------------------------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class Term:
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
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class Value:
    """A number, ordinal, sum, date or the like, where ``span`` stands in the text it was read from.

    Numbers: ``low`` and ``high`` bound the amount inclusively (equal when exact); None leaves that side open, so
    "more than 30 billion dollars" is MONEY, low 30e9, high None, unit "USD". ``unit`` is an ISO 4217 code for MONEY,
    a concept key for QUANTITY and DURATION (``kilometre``, ``year``) and for an ORDINAL that is the ``minute`` of a
    match, the ISO weekday ``1``–``7`` for WEEKDAY, in ASCII digits the version for VERSION and "3-1" for SCORE. A part
    of a whole is a PERCENT: half of it is 50. Dates: ``first`` and ``last`` are the inclusive Gregorian days that the
    expression covers, so a year contains its days; ``year_known`` is False for a day and month with no year (then the
    year of ``first`` is the article's, or 1 when that is unknown too). Both are None where the month of a day is not
    told, or its calendar has no rule here; ``low`` and ``high`` then are the numbers of the days, if written.
    """

    kind: ValueKind
    span: Span
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    first: date | None = None
    last: date | None = None
    year_known: bool = True


# --- what is asked ----------------------------------------------------------------------------------------------------


class QuestionKind(StrEnum):
    """The kind of thing a question asks for."""

    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    HOW_MANY = "how_many"
    HOW_MUCH = "how_much"
    YES_NO = "yes_no"
    TOPIC = "topic"


class Measured(StrEnum):
    """A property that a value may measure, and that a question may ask for."""

    MAGNITUDE = "magnitude"
    DEPTH = "depth"
    HEIGHT = "height"
    LENGTH = "length"
    EXTENT = "extent"
    WIDTH = "width"
    DISTANCE = "distance"
    AREA = "area"
    VOLUME = "volume"
    WEIGHT = "weight"
    TEMPERATURE = "temperature"
    SPEED = "speed"
    POWER = "power"
    ENERGY = "energy"
    SHARE = "share"
    PRICE = "price"
    DURATION = "duration"
    SCORE = "score"
    MINUTE = "minute"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class Filters:
    """Limits that a person put on the sources; empty means no limit."""

    sources: tuple[str, ...] = ()
    languages: tuple[Language, ...] = ()
    published_from: date | None = None
    published_to: date | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A content word or phrase of a question: a sentence matches it by holding any of ``keys``.

    ``broader`` are keys of wider concepts, whose match counts for a part. ``concept`` is the glossary key, if any.
    ``span`` is where it stands in the question. A ``light`` unit is what the question is put with rather than about, a
    ``named`` one a name that the articles spell otherwise.
    """

    text: str
    span: Span
    keys: frozenset[str]
    broader: frozenset[str] = frozenset()
    concept: str | None = None
    light: bool = False
    named: bool = False

    def __hash__(self) -> int:
        """By its place alone: a table of units is looked into for every sentence, and hashing its keys costs most."""
        return self.span.start


@dataclass(frozen=True, slots=True)
class Query:
    """A question as understood: ``text`` is what remains of it after its filters are taken out.

    ``counted`` is the unit whose number is asked for, as the rounds in "how many rounds"; ``measured`` the property
    whose value is; ``members`` the concept of the class whose members are, as in "which countries"; ``lemmas`` are the
    keys of all content words, for retrieval in the question's own language;
    ``speaker`` the unit whose own words are asked for: "what did China say about …". ``told`` are the quotes beyond
    which it asks: "who else?".
    """

    text: str
    language: Language
    kind: QuestionKind
    units: tuple[Unit, ...]
    filters: Filters = Filters()
    counted: Unit | None = None
    lemmas: tuple[str, ...] = ()
    measured: Measured | None = None
    members: str | None = None
    speaker: Unit | None = None
    told: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """The last question of a conversation, as resolved, for follow-ups.

    ``language`` is the code of its language, which may be gone by now; ``asked_at`` is seconds since the epoch.
    ``quoted`` is the part of its answer that the next one is about. A question that found nothing leaves no turn, but
    may be taken back: ``missed`` is the last one since.
    """

    question: str
    language: str
    asked_at: float
    quoted: str = ""
    missed: str = ""


@dataclass(frozen=True, slots=True)
class AskOptions:
    """How to answer.

    ``limit`` quotes at once, at most ``per_source`` of one article, from ``languages`` and ``sources`` only; none means
    all. A person is shown ``at_first`` of them, where that is given, and asks for the rest.
    ``fallback_language`` decides when the question's own script and words do not; ``previous`` is the turn that a
    follow-up continues, ignored when older than a few minutes at ``now`` (seconds since the epoch).
    """

    limit: int = 5
    per_source: int = 2
    at_first: int | None = None
    languages: tuple[Language, ...] = ()
    sources: tuple[str, ...] = ()
    fallback_language: Language | None = None
    previous: Turn | None = None
    now: float = 0.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A retrieved sentence. ``score`` compares only within one result list."""

    sentence: Sentence
    score: float


# --- what is answered -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quote:
    """Verbatim words: ``text == article.text[span.start:span.end]``.

    ``highlights`` are the answering words, in code points of the article, sorted, inside ``span``, not overlapping.
    ``gloss`` lists the matched key terms in the asker's language when the quote is in another one.
    """

    source: str
    span: Span
    text: str
    language: Language
    score: float = 0.0
    highlights: tuple[Span, ...] = ()
    gloss: tuple[str, ...] = ()


class Level(StrEnum):
    """How far two sides of a note are apart; shown in this order."""

    CONTRADICTION = "contradiction"
    DIFFERING = "differing"
    WORDING = "wording"
    DETAIL = "detail"


class Dimension(StrEnum):
    """What the sides of a note differ in."""

    ORDINAL = "ordinal"
    DATE = "date"
    SUM = "sum"
    COUNT = "count"
    PARTY = "party"
    PLACE = "place"
    TITLE = "title"
    LIST = "list"
    MODIFIER = "modifier"
    CONDITION = "condition"
    STANCE = "stance"
    AGENT = "agent"
    NAMING = "naming"
    STATUS = "status"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Claim:
    """A typed statement that a sentence makes.

    ``anchor`` holds the concept keys of what the claim is about; ``values`` are normalised across languages and
    comparable by equality; ``qualifiers`` say how they are meant ("open list", "bound", "expected").
    """

    source: str
    span: Span
    sentence: Span
    anchor: frozenset[str]
    dimension: Dimension
    values: frozenset[str]
    qualifiers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a note: who says these values, in which words.."""

    values: tuple[str, ...]
    quotes: tuple[Quote, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(quote.source for quote in self.quotes))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A note that sources part ways, with a verbatim quote for each side.

    ``kind`` names the rule that found it; ``subject`` is the concept key of what it is about; ``other_event`` lists
    the sources of these sides that report another event than the rest and therefore may not be speaking of this one.
    """

    kind: str
    level: Level
    subject: str
    dimension: Dimension
    sides: tuple[Side, ...]
    other_event: tuple[str, ...] = ()


class Status(StrEnum):
    ANSWERED = "answered"
    NO_ANSWER = "no_answer"


class Reason(StrEnum):
    """Why there is no answer."""

    EMPTY = "empty"
    GREETING = "greeting"
    THANKS = "thanks"
    LEAVING = "leaving"
    MORE = "more"
    GIBBERISH = "gibberish"
    OFF_TOPIC = "off_topic"
    NEAR_TOPIC = "near_topic"
    KIND_MISSING = "kind_missing"
    FILTERED_OUT = "filtered_out"


class View(StrEnum):
    """What an answer to a question about the articles themselves shows of them."""

    COUNT = "count"
    LISTING = "listing"
    NEWEST = "newest"
    OLDEST = "oldest"
    UNKNOWN = "unknown"
    REPORT = "report"
    ALONE = "alone"
    DIFFERENCES = "differences"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class About:
    """Which articles a question about them means: ``sources``, or these beside ``others``.

    ``name`` is what the asker called what is not here.
    """

    view: View
    sources: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    name: str = ""

    @property
    def is_listing(self) -> bool:
        """Whether it tells which articles there are, and nothing that a follow-up could go on from."""
        return self.view in {View.COUNT, View.LISTING, View.NEWEST, View.OLDEST, View.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to a question.

    ``quotes`` are shown at once, ``more`` on request; ``nearest`` is the closest passage when nothing answers, never a
    part of an answer. ``also_speaking`` are the last of ``more``: one passage of each further source that speaks of it
    without answering. Of these, ``without_value`` are the sources that give no date, or number, where one was asked
    for. ``silent_sources`` say nothing on it, as far as ``limits`` let them be looked at: those of the question and of
    the person. ``understood`` is the question that was in fact answered when it is not the one typed (a follow-up
    resolved, or one that was ``romanised``: typed in Latin letters in a language that has its own); ``did_you_mean``
    the corrected spelling. ``missing`` names the words of the question that no source speaks of. ``about`` is what a
    question about the articles themselves is shown of them; such an answer may be without quotes.
    """

    question: str
    language: Language
    kind: QuestionKind
    status: Status
    quotes: tuple[Quote, ...] = ()
    more: tuple[Quote, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    also_speaking: tuple[Quote, ...] = ()
    without_value: tuple[str, ...] = ()
    silent_sources: tuple[str, ...] = ()
    limits: Filters = Filters()
    nearest: Quote | None = None
    reason: Reason | None = None
    did_you_mean: str | None = None
    understood: str | None = None
    romanised: bool = False
    missing: tuple[str, ...] = ()
    about: About | None = None

    @property
    def answering(self) -> tuple[Quote, ...]:
        """Every quote that answers, those of ``more`` among them."""
        return self.quotes + self.more[: len(self.more) - len(self.also_speaking)]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """How many statements each source makes on one concept; ``counts`` follow the order of ``Coverage.sources``."""

    concept: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which source speaks of what, and which is silent."""

    sources: tuple[str, ...]
    rows: tuple[CoverageRow, ...]
