"""What ``dates.toml`` of a language may hold; its comments say what each key is for.

Every key may be left out. Phrases are parted by commas, or an array where one of them holds a comma.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import Field

from cpecbot.language.values.dates.calendars import Calendar
from cpecbot.language.values.words.lists import Phrases, Slot
from cpecbot.languages import LocaleName
from cpecbot.tables import Table

_EMPTY: Any = Field(default_factory=dict)

MonthNumber = Annotated[int, Field(ge=1, le=12)]
WeekdayNumber = Annotated[int, Field(ge=1, le=7)]
Ahead = Annotated[int, Field(ge=-2, le=2)]


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
    relative: dict[Ahead, Phrases] = _EMPTY
    same: Phrases = ()
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


class Ages(Table):
    """``[ages]``: by tens of years."""

    names: dict[Annotated[int, Field(ge=20, le=90, multiple_of=10)], Phrases] = _EMPTY
    tens: Phrases = ()
    over: Phrases = ()


class Stretch(StrEnum):
    """A stretch of time that others of its kind follow; of a ``PERIOD`` no rule tells the days (a school year)."""

    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    PERIOD = "period"


class Part(StrEnum):
    """A part of such a stretch."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"
    FIRST_QUARTER = "first_quarter"
    SECOND_QUARTER = "second_quarter"
    THIRD_QUARTER = "third_quarter"
    LAST_QUARTER = "last_quarter"
    FIRST_WEEK = "first_week"
    LAST_WEEK = "last_week"


class Relative(Table):
    """``[relative]``: periods told by their distance from that of the article, in stretches of their kind."""

    names: dict[Stretch, dict[Ahead, Phrases]] = _EMPTY
    units: dict[Stretch, Phrases] = _EMPTY
    seasons: Phrases = ()
    before: dict[Ahead, Phrases] = _EMPTY
    after: dict[Ahead, Phrases] = _EMPTY
    parts_before: dict[Part, Phrases] = _EMPTY
    parts_after: dict[Part, Phrases] = _EMPTY
    links: Phrases = ()
    implied: Phrases = ()
    announced_by: Phrases = ()
    not_after: Phrases = ()
    not_before: Phrases = ()


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
    months: Months = Field(default_factory=Months)
    weekdays: Weekdays = Field(default_factory=Weekdays)
    days: Days = Field(default_factory=Days)
    years: Years = Field(default_factory=Years)
    decades: Decades = Field(default_factory=Decades)
    centuries: Centuries = Field(default_factory=Centuries)
    ages: Ages = Field(default_factory=Ages)
    relative: Relative = Field(default_factory=Relative)
    marks: Marks = Field(default_factory=Marks)
