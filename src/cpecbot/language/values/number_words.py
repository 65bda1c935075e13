"""Number words of the five languages.

Sources: CLDR RBNF spell-out rules (en, ar, fa, zh); Schmidt, *Urdu: An Essential Grammar* (1999), ch. 8 for the
irregular Urdu numbers 1-100, with the spelling variants in newspaper use.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from cpecbot.languages import Language


class Role(Enum):
    """How a word takes part in a number: it adds its value, multiplies what precedes, or scales the whole."""

    ADD = "add"
    TIMES = "times"
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class NumberWord:
    """``many`` words ("millions") are a lower bound when nothing precedes; ``weak`` ones mean something else too.

    ``conjoined`` words carry the Arabic "and" as a prefix; a ``final`` word is an ordinal and ends its number.
    """

    value: float
    role: Role = Role.ADD
    many: bool = False
    weak: bool = False
    conjoined: bool = False
    final: bool = False


_EN_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_EN_SCALES = {
    "dozen": 12, "thousand": 1e3, "lakh": 1e5, "lac": 1e5, "million": 1e6, "mn": 1e6, "mln": 1e6, "crore": 1e7,
    "billion": 1e9, "bn": 1e9, "bln": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
_EN_MANY = {
    "tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1e3, "lakhs": 1e5, "millions": 1e6, "crores": 1e7,
    "billions": 1e9, "trillions": 1e12,
}  # fmt: skip

_AR_UNITS = (
    "واحد واحدة", "اثنان اثنتان اثنتين", "ثلاثة ثلاث", "أربعة أربع", "خمسة خمس", "ستة ست", "سبعة سبع",
    "ثمانية ثماني ثمان", "تسعة تسع", "عشرة عشر",
)  # fmt: skip
_AR_TEN_STEMS = ("عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_AR_SCALES = {
    "ألف": 1e3, "ألفا": 1e3, "مليون": 1e6, "مليونا": 1e6, "مليار": 1e9, "مليارا": 1e9, "بليون": 1e9, "تريليون": 1e12,
    "تريليونا": 1e12, "ترليون": 1e12,
}  # fmt: skip
_AR_MANY = {
    "عشرات": 10, "مئات": 100, "آلاف": 1e3, "ملايين": 1e6, "مليارات": 1e9, "بلايين": 1e9, "تريليونات": 1e12,
}  # fmt: skip
_AR_PAIRS = {
    "ألفان": 2e3, "ألفين": 2e3, "ألفي": 2e3, "مليونان": 2e6, "مليونين": 2e6, "مليوني": 2e6, "ملياران": 2e9,
    "مليارين": 2e9,
    "ملياري": 2e9, "تريليونين": 2e12, "تريليوني": 2e12,
}  # fmt: skip

_FA_UNITS = (
    "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده", "سیزده", "چهارده", "پانزده",
    "شانزده", "هفده", "هجده هیجده", "نوزده",
)  # fmt: skip
_FA_TENS = ("بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_FA_HUNDREDS = ("صد یکصد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد")
_FA_SCALES = {"هزار": 1e3, "میلیون": 1e6, "ملیون": 1e6, "میلیارد": 1e9, "ملیارد": 1e9, "بیلیون": 1e12, "تریلیون": 1e12}
_FA_MANY = {
    "دهها": 10, "ده ها": 10, "صدها": 100, "صد ها": 100, "هزاران": 1e3, "هزارها": 1e3, "میلیونها": 1e6, "میلیون ها": 1e6,
    "میلیاردها": 1e9, "میلیارد ها": 1e9, "تریلیونها": 1e12, "تریلیون ها": 1e12,
}  # fmt: skip

URDU_UNDER_100 = (
    "ایک", "دو", "تین", "چار", "پانچ", "چھ چھے چھہ", "سات", "آٹھ", "نو", "دس",
    "گیارہ", "بارہ", "تیرہ", "چودہ", "پندرہ", "سولہ", "سترہ", "اٹھارہ", "انیس", "بیس",
    "اکیس", "بائیس", "تئیس تیئس تیئیس", "چوبیس", "پچیس", "چھبیس", "ستائیس", "اٹھائیس", "انتیس", "تیس",
    "اکتیس", "بتیس", "تینتیس", "چونتیس", "پینتیس", "چھتیس", "سینتیس", "اڑتیس", "انتالیس", "چالیس",
    "اکتالیس", "بیالیس", "تینتالیس", "چوالیس", "پینتالیس", "چھیالیس", "سینتالیس", "اڑتالیس", "انچاس", "پچاس",
    "اکاون", "باون", "ترپن", "چون", "پچپن", "چھپن", "ستاون", "اٹھاون", "انسٹھ", "ساٹھ",
    "اکسٹھ", "باسٹھ", "تریسٹھ", "چونسٹھ", "پینسٹھ", "چھیاسٹھ", "سڑسٹھ", "اڑسٹھ", "انہتر", "ستر",
    "اکہتر", "بہتر", "تہتر", "چوہتر", "پچھتر پچہتر", "چھہتر", "ستتر", "اٹھہتر", "اناسی انیاسی", "اسی",
    "اکیاسی", "بیاسی", "تراسی", "چوراسی", "پچاسی", "چھیاسی", "ستاسی", "اٹھاسی", "نواسی", "نوے",
    "اکانوے", "بانوے", "ترانوے", "چورانوے", "پچانوے", "چھیانوے", "ستانوے", "اٹھانوے", "ننانوے",
)  # fmt: skip
_UR_SCALES = {
    "ہزار": 1e3, "لاکھ": 1e5, "ملین": 1e6, "کروڑ": 1e7, "ارب": 1e9, "بلین": 1e9, "کھرب": 1e11, "ٹریلین": 1e12,
}  # fmt: skip
_UR_MANY = {
    "درجنوں": 12, "سینکڑوں": 100, "سیکڑوں": 100, "ہزاروں": 1e3, "لاکھوں": 1e5, "کروڑوں": 1e7, "اربوں": 1e9,
    "کھربوں": 1e11,
}  # fmt: skip
# بہتر is also "better", اسی "that very", نو "new-", سو "so", چون "why": a number only before what is counted.
_UR_WEAK = {"ایک", "نو", "بہتر", "اسی", "چون"}

_ZH_DIGITS = "一二三四五六七八九"
_ZH_SCALES = {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}


def _english() -> Iterator[tuple[str, NumberWord]]:
    for value, word in enumerate(_EN_UNITS, 1):
        yield word, NumberWord(value, weak=value == 1)
    for value, word in enumerate(_EN_TENS, 2):
        yield word, NumberWord(value * 10)
    yield "hundred", NumberWord(100, Role.TIMES)
    for word, scale in _EN_SCALES.items():
        yield word, NumberWord(scale, Role.SCALE)
    for word, scale in _EN_MANY.items():
        yield word, NumberWord(scale, Role.SCALE, many=True)


def _arabic_words() -> Iterator[tuple[str, NumberWord]]:
    for value, words in enumerate(_AR_UNITS, 1):
        for word in words.split():
            yield word, NumberWord(value, weak=value == 1)
    yield from ((word, NumberWord(11)) for word in ("أحد عشر", "إحدى عشرة", "احدى عشر"))
    for word in ("اثنا عشر", "اثني عشر", "اثنتا عشرة", "اثنتي عشرة"):
        yield word, NumberWord(12)
    for value, words in enumerate(_AR_UNITS[2:9], 13):
        for word in words.split():
            yield from ((f"{word} {ten}", NumberWord(value)) for ten in ("عشر", "عشرة"))
    for value, stem in enumerate(_AR_TEN_STEMS, 2):
        yield from ((stem + ending, NumberWord(value * 10)) for ending in ("ون", "ين"))
    yield from _arabic_hundreds()
    yield from ((word, NumberWord(pair)) for word, pair in _AR_PAIRS.items())
    yield from ((word, NumberWord(scale, Role.SCALE)) for word, scale in _AR_SCALES.items())
    yield from ((word, NumberWord(scale, Role.SCALE, many=True)) for word, scale in _AR_MANY.items())


def _arabic_hundreds() -> Iterator[tuple[str, NumberWord]]:
    for hundred in ("مئة", "مائة"):
        yield hundred, NumberWord(100)
        for value, stem in enumerate(_AR_TEN_STEMS[1:], 3):
            yield from ((stem + joint + hundred, NumberWord(value * 100)) for joint in ("", " "))
        yield from (("ثماني" + joint + hundred, NumberWord(800)) for joint in ("", " "))
    for word in ("مئتان", "مئتين", "مائتان", "مائتين", "مئتا", "مئتي", "مائتي"):
        yield word, NumberWord(200)


def arabic_prefixes(word: str) -> Iterator[tuple[str, bool]]:
    """``word`` with the article and the one-letter particles that Arabic writes onto it; True with "and" in front."""
    for prefix in ("", "ال", "ب", "بال", "ل", "لل", "ك", "كال"):
        yield prefix + word, False
        yield "و" + prefix + word, True
    yield "ف" + word, False


def _arabic() -> Iterator[tuple[str, NumberWord]]:
    words = list(_arabic_words())
    yield from words
    # اثنين with the article is Monday, and without it a number.
    yield "اثنين", NumberWord(2)
    yield "واثنين", NumberWord(2, conjoined=True)
    for word, meaning in words:
        for form, conjoined in arabic_prefixes(word):
            yield form, replace(meaning, conjoined=conjoined)


def _persian() -> Iterator[tuple[str, NumberWord]]:
    for value, words in enumerate(_FA_UNITS, 1):
        for word in words.split():
            yield word, NumberWord(value, weak=word in {"یک", "نه"})
    for ten, word in enumerate(_FA_TENS, 2):
        yield word, NumberWord(ten * 10, weak=word == "سی")
        for unit, units in enumerate(_FA_UNITS[:9], 1):
            yield f"{word}و{units}", NumberWord(ten * 10 + unit)
    for value, words in enumerate(_FA_HUNDREDS, 1):
        yield from ((word, NumberWord(value * 100)) for word in words.split())
    for word, scale in _FA_SCALES.items():
        yield word, NumberWord(scale, Role.SCALE)
    for word, scale in _FA_MANY.items():
        yield word, NumberWord(scale, Role.SCALE, many=True)


def _urdu() -> Iterator[tuple[str, NumberWord]]:
    for value, words in enumerate(URDU_UNDER_100, 1):
        yield from ((word, NumberWord(value, weak=word in _UR_WEAK)) for word in words.split())
    yield "سو", NumberWord(100, Role.TIMES, weak=True)
    yield "ڈیڑھ", NumberWord(1.5)
    yield "ڈھائی", NumberWord(2.5)
    for word, scale in _UR_SCALES.items():
        yield word, NumberWord(scale, Role.SCALE)
    for word, scale in _UR_MANY.items():
        yield word, NumberWord(scale, Role.SCALE, many=True)


def _chinese() -> Iterator[tuple[str, NumberWord]]:
    for value, digit in enumerate(_ZH_DIGITS, 1):
        yield digit, NumberWord(value, weak=True)
    yield "两", NumberWord(2, weak=True)
    yield "兩", NumberWord(2, weak=True)
    for word, value in (("十", 10), ("百", 100), ("千", 1000)):
        yield word, NumberWord(value, Role.TIMES, weak=True)
    for word, scale in _ZH_SCALES.items():
        yield word, NumberWord(scale, Role.SCALE, weak=True)


_TABLES = {
    "en": _english,
    "ar": _arabic,
    "fa": _persian,
    "ur": _urdu,
    "zh": _chinese,
}


def number_words(language: Language) -> Iterator[tuple[str, NumberWord]]:
    yield from _TABLES[language.code]()
