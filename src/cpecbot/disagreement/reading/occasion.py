"""What an article reports as its news, by its title and its lead, and which articles report the same."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from cpecbot.language.analysis import NAME
from cpecbot.language.names.index import NameIndex
from cpecbot.models import Value, ValueKind

# Reports of one event come within so many days of each other.
_NEWS = timedelta(days=31)
# Two leads are of one event if they share so much, or each shares so much with the whole of the other article: a name
# counts for as much as it tells, a state for half of that, because articles on anything name some.
_LEAST = 3.0
_LEAST_OF_ALL = 4.5
_NAME = 1.5
_STATE = 0.75
# Less shows that two may be of one: two figures, or two matters in one state.
_LEAST_MAYBE = 2.5
_AMOUNTS = frozenset({ValueKind.MONEY, ValueKind.PERCENT, ValueKind.QUANTITY, ValueKind.NUMBER})
# More than any day of a month.
_SMALL = 32
FigureKey = tuple[str, float | None, float | None, str | None, date | None]


class Occasion(Struct, frozen=True):
    """``names`` and ``matters`` of the title and lead of an article, which was published on ``day``.

    All of it names the ``mentions`` and ``states``, and holds the ``figures``.
    """

    names: frozenset[str]
    matters: frozenset[str]
    mentions: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    figures: frozenset[FigureKey] = frozenset()
    day: date | None = None
    heard: NameIndex | None = None

    def same(self, other: Occasion) -> bool:
        """Whether both tell of one event: somebody or some place named, and what happened."""
        return self._is_of_its_days(other) and _is_same(self, other)

    def may_be(self, other: Occasion) -> bool:
        """Whether both may tell of one event: what they share is enough beside something else that shows it."""
        return self.is_near(other) and (self.same(other) or _may_be_same(self, other))

    def is_near(self, other: Occasion) -> bool:
        """Whether both name somebody, some place or a state, and are of days of one event."""
        return self._is_of_its_days(other) and _share_a_name(self, other)

    def tells(self, value: Value) -> bool:
        """Whether the article gives ``value`` anywhere."""
        return figure_of(value) in self.figures

    def _is_of_its_days(self, other: Occasion) -> bool:
        return not (self.day and other.day) or abs(self.day - other.day) <= _NEWS


UNKNOWN = Occasion(frozenset(), frozenset())


def figure_of(value: Value) -> FigureKey:
    """What two equal values have in common, wherever they stand."""
    return value.kind, value.low, value.high, value.unit, value.first


@lru_cache(maxsize=4096)
def _is_same(one: Occasion, other: Occasion) -> bool:
    matters = len(one.matters & other.matters)
    if not matters:
        return False
    named = _NAME * len(_told(one, other)) + _STATE * len(one.states & other.states)
    if named and matters + named >= _LEAST_OF_ALL:
        return True
    names = _shared(one, other)
    return bool(names) and matters + _NAME * names >= _LEAST


@lru_cache(maxsize=4096)
def _may_be_same(one: Occasion, other: Occasion) -> bool:
    names, states = max(len(_told(one, other)), _shared(one, other)), len(one.states & other.states)
    figures = len({each for each in one.figures & other.figures if _is_telling(each)})
    if not (names or states or figures):
        return False
    matters = len(one.matters & other.matters)
    return matters + _NAME * (names + figures) + _STATE * states >= _LEAST_MAYBE


@lru_cache(maxsize=4096)
def _share_a_name(one: Occasion, other: Occasion) -> bool:
    told = _told(one, other) or one.states & other.states or _shared(one, other)
    return bool(told) or any(map(_is_telling, one.figures & other.figures))


def _told(one: Occasion, other: Occasion) -> frozenset[str]:
    """The names in the lead of either that the other article mentions."""
    return (one.names & other.mentions) | (other.names & one.mentions)


def _is_telling(figure: FigureKey) -> bool:
    """Whether two articles hardly tell so much by chance: no small number, no day, and not round."""
    kind, low, high, _, _ = figure
    if kind not in _AMOUNTS or not low or low != high or low < _SMALL:
        return False
    digits, _ = f"{low:.5e}".split("e")
    return len(digits.replace(".", "").strip("0")) > 1


def _shared(one: Occasion, other: Occasion) -> int:
    """How many names both leads tell, in whatever script."""
    found = one.names & other.names
    mine, theirs = (sorted(_written(each.names - found)) for each in (one, other))
    heard = one.heard
    alike = [name for name in mine if heard and any(heard.sound_alike(name, each) for each in theirs)]
    return len(found) + len(alike)


def _written(names: Iterable[str]) -> Iterable[str]:
    """The folded forms of names."""
    return (name.removeprefix(NAME) for name in names if name.startswith(NAME))
