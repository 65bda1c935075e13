"""How the newspapers of a language lay out an article: the file that says so."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from cpecbot.tables import Table, expression

_STATED = frozenset({"place", "month", "day", "year", "outlet", "cites"})
_FULL = frozenset({"day", "month", "year"})


def _states_known(pattern: re.Pattern[str]) -> re.Pattern[str]:
    named = set(pattern.groupindex)
    if not named or named - _STATED:
        raise ValueError(f"should have named groups of {', '.join(sorted(_STATED))}, and no others")
    if "day" in named and "month" not in named:
        raise ValueError("a day needs a month: add (?P<month>…)")
    return pattern


def _states_a_day(pattern: re.Pattern[str]) -> re.Pattern[str]:
    if set(pattern.groupindex) != _FULL:
        raise ValueError("should have the named groups day, month and year, and no others")
    return pattern


def _a_year(months: tuple[str, ...]) -> tuple[str, ...]:
    if months and len(months) != 12:
        raise ValueError(f"should be twelve names, not {len(months)}")
    return months


Dateline = Annotated[re.Pattern[str], expression(), AfterValidator(_states_known)]
FullDay = Annotated[re.Pattern[str], expression(), AfterValidator(_states_a_day)]
WholeLine = Annotated[re.Pattern[str], expression(re.IGNORECASE)]
Words = Annotated[str, Field(pattern=r"\S")]


class Furniture(Table):
    """Lines of a web page that are not the article; see ``boilerplate``."""

    lines: tuple[Words, ...] = ()
    tails: tuple[Words, ...] = ()
    patterns: tuple[WholeLine, ...] = ()


class ArticlesFile(Table):
    """``articles.toml``.

    ``datelines`` are tried in order; ``full_days`` find days of which they leave out the year; ``months`` are the
    twelve names that both write, where they write no numbers; ``nobody`` stands where an agency would and names none.
    """

    file: ClassVar[str] = "articles.toml"

    datelines: tuple[Dateline, ...] = ()
    full_days: tuple[FullDay, ...] = ()
    months: Annotated[tuple[Words, ...], AfterValidator(_a_year)] = ()
    nobody: tuple[Words, ...] = ()
    boilerplate: Furniture = Furniture()
