"""Words as runs of letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cpecbot.store.ngrams import LENGTH, ngrams


def test_the_borders_of_a_word_are_letters_too() -> None:
    assert list(ngrams(["ports", "sea"])) == ["_por", "port", "orts", "rts_", "_sea", "sea_"]


def test_a_word_shorter_than_a_run_is_one() -> None:
    assert list(ngrams(["一", "at"])) == ["_一_", "_at_"]


def test_inflected_words_share_runs_of_their_stem() -> None:
    assert set(ngrams(["مفاوضات"])) & set(ngrams(["المفاوضاتية"]))
    assert not set(ngrams(["harbour"])) & set(ngrams(["railway"]))


@given(st.lists(st.text(min_size=1)))
def test_every_letter_of_every_word_stands_in_a_run(words: list[str]) -> None:
    runs = list(ngrams(words))
    assert all(1 <= len(run) - run.startswith("_") <= LENGTH for run in runs)
    assert set("".join(words)) <= set("".join(runs))
