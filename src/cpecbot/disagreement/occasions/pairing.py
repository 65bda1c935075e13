"""Sets slots of articles on one occasion against each other: each with the one of another article most like it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from cpecbot.disagreement.grouping.agreement import may_both_hold
from cpecbot.disagreement.grouping.findings import Finding
from cpecbot.disagreement.grouping.groups import Pair
from cpecbot.disagreement.grouping.neighbours import neighbours
from cpecbot.disagreement.grouping.telling import Matching
from cpecbot.disagreement.occasions.breakdowns import of_other_wholes
from cpecbot.disagreement.occasions.counted import may_do_another, told_of_others, was_another
from cpecbot.disagreement.occasions.elsewhere import names_others, of_other_places
from cpecbot.disagreement.occasions.filled import finding_of
from cpecbot.disagreement.occasions.holders import held_by_others
from cpecbot.disagreement.occasions.likeness import Likeness, likeness
from cpecbot.disagreement.occasions.rivals import is_far, rule_out
from cpecbot.disagreement.occasions.slots import Slot, slots
from cpecbot.disagreement.occasions.spread import Spread
from cpecbot.disagreement.occasions.stages import of_other_stages
from cpecbot.disagreement.reading.quantities.figures import Figure
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.language.values.units import UNSPECIFIED_CURRENCY
from cpecbot.models import Level, Span, Value

_NEAREST, _NEAREST_OF_ONE = 24, 8
# How much must be shared by two values of articles that are on one occasion, and by those that may be on two.
_LEAST_HEAD, _LEAST_AROUND = 0.3, 0.15
_SURE_HEAD, _SURE_AROUND = 0.7, 0.5
# What is done is told in many words; figures so near each other may still be of one deed.
_ALMOST = 1.25
# A value that the other gives too is surely told of the same.
_AGREED = 2.0


class Occasions:
    """The slots of all that was read, and which of them two articles fill otherwise."""

    def __init__(self, readings: Sequence[Reading], findings: Iterable[Finding], reader: Reader) -> None:
        self._reader = reader
        self._matching = reader.glossary.languages.once(Matching)
        rarity = Spread(readings).rarity
        counts: dict[str, dict[Span, Figure]] = defaultdict(dict)
        for each in findings:
            if each.figure is not None:
                counts[each.source][each.highlights[0]] = each.figure
        self._slots = [
            slot for reading in readings for slot in slots(reading, reader, rarity, counts[reading.sentence.source])
        ]
        self._places = {(slot.source, slot.place): slot for slot in self._slots}

    def pairs(self) -> Iterator[Pair]:
        """Findings that give another value for one thing, the most alike first."""
        likely = self._likely()
        best = self._best(likely)
        for (one, other), like in sorted(likely.items(), key=lambda each: (-each[1].score, each[0])):
            here, there = self._slots[one], self._slots[other]
            if best[one, there.source] > like.score or best[other, here.source] > like.score:
                continue
            level = self._level(here, there, like)
            if level is not None:
                yield Pair(finding_of(here, level), finding_of(there, level))

    def are_of_two(self, one: Finding, other: Finding) -> bool:
        """Whether what stands beside the values of two findings shows that they are of two things."""
        here, there = (self._places.get((each.source, each.highlights[0])) for each in (one, other) if each.highlights)
        if here is None or there is None:
            return False
        return self._are_of_two(here, there)

    def _are_of_two(self, one: Slot, other: Slot) -> bool:
        return (
            (may_do_another(one, other) and is_far(one, other))
            or was_another(one, other)
            or of_other_stages(one.stages, other.stages)
            or of_other_wholes(one.row, other.row)
            or told_of_others(one, other)
            or held_by_others(one, other, self._matching)
            or names_others(one, other, self._matching)
            or of_other_places(one, other, self._reader)
        )

    def _likely(self) -> Mapping[tuple[int, int], Likeness]:
        """Slots of one sort in articles that may be on one occasion, and how alike they are, by their places."""
        keys = [frozenset(_keys(slot)) for slot in self._slots]
        sources = [slot.source for slot in self._slots]
        likely = {}
        for one, other in neighbours(keys, sources, most=_NEAREST, of_one_source=_NEAREST_OF_ONE):
            here, there = self._slots[one], self._slots[other]
            if not here.reading.occasion.is_near(there.reading.occasion):
                continue
            like = likeness(here, there, self._matching)
            if like.head >= _LEAST_HEAD and like.around >= _LEAST_AROUND:
                likely[one, other] = like
        return likely

    def _best(self, likely: Mapping[tuple[int, int], Likeness]) -> Mapping[tuple[int, str], float]:
        """The score of the most alike of each other source; one that agrees comes before one that does not."""
        best: dict[tuple[int, str], float] = {}
        for (one, other), like in likely.items():
            here, there = self._slots[one], self._slots[other]
            score = like.score * (_AGREED if _agree(here.value, there.value) else 1.0)
            for key in ((one, there.source), (other, here.source)):
                best[key] = max(best.get(key, 0.0), score)
        return best

    def _level(self, one: Slot, other: Slot, like: Likeness) -> Level | None:
        """How surely they contradict; None where they may both be true, or are of two things."""
        if like.apart or _agree(one.value, other.value) or _both_told(one, other):
            return None
        sure = one.reading.occasion.may_be(other.reading.occasion)
        if not sure and (like.head < _SURE_HEAD or like.around < _SURE_AROUND):
            return None
        if rule_out(one, other) or self._are_of_two(one, other):
            return None
        unsure = like.around < _SURE_AROUND and is_far(one, other, _ALMOST)
        if may_do_another(one, other):
            return None if unsure else Level.DIFFERING
        alike = one.periods == other.periods and _as(one.value, other.value) == one.value
        return Level.CONTRADICTION if sure and alike and not unsure else Level.DIFFERING


def _keys(slot: Slot) -> Iterator[str]:
    """By what slots of one thing find each other."""
    yield from (f"{slot.sort}|{each}" for each in slot.properties)
    for aspect in slot.heads:
        # With less, the two are not near enough even where the other stands right at its value.
        if aspect.near >= _LEAST_HEAD**2:
            yield from (f"{slot.sort}|{key}" for key in aspect.item.concepts | aspect.narrow)


def _agree(one: Value, other: Value) -> bool:
    return may_both_hold(replace(_as(one, other), span=Span(0, 0)), replace(_as(other, one), span=Span(0, 0)))


def _both_told(one: Slot, other: Slot) -> bool:
    """Whether either article gives the value of the other anywhere."""
    here, there = _as(one.value, other.value), _as(other.value, one.value)
    return one.reading.occasion.tells(there) or other.reading.occasion.tells(here)


def _as(value: Value, other: Value) -> Value:
    """A sum of liras or rupees of which nobody told whose they are, in the currency of the other."""
    return replace(value, unit=other.unit) if value.unit == UNSPECIFIED_CURRENCY else value
