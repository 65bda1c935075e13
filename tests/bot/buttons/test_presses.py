"""Callback data comes back as what it was made of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cpecbot.bot.buttons.presses import Press, View, read_press
from cpecbot.bot.services.context import new_key


@given(st.sampled_from(View), st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_press_comes_back_from_its_data(view: View, first: int, second: int) -> None:
    """Within 64 bytes."""
    press = Press(view, new_key(), f"{first}.{second}")
    assert read_press(str(press)) == press
    assert (press.number(0), press.number(1), press.number(2)) == (first, second, 0)
    assert len(str(press).encode()) <= 64


@given(st.text() | st.none())
def test_any_data_can_be_read(data: str | None) -> None:
    """It comes from the outside."""
    press = read_press(data)
    assert press is None or str(press) == data
