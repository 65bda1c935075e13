"""The names of a collection are found by their sound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.names.index import NameIndex
from cpecbot.language.names.sounds import Pronunciation
from cpecbot.language.text.folding import fold_text
from fakes.languages import LANGUAGES

PRONUNCIATION = Pronunciation(LANGUAGES)
NAMES = ["haider", "bilal", "robert", "gilani", "nur", "=zhangwei", fold_text("محمود"), fold_text("پرویز"), "肯尼迪"]
INDEX = NameIndex(PRONUNCIATION, NAMES)


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("حيدر", {"haider"}),
        ("والبلال", {"bilal"}),
        ("رابرٹ", {"robert"}),
        ("جيلاني", {"gilani"}),
        ("نور", {"nur"}),
        ("Mahmud", {fold_text("محمود")}),
        ("Parvez", {fold_text("پرویز")}),
        ("Kennedy", {"肯尼迪"}),
        ("=zhangwei", {"=zhangwei"}),
        ("=zhangwen", set()),
        ("bilal", set()),
        ("zubeida", set()),
        ("", set()),
    ],
)
def test_a_name_finds_its_other_spellings(asked: str, known: set[str]) -> None:
    assert INDEX.like(fold_text(asked)) == known


def test_an_empty_collection_knows_none() -> None:
    assert NameIndex(PRONUNCIATION).like("bilal") == frozenset()


@given(st.text("abdeghiklmnorstuyzاويعنمركسحبپڈ", min_size=1, max_size=7), st.sampled_from(NAMES[:5]))
def test_what_the_index_finds_sounds_alike(asked: str, name: str) -> None:
    found = NameIndex(PRONUNCIATION, [name]).like(fold_text(asked))
    assert all(INDEX.sound_alike(fold_text(asked), each) for each in found)
