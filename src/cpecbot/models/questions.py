"""What is asked: a question as understood, and how it is to be answered."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from cpecbot.languages import Language
from cpecbot.models.texts import Quote, Sentence, Span


class QuestionKind(StrEnum):
    """The kind of thing a question asks for."""

    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    HOW_MANY = "how_many"
    HOW_MUCH = "how_much"
    WHY = "why"
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
    TIME = "time"
    FREQUENCY = "frequency"


class Filters(Struct, frozen=True):
    """Limits that a person put on the sources; empty means no limit."""

    sources: tuple[str, ...] = ()
    languages: tuple[Language, ...] = ()
    published_from: date | None = None
    published_to: date | None = None


NO_LIMITS = Filters()


class Unit(Struct, frozen=True):
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


class Query(Struct, frozen=True):
    """A question as understood: ``text`` is what remains of it after its filters are taken out.

    ``counted`` is the unit whose number is asked for, as the rounds in "how many rounds"; ``measured`` the property
    whose value is; ``members`` the concept of the class whose members are, as in "which countries"; ``lemmas`` are the
    keys of all content words, for retrieval in the question's own language;
    ``naming`` says that it asks what somebody or something is called, ``which`` is the noun of which it asks which one;
    ``people`` that people are counted, whatever they are called;
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
    naming: bool = False
    which: Unit | None = None
    people: bool = False


class Turn(Struct, frozen=True):
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


class AskOptions(Struct, frozen=True):
    """How to answer.

    ``limit`` quotes at once, at most ``per_source`` of one article, from ``languages`` and ``sources`` only; none means
    all. A person is shown ``at_first`` of them, where that is given, and asks for the rest.
    ``fallback_language`` decides when the question's own script and words do not; ``spoken`` is the language to answer
    in, whatever that of the question, where somebody chose one. ``previous`` is the turn that a follow-up continues,
    ignored when older than a few minutes at ``now`` (seconds since the epoch).
    """

    limit: int = 5
    per_source: int = 2
    at_first: int | None = None
    languages: tuple[Language, ...] = ()
    sources: tuple[str, ...] = ()
    fallback_language: Language | None = None
    spoken: Language | None = None
    previous: Turn | None = None
    now: float = 0.0


class Hit(Struct, frozen=True):
    """A retrieved sentence. ``score`` compares only within one result list."""

    sentence: Sentence
    score: float
