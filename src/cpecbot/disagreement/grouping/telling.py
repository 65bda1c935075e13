"""Whether two sentences tell of the same event: the same deed of the same participants, in any two languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum

from msgspec import Struct

from cpecbot.disagreement.reading.content import Item
from cpecbot.language.analysis import NAME, concept_key
from cpecbot.language.names.index import NameIndex
from cpecbot.language.names.sounds import Pronunciation
from cpecbot.languages import Languages
from cpecbot.store.surroundings import NOWHERE, Surroundings

# What the article names nearby counts for half.
_NEARBY = 0.5
# Of what tells of a place or a doer so much must be told by both, and at least as much as three words.
_STRICT = 0.75
_STRICT_OF_LONGER = 0.5
_LEAST_IN_COMMON = 2.5
# So much each must tell of what the other does where one event has many such values.
_MUTUAL = 0.55
# What is measured of one thing, told by its name, is surer than what else both sentences tell.
_ONE_THING = 1.0
_OF_ONE_THING = 0.3
# Days farther apart may be of two events.
_NEAR_DAYS = 45


class Hour(Enum):
    """Whether something was at the end of a day or at the beginning: one night is of two days."""

    ANY = "any"
    LATE = "late"
    EARLY = "early"


class Told(Struct, frozen=True):
    """What a value is told of: its ``deeds``, the nearest first, and the ``company``, what else its clause names.

    ``compounds`` are things with what stands right at them and says which one is meant: "the security agreement".
    ``hour`` is the part of the day that it was, ``gregorian`` a date by the months of that calendar, ``day`` the first
    of its days where the year is known; it ``is_news`` when its report is of about that day. ``numbers`` are ordinals,
    which tell one round from another, as months and years, its ``periods``, do. ``wider`` are the places that a place
    lies in. ``who`` did it, by the ``slots`` that say as what: by an office, or as the one that did; of an amount they
    say whether it is how much, or how much more. What is told of a place or a doer is ``strict``: nothing else may be
    missing. What is ``mutual`` is of one event only where each tells much of what the other does: a match has many
    scores. It is so deep, or so old, as what stands nearest: the ``thing``. What is only ``planned`` may still be done
    otherwise.
    """

    deeds: tuple[Item, ...]
    company: tuple[Item, ...]
    compounds: tuple[tuple[Item, Item], ...] = ()
    around: Surroundings = NOWHERE
    hour: Hour = Hour.ANY
    gregorian: bool = False
    day: date | None = None
    is_news: bool | None = None
    numbers: frozenset[str] = frozenset()
    wider: frozenset[str] = frozenset()
    who: tuple[Item, ...] = ()
    slots: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    mutual: bool = False
    planned: bool = False
    thing: Item | None = None
    strict: bool = False
    matching: Matching | None = None

    def occurs_again(self, other: Told) -> bool:
        """Whether their days are so far apart that the other may be of an earlier deed of the kind.

        The same day of another year is likelier a slip.
        """
        if self.day is None or other.day is None or self.day == other.day.replace(year=self.day.year):
            return False
        return abs((self.day - other.day).days) > _NEAR_DAYS

    def in_the_year_of(self, other: Told) -> bool:
        return self.day is not None and other.day is not None and self.day.year == other.day.year

    def names_the_same(self, other: Told) -> bool:
        """Whether one of the two doers may be the other."""
        matching = self.matching
        return matching is None or any(matching.same(a, b) for a in self.who for b in (*other.who, *other.company))

    def share(self, other: Told, *, of_one: bool = False) -> float:
        """How much of what the one that says less tells the other tells too, from 0 to 1; 0 for another event.

        Reports ``of_one`` event leave more of it unsaid.
        """
        return self.matching.share(self, other, of_one=of_one) if self.matching else 0.0


class Matching:
    """Sets what is told against each other; keeps which names sound alike."""

    def __init__(self, languages: Languages) -> None:
        self._names = NameIndex(languages.once(Pronunciation))
        self._alike: dict[tuple[str, str], bool] = {}

    def share(self, one: Told, other: Told, *, of_one: bool = False) -> float:
        """How much of what the one that says less tells the other tells too, from 0 to 1; 0 for another event."""
        if _of_other_times(one, other) or not self._did_the_same(one, other) or self._rivals(one, other):
            return 0.0
        left, right = self._unmatched(one, other), self._unmatched(other, one)
        shares = (self._share(one, left, other), self._share(other, right, one))
        surely = of_one and self._of_the_same_thing(one, other) and max(shares) >= _MUTUAL
        if not surely and self._of_other_things(left, right, one, other):
            return 0.0
        if self._named_apart(left, right, one, other, of_one=of_one):
            return 0.0
        # Who or where only one names may be a part: trade with one country, of all trade.
        whole = max(shares) >= _MUTUAL or not (_strange(left, other) or _strange(right, one))
        if whole and self._of_the_same_thing(one, other) and max(shares) >= _OF_ONE_THING:
            return _ONE_THING + max(shares)
        return self._enough(one, other, shares, of_one=of_one)

    def _enough(self, one: Told, other: Told, shares: tuple[float, float], *, of_one: bool) -> float:
        """The share that counts, or 0 where that is too little for what is told."""
        if of_one and one.mutual and other.mutual:
            return max(shares)
        if one.strict and not self._strictly(one, other, shares):
            return 0.0
        if one.mutual or other.mutual:
            return min(shares) * (min(shares) >= _MUTUAL)
        if one.occurs_again(other):
            return min(shares) * one.in_the_year_of(other)
        return max(shares)

    def _did_the_same(self, one: Told, other: Told) -> bool:
        """Whether they have a deed in common, and not each another one besides: signed, and entered into force."""
        if not any(self._has(deed, other.deeds) for deed in one.deeds):
            return False
        if not all(self._has(a.deeds[0], (*b.deeds, *b.company)) for a, b in ((one, other), (other, one))):
            return False
        left = [deed for deed in one.deeds if not self._has(deed, (*other.deeds, *other.company))]
        right = [deed for deed in other.deeds if not self._has(deed, (*one.deeds, *one.company))]
        return not any(_tell_apart(a, b) for a in left for b in right)

    def _of_other_things(self, left: Sequence[Item], right: Sequence[Item], one: Told, other: Told) -> bool:
        """Whether what is measured is not the same: the driver's age, and the passenger's."""
        if not (one.thing and other.thing):
            return False
        apart = any(_tell_apart(a, b) for a in _things(left) for b in _things(right))
        return apart or not (self._of_one_thing(one, other) and self._of_one_thing(other, one))

    def _of_the_same_thing(self, one: Told, other: Told) -> bool:
        return bool(one.thing and other.thing and self.same(one.thing, other.thing))

    def _of_one_thing(self, one: Told, other: Told) -> bool:
        return one.thing is None or self._has(one.thing, (*other.company, *other.deeds))

    def _strictly(self, one: Told, other: Told, shares: tuple[float, float]) -> bool:
        enough = max(shares) >= _STRICT and min(shares) >= _STRICT_OF_LONGER
        return enough and self._in_common(one, other) >= _LEAST_IN_COMMON

    def _in_common(self, one: Told, other: Told) -> float:
        """The weight of all that both tell, the deeds and the number of the round with it."""
        whole = (*other.company, *other.deeds)
        shared = [item for item in (*one.company, *one.deeds) if self._has(item, whole)]
        return sum(item.weight for item in shared) + bool(one.numbers & other.numbers)

    def matched(self, one: Told, other: Told) -> list[Item]:
        rest = self._unmatched(one, other)
        return [item for item in one.company if item not in rest]

    def _share(self, told: Told, unmatched: Sequence[Item], other: Told) -> float:
        total = sum(item.weight for item in told.company)
        if not total:
            return _NEARBY * (not _strange(other.company, told))
        missed = sum(item.weight * (_NEARBY if _nearby(item, other) else 1.0) for item in unmatched)
        return (total - missed) / total

    def _unmatched(self, one: Told, other: Told) -> list[Item]:
        return [item for item in one.company if not any(self.same(item, each) for each in other.company)]

    def same(self, one: Item, other: Item) -> bool:
        """Whether two items may be one thing: by a key, or by how their names sound."""
        if not one.keys.isdisjoint(other.keys):
            return True
        return any(self.sound_alike(a, b) for a in one.names for b in other.names)

    def sound_alike(self, one: str, other: str) -> bool:
        pair = (one, other) if one <= other else (other, one)
        if pair not in self._alike:
            self._alike[pair] = self._names.sound_alike(*pair)
        return self._alike[pair]

    def _rivals(self, one: Told, other: Told) -> bool:
        """Whether what stands at one thing says that they are two: a security agreement and a general one."""
        return any(
            self.same(thing, what)
            and _tell_apart(which, another)
            and not self._has(which, (*other.company, *other.deeds))
            and not self._has(another, (*one.company, *one.deeds))
            for thing, which in one.compounds
            for what, another in other.compounds
        )

    def _has(self, item: Item, among: Iterable[Item]) -> bool:
        return any(self.same(item, each) for each in among)

    def _named_apart(
        self, left: Sequence[Item], right: Sequence[Item], one: Told, other: Told, *, of_one: bool
    ) -> bool:
        """Whether each names somebody or some place that the other does not, not even nearby."""
        strange = (_strange(left, other), _strange(right, one))
        if not all(strange):
            return False
        if (one.mutual or other.mutual) and not of_one:
            return True
        shared = [item for item in self.matched(one, other) if item.names or item.weight > 1]
        return not shared


def _of_other_times(one: Told, other: Told) -> bool:
    """Whether one is news and the other past, or they are of two rounds, or told as what somebody did as another."""
    if one.planned is not other.planned:
        return True
    if None not in (one.is_news, other.is_news) and one.is_news is not other.is_news:
        return True
    if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers):
        return True
    if one.periods and other.periods and one.periods.isdisjoint(other.periods):
        return True
    return bool(one.slots or other.slots) and one.slots.isdisjoint(other.slots)


def _strange(items: Sequence[Item], other: Told) -> list[Item]:
    return [item for item in items if item.weight > 1 and not _nearby(item, other)]


def _things(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.concepts and not item.deed and not item.quality]


def _nearby(item: Item, told: Told) -> bool:
    keys = [*map(concept_key, item.concepts), *(key for key in item.keys if key.startswith(NAME))]
    return told.around.names_nearby(keys)


def _tell_apart(one: Item, other: Item) -> bool:
    """Two qualities may be of one thing, a strong and a deadly earthquake; so may what only one language knows."""
    same_language = not _languages(one).isdisjoint(_languages(other))
    return not (one.quality and other.quality) and (same_language or (one.of_the_field and other.of_the_field))


def _languages(item: Item) -> frozenset[str]:
    return frozenset(key.partition(":")[0] for key in item.keys if ":" in key and not key.startswith((NAME, "alike:")))


def keys_of(told: Told) -> Iterator[str]:
    """By what two of one event find each other."""
    for item in (*told.deeds, *told.company):
        yield from item.keys
