"""What may be a name: what is written or introduced as one, or listed in no dictionary."""

from __future__ import annotations

import pytest

from cpecbot.language.names.finding import names, persons
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.tokens import tokenize
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, UR, ZH


def found(text: str, language: Language, *, asked: bool = False) -> set[str]:
    return {name.form for name in names(text, tokenize(text), language, asked=asked)}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Yesterday Grace opened the shop.", EN, "grace"),
        ("a talk with zubeida", EN, "zubeida"),
        ("قال وسيم إن المتجر مغلق.", AR, "وسيم"),
        ("علي قال إن المتجر مغلق.", AR, "علي"),
        ("قال وسيم كريم إن المتجر مغلق.", AR, "كريم"),
        ("زار وسيم بن طارق المتجر.", AR, "طارق"),
        ("آقای بهرام آمد.", FA, "بهرام"),
        ("نسیم گفت دکان بسته است.", FA, "نسیم"),
        ("نسیم نے دکان کھولی۔", UR, "نسیم"),
        ("محمد نسیم نے دکان کھولی۔", UR, "محمد"),
        ("罗伯特说商店关门了。", ZH, "罗伯特"),
        ("商店由罗伯特·威尔逊开。", ZH, "威尔逊"),
        ("Abdul Sattar opened it.", EN, "abdulsattar"),
        ("Abd al-Sattar opened it.", EN, "abdalsattar"),
        ("افتتح عبد الستار المتجر.", AR, "عبدالستار"),
        ("صلاح الدین نے دکان کھولی۔", UR, "صلاحالدین"),
    ],
)
def test_a_name_is_found(text: str, language: Language, name: str) -> None:
    assert fold_text(name) in found(text, language)


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("the grace of the shop", EN, "grace"),
        ("He Said It Was Late", EN, "was"),
        ("المتجر وسيم وجديد", AR, "وسيم"),
        ("على الطاولة", AR, "علي"),
        ("نسیم خنک بود", FA, "نسیم"),
        ("زار وسيم بن طارق المتجر.", AR, "بن"),
        ("商店关门了。", ZH, "商店"),
        # Folding takes their last letter or their hamza, with which a dictionary lists them.
        ("في هذه اللحظة", AR, "اللحظة"),
        ("هذا مؤتمر كبير", AR, "مؤتمر"),
    ],
)
def test_a_common_word_is_none(text: str, language: Language, word: str) -> None:
    assert fold_text(word) not in found(text, language)


def test_letters_of_another_keyboard_make_no_name_of_a_preposition() -> None:
    """A Persian keyboard has one letter for علي and على."""
    assert fold_text("علی") not in found("قال علی الطاولة", AR)


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("من هو وسيم؟", AR, "وسيم"),
        ("نسیم کیست؟", FA, "نسیم"),
        ("نسیم کون ہے؟", UR, "نسیم"),
        ("وسيم زرداري", AR, "وسيم"),
    ],
)
def test_a_question_shows_a_name_in_more_ways(text: str, language: Language, word: str) -> None:
    """Who somebody is; and beside a strange word, a common one is a name too."""
    assert fold_text(word) in found(text, language, asked=True)
    assert fold_text(word) not in found(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Zhang Wei", EN), ("Zhangwei", EN), ("张伟说商店关门了。", ZH), ("張偉說商店關門了。", ZH)],
)
def test_a_chinese_name_is_known_by_its_syllables(text: str, language: Language) -> None:
    assert "=zhangwei" in found(text, language)


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("قال وزير النقل سالم الحارثي إن الجسر مغلق.", AR, ["سالم الحارثي"]),
        ("زار محمد علي المرزوقي المتجر.", AR, ["محمد علي المرزوقي"]),
        ("التقى خالد بن طارق، ثم هالة رشدي، في المتجر.", AR, ["خالد بن طارق", "هالة رشدي"]),
        ("رضا کریمی دکان را باز کرد.", FA, ["رضا کریمی"]),
        ("سلیم اختر نے دکان کھولی۔", UR, ["سلیم اختر"]),
        # A given name by itself, before grammar or another part of the sentence, is none that can be told.
        ("وصل سالم في المساء، محمد.", AR, []),
        # A preposition looks like a given name once it is folded.
        ("القبض على قبطان السفينة", AR, []),
        # Where there are capitals, these tell.
        ("Salem Harthi came.", EN, []),
        ("罗伯特·威尔逊来了。", ZH, []),
    ],
)
def test_a_given_name_and_the_word_behind_it_name_a_person(text: str, language: Language, named: list[str]) -> None:
    assert [place.slice(text) for place in persons(text, tokenize(text), language)] == named


def test_behind_two_given_names_a_common_word_is_no_surname() -> None:
    text = "محمد خالد وصل إلى المدينة."
    assert [place.slice(text) for place in persons(text, tokenize(text), AR)] == ["محمد خالد"]
