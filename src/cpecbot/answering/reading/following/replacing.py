"""What of the last question a new one takes the place of: "and the south bridge?" after one on the north bridge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from cpecbot.answering.reading.following.carrying import touch
from cpecbot.answering.reading.following.sorts import Sorts, alike, small_words
from cpecbot.language.questions.continuing import continuing
from cpecbot.language.questions.words import texts
from cpecbot.languages import Language
from cpecbot.models import Query, Span, Unit

# So many names that take the places of as many are a whole phrase: "China's position on Kashmir".
_SEVERAL = 2


class Place(Struct, frozen=True):
    """Where in the last question the ``new`` words go, and the units that they replace there.

    Where nothing is ``alike`` between these and the new ones, the new ones may not belong there at all.
    """

    span: Span
    old: tuple[Unit, ...]
    new: Span
    alike: bool = True


class Replacing(Struct, frozen=True):
    """Finds the place by a word that both have, by what sort of thing is new, or by the small word beside it."""

    sorts: Sorts

    def place(self, last: Query, query: Query, new: Sequence[Unit], denied: Sequence[Unit] = ()) -> Place | None:
        """Where the ``new`` units of ``query`` belong in ``last``; None when they are nothing new there.

        What was ``denied`` gives way first.
        """
        given_up = [unit for unit in last.units if alike(unit, denied)]
        if given_up:
            return Place(_around(given_up), tuple(given_up), _around(new))
        parallel = self._parallel(last, new)
        if parallel is not None:
            return parallel
        if all(alike(unit, last.units) for unit in new):
            return None
        fresh = [unit for unit in new if not alike(unit, last.units)]
        shared = [unit for unit in new if alike(unit, last.units)]
        if shared and any(touch(one.span, other.span, query.text) for one in fresh for other in shared):
            return self._around(last, query, new, shared[0])
        if shared:  # "the port, not the airport"
            said = next(unit for unit in last.units if alike(unit, shared))
            return Place(said.span, (said,), _around(fresh))
        found = self._alike(last, query, fresh)
        old = self._phrase(found or self._topic(last), last)
        return Place(_around(old), tuple(old), _around(new), alike=found is not None)

    def _parallel(self, last: Query, new: Sequence[Unit]) -> Place | None:
        """Around all names of ``last``, where as many new ones of the same sorts are not all in their old places."""
        named, old = ([unit for unit in each if self.sorts.names(unit)] for each in (new, _in_order(last.units)))
        paired = [self.sorts.kind(one) is self.sorts.kind(other) for one, other in zip(named, old, strict=False)]
        kept = [alike(one, [other]) for one, other in zip(named, old, strict=False)]
        if len(named) != len(old) or len(named) < _SEVERAL or not all(paired) or any(kept):
            return None
        return Place(_around(old), tuple(old), _around(named))

    def _topic(self, last: Query) -> Unit:
        units = [unit for unit in last.units if not unit.light] or list(last.units)
        return ([unit for unit in units if not self.sorts.is_action(unit)] or units)[-1]

    def _phrase(self, head: Unit, last: Query) -> list[Unit]:
        """``head`` with the words beside it that say which one: "new tram line" as a whole gives way to another."""
        if self.sorts.is_value(head) or self.sorts.is_quality(head):
            return [head]
        units = _in_order(last.units)
        at = units.index(head)
        sides = (units[:at][::-1], units[at + 1 :])
        return _in_order([head, *(unit for side in sides for unit in self._beside(head, side, last))])

    def _beside(self, head: Unit, side: Sequence[Unit], last: Query) -> Iterator[Unit]:
        for unit in side:
            apart = self.sorts.happens(unit) or self.sorts.names(unit) or self.sorts.is_beside(unit)
            # Where no space parts words, a verb stands there as well; what means the same is a part of the word.
            spaced = last.language.profile.spaced
            apart |= not spaced and not self.sorts.is_quality(unit) and not alike(unit, [head])
            if apart or unit.light or not touch(head.span, unit.span, last.text):
                return
            yield unit
            head = unit

    def _around(self, last: Query, query: Query, new: Sequence[Unit], shared: Unit) -> Place:
        """Around the word that both have as many of its neighbours as are new."""
        at = new.index(shared)
        old = next(unit for unit in last.units if alike(unit, [shared]))
        units = _in_order(last.units)
        middle = units.index(old)
        before = self._neighbours(units[:middle][::-1], old, new[:at][::-1], shared, last, query)
        after = self._neighbours(units[middle + 1 :], old, new[at + 1 :], shared, last, query)
        replaced = _in_order([*before, old, *after])
        return Place(_around(replaced), tuple(replaced), _around(new))

    def _neighbours(
        self, old: Sequence[Unit], middle: Unit, new: Sequence[Unit], shared: Unit, last: Query, query: Query
    ) -> Iterator[Unit]:
        """Those of ``old`` that go outwards from ``middle`` as those of ``new`` do from ``shared``."""
        for there, here in zip(old, new, strict=False):
            if not touch(middle.span, there.span, last.text) or not touch(shared.span, here.span, query.text):
                return
            if self.sorts.happens(there) and not self.sorts.happens(here):
                return
            yield there
            middle, shared = there, here

    def _alike(self, last: Query, query: Query, new: Sequence[Unit]) -> Unit | None:
        units = [unit for unit in last.units if not unit.light] or list(last.units)
        units = [unit for unit in units if not self.sorts.is_beside(unit)] or units
        topics = [unit for unit in units if not self.sorts.is_action(unit)]
        if all(unit.light or self.sorts.is_value(unit) for unit in new):
            return next((unit for unit in units if self.sorts.is_value(unit) or self.sorts.is_quality(unit)), None)
        beside = self._beside_the_same(units, new, last, query)
        kindred = self._of_a_kind(units, new)
        ways = (
            [unit for unit in kindred if unit in beside] or kindred,
            beside,
            [unit for unit in units if self.sorts.is_name(unit)] if any(map(self.sorts.is_name, new)) else [],
            self._of_a_sense(topics, new),
        )
        return next((found[-1] for found in ways if found), None)

    def _of_a_kind(self, units: Sequence[Unit], new: Sequence[Unit]) -> list[Unit]:
        kinds = {kind for unit in new if (kind := self.sorts.kind(unit)) is not None}
        return [unit for unit in units if self.sorts.kind(unit) in kinds]

    def _of_a_sense(self, units: Sequence[Unit], new: Sequence[Unit]) -> list[Unit]:
        kinds = frozenset().union(*map(self.sorts.kinds, new))
        return [unit for unit in units if not kinds.isdisjoint(self.sorts.kinds(unit))]

    def _beside_the_same(self, units: Sequence[Unit], new: Sequence[Unit], last: Query, query: Query) -> list[Unit]:
        """Those with the same small word behind or before them: «راوی سے» and «ستلج سے»."""
        if last.language != query.language or not query.language.profile.spaced:
            return []
        before = _small_before(query, new[0])
        after = _small_after(query, new[-1])
        ended = [unit for unit in units if after and _small_after(last, unit) == after]
        return ended or [unit for unit in units if before and _small_before(last, unit) == before]


def _in_order(units: Iterable[Unit]) -> list[Unit]:
    return sorted(units, key=lambda unit: unit.span)


def _around(units: Sequence[Unit]) -> Span:
    return Span(min(unit.span.start for unit in units), max(unit.span.end for unit in units))


def _small_before(query: Query, unit: Unit) -> str | None:
    return _small(texts(query.text[: unit.span.start], query.language)[-1:], query.language)


def _small_after(query: Query, unit: Unit) -> str | None:
    return _small(texts(query.text[unit.span.end :], query.language)[:1], query.language)


def _small(words: Sequence[str], language: Language) -> str | None:
    known = small_words(language)
    return next((word for word in words if word in known and word not in continuing(language).articles), None)
