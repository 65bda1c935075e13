"""A spelling is read as sounds, with the table of its script."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.errors import GlossaryError
from cpecbot.language.names.names_file import NamesFile
from cpecbot.language.names.pinyin import is_pinyin, pinyin
from cpecbot.language.names.sounds import Pronunciation
from cpecbot.language.names.spellings import Writing
from cpecbot.language.text.folding import fold_text
from fakes.languages import LANGUAGES
from fakes.toy import toy, toy_languages

PRONUNCIATION = Pronunciation(LANGUAGES)


def heard(name: str) -> list[set[str]]:
    return [set(sound.often) for sound in PRONUNCIATION.read(fold_text(name)).sounds]


@pytest.mark.parametrize(
    ("name", "sounds", "writing"),
    [
        ("Khan", [{"kh"}, {"a"}, {"n"}], Writing.ALL_VOWELS),
        ("Abbas", [{"a"}, {"b"}, {"a"}, {"s", "z"}], Writing.ALL_VOWELS),
        ("خان", [{"kh"}, {"a"}, {"n"}], Writing.LONG_VOWELS),
        ("汗", [{"h", "kh"}, {"a", "e"}, {"n", "m"}], Writing.SYLLABLES),
        ("Хан", [{"kh"}, {"a"}, {"n"}], Writing.ALL_VOWELS),
    ],
)
def test_letters_are_heard_as_the_tables_say(name: str, sounds: list[set[str]], writing: Writing) -> None:
    """What no table knows is read as anyascii spells it."""
    assert heard(name) == sounds
    assert PRONUNCIATION.read(fold_text(name)).writing is writing


def test_a_spelling_may_count_at_either_end_only() -> None:
    assert heard("ليلى")[-1] == {"i", "y"}
    assert heard("اير")[0] == {"i", "e", "ai"}


@pytest.mark.parametrize(
    ("written", "hosts"), [("والصابر", {"صابر"}), ("بصابر", {"صابر"}), ("صابر", set()), ("ورد", set())]
)
def test_what_is_written_onto_a_name_may_be_taken_off(written: str, hosts: set[str]) -> None:
    """Unless too little is left of it."""
    readings = PRONUNCIATION.readings(fold_text(written))
    assert {PRONUNCIATION.read(fold_text(host)) for host in hosts} <= set(readings)
    assert hosts or len(readings) == 1


@given(st.text(max_size=12))
def test_any_text_can_be_read(text: str) -> None:
    assert PRONUNCIATION.readings(fold_text(text))


def test_a_table_of_its_own_makes_a_language_heard(tmp_path: Path) -> None:
    languages = toy_languages(tmp_path, names='[sounds]\n"x" = "sh ~z ?"\n')
    (sound,) = Pronunciation(languages).read("x").sounds
    assert (sound.often, sound.seldom, sound.optional) == ({"sh"}, {"z"}, True)


@pytest.mark.parametrize("written", ["q u x", "", "?", "a +"])
def test_an_unknown_sound_is_told(tmp_path: Path, written: str) -> None:
    with pytest.raises(GlossaryError, match=r"names\.toml, line 2: sounds\.a"):
        toy(tmp_path, names=f'[sounds]\n"a" = "{written}"\n').read(NamesFile)


def test_pinyin_is_told_from_other_words() -> None:
    assert [word for word in ("wang", "zhangwei", "xian", "smith", "omar") if is_pinyin(word)] == [
        "wang",
        "zhangwei",
        "xian",
    ]
    assert is_pinyin("zhangwei", 2)
    assert not is_pinyin("zhang", 2)
    assert pinyin("张伟", {}) == ("zhang", "wei")
    assert pinyin("勒", {"勒": "le"}) == ("le",)
