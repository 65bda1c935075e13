"""Simplified characters: of the same length, so that places in the text stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cpecbot.disagreement.reading.segments import segments
from cpecbot.language.text.folding import fold
from cpecbot.language.text.simplified import fold_simply, simplify
from cpecbot.models import Span
from fakes.languages import EN, ZH


@given(st.text())
def test_places_stay(text: str) -> None:
    assert len(simplify(text)) == len(text)
    assert fold_simply(text, ZH).offsets == fold(text).offsets
    assert fold_simply(text, EN) == fold(text)


def test_a_traditional_text_is_cut_like_a_simplified_one() -> None:
    simple, traditional = (segments(text, ZH) for text in ("十人死亡及三人受伤但是路通", "十人死亡及三人受傷但是路通"))
    places = [Span(at, at + 1) for at in range(13)]
    assert list(map(simple.clause, places)) == list(map(traditional.clause, places))
    other = segments("他们及代表团离开同时会议开始", ZH), segments("他們及代表團離開同時會議開始", ZH)
    assert other[0].clause(Span(9, 10)) == other[1].clause(Span(9, 10))
