"""Callback data comes back as what it was made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Message, User

from cpecbot.bot.buttons.presses import Press, Pressed, View, read_press
from cpecbot.bot.messaging.delivery import Place
from cpecbot.bot.services.context import new_key
from fakes import updates


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


@pytest.mark.parametrize(
    ("data", "press"),
    [
        ("p:-:1", Press(View.PAGE, "-", "1")),
        ("x:AZaz09_-:", Press(View.FORGET, "AZaz09_-")),
        (f"p:{'k' * 16}:{'1' * 40}", Press(View.PAGE, "k" * 16, "1" * 40)),
        (f"p:{'k' * 17}:1", None),
        ("p::1", None),
        (f"p:-:{'1' * 41}", None),
        ("z:-:1", None),
        ("P:-:1", None),
        ("pp:-:1", None),
        ("p:-", None),
        ("p:-:1:2", None),
        ("p:-:1\n", None),
        ("p:-:a b", None),
        ("p:ک:1", None),
        ("", None),
        (None, None),
    ],
)
def test_only_data_of_ours_is_read(data: str | None, press: Press | None) -> None:
    """Of the lengths that fit into the 64 bytes of callback data, and of a view that there is."""
    assert read_press(data) == press


@pytest.mark.parametrize(
    ("argument", "numbers"),
    [("", (0, 0)), ("3", (3, 0)), ("3.14", (3, 14)), ("fa.2", (0, 2)), ("3.", (3, 0)), ("-1.²", (0, 0))],
)
def test_a_number_that_is_not_there_is_nought(argument: str, numbers: tuple[int, int]) -> None:
    """The first page, the first quote."""
    press = Press(View.PAGE, argument=argument)
    assert (press.number(0), press.number(1)) == numbers


def test_a_key_fits_and_is_never_the_same() -> None:
    """So that data of another chat cannot be guessed."""
    keys = {new_key() for _ in range(100)}
    assert len(keys) == 100
    assert all(read_press(f"p:{key}:") for key in keys)


def test_what_a_press_changes_replies_to_nothing() -> None:
    """It takes the place of what stood there."""
    message = Message.de_json(updates.message("x", chat=updates.GROUP, message_id=60))
    user = User.de_json(updates.ANNA)
    assert message is not None
    assert user is not None
    assert Pressed(Press(View.PAGE), message, user, user.id).place == Place(-100200)
