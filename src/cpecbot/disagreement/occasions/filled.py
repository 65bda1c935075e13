"""A slot as a finding, which is grouped, told and noted as any other."""

from __future__ import annotations

from cpecbot.disagreement.grouping.agreement import is_exact, shown
from cpecbot.disagreement.grouping.findings import BOUND, PASSING, Compare, Finding, claim
from cpecbot.disagreement.occasions.slots import COUNT, Slot
from cpecbot.disagreement.reading.quantities.moments import Manner, Moment, moment
from cpecbot.models import Claim, Dimension, Level, ValueKind

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
        highlights=(reading.span(slot.amount.first, slot.amount.last),),
    )


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
