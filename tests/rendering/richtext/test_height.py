"""How many lines a message takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.rendering.richtext.height import WIDTH, height
from cpecbot.rendering.richtext.text import EntityKind, RichTextBuilder, plain


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 0),
        ("word", 1),
        ("a" * 38, 1),
        ("a" * 39, 2),
        ("one\n\ntwo", 3),
        ("words " * 12, 2),
        (("a" * 20 + " ") * 2, 2),
        ("a " + "b" * 76, 3),
        ("汉" * 19, 1),
        ("汉" * 20, 2),
        ("م\u064e" * 38, 1),
        ("\u2068" + "a" * 38 + "\u2069", 1),
    ],
)
def test_letters_take_their_room_and_words_are_not_broken(text: str, lines: int) -> None:
    assert height(plain(text)) == lines


def test_a_quote_is_indented_and_one_that_opens_shows_three_lines() -> None:
    for kind, lines in ((EntityKind.BLOCKQUOTE, 5), (EntityKind.EXPANDABLE_BLOCKQUOTE, 3)):
        builder = RichTextBuilder()
        builder.add("head\n")
        builder.add("a" * 35 * 5, kind)
        assert height(builder.build()) == 1 + lines


@given(st.text(alphabet="ab \n汉م", max_size=300), st.integers(2, WIDTH))
def test_more_room_never_takes_more_lines(text: str, width: int) -> None:
    assert height(plain(text), width + 1) <= height(plain(text), width) or "汉" in text
