"""Folding: what only looks different becomes the same, and every place can be found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.text.folding import fold, fold_text
from cpecbot.models import Span


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("إسلام أباد", "اسلام اباد"),
        ("الصينيّة", "الصينيه"),
        ("کشمیر", "كشمير"),
        ("همکاری‌های", "همكاريهاي"),
        ("۲۰۲۶", "2026"),
        ("٢٠٢٦", "2026"),
        ("Ｇｗａｄａｒ", "gwadar"),
        ("communiqué", "COMMUNIQUE"),
        ("متـــى", "متي"),
        ("Pakistan’s", "pakistan's"),
    ],
)
def test_variants_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold_text(one) == fold_text(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@given(st.text())
def test_every_folded_character_knows_where_it_came_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert folded.offsets[-1] == len(text)


@given(st.text(), st.data())
def test_a_span_mapped_back_folds_to_itself(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    assert folded.text[start:end] in fold_text(folded.original(Span(start, end)).slice(text)) or start == end


@given(st.text(max_size=40), st.integers(0, 3))
def test_a_long_text_folds_as_its_parts_do_and_a_kept_copy_is_the_same(text: str, index: int) -> None:
    long = text * 60 + "x" * index
    once = fold(text)
    assert fold(text) == once
    assert fold(long).text == once.text * 60 + "x" * index
    assert fold(long).offsets[: len(once.text)] == once.offsets[:-1]  # the last one is the length
