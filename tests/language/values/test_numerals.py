"""How far a number reads, and where the next one begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cpecbot.language.text.folding import fold
from cpecbot.language.text.phrases import tokenize
from cpecbot.language.values.numerals import read_number
from cpecbot.language.values.words.numbers_file import NumbersFile
from cpecbot.language.values.words.vocabulary import vocabulary
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from fakes.values import number_at_start

ENGLISH = [
    # text, value, what is left unread
    ("nineteen", 19, ""),
    ("twenty one", 21, ""),
    ("twenty-one", 21, ""),
    ("twenty - one", 20, "- one"),
    ("ninety nine", 99, ""),
    ("twenty ten", 20, "ten"),
    ("ten five", 10, "five"),
    ("nineteen five", 19, "five"),
    ("five twenty", 5, "twenty"),
    ("twenty five six", 25, "six"),
    ("twenty and five", 20, "and five"),
    ("two hundred", 200, ""),
    ("two hundred five", 205, ""),
    ("two hundred and five", 205, ""),
    ("two hundred ninety nine", 299, ""),
    ("two hundred ninety nine one", 299, "one"),
    ("two hundred three hundred", 203, "hundred"),
    ("ten hundred", 1000, ""),
    ("twelve hundred", 1200, ""),
    ("twelve hundred twelve", 1212, ""),
    ("two hundred twelve hundred", 212, "hundred"),
    ("two hundred and", 200, "and"),
    ("two thousand", 2000, ""),
    ("two thousand five hundred", 2500, ""),
    ("two thousand three thousand", 2003, "thousand"),
    ("two thousand million", 2e9, ""),
    ("two thousand three million", 2.003e9, ""),
    ("two million three thousand five", 2_003_005, ""),
    ("two million thousand", 2e6, "thousand"),
    ("two dozen eleven", 35, ""),
    ("two dozen twelve", 24, "twelve"),
    ("5 million", 5e6, ""),
    ("5 hundred", 500, ""),
    ("5 five", 5, "five"),
    ("5 6", 5, "6"),
    ("five 6", 5, "6"),
    ("3 million 200 thousand", 3_200_000, ""),
    ("3 million 200 people", 3e6, "200 people"),
    ("3 million 2 million", 3e6, "2 million"),
    ("2 thousand 3 million", 2000, "3 million"),
    ("1 thousand 999 dozen", 12_988, ""),
    ("1 thousand 1000 dozen", 1000, "1000 dozen"),
    ("half a million", 500_000, ""),
    ("half a hundred", 50, ""),
    ("a dozen", 12, ""),
    ("tens of billions", 1e10, ""),
    ("tens of five", 10, "of five"),
    ("seventy fifth", 75, ""),
    ("two hundredth", 200, ""),
    ("five thousandth", 5000, ""),
    ("twenty tenth", 20, "tenth"),
    ("first five", None, None),
    ("hundred", None, None),
    ("thousand", None, None),
    ("half a day", None, None),
    ("1.2.3 million", None, None),
    ("people", None, None),
]


@pytest.mark.parametrize(("text", "value", "rest"), ENGLISH)
def test_an_english_number_ends_where_the_next_begins(text: str, value: float | None, rest: str | None) -> None:
    assert number_at_start(text, EN) == (None if value is None else (value, rest))


OTHERS = [
    (AR, "خمسة وعشرون", 25, ""),
    (AR, "خمسة و عشرون", 25, ""),
    (AR, "خمسة عشرون", 5, "عشرون"),
    (AR, "عشرة وعشرون", 10, "وعشرون"),
    (AR, "خمسة وعشرة", 5, "وعشره"),
    (AR, "خمسة ومئة", 5, "وميه"),
    (AR, "مئة وخمسة وتسعون", 195, ""),
    (AR, "تسعمئة وتسعون", 990, ""),
    (AR, "ألف", 1000, ""),
    (AR, "ألف ومئة", 1100, ""),
    (AR, "ألفان وخمسة", 2005, ""),
    (AR, "ثلاثة ألفان", 3, "الفان"),
    (AR, "مليونان", 2e6, ""),
    (AR, "3,5 مليار", 3.5e9, ""),
    (AR, "نصف مليون", 5e5, ""),
    (AR, "نصف مليونين", None, None),
    (FA, "هزار", 1000, ""),
    (FA, "دو هزار و پانصد", 2500, ""),
    (FA, "صد و نود و نه", 199, ""),
    (FA, "صد دویست", 100, "دويست"),
    (FA, "نهصد و ده", 910, ""),
    (FA, "بیست‌و‌پنج", 25, ""),
    (FA, "۳/۵ میلیارد", 3.5e9, ""),
    (FA, "۳/۵", 3, "/ 5"),
    (FA, "۳/", 3, "/"),
    (FA, "۳/۵ نفر", 3, "/ 5 نفر"),
    (FA, "۳/ ۵ میلیارد", 3, "/ 5 ميليارد"),
    (FA, f"۳/{'5' * 38} هزار", float(f"3.{'5' * 38}") * 1000, ""),
    (FA, f"۳/{'5' * 39} هزار", 3, f"/ {'5' * 39} هزار"),
    (UR, "سو", 100, ""),
    (UR, "ایک سو پچیس", 125, ""),
    (UR, "ساڑھے تین", 3.5, ""),
    (UR, "پونے دو ارب", 1.75e9, ""),
    (UR, "ساڑھے ہزار", None, None),
    (UR, "ڈیڑھ ارب", 1.5e9, ""),
    (UR, "1 ارب 20 کروڑ", 1.2e9, ""),
    (ZH, "十", 10, ""),
    (ZH, "十五", 15, ""),
    (ZH, "百", None, None),
    (ZH, "一百零五", 105, ""),
    (ZH, "二十五", 25, ""),
    (ZH, "五十百", 50, "百"),
    (ZH, "一千零五十", 1050, ""),
    (ZH, "三千五百", 3500, ""),
    (ZH, "三百五千", 350, "千"),
    (ZH, "二〇二六", 2026, ""),
    (ZH, "一九九", 199, ""),
    (ZH, "三四", 3, "四"),
    (ZH, "二〇", 20, ""),
    (ZH, "二零", 2, "零"),
    (ZH, "三点五", 3.5, ""),
    (ZH, "一点五", 1.5, ""),
    (ZH, "三点一四", 3.14, ""),
    (ZH, "三点", 3, "点"),
    (ZH, "三点五十", 3, "点 五 十"),
    (ZH, "三点五分", 3, "点 五 分"),
    (ZH, "十点五", 10, "点 五"),
    (ZH, "99点五", 99.5, ""),
    (ZH, "100点五", 100, "点 五"),
    (ZH, "3万5000", 35000, ""),
    (ZH, "3万 5000", 30000, "5000"),
    (ZH, "三多亿", 3e8, ""),
    (ZH, "三多", 3, "多"),
    (ZH, "三十多", 30, ""),
    (ZH, "3多", 3, ""),
    (ZH, "一" * 26, float("1" * 24), "一 一"),
]


@pytest.mark.parametrize(("language", "text", "value", "rest"), OTHERS)
def test_a_number_of_another_language_ends_where_the_next_begins(
    language: object, text: str, value: float | None, rest: str | None
) -> None:
    assert number_at_start(text, language) == (None if value is None else (value, rest))  # type: ignore[arg-type]


def test_a_number_has_24_words_at_most() -> None:
    thousands = "one hundred twenty one"
    text = " ".join(f"{thousands} {scale}" for scale in ("trillion", "billion", "crore", "million"))
    read = 121e12 + 121e9 + 121e7 + 121e6
    assert number_at_start(f"{text} {thousands}", EN) == (read + 121, "")
    assert number_at_start(f"{text} {thousands} thousand", EN) == (read + 121, "thousand")


@pytest.mark.parametrize(("digits", "read"), [(40, True), (41, False)])
def test_figures_of_more_than_40_digits_are_no_number(digits: int, read: bool) -> None:
    assert (number_at_start("9" * digits, EN) is not None) is read


def number_phrases(language: Language) -> list[str]:
    """Every phrase of the tables that numbers are read by, and some figures."""
    file = language.read(NumbersFile)
    found = ["5", "1/2", ".", "-", ","]
    for part in (file.cardinals, file.fractions, file.figures, file.ordinals):
        for held in dict(part).values():
            lists = list(held.values()) if isinstance(held, dict) else [held] if isinstance(held, tuple) else []
            found += [phrase for phrases in lists for phrase in phrases]
    return sorted(set(found))


PHRASES = {language: number_phrases(language) for language in LANGUAGES}


@given(st.data(), st.sampled_from(list(LANGUAGES)), st.booleans(), st.booleans())
def test_no_number_begins_with_another_word_than_is_looked_for(
    data: st.DataObject, language: Language, bare: bool, announced: bool
) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from(PHRASES[language]), min_size=1, max_size=4)))
    tokens, words = tokenize(text, fold(text)), vocabulary(language).numbers
    any_word = replace(words, first_words=frozenset(token.text for token in tokens))
    quick = read_number(tokens, 0, words, bare=bare, announced=announced)
    assert quick == read_number(tokens, 0, any_word, bare=bare, announced=announced)
