"""Number and ordinal words from 1 to 200, spelt out by an independent program or by hand."""

from __future__ import annotations

import pytest
from num2words import num2words

from cpecbot.language.values.finding import find_values
from cpecbot.language.values.words.numbers_file import NumbersFile
from cpecbot.languages import Language
from cpecbot.models import ValueKind
from fakes.languages import AR, EN, FA, UR, ZH

URDU = {int(value): words for value, words in UR.read(NumbersFile).cardinals.words.items() if value.is_integer()}


def _chinese(number: int) -> str:
    digits = "零一二三四五六七八九"
    if number >= 100:
        rest = number % 100
        tail = "" if not rest else ("零" if rest < 10 else "") + ("一" if 10 <= rest < 20 else "") + _chinese(rest)
        return digits[number // 100] + "百" + tail
    tens, unit = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (digits[unit] if unit else "")


def _ordinal(text: str, language: Language) -> list[float | None]:
    return [value.low for value in find_values(text, language) if value.kind is ValueKind.ORDINAL]


@pytest.mark.parametrize("number", range(1, 201))
def test_an_english_and_persian_ordinal_is_read(number: int) -> None:
    assert _ordinal(num2words(number, lang="en", to="ordinal"), EN) == [number]
    assert _ordinal(num2words(number, lang="fa", to="ordinal"), FA) == [number]
    assert _ordinal(num2words(number, lang="fa", to="ordinal") + "ین", FA) == [number]


@pytest.mark.parametrize("number", range(1, 201))
def test_a_chinese_ordinal_is_read(number: int) -> None:
    assert _ordinal("第" + _chinese(number) + "次", ZH) == [number]
    assert _ordinal(f"第{number}次", ZH) == [number]


def test_urdu_has_a_word_for_each_number_under_100() -> None:
    words = [word for forms in URDU.values() for word in forms]
    assert sorted(URDU) == list(range(1, 100))
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("number", range(5, 100))
def test_an_urdu_ordinal_is_read_in_both_genders(number: int) -> None:
    for word in URDU[number]:
        assert _ordinal(f"{word}واں دور", UR) == [number]
        assert _ordinal(f"ایک سو {word}ویں نشست", UR) == [number + 100]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("الأولى", 1), ("الثاني", 2), ("العاشرة", 10), ("الحادية عشرة", 11), ("التاسع عشر", 19), ("العشرين", 20),
        ("الحادي والعشرون", 21), ("الثانية والثلاثين", 32), ("الخامسة والسبعين", 75), ("التاسعة والتسعون", 99),
        ("المئوية", 100),
    ],
)  # fmt: skip
def test_an_arabic_ordinal_is_read(text: str, number: int) -> None:
    assert _ordinal(f"الذكرى {text}", AR) == [number]


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("Line 7 was closed", EN, 7),
        ("Type-3 valves", EN, 3),
        ("a flight 7 days later", EN, None),
        ("الرحلة 417 تأخرت", AR, 417),
        ("خط ۲ بسته شد", FA, 2),
        ("خط ۷ روز دوشنبه بسته شد", FA, 7),
        ("خط ۷ روز بسته بود", FA, None),
        ("لائن 2 بند ہے", UR, 2),
        ("七号线停运", ZH, 7),
        ("417次列车晚点", ZH, 417),
        ("7号离开", ZH, None),
        ("列车停了7次", ZH, None),
    ],
)
def test_a_number_may_be_a_part_of_a_name(text: str, language: Language, number: int | None) -> None:
    assert _ordinal(text, language) == ([number] if number else [])
