"""Short forms whose letters are named one by one."""

from __future__ import annotations

import pytest

from cpecbot.language.names.letters import letters_in, spelt_out
from cpecbot.language.text.tokens import tokenize
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, UR


@pytest.mark.parametrize(
    ("text", "language", "letters"),
    [
        ("آر ڈی اے نے کہا", UR, {"rda"}),
        ("این ڈی کے کے سربراہ", UR, {"ndkk", "ndk", "nd"}),
        ("قال إف بي آي", AR, {"fbi", "fb"}),
        ("قال إن أو في ذلك", AR, set()),
        ("اف بی آی گفت", FA, {"fbi"}),
        ("ہائی وے کے بارے میں", UR, set()),
        ("او ان را دید", FA, set()),
        ("RDA said", EN, set()),
    ],
)
def test_letters_are_read_one_by_one(text: str, language: Language, letters: set[str]) -> None:
    assert {form for form, _ in spelt_out(text, tokenize(text), language)} == letters


@pytest.mark.parametrize(
    ("name", "language", "letters"),
    [("RDA", EN, "rda"), ("R.D.A.", EN, "rda"), ("RDAs", EN, "rda"), ("Rda", EN, ""), ("آر ڈی اے", UR, "rda")],
)
def test_the_letters_of_a_name(name: str, language: Language, letters: str) -> None:
    assert letters_in(name, language) == letters
