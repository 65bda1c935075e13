from __future__ import annotations

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.i18n.direction import first_strong, is_right_to_left, isolate, isolation, settle
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH


@pytest.mark.parametrize(
    ("text", "outer", "isolated"),
    [
        ("APP", AR, True),
        ("2025–2029", FA, True),
        ("/help", UR, True),
        ("2026", AR, False),
        ("الممر", AR, False),
        ("الممر", ZH, True),
        ("APP", ZH, False),
        ("\u2068APP\u2069", AR, False),
    ],
)
def test_only_what_runs_against_the_line_is_isolated(text: str, outer: Language, isolated: bool) -> None:
    assert (isolate(text, outer) != text) is isolated


def test_a_range_of_years_keeps_its_order_in_arabic() -> None:
    shown = get_display("خطة العمل " + isolate("2025–2029", AR), base_dir="R")
    assert "2025–2029" in str(shown)
    assert "2025–2029" not in str(get_display("خطة العمل 2025–2029", base_dir="R"))


@given(st.text(st.characters() | st.sampled_from("\u2066\u2067\u2068\u2069"), max_size=30))
def test_whatever_is_isolated_comes_out_balanced(text: str) -> None:
    around = isolation(text, EN, AR)
    depth = 0
    for char in around.wrap(text):
        depth += (char in "\u2066\u2067\u2068") - (char == "\u2069")
        assert depth >= 0
    assert depth == 0
    assert text in around.wrap(text)


@given(st.text(max_size=30), st.sampled_from(list(LANGUAGES)))
def test_a_settled_line_goes_the_way_of_its_language(text: str, language: Language) -> None:
    assert first_strong(settle(text, language)) is is_right_to_left(language)


def test_words_that_begin_in_the_other_direction_are_isolated_in_a_line_of_their_own() -> None:
    """Else the first word of this Persian sentence would turn its line round."""
    text = "CPEC از سال ۲۰۱۵ آغاز شد."
    assert isolation(text, FA, FA).wrap(text) == f"\u2067{text}\u2069"
    assert isolation("از CPEC", FA, AR).wrap("از CPEC") == "از CPEC"
