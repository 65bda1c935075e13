"""What ``numbers.toml``, ``units.toml`` and ``dates.toml`` of a language may hold; their comments say what each is for.

Every key may be left out. Phrases are parted by commas, or an array where one of them holds a comma.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, StringConstraints

from cpecbot.language.values.dates.calendars import Calendar
from cpecbot.language.values.units import DURATIONS, QUANTITIES
from cpecbot.language.values.words.lists import Amount, Compound, Phrase, Phrases, Slot, Whole
from cpecbot.languages import LocaleName
from cpecbot.tables import Table

_EMPTY: Any = Field(default_factory=dict)


class Cardinals(Table):
    """``[cardinals]``: words that numbers are made of."""

    words: dict[Amount, Phrases] = _EMPTY
    times: dict[Amount, Phrases] = _EMPTY
    scales: dict[Amount, Phrases] = _EMPTY
    pairs: dict[Amount, Phrases] = _EMPTY
    many: dict[Amount, Phrases] = _EMPTY
    weak: Phrases = ()
    scales_alone: bool = False
    compounds: tuple[Compound, ...] = ()
    scaled: bool = False
    unprefixed: Phrases = ()
    shortened: bool = False
    only_before: dict[Phrase, Phrases] = _EMPTY
    joiners: Phrases = ()
    joiners_after_hundreds: Phrases = ()
    joiners_after_scales: Phrases = ()
    between_many: Phrases = ()
    openers: dict[Amount, Phrases] = _EMPTY
    vague_openers: Phrases = ()
    quarters: dict[Annotated[float, Field(gt=-1, lt=1)], Phrases] = _EMPTY
    extenders: Phrases = ()
    extenders_not_after_units: Phrases = ()


Part = Annotated[Fraction, Field(gt=0, lt=1)]


class Fractions(Table):
    """``[fractions]``: parts of a whole."""

    words: dict[Part, Phrases] = _EMPTY
    dependent: dict[Part, Phrases] = _EMPTY
    parts: dict[Annotated[int, Field(ge=2)], Phrases] = _EMPTY
    whole: Phrases = ()
    over: Phrases = ()
    among: Phrases = ()
    joiners: Phrases = ()
    links: Phrases = ()
    inside: Phrases = ()
    weak: Phrases = ()
    followers: Phrases = ()
    not_after: Phrases = ()
    not_before: Phrases = ()


class Figures(Table):
    """``[figures]``: numbers written figure by figure, and decimals."""

    words: dict[Annotated[int, Field(ge=0, le=9)], Phrases] = _EMPTY
    ends_a_pair: Phrases = ()
    points: Phrases = ()
    no_decimal_before: Phrases = ()
    decimal_marks: Phrases = ()
    follow_scales: bool = False


class Ordinals(Table):
    """``[ordinals]``: words that put in order."""

    words: dict[Whole, Phrases] = _EMPTY
    endings: tuple[Phrase, ...] = ()
    endings_from: Whole = 1
    compounds: tuple[Compound, ...] = ()
    compound_units: dict[Annotated[int, Field(ge=1, le=9)], Phrases] = _EMPTY
    before_nouns: dict[Whole, Phrases] = _EMPTY
    nouns: Phrases = ()
    endings_of_figures: Phrases = ()
    not_after: Phrases = ()
    not_ordinal: Phrases = ()


class Series(Table):
    """``[series]``: what makes a plain number the place of something in a series."""

    nouns: Phrases = ()
    nouns_before_figures: Phrases = ()
    weak_after_nouns: Phrases = ()
    nouns_before_roman: Phrases = ()
    before: Phrases = ()
    not_before: Phrases = ()
    onto_figures: Phrases = ()
    after: Phrases = ()
    nouns_after: Phrases = ()
    not_nouns_after: Phrases = ()
    minutes: Phrases = ()


class Counting(Table):
    """``[counting]``: what tells a count from a name, a label or a version."""

    counted: Phrases = ()
    may_precede: bool = False
    also_article: Phrases = ()
    counted_by_article: Phrases = ()
    not_counted: Phrases = ()
    labels: Phrases = ()
    versions: Phrases = ()
    versions_after: Phrases = ()


class Bounds(Table):
    """``[bounds]``: what leaves an amount open on one side."""

    low_before: Phrases = ()
    high_before: Phrases = ()
    low_after: Phrases = ()
    high_after: Phrases = ()
    none_after: Phrases = ()
    fillers: Phrases = ()
    gap_before_after: Phrases = ()


class Signs(Table):
    """``[signs]``: what makes a number negative."""

    minus: Phrases = ()
    below_zero: Phrases = ()


class Ranges(Table):
    """``[ranges]``: what joins two ends of a range."""

    to: Phrases = ()
    between: Phrases = ()
    ands: Phrases = ()


class Scores(Table):
    """``[scores]``: what stands between the goals of two sides."""

    to: Phrases = ()


class NumbersFile(Table):
    """``numbers.toml``."""

    file: ClassVar[str] = "numbers.toml"

    conjunction: str = ""
    prefixes: Phrases = ()
    cardinals: Cardinals = Cardinals()
    fractions: Fractions = Fractions()
    figures: Figures = Figures()
    ordinals: Ordinals = Ordinals()
    series: Series = Series()
    counting: Counting = Counting()
    bounds: Bounds = Bounds()
    ranges: Ranges = Ranges()
    signs: Signs = Signs()
    scores: Scores = Scores()


def _unit_of(units: frozenset[str]) -> AfterValidator:
    def check(unit: str) -> str:
        if unit not in units:
            raise ValueError(f"no unit; write one of {', '.join(sorted(units))}")
        return unit

    return AfterValidator(check)


CurrencyCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""ISO 4217."""


