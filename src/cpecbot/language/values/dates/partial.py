"""A date as far as it is written."""

from __future__ import annotations

from msgspec import Struct

from cpecbot.language.values.dates.calendars import Calendar


class Partial(Struct, frozen=True):
    """The written parts of a date over tokens ``[start, end)``; a ``weak`` one may be no date at all.

    The last part of a ``marked`` one has its mark behind it, as in 8日. Of one with an ``open_end`` the other end of a
    range has it: 6 in 6-9日.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: Calendar = Calendar.GREGORIAN
    weak: bool = False
    marked: bool = False
    open_end: bool = False
