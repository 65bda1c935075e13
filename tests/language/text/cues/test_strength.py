"""How strongly a text puts what it tells."""

from __future__ import annotations

import pytest

from cpecbot.language.text.cues.strength import Strength, strengths
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, UR, ZH


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("They will explore the possibility of a tunnel.", EN, Strength.TENTATIVE),
        ("双方将探讨修建隧道的可能性。", ZH, Strength.TENTATIVE),
        ("المجلس أحاط علما بالطلب.", AR, Strength.NOTED),
        ("استفاده از ماسک توصیه می‌شود.", FA, Strength.ADVISED),
        ("انہوں نے حملے کی شدید مذمت کی۔", UR, Strength.FORCEFUL),
        ("All bridges are closed.", EN, Strength.ALL),
    ],
)
def test_a_word_tells_how_it_is_meant(text: str, language: Language, said: Strength) -> None:
    assert said in strengths(text, language)


def test_a_longer_word_in_which_it_tells_nothing_of_the_kind_does_not() -> None:
    assert Strength.ALL not in strengths("Above all, the bridge is closed.", EN)
    assert Strength.FORCEFUL not in strengths("A strong earthquake shook the bridge.", EN)
