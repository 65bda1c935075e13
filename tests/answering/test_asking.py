"""A question is read only up to a length, whatever its characters fold into."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.answering.asking import LONGEST_QUESTION, bounded
from cpecbot.language.text.folding import fold_text

LIGATURE = "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}"


@pytest.mark.parametrize("length", [0, 1, LONGEST_QUESTION - 1, LONGEST_QUESTION])
def test_no_longer_question_is_cut(length: int) -> None:
    assert bounded("w" * length) == "w" * length


@pytest.mark.parametrize("text", ["w" * (LONGEST_QUESTION + 1), LIGATURE * LONGEST_QUESTION, "who " * 9999])
def test_a_longer_question_is_cut(text: str) -> None:
    assert bounded(text) != text
    assert len(bounded(text)) <= LONGEST_QUESTION


@given(st.text(alphabet=[LIGATURE, "w", " ", "\u0301", "İ", "百"], max_size=40), st.integers(1, 300))
def test_what_is_read_is_the_beginning_of_the_question(part: str, times: int) -> None:
    text = part * times
    assert text.startswith(bounded(text))
    assert len(fold_text(bounded(text))) <= LONGEST_QUESTION
