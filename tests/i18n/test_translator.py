from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cpecbot.i18n import (
    Message,
    Plural,
    format_date,
    format_list,
    format_number,
    language_name,
    native_name,
    translator,
)
from cpecbot.languages import Language, Languages, load_languages
from fakes.languages import AR, EN, FA, UR, ZH, folder_of


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "مقال واحد"), (2, "مقالان"), (3, "3 مقالات"), (11, "11 مقالًا"), (100, "100 مقال"), (103, "103 مقالات")],
)
def test_arabic_has_its_six_plural_forms(count: int, said: str) -> None:
    assert translator(AR).plural(Plural.SOURCES_COUNT, count) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [(EN, "5 more quotes"), (FA, "۵ نقل‌قول دیگر"), (ZH, "还有 5 条引文")],
)
def test_counts_are_written_in_the_languages_digits(language: Language, said: str) -> None:
    assert translator(language).plural(Plural.MORE_QUOTES, 5) == said


@pytest.mark.parametrize(
    ("language", "written"),
    [
        (EN, "5 January 2026"),
        (AR, "5 يناير 2026"),
        (FA, "۵ ژانویهٔ ۲۰۲۶"),
        (UR, "5 جنوری 2026"),
        (ZH, "2026年1月5日"),
    ],
)
def test_a_date_is_written_as_newspapers_write_it(language: Language, written: str) -> None:
    assert format_date(date(2026, 1, 5), language) == written


def test_lists_and_numbers_follow_the_language() -> None:
    assert format_list(["000", "001", "004"], EN) == "000, 001 and 004"
    assert format_list(["000", "001"], AR) == "000 و001"
    assert format_list(["甲", "乙", "丙"], ZH) == "甲、乙和丙"
    assert format_list(["001", "002", "003"], ZH) == "001、002 和 003"
    assert format_list(["新华社", "APP"], ZH, "or") == "新华社或 APP"
    assert format_list(["APP", "新华社"], ZH) == "APP 和新华社"
    assert format_number(12345, FA) == "۱۲,۳۴۵"
    assert format_number(12345, UR) == "12,345"


@pytest.mark.parametrize(
    ("language", "written", "choice"), [(FA, "a،\u200f b و c", "a یا b"), (UR, "a، b اور c", "a یا b")]
)
def test_no_comma_stands_before_the_last_of_a_list(language: Language, written: str, choice: str) -> None:
    """Where newspapers set none, whatever CLDR gives."""
    assert format_list(["a", "b", "c"], language) == written
    assert format_list(["a", "b"], language, "or") == choice
    assert [format_list(few, language) for few in ([], ["a"])] == ["", "a"]


def test_what_a_profile_leaves_out_is_written_as_cldr_does(tmp_path: Path) -> None:
    """A joiner of one kind says nothing of the other."""
    profile = 'fallback = true\nlong_date = "y, d. MMM"\n[lists]\nlast = "{0} & {1}"'
    (german,) = load_languages(folder_of(tmp_path, de=profile))
    assert format_list(["a", "{1}", "c"], german) == "a, {1} & c"
    assert format_list(["a", "b"], german, "or") == "a oder b"
    assert format_date(date(2026, 1, 5), german) == "2026, 5. Jan."


def test_languages_are_named_in_each_other() -> None:
    assert language_name(FA, ZH) == "波斯语"
    assert language_name(UR, UR) == "اردو"


def test_a_command_in_right_to_left_text_is_isolated() -> None:
    assert "\u2068/help\u2069" in translator(AR).text(Message.UNKNOWN_COMMAND_ALONE, command="/x")
    assert "\u2068/x\u2069" in translator(AR).text(Message.UNKNOWN_COMMAND_ALONE, command="/x")
    assert "\u2068" not in translator(EN).text(Message.UNKNOWN_COMMAND_ALONE, command="/x")


def test_braces_in_what_is_filled_in_are_left_alone() -> None:
    assert "{x}" in translator(EN).text(Message.UNDERSTOOD_AS, question="{x}")


def test_a_placeholder_that_is_not_given_is_an_error() -> None:
    with pytest.raises(KeyError):
        translator(EN).text(Message.UNDERSTOOD_AS)


@pytest.fixture
def unknown_to_cldr(tmp_path: Path) -> Languages:
    """``qaa`` has a name of its own and ``qab`` none; ``de`` speaks for both."""
    return load_languages(folder_of(tmp_path, de="fallback = true", qaa='name = "Belan"', qab=""))


def test_a_language_that_cldr_does_not_know_writes_as_the_fallback_does(unknown_to_cldr: Languages) -> None:
    """As it speaks its words, where its own are lacking."""
    language = unknown_to_cldr["qaa"]
    assert format_number(1234567, language) == "1.234.567"
    assert format_list(["a", "b"], language) == "a und b"
    assert format_date(date(2026, 1, 5), language) == "5. Januar 2026"


def test_a_language_that_cldr_does_not_know_has_ways_of_its_own_first(tmp_path: Path) -> None:
    """Then those that the fallback's file gives, then CLDR's for the fallback."""
    german = 'fallback = true\nlong_date = "y, d. MMM"\n[lists]\nlast = "{0} & {1}"\nlast_or = "{0} | {1}"'
    languages = load_languages(folder_of(tmp_path, de=german, qaa='[lists]\nlast = "{0} ta {1}"'))
    assert format_list(["a", "b", "c"], languages["qaa"]) == "a, b ta c"
    assert format_list(["a", "b"], languages["qaa"], "or") == "a | b"
    assert format_date(date(2026, 1, 5), languages["qaa"]) == "2026, 5. Jan."


def test_a_language_that_cldr_does_not_know_is_called_by_its_own_name(unknown_to_cldr: Languages) -> None:
    """In each language, or else by its code; and it calls the others as the fallback does."""
    german, named, nameless = unknown_to_cldr
    assert [native_name(each) for each in unknown_to_cldr] == ["Deutsch", "Belan", "qab"]
    assert language_name(named, german) == "Belan"
    assert language_name(nameless, german) == language_name(nameless, named) == "qab"
    assert language_name(german, named) == "Deutsch"


def test_the_name_that_a_language_gives_itself_counts(tmp_path: Path) -> None:
    """Among its own; others call it as CLDR says."""
    languages = load_languages(folder_of(tmp_path, de="fallback = true", fr='name = "le français"'))
    assert native_name(languages["fr"]) == "le français"
    assert language_name(languages["fr"], languages["de"]) == "Französisch"


def test_where_cldr_does_not_know_the_fallback_either_its_root_serves(tmp_path: Path) -> None:
    """Figures are written plainly."""
    assert format_number(1234.5, load_languages(folder_of(tmp_path, qaa="fallback = true"))["qaa"]) == "1,234.5"
