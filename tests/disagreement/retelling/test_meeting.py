"""Which values of two statements are of one sort, and which of them say the same."""

from __future__ import annotations

from datetime import date

import pytest

from cpecbot.disagreement.retelling.meeting import agree, has_unit, met_values
from cpecbot.disagreement.retelling.statement import Measure
from cpecbot.models import Span, Value, ValueKind

NOWHERE = Span(0, 0)


def number(low: float | None, high: float | None = None) -> Value:
    return Value(ValueKind.NUMBER, NOWHERE, low, high)


def exactly(amount: float, kind: ValueKind = ValueKind.NUMBER, unit: str | None = None) -> Value:
    return Value(kind, NOWHERE, amount, amount, unit)


def measures(*values: Value) -> list[Measure]:
    return [Measure(value, place, place + 1, 1.0) for place, value in enumerate(values)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (exactly(12), exactly(12), True),
        (exactly(12), exactly(14), False),
        (number(12), number(12), True),
        (number(12), number(14), False),
        (exactly(10), exactly(10, ValueKind.QUANTITY, "year"), True),
        (exactly(10), exactly(11, ValueKind.QUANTITY, "year"), False),
        (exactly(10, ValueKind.QUANTITY, "kilogram"), exactly(10, ValueKind.QUANTITY, "year"), False),
    ],
)
def test_values_agree_where_they_say_the_same(one: Value, other: Value, *, same: bool) -> None:
    """Two bounds that may both be true do not; a number may be told without its unit."""
    assert agree(one, other) is same
    assert agree(other, one) is same


def test_a_weekday_of_no_known_week_meets_no_date() -> None:
    weekday = Value(ValueKind.WEEKDAY, NOWHERE)
    day = Value(ValueKind.DATE, NOWHERE, first=date(2021, 5, 4), last=date(2021, 5, 4))
    assert not [*met_values(measures(weekday), measures(day))]


def test_each_value_meets_one_that_agrees_before_one_that_does_not() -> None:
    """What is left over meets what is left over."""
    met = [*met_values(measures(exactly(3), exactly(5)), measures(exactly(5), exactly(4)))]
    told = [(each.here.value.low, each.there.value.low, each.agree) for each in met]
    assert told == [(5, 5, True), (3, 4, False)]


def test_a_sum_tells_what_it_measures_and_a_number_does_not() -> None:
    assert has_unit(exactly(3, ValueKind.MONEY, "usd"))
    assert not has_unit(exactly(3))
