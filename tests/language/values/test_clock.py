"""Times of day, in the ways of five languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.values.clock import HALF_DAY
from cpecbot.language.values.compatibility import compatible
from cpecbot.language.values.finding import find_values
from cpecbot.language.values.words.clock import PartOfDay
from cpecbot.models import Span, Value, ValueKind
from fakes.languages import LANGUAGES


def _times(code: str, text: str) -> list[tuple[str, str]]:
    """The words of each time in ``text``, and the time on a clock of 24 hours; with "?" where its half is not told."""
    found = (value for value in find_values(text, LANGUAGES[code]) if value.kind is ValueKind.TIME)
    return [(value.span.slice(text), _shown(value)) for value in found]


def _shown(value: Value) -> str:
    hour, minute = divmod(int(value.low or 0), 60)
    return f"{hour}:{minute:02}{'?' if value.unit == HALF_DAY else ''}"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "The ferry left at 7:05 p.m. on Monday.", [("7:05 p.m.", "19:05")]),
        ("en", "It opened at 9 a.m. 5 people came.", [("9 a.m.", "9:00")]),
        ("en", "They met at 3 o'clock.", [("3 o'clock", "3:00?")]),
        ("en", "The lights went out at midnight.", [("midnight", "0:00")]),
        ("en", "In the morning 5 people came.", []),
        ("ar", "أبحرت السفينة في الساعة الواحدة و20 دقيقة ظهراً", [("الساعة الواحدة و20 دقيقة ظهراً", "13:20")]),
        ("ar", "بدأ الحفل الساعة الثالثة والنصف عصراً", [("الساعة الثالثة والنصف عصراً", "15:30")]),
        ("ar", "وصل الساعة 6:15 مساء", [("الساعة 6:15 مساء", "18:15")]),
        ("fa", "قطار ساعت ۱۶:۲۵ به وقت محلی رسید", [("ساعت ۱۶:۲۵", "16:25")]),
        ("fa", "ساعت سه و نیم بامداد", [("ساعت سه و نیم بامداد", "3:30")]),
        ("fa", "در ۲۴ ساعت ۵ نفر آمدند", []),
        ("ur", "رات 10 بجکر 40 منٹ پر", [("رات 10 بجکر 40 منٹ", "22:40")]),
        ("ur", "ساڑھے تین بجے", [("ساڑھے تین بجے", "3:30?")]),
        ("ur", "پیر کی شام 7 بجے", [("7 بجے", "19:00")]),
        ("ur", "دوپہر دو بجے", [("دوپہر دو بجے", "14:00")]),
        ("zh", "当晚9点26分发车", [("当晚9点26分", "21:26")]),
        ("zh", "下午3點半開始", [("下午3點半", "15:30")]),
        ("zh", "5月4日14时许启航", [("14时许", "14:00")]),
        ("zh", "提出三点建议", []),
        ("zh", "进入2.0时代", []),
        ("zh", "早上5人到场", []),
    ],
)
def test_a_time_is_read_with_its_part_of_the_day(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    """Hours, minutes and the half of the day, in figures and in words."""
    assert _times(code, text) == expected


@given(st.integers(0, 23), st.integers(0, 59))
def test_figures_of_a_clock_are_that_time(hour: int, minute: int) -> None:
    """Every time on a clock of 24 hours is read as itself; from 1 to 12 nobody knows which half of the day it is."""
    ((_, shown),) = _times("en", f"The ferry left at {hour}:{minute:02}.")
    assert shown == f"{hour}:{minute:02}{'?' if 1 <= hour <= 12 else ''}"


@given(st.integers(0, 24))
def test_an_hour_told_in_a_part_of_the_day_lies_in_it_or_is_kept(told: int) -> None:
    """Eight at night is 20, two at night is 2, and noon is never at night."""
    hour = PartOfDay(18, 5).hour(told)
    assert hour >= 18 or hour < 5 or hour == told


def test_times_are_compared_by_the_clock_where_the_half_is_not_told() -> None:
    """3:30 may be 15:30; 3:30 in the morning is not."""
    afternoon = Value(ValueKind.TIME, Span(0, 1), 930, 930)
    morning = Value(ValueKind.TIME, Span(0, 1), 210, 210)
    unsure = Value(ValueKind.TIME, Span(0, 1), 210, 210, HALF_DAY)
    assert compatible(afternoon, unsure)
    assert not compatible(afternoon, morning)
