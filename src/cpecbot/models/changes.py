"""What changed from one event of a series to the next: the fifth and the seventh round, two summits a year apart."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from cpecbot.models.texts import Quote


class ChangeKind(StrEnum):
    """What became of a point, in the order in which it is shown.

    NEW and DROPPED are claims about every article on the other round: no sentence of any shares the topic.
    """

    NEW = "new"
    DROPPED = "dropped"
    REWORDED = "reworded"
    KEPT = "kept"


class Round(Struct, frozen=True):
    """One event of a series as its articles report it: its ``number``, or its year where it is ``yearly``.

    ``day`` is that of the first report, or the one that a report states; None where neither is known.
    """

    number: int
    yearly: bool
    sources: tuple[str, ...]
    day: date | None = None


class Change(Struct, frozen=True):
    """One point: whole statements, of the ``earlier`` round and of the ``later`` one, at most one of each article.

    ``topic`` is the concept key of what it is about; empty where it names none.
    """

    kind: ChangeKind
    topic: str
    earlier: tuple[Quote, ...] = ()
    later: tuple[Quote, ...] = ()


class Changes(Struct, frozen=True):
    """What changed from one round of a series to the next that articles report."""

    earlier: Round
    later: Round
    changes: tuple[Change, ...]

    def of_kind(self, kind: ChangeKind) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.kind is kind)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        return tuple(quote for change in self.changes for quote in (*change.earlier, *change.later))
