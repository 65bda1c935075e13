"""What is answered: quotes with what is said around them, and notes of differences."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from cpecbot.languages import Language
from cpecbot.models.changes import Changes
from cpecbot.models.questions import NO_LIMITS, Filters, Measured, QuestionKind
from cpecbot.models.texts import Quote, Span


class Level(StrEnum):
    """How far two sides of a note are apart; shown in this order.

    A DEVELOPMENT is a figure that grew: each side tells it as of its own day.
    """

    CONTRADICTION = "contradiction"
    DIFFERING = "differing"
    DEVELOPMENT = "development"
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


class Claim(Struct, frozen=True):
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


class Side(Struct, frozen=True):
    """One side of a note: who says these values, in which words; ``as_of`` which day, where days are told apart."""

    values: tuple[str, ...]
    quotes: tuple[Quote, ...]
    as_of: date | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """Those that are quoted; who prints the same words is among the quotes' ``copies``."""
        return tuple(dict.fromkeys(quote.source for quote in self.quotes))


class Disagreement(Struct, frozen=True):
    """A note that sources part ways, with a verbatim quote for each side.

    ``kind`` names the rule that found it; ``subject`` is the concept key of what it is surely about, if any;
    ``other_event`` lists the sources of these sides that report another event than the rest and therefore may not be
    speaking of this one. Its values are of the property that is ``measured``; ``words`` are what quotes call the thing
    that they count or measure, each in its language.
    """

    kind: str
    level: Level
    subject: str
    dimension: Dimension
    sides: tuple[Side, ...]
    other_event: tuple[str, ...] = ()
    measured: Measured | None = None
    words: tuple[tuple[Language, str], ...] = ()


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
    CONTROL = "control"
    LINK = "link"
    ABILITIES = "abilities"
    COMPLAINT = "complaint"
    TRANSLATION = "translation"
    ORDER = "order"
    UNREAD = "unread"
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
    LONGEST = "longest"
    SHORTEST = "shortest"
    UNKNOWN = "unknown"
    NOT_IN_LANGUAGE = "not_in_language"
    MENTIONS = "mentions"
    REPORT = "report"
    ALONE = "alone"
    DIFFERENCES = "differences"
    WHY = "why"
    CHANGES = "changes"
    RIGHT = "right"


_LISTINGS = frozenset(
    {
        *(View.COUNT, View.LISTING, View.NEWEST, View.OLDEST, View.LONGEST, View.SHORTEST, View.UNKNOWN),
        View.NOT_IN_LANGUAGE,
    }
)


class About(Struct, frozen=True):
    """Which articles a question about them means: ``sources``, or these beside ``others``.

    ``name`` is what the asker called what is not here, the code of a language that no article is in, the topic of
    ``changes`` between rounds, or what is mentioned or not: by ``sources``, not by ``others``; of ``unsure`` ones
    nothing is known. ``sizes`` count the statements of ``sources``, then of ``others``.
    """

    view: View
    sources: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    name: str = ""
    changes: tuple[Changes, ...] = ()
    unsure: tuple[str, ...] = ()
    sizes: tuple[int, ...] = ()

    @property
    def is_listing(self) -> bool:
        """Whether it tells which articles there are, and nothing that a follow-up could go on from."""
        return self.view in _LISTINGS


class Answer(Struct, frozen=True):
    """What is said to a question.

    ``quotes`` are shown at once, ``more`` on request; ``nearest`` is the closest passage when nothing answers, never a
    part of an answer. ``also_speaking`` are the last of ``more``: one passage of each further source that speaks of it
    without answering. Of these, ``without_value`` are the sources that give no date, or number, where one was asked
    for. ``silent_sources`` say nothing on it, as far as ``limits`` let them be looked at: those of the question and of
    the person. ``understood`` is the question that was in fact answered when it is not the one typed (a follow-up
    resolved, or one that was ``romanised``: typed in Latin letters in a language that has its own); ``did_you_mean``
    the corrected spelling. ``missing`` names the words of the question that no source speaks of. ``about`` is what a
    question about the articles themselves is shown of them; such an answer may be without quotes. ``language`` is that
    of the question, ``spoken`` the one that the asker chose to be answered in; an answer is ``retold`` where that was
    wished of it alone, though its quotes are never translated. A ``partial`` one was found in a part of the articles,
    since the others were out of reach: there may be more, and nobody is said to be silent.
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
    limits: Filters = NO_LIMITS
    nearest: Quote | None = None
    reason: Reason | None = None
    did_you_mean: str | None = None
    understood: str | None = None
    romanised: bool = False
    missing: tuple[str, ...] = ()
    about: About | None = None
    spoken: Language | None = None
    retold: bool = False
    partial: bool = False

    @property
    def told_in(self) -> Language:
        """The language of the words around the quotes."""
        return self.spoken or self.language

    @property
    def answering(self) -> tuple[Quote, ...]:
        """Every quote that answers, those of ``more`` among them."""
        return self.quotes + self.more[: len(self.more) - len(self.also_speaking)]
