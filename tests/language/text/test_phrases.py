"""Tokens of a folded text, one by one, and tables of phrases found among them."""

from __future__ import annotations

import pytest

from cpecbot.language.text.folding import fold, fold_text
from cpecbot.language.text.phrases import PhraseTable, tokenize, words_of


def tokens(text: str) -> list[tuple[str, str]]:
    return [(token.text, token.kind) for token in tokenize(text, fold(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 January", [("5", "number"), ("january", "word")]),
        ("二〇二六年", [(character, "han") for character in "二〇二六年"]),
        ("2026-01-05", [("2026-01-05", "date")]),
        ("18:30", [("18:30", "other")]),
        ("one\ntwo", [("one", "word"), ("\n", "mark"), ("two", "word")]),
        ("जनवरी", [(fold_text("जनवरी"), "word")]),
    ],
)
def test_every_token_has_its_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert tokens(text) == expected


def test_a_final_barree_stays_apart_from_ya() -> None:
    assert words_of("پہلے")[0].endswith("ے")
    assert words_of("پہلی")[0].endswith("ي")


def test_the_longest_phrase_counts_and_of_equal_ones_the_first() -> None:
    table = PhraseTable([("per cent", 1), ("per", 2), ("Per Cent", 3)])
    text = "per cent"
    assert table.match(tokenize(text, fold(text)), 0) == (1, 2)
    assert table.match(tokenize("per head", fold("per head")), 0) == (2, 1)
    assert table.match(tokenize(text, fold(text)), 2) is None
