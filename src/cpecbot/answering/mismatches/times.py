"""What is told of another year is something else, as is an article that never speaks of the year asked about."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from cpecbot.answering.meanings import YEAR
from cpecbot.models import Query, Span, Unit
from cpecbot.store.entries import Entry

# What the keys of a year, or of a month or a day of one, begin with.
_DATED = (YEAR, "v:month:", "v:day:")


def dated(query: Query) -> tuple[Unit, ...]:
    """The units of ``query`` that are a year, or a month or a day of one."""
    return tuple(unit for unit in query.units if any(key.startswith(_DATED) for key in unit.keys))


def happened_another_time(
    entry: Entry, asked: Collection[Unit], matched: Mapping[Unit, tuple[Span, ...]], told: Collection[str]
) -> bool:
    """Whether nothing in the article, nor the day it was published, is in a time ``asked`` about.

    ``told`` are the keys of what the article speaks of. One that does not say when it was published rules nothing out.
    """
    published = entry.surroundings.published
    if not any(key.startswith(YEAR) for key in published):
        return False
    return any(unit not in matched and unit.keys.isdisjoint(told) and unit.keys.isdisjoint(published) for unit in asked)


def tells_another_year(entry: Entry, asked: Collection[Unit], matched: Mapping[Unit, tuple[Span, ...]]) -> bool:
    """Whether the sentence gives other years than those ``asked`` about."""
    years = frozenset(key for unit in asked for key in unit.keys if key.startswith(YEAR))
    if not years or any(unit in matched for unit in asked):
        return False
    return any(key.startswith(YEAR) for key in entry.keys) and years.isdisjoint(entry.keys)