class Multiple(Table):
    """``[[multiples]]``: a name for a round number of a currency's units."""

    names: Phrases
    currency: CurrencyCode
    times: Amount


class UnitsFile(Table):
    """``units.toml``."""

    file: ClassVar[str] = "units.toml"

    locales: tuple[LocaleName, ...] | None = None
    percent: Phrases = ()
    percent_before: Phrases = ()
    percents: dict[Amount, Phrases] = _EMPTY
    links: Phrases = ()
    currencies: dict[CurrencyCode, Phrases] = _EMPTY
    currencies_before: dict[CurrencyCode, Phrases] = _EMPTY
    scale_letters: dict[Amount, Phrases] = _EMPTY
    scaled: Phrases = ()
    scaled_endings: Phrases = ()
    not_scaled: Phrases = ()
    multiples: tuple[Multiple, ...] = ()
    quantities: dict[Annotated[str, _unit_of(QUANTITIES)], Phrases] = _EMPTY
    durations: dict[Annotated[str, _unit_of(DURATIONS)], Phrases] = _EMPTY
    duals: dict[Annotated[str, _unit_of(QUANTITIES | DURATIONS)], Phrases] = _EMPTY
    not_units_before: dict[Phrase, Phrases] = _EMPTY
    behind_figures: Phrases = ()


MonthNumber = Annotated[int, Field(ge=1, le=12)]
WeekdayNumber = Annotated[int, Field(ge=1, le=7)]


class Months(Table):
    """``[months]``; ``locales`` are those of CLDR, the language's own where it is left out."""

    locales: tuple[LocaleName, ...] | None = None
    gregorian: dict[MonthNumber, Phrases] = _EMPTY
    jalali: dict[MonthNumber, Phrases] = _EMPTY
    hijri: dict[MonthNumber, Phrases] = _EMPTY
    lunar: dict[MonthNumber, Phrases] = _EMPTY
    weak: Phrases = ()
    jalali_patterns: tuple[Slot, ...] = ()
    announced_by: Phrases = ()
    followed_by: Phrases = ()


class Weekdays(Table):
    """``[weekdays]``, numbered from Monday = 1; ``locales`` as of the months."""

    locales: tuple[LocaleName, ...] | None = None
    words: dict[WeekdayNumber, Phrases] = _EMPTY
    prefixes: Phrases = ()
    weak: dict[WeekdayNumber, Phrases] = _EMPTY
    weak_patterns: tuple[Slot, ...] = ()
    not_past: Phrases = ()
    count_weeks: bool = False
    weeks_after: Phrases = ()


class Days(Table):
    """``[days]``."""

    links: Phrases = ()
    after_month: Phrases = ()
    not_after: Phrases = ()
    year_first: bool = False
    alone_after: Phrases = ()
    alone_before: Phrases = ()
    alone_then: Phrases = ()
    alone_words_from: Annotated[int, Field(ge=1, le=31)] | None = None
    aliases: Phrases = ()
    clock: Phrases = ()


class Years(Table):
    """``[years]``."""

    second_calendar: Calendar | None = None
    cues: Phrases = ()
    links: Phrases = ()
    eras: dict[Calendar, Phrases] = _EMPTY
    eras_before: dict[Calendar, Phrases] = _EMPTY


class Decades(Table):
    """``[decades]``."""

    endings: Phrases = ()
    after: Phrases = ()
    before: Phrases = ()
    names: dict[Annotated[int, Field(ge=0, le=90, multiple_of=10)], Phrases] = _EMPTY
    announced_by: Phrases = ()
    not_after: Phrases = ()
    not_before: Phrases = ()


class Centuries(Table):
    """``[centuries]``; ``relative`` are counted from the current one."""

    relative: dict[Annotated[int, Field(ge=-2, le=1)], Phrases] = _EMPTY
    before: Phrases = ()
    after: Phrases = ()
    after_numbers: Phrases = ()
    links: Phrases = ()


class Marks(Table):
    """``[marks]``: what stands behind the figures of a year, a month and a day, in this order."""

    year: Phrases = ()
    month: Phrases = ()
    day: Phrases = ()
    day_in_figures: Phrases = ()
    not_before: Phrases = ()
    not_after: Phrases = ()


class DatesFile(Table):
    """``dates.toml``."""

    file: ClassVar[str] = "dates.toml"

    repeated: Phrases = ()
    counted: Phrases | None = None
    months: Months = Months()
    weekdays: Weekdays = Weekdays()
    days: Days = Days()
    years: Years = Years()
    decades: Decades = Decades()
    centuries: Centuries = Centuries()
    marks: Marks = Marks()
