"""Ordinal words of the five languages, and what only looks like one.

Each word carries the value that it adds to a number begun by cardinal words ("seventy" + "fifth").
"""

from __future__ import annotations

from collections.abc import Iterator

from cpecbot.language.values.number_words import URDU_UNDER_100, arabic_prefixes
from cpecbot.languages import Language

_EN_UNITS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_EN_TENS = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"]

_AR_UNITS = (
    "أول أولى", "ثاني ثانية ثان", "ثالث ثالثة", "رابع رابعة", "خامس خامسة", "سادس سادسة", "سابع سابعة", "ثامن ثامنة",
    "تاسع تاسعة", "عاشر عاشرة",
)  # fmt: skip
_AR_ELEVEN = "حادي حادية"
_AR_TENS = ("عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")

_FA_UNITS = (
    "یکم یکمین اول اولین نخست نخستین", "دوم دومین", "سوم سومین", "چهارم چهارمین", "پنجم پنجمین", "ششم ششمین",
    "هفتم هفتمین",
    "هشتم هشتمین", "نهم نهمین", "دهم دهمین", "یازدهم یازدهمین", "دوازدهم دوازدهمین", "سیزدهم سیزدهمین",
    "چهاردهم چهاردهمین", "پانزدهم پانزدهمین", "شانزدهم شانزدهمین", "هفدهم هفدهمین", "هجدهم هجدهمین هیجدهم هیجدهمین",
    "نوزدهم نوزدهمین",
)  # fmt: skip
_FA_TENS = ("بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_FA_HUNDREDS = {"صد": 100, "یکصد": 100, "دویست": 200, "سیصد": 300}

_UR_IRREGULAR = {
    "پہلا": 1, "پہلی": 1, "اول": 1, "اولین": 1, "دوسرا": 2, "دوسری": 2, "دوم": 2, "تیسرا": 3, "تیسری": 3, "تیسرے": 3,
    "سوم": 3,
    "چوتھا": 4, "چوتھی": 4, "چوتھے": 4, "چہارم": 4, "پنجم": 5, "چھٹا": 6, "چھٹی": 6, "چھٹے": 6, "ششم": 6, "ہفتم": 7,
    "ہشتم": 8,
    "نہم": 9, "دہم": 10, "فیز ون": 1, "فیز ٹو": 2, "فیز تھری": 3,
}  # fmt: skip
# پہلے is mostly "before" and دوسرے "other": ordinals only before what is counted in order.
_UR_BEFORE_A_SERIES = {"پہلے": 1, "دوسرے": 2}
_UR_SERIES = (
    "مرحلے", "مرحلہ", "دور", "راؤنڈ", "فیز", "اجلاس", "ایڈیشن", "دن", "روز", "سال", "ہفتے", "مہینے", "حصے", "منصوبے",
    "سیشن", "نمبر",
)  # fmt: skip
_UR_ASPIRATED = {
    "گیارہ": "گیارھ",
    "بارہ": "بارھ",
    "تیرہ": "تیرھ",
    "چودہ": "چودھ",
    "سولہ": "سولھ",
    "سترہ": "سترھ",
    "اٹھارہ": "اٹھارھ",
}

_ZH_FIRST = ("首次", "首轮", "首輪", "首届", "首屆", "首个", "首個", "首批", "首条", "首條", "首座")


def _english() -> Iterator[tuple[str, int]]:
    yield from ((word, value) for value, word in enumerate(_EN_UNITS, 1))
    yield from ((word, value * 10) for value, word in enumerate(_EN_TENS, 2))
    yield "hundredth", 100
    yield "thousandth", 1000


def _arabic_compounds() -> Iterator[tuple[str, int]]:
    """Every ordinal from 1 to 100; gender and case vary freely in the press, so all combinations are read."""
    units = [words.split() for words in _AR_UNITS]
    tens = [(value * 10, stem + ending) for value, stem in enumerate(_AR_TENS, 2) for ending in ("ون", "ين")]
    for value, unit in [(n, w) for n, words in enumerate(units, 1) for w in words] + [
        (1, word) for word in _AR_ELEVEN.split()
    ]:
        if value < 10:
            yield from ((f"{unit} {ten}", value + 10) for ten in ("عشر", "عشرة"))
            for ten_value, ten in tens:
                yield from ((f"{unit} {joint}{ten}", value + ten_value) for joint in ("و", "وال", "و ", "و ال"))
        if unit not in _AR_ELEVEN:
            yield unit, value


def _arabic() -> Iterator[tuple[str, int]]:
    for word, value in _arabic_compounds():
        yield from ((form, value) for form, _ in arabic_prefixes(word))
    for value, stem in enumerate(_AR_TENS, 2):
        for ending in ("ون", "ين"):
            yield from ((f"{prefix}{stem}{ending}", value * 10) for prefix in ("ال", "بال", "لل", "وال"))
    yield from ((f"{prefix}مئوية", 100) for prefix in ("ال", "بال", "لل"))


def _persian() -> Iterator[tuple[str, int]]:
    for value, words in enumerate(_FA_UNITS, 1):
        yield from ((word, value) for word in words.split())
    tens = {word: value * 10 for value, word in enumerate(_FA_TENS, 2)}
    for word, value in (tens | _FA_HUNDREDS).items():
        for ending in ("م", "مین", "ام", "امین", " ام", " امین", "‌ام", "‌امین"):
            yield word + ending, value
    for word, value in tens.items():
        for unit, forms in enumerate(_FA_UNITS[:9], 1):
            yield from ((f"{word}و{form}", value + unit) for form in forms.split())
    yield from (("هزارم", 1000), ("هزارمین", 1000))


def _urdu() -> Iterator[tuple[str, int]]:
    yield from _UR_IRREGULAR.items()
    for word, value in _UR_BEFORE_A_SERIES.items():
        yield from ((f"{word} {noun}", value) for noun in _UR_SERIES)
    for value, words in enumerate(URDU_UNDER_100, 1):
        for word in words.split():
            for stem in (word, _UR_ASPIRATED.get(word, word)):
                yield from ((stem + joint + ending, value) for ending in ("واں", "ویں") for joint in ("", " "))
    for ending in ("واں", "ویں"):
        yield from ((f"سو{joint}{ending}", 100) for joint in ("", " "))


def _chinese() -> Iterator[tuple[str, int]]:
    yield from ((word, 1) for word in _ZH_FIRST)


_TABLES = {
    "en": _english,
    "ar": _arabic,
    "fa": _persian,
    "ur": _urdu,
    "zh": _chinese,
}

# After a number in digits: 7th, ۷۵مین, 75ویں.
ORDINAL_ENDINGS = {
    "en": ("st", "nd", "rd", "th"),
    "ar": (),
    "fa": ("م", "مین", "ام", "امین"),
    "ur": ("واں", "ویں", "وان", "وین"),
    "zh": (),
}

# Ordinals by form that put nothing in order: legal and figurative phrases, fractions, "each other".
NOT_ORDINAL = {
    "en": (
        "third party", "third parties", "third-party", "third-parties", "third country", "third countries",
        "third-country",
        "third world", "first lady", "first of all", "second hand", "second-hand", "first hand", "first-hand",
        "third of",
        "second to none", "first and foremost", "split second", "second later", "second ago", "seconds later",),
    "ar": (
        "طرف ثالث", "الطرف الثالث", "طرفا ثالثا", "أطراف ثالثة", "الأطراف الثالثة", "لطرف ثالث", "للطرف الثالث",
        "بطرف ثالث",
        "شخص ثالث", "دول ثالثة", "دولة ثالثة", "بلد ثالث", "العالم الثالث", "أول أمس", "الأول من أمس", "أول من أمس",
        "كثاني أكسيد", "ثاني أكسيد",
    ),
    "fa": (
        "طرف سوم", "طرف‌های سوم", "طرفهای سوم", "شخص سوم", "کشور سوم", "کشورهای سوم", "جهان سوم", "نخست وزیر",
        "نخست وزیران",
        "نخست وزیری", "در درجه اول", "بانوی اول",
    ),
    "ur": (
        "تیسرے فریق", "تیسرا فریق", "تیسری پارٹی", "تیسرے فریقوں", "تیسری دنیا", "تیسرے ملک", "تیسرے ممالک", "فریق سوم",
        "ایک دوسرے", "ایک دوسری", "دوسری جانب", "دوسری طرف", "دوسرا یہ", "خاتون اول",
    ),
    "zh": ("第三方", "第三国", "第三國", "第三世界", "第三者", "第一时间", "第一夫人", "第二天"),
}  # fmt: skip

# Nouns whose number, set after them, is their place in a series: "Phase-II", الجولة 7, "round seven".
SERIES_NOUNS = {
    "en": (
        "round", "phase", "stage", "session", "part", "edition", "chapter", "volume", "no", "no.", "number",
        "world war",
        "#", "№", "anniversary",
    ),
    "ar": (
        "الجولة", "جولة", "للجولة", "الجولة رقم", "بالجولة", "المرحلة", "مرحلة", "للمرحلة", "رقم", "الذكرى", "بالذكرى",
        "للذكرى",
        "ذكرى", "الدورة", "دورة", "الفصل", "الجزء", "الاجتماع",
    ),
    "fa": (
        "دور", "دوره", "مرحله", "فاز", "شماره", "نشست", "اجلاس", "سالگرد", "بخش", "فصل", "راند", "نوبت",
    ),
    "ur": ("دور", "راؤنڈ", "مرحلہ", "مرحلے", "فیز", "نمبر", "سالگرہ", "حصہ", "مرحلہ نمبر", "دور نمبر"),
    "zh": (),
}  # fmt: skip

# "CPEC-II" counts as its phase in Roman figures, while "CPEC 2.0" is a version.
ROMAN_NOUNS = ("cpec", "سی پیک", "سی‌پک")

ROMAN = {
    numeral: value
    for value, numeral in enumerate(
        [
            "i",
            "ii",
            "iii",
            "iv",
            "v",
            "vi",
            "vii",
            "viii",
            "ix",
            "x",
            "xi",
            "xii",
            "xiii",
            "xiv",
            "xv",
            "xvi",
            "xvii",
            "xviii",
            "xix",
            "xx",
        ],
        1,
    )
}


def ordinal_words(language: Language) -> Iterator[tuple[str, int]]:
    yield from _TABLES[language.code]()
