"""Names meet across scripts in their consonants."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.text.names import SHORTEST_SKELETON, skeleton


@pytest.mark.parametrize(
    "spellings",
    [
        ["Gwadar", "گوادر", "غوادر", "جوادر", "瓜达尔"],
        ["Karakoram", "Karakorum", "قراقروم", "قراقرم"],
        ["Islamabad", "إسلام أباد", "اسلام آباد"],
        ["Balochistan", "بلوشستان", "بلوچستان"],
        ["Sukkur", "سکھر", "苏库尔"],
        ["Jalalabad", "جلال آباد", "جلال أباد"],
        ["Trump", "ترامب", "ترامپ"],
    ],
)
def test_one_name_has_one_skeleton_in_every_script(spellings: list[str]) -> None:
    assert len({skeleton(name) for name in spellings}) == 1
    assert len(skeleton(spellings[0])) >= SHORTEST_SKELETON


def test_different_names_stay_apart() -> None:
    names = ["Gwadar", "Islamabad", "Karakoram", "Balochistan", "Potsdam", "Lavrov", "Rashakai"]
    assert all(skeleton(one) != skeleton(other) for one, other in combinations(names, 2))


@given(st.text())
def test_a_skeleton_holds_only_plain_consonants(name: str) -> None:
    assert set(skeleton(name)) <= set("bdfgkmnrstx")
