"""What ``clock.toml`` of a language may hold; its comments say what each key is for.

Every key may be left out. Phrases are parted by commas.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field

from cpecbot.language.values.words.lists import Phrases
from cpecbot.tables import Table

_EMPTY: Any = Field(default_factory=dict)
_HOURS = 24


def _hours(written: str) -> str:
    first, _, end = written.partition("-")
    if not (first.isdecimal() and end.isdecimal() and int(first) < _HOURS and int(end) <= _HOURS):
        raise ValueError('must be the first hour of a part of the day and the one after its last, such as "18-6"')
    return written


PartOfDay = Annotated[str, AfterValidator(_hours)]
Fraction = Annotated[int, Field(ge=1, le=59)]
Hour = Annotated[int, Field(ge=0, le=23)]


class ClockFile(Table):
    """``clock.toml``: how a time of day is written."""

    file: ClassVar[str] = "clock.toml"

    announced_by: Phrases = ()
    hours: Phrases = ()
    weak_hours: Phrases = ()
    not_hours: Phrases = ()
    minutes_after: Phrases = ()
    minutes: Phrases = ()
    fractions: dict[Fraction, Phrases] = _EMPTY
    parts: dict[PartOfDay, Phrases] = _EMPTY
    parts_after: Phrases = ()
    telling_parts: Phrases = ()
    named: dict[Hour, Phrases] = _EMPTY
