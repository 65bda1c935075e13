"""A slot as a finding, which is grouped, told and noted as any other."""

from __future__ import annotations

from collections.abc import Iterator

from cpecbot.disagreement.grouping.agreement import is_exact, shown
from cpecbot.disagreement.grouping.findings import BOUND, PASSING, Compare, Finding, Named, claim
from cpecbot.disagreement.occasions.slots import COUNT, Slot
from cpecbot.disagreement.reading.quantities.moments import Manner, Moment, moment
from cpecbot.disagreement.rules.counts import named_by
from cpecbot.models import Claim, Dimension, Level, ValueKind

# How near stands what a value is surely of, from 0 to 1.
_AT = 0.7
_DIMENSIONS = {ValueKind.MONEY: Dimension.SUM, ValueKind.DATE: Dimension.DATE, ValueKind.TIME: Dimension.DATE}


def finding_of(slot: Slot, level: Level) -> Finding:
    """What ``slot`` says; two of one thing that differ are at ``level``."""
    reading, value = slot.reading, slot.value
    subject = min(slot.heads[0].narrow, default="") if slot.heads else ""
    return Finding(
        rule="slot",
        head=slot.sort,
        claim=_claim(slot),
        reading=reading,
        subject=subject,
        compare=Compare.SINGLE,
        level=level,
        by_topic=True,
        amount=value,
        moment=_moment(slot),
        grows=slot.sort == COUNT and bool(slot.counts and slot.counts.deeds),
        lasting=value.kind not in PASSING or bool(slot.periods),
        of=tuple(_named(slot)),
        measured=next(iter(slot.properties)) if len(slot.properties) == 1 else None,
        highlights=(reading.span(slot.amount.first, slot.amount.last),),
    )


def _named(slot: Slot) -> Iterator[Named]:
    """What it counts, where that is known, or else the things that its value may be of, the nearest first."""
    if slot.counts is not None:
        yield from named_by(slot.counts, slot.reading.sentence.span.start)
        return
    for aspect in slot.heads:
        if aspect.near >= _AT:
            place = slot.reading.span(aspect.item.first, aspect.item.last)
            yield Named(place, aspect.narrow, is_thing=not aspect.item.deed)


def _claim(slot: Slot) -> Claim:
    reading, value = slot.reading, slot.value
    first, last = reading.clause_bounds(slot.amount.first)
    return claim(
        reading,
        reading.span(first, last),
        _DIMENSIONS.get(value.kind, Dimension.COUNT),
        reading.keys(first, last),
        {shown(value)},
        () if is_exact(value) else (BOUND,),
    )


def _moment(slot: Slot) -> Moment:
    """Its day, and whether it was counted so far, or then; that it is meant as the other is was seen already."""
    told = moment(slot.reading, slot.value.span)
    return Moment(told.day, told.manners & {Manner.SO_FAR, Manner.THEN}, told.beside, told.past)
