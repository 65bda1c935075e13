"""What differs where two statements tell one point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cpecbot.disagreement.retelling.nearness import Nearness
from cpecbot.disagreement.retelling.statement import Statement
from cpecbot.language.text.cues.negation import denials
from cpecbot.models import Dimension, Span, ValueKind

_SORTS = {
    ValueKind.DATE: Dimension.DATE,
    ValueKind.WEEKDAY: Dimension.DATE,
    ValueKind.MONEY: Dimension.SUM,
    ValueKind.ORDINAL: Dimension.ORDINAL,
}


@dataclass(frozen=True, slots=True)
class Differing:
    """What differs, and its words on either side, in code points of the articles; None where one side has none."""

    dimension: Dimension
    here: Span | None = None
    there: Span | None = None


def differing(point: Statement, other: Statement, near: Nearness) -> Iterator[Differing]:
    for met in near.values:
        if not met.agree:
            yield Differing(
                _SORTS.get(met.here.value.kind, Dimension.COUNT),
                point.reading.span(met.here.first, met.here.last),
                other.reading.span(met.there.first, met.there.last),
            )
    yield from _denied(point, other)


def _denied(point: Statement, other: Statement) -> Iterator[Differing]:
    here, there = (denials(each.reading.sentence.reading, each.reading.sentence.language) for each in (point, other))
    if bool(here) is not bool(there):
        yield Differing(Dimension.STANCE, *(_shifted(each, side) for each, side in ((here, point), (there, other))))


def _shifted(spans: tuple[Span, ...], side: Statement) -> Span | None:
    return spans[0].shift(side.reading.sentence.span.start) if spans else None
