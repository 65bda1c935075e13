"""An article that was published in another year, and never speaks of the one asked about, tells of something else."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from cpecbot.models import Query, Span, Unit
from cpecbot.store.entries import Entry

# What the keys of a year begin with, and those of a month or a day of a year.
_YEAR = "v:year:"
_DATED = (_YEAR, "v:month:", "v:day:")


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
    if not any(key.startswith(_YEAR) for key in published):
        return False
    return any(unit not in matched and unit.keys.isdisjoint(told) and unit.keys.isdisjoint(published) for unit in asked)
