"""What two rounds tell otherwise of one point, because time has passed: other figures, or what was planned is done."""

from __future__ import annotations

from collections.abc import Iterator

from cpecbot.disagreement.grouping.agreement import may_both_hold
from cpecbot.disagreement.reading.quantities.durations import bare_durations
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.disagreement.rules.numbers import names_the_sides
from cpecbot.language.text.cues.modality import planned
from cpecbot.models import Value, ValueKind

_FIGURES = frozenset({ValueKind.NUMBER, ValueKind.MONEY, ValueKind.PERCENT, ValueKind.QUANTITY, ValueKind.DURATION})


def moved_on(earlier: Reading, later: Reading, reader: Reader) -> bool:
    """Whether either gives a figure that the other has not, or only the earlier one speaks of what is to come.

    Two outlets may leave out a figure; of two rounds one that has it says something else.
    """
    one, other = list(_figures(earlier, reader)), list(_figures(later, reader))
    return _has_another(one, other) or _has_another(other, one) or (_is_planned(earlier) and not _is_planned(later))


def measure_alike(one: Reading, other: Reading, reader: Reader) -> bool:
    """Whether both give a sum, a share or a measure in one unit: it may be the same that is measured."""
    sorts, others = ({_sort(each) for each in _figures(side, reader)} for side in (one, other))
    return not (sorts & others) <= {None}


def _sort(figure: Value) -> str | None:
    """None for what counts anything."""
    if figure.kind is ValueKind.QUANTITY:
        return f"{figure.kind}:{figure.unit}"
    return figure.kind if figure.kind in (ValueKind.MONEY, ValueKind.PERCENT) else None


def _has_another(figures: list[Value], others: list[Value]) -> bool:
    return any(not any(may_both_hold(each, other) for other in others) for each in figures)


def _figures(reading: Reading, reader: Reader) -> Iterator[Value]:
    """Its figures, those that only count who meets left out; a unit of time alone is one: every week."""
    taken = set(range(reading.dateline))
    for amount in reading.amounts:
        taken.update(range(amount.first, amount.last))
        counts = amount.value.kind in _FIGURES and amount.first >= reading.dateline
        if counts and not names_the_sides(amount, reading, reader):
            yield amount.value
    yield from (value for _, value in bare_durations(reading, taken))


def _is_planned(reading: Reading) -> bool:
    values = [amount.value.span for amount in reading.amounts]
    return bool(planned(reading.sentence.reading, reading.sentence.language, values))
