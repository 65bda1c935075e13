"""Which words a short form stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.names.aliases.abbreviations import made_of, words_of


@pytest.mark.parametrize(
    ("short", "words", "count"),
    [
        ("rrs", "the river rescue service", 3),
        ("unhcr", "united nations high commissioner for refugees", 6),
        ("rrs", "a road was built", 0),
        ("rs", "service", 0),
        ("river", "the river rescue", 0),
        ("r", "river rescue", 0),
    ],
)
def test_words_of(short: str, words: str, count: int) -> None:
    assert words_of(short, words.split()) == count


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=6), min_size=2, max_size=6))
def test_initials_stand_for_their_words(words: list[str]) -> None:
    short = "".join(word[0] for word in words)
    assert short in words or words_of(short, words) == len(words)


@pytest.mark.parametrize(
    ("short", "run", "count"), [("河救局", "国家河流救援局", 5), ("河救局", "国家救援河流", 0), ("局", "救援局", 0)]
)
def test_made_of(short: str, run: str, count: int) -> None:
    assert made_of(short, run) == count
