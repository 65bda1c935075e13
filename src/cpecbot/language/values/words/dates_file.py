"""What ``dates.toml`` of a language may hold; its comments say what each key is for.

Every key may be left out. Phrases are parted by commas, or an array where one of them holds a comma.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field

from cpecbot.language.values.dates.calendars import Calendar
from cpecbot.language.values.words.lists import Phrases, Slot
from cpecbot.languages import LocaleName
from cpecbot.tables import Table

_EMPTY: Any = Field(default_factory=dict)

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
    relative: dict[Annotated[int, Field(ge=-2, le=2)], Phrases] = _EMPTY
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
