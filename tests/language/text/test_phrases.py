"""Tokens of a folded text, one by one, and tables of phrases found among them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@given(st.text("aeيیےىئ ۓ1½,'\u0651\u200c的", max_size=12))
def test_a_phrase_is_cut_as_a_text_is(phrase: str) -> None:
    assert words_of(phrase) == tuple(token.text for token in tokenize(phrase, fold(phrase)))


TABLE = st.lists(st.tuples(st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(" ".join), st.integers()))


@given(st.lists(TABLE, max_size=3), st.lists(st.sampled_from("abcd"), max_size=6).map(" ".join))
def test_tables_together_find_what_one_of_all_their_phrases_does(
    tables: list[list[tuple[str, int]]], text: str
) -> None:
    merged = PhraseTable.merged(map(PhraseTable, tables))
    whole = PhraseTable(entry for table in tables for entry in table)
    tokens = tokenize(text, fold(text))
    assert merged.first_words == whole.first_words
    assert [merged.match(tokens, at) for at in range(-1, 7)] == [whole.match(tokens, at) for at in range(-1, 7)]
