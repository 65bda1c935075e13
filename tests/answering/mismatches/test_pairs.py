"""A quality belongs to its noun."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cpecbot.answering.mismatches.pairs import Pair, pairs
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.models import Span
from fakes.candidates import unit
from fakes.entries import entries_of

BEST, BAKER = unit("l:best"), unit("l:baker")


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("the best baker", False),
        ("the best of the old bakers", False),
        ("the best of the old fat slow bakers", True),
        ("the best miller, a baker", True),
    ],
)
def test_what_stands_away_from_its_noun_is_parted(text: str, parted: bool) -> None:
    """By so many words, or in another part of the sentence."""
    (entry,) = entries_of(("a", ""))
    entry = replace(entry, sentence=replace(entry.sentence, text=text))

    def place(word: str) -> tuple[Span, ...]:
        return (Span(text.index(word), text.index(word) + len(word)),)

    assert Pair(BAKER, BEST).is_parted(entry, {BAKER: place("baker"), BEST: place("best")}) is parted
    assert not Pair(BAKER, BEST).is_parted(entry, {BAKER: place("baker")})


def test_a_quality_beside_a_noun_is_a_pair(everyday: Understanding) -> None:
    """Two nouns say something each."""
    found = list(pairs(everyday.read("Who baked the sweet bread in the village?"), everyday.analyzer.glossary))
    assert [(each.which.text, each.head.text) for each in found] == [("sweet", "bread")]
    assert not list(pairs(everyday.read("Who baked bread for the village?"), everyday.analyzer.glossary))
