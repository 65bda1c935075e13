"""What the README says is so: the lines of a newcomer stand there, and what its picture shows was really said."""

from __future__ import annotations

import re

import pytest

from cpecbot.answering import Library
from pages import blocks, text_of
from transcript import PICTURE, TYPED, draw

README = text_of("README")
HALF = 161
"""Lines: what is more belongs to a page of its own."""


@pytest.mark.parametrize("ending", [". && .venv/bin/cpecbot console", "-e '.[test]' && .venv/bin/pytest"])
def test_the_two_lines_of_a_newcomer_stand_there(ending: str) -> None:
    pip = f"python3 -m venv .venv && .venv/bin/pip install -c config/constraints.txt {ending}"
    assert pip in [line for block in blocks(README, "sh") for line in block.splitlines()]


def test_it_is_read_in_a_few_minutes() -> None:
    assert len(README.splitlines()) <= HALF


def test_it_shows_a_terminal_and_a_chat_and_says_how_long_the_tests_take() -> None:
    shown = re.findall(r"docs/([\w-]+\.(?:png|svg))", README)
    assert {PICTURE.name, "answer-english.png"} <= set(shown)
    assert re.search(r"tests, which take about \w+ minutes", README)
    assert ". .venv/bin/activate" in README


def test_the_conversation_in_the_picture_was_really_said(library: Library) -> None:
    """When answers have changed: ``python tests/transcript.py``."""
    assert PICTURE.read_text("utf-8") == draw([*TYPED], library)


def test_the_picture_fetches_nothing() -> None:
    assert not re.findall(r"url\(['\"]?https?:|href=", PICTURE.read_text("utf-8"))
