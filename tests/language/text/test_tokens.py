"""Words of five languages, each with its place in the original text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.text.folding import REMEMBERED, fold, fold_text
from cpecbot.language.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pakistan’s U.N. envoy", ["pakistan", "un", "envoy"]),
        ("CPEC 2.0", ["cpec", "2.0"]),
        ("all-weather", ["all", "weather"]),
        ("الجولة السابعة", ["الجوله", "السابعه"]),
        ("گفت‌وگو", ["گفتوگو"]),
        ("瓜达尔港", ["瓜达", "达尔", "尔港"]),
        ("瓜達爾", ["瓜达", "达尔"]),
        ("港", ["港"]),
        ("बीजिंग में", [fold_text("बीजिंग"), fold_text("में")]),
        ("CPEC二期", ["cpec", "二期"]),
        ("", []),
        ("…؟!", []),
    ],
)
def test_text_is_cut_into_folded_words(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


@given(st.text(max_size=4), st.sampled_from([1, REMEMBERED]))
def test_what_is_remembered_of_a_text_is_what_it_is_cut_into(text: str, times: int) -> None:
    assert tokenize(text * times) == tokenize(text * times) == tokenize(fold(text * times))


@given(st.text())
def test_tokens_stand_in_order_inside_any_text(text: str) -> None:
    starts = [token.span.start for token in tokenize(text)]
    assert starts == sorted(starts)
    assert all(0 <= token.span.start < token.span.end <= len(text) for token in tokenize(text))


@given(st.text(alphabet=st.characters(categories=["Ll", "Lu", "Zs"])))
def test_a_token_is_the_folded_slice_at_its_place(text: str) -> None:
    for token in tokenize(text):
        if token.text.isascii():
            assert token.text in fold_text(token.span.slice(text))
