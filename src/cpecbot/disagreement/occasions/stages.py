"""Of which stage of a contest or an undertaking a value is told: the first round, the second phase."""

from __future__ import annotations

from collections.abc import Iterator

from cpecbot.disagreement.reading.content import Content
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Amount, Mark
from cpecbot.models import ValueKind

_FIRST = frozenset({1.0})


def stages_of(value: Amount, content: Content, reader: Reader) -> frozenset[float]:
    """The numbers of the stages that the clause of ``value`` names, or else of the last one named before it.

    Of "49.8 per cent, lower than in the first round" it is none.
    """
    named = list(_stages(content, reader))
    here = [each for each in named if content.clause(each) == content.clause(value)]
    before = [each for each in named if each.last <= value.first][-1:]
    return frozenset(each.value.low for each in here or before if each.value.low is not None)


def _stages(content: Content, reader: Reader) -> Iterator[Amount]:
    """The ordinals at nouns for a stage, in their order."""
    reading = content.reading
    marks = reading.terms_of(reader.contrasts.role(Role.STAGE))
    for amount in reading.amounts:
        numbers = amount.value.kind is ValueKind.ORDINAL and amount.value.unit is None
        if numbers and any(_is_at(amount, mark) for mark in marks):
            yield amount


def _is_at(amount: Amount, mark: Mark) -> bool:
    """Whether nothing stands between the number and the noun; a noun may hold its number: "phase one", 首轮."""
    return amount.first <= mark.last and mark.first <= amount.last


def of_other_stages(one: frozenset[float], other: frozenset[float]) -> bool:
    """Whether two values are of two stages. One that names none is of the last, for which its article was written."""
    if one and other:
        return one.isdisjoint(other)
    return _FIRST in (one, other)
