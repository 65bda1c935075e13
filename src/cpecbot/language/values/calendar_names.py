"""Names of months and weekdays: Gregorian ones from CLDR through Babel, the rest by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cpecbot.language.values.calendars import Calendar
from cpecbot.languages import Language


@dataclass(frozen=True, slots=True)
class Month:
    """``weak`` names mean something else too: a date only beside a day or a year."""

    calendar: Calendar
    number: int
    weak: bool = False


# The Levant, the Maghreb and Afghanistan name the months differently from the language's main locale.
_LOCALES = {
    "en": ("en",),
    "ar": ("ar", "ar_SY", "ar_DZ", "ar_MA"),
    "fa": ("fa", "fa_AF"),
    "ur": ("ur",),
    "zh": (),
}
_VARIANTS = {
    "en": {"sept": 9},
    "ar": {"مايس": 5, "كانون ثاني": 1, "تشرين أول": 10, "تشرين ثاني": 11, "كانون أول": 12},
    "fa": {"می": 5, "مه": 5, "جون": 6, "جولای": 7, "ژوئیه": 7, "جولائی": 7, "آگوست": 8, "آگست": 8, "سپتمبر": 9,
    "مارچ": 3},
    "ur": {"دسمبر": 12, "اگست": 8},
    "zh": {},
}  # fmt: skip
_WEAK = {
    "en": {"may", "march", "mar", "jan", "dec", "sep", "sept", "oct", "nov", "jun", "jul", "aug", "apr", "feb",
    "august"},
    "ar": {"مارس", "آب", "ماي", "مايو", "تموز", "شباط"},
    "fa": {"می", "مه", "مارس", "مارچ", "دی", "مهر", "تیر", "بهمن", "آذر", "آبان", "جدی", "حمل", "ثور", "اسد",
    "میزان", "عقرب", "دلو"},
    "ur": {"مئی", "مارچ"},
    "zh": set(),
}  # fmt: skip

_JALALI = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد امرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)  # fmt: skip
_AFGHAN_JALALI = (
    "حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت",
)  # fmt: skip
_HIJRI_ARABIC = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر|ربيع الثاني", "جمادى الأولى|جمادى الأول", "جمادى الآخرة|جمادى الثانية",
    "رجب", "شعبان",
    "رمضان", "شوال", "ذو القعدة|ذي القعدة|ذوالقعدة", "ذو الحجة|ذي الحجة|ذوالحجة",
)  # fmt: skip
_HIJRI_PERSIAN = (
    "محرم", "صفر", "ربیع الاول|ربیع‌الاول", "ربیع الثانی|ربیع‌الثانی", "جمادی الاول|جمادی‌الاول|جمادی الاولی",
    "جمادی الثانی|جمادی‌الثانی", "رجب",
    "شعبان", "رمضان", "شوال", "ذیقعده|ذی القعده", "ذیحجه|ذی الحجه|ذی‌الحجه",
)  # fmt: skip
_HIJRI_URDU = (
    "محرم|محرم الحرام", "صفر|صفر المظفر", "ربیع الاول", "ربیع الثانی", "جمادی الاول", "جمادی الثانی", "رجب|رجب المرجب",
    "شعبان|شعبان المعظم",
    "رمضان|رمضان المبارک", "شوال", "ذوالقعدہ|ذیقعدہ|ذی القعدہ", "ذوالحجہ|ذی الحجہ",
)  # fmt: skip
_HIJRI_ENGLISH = (
    "muharram", "safar", "rabi al-awwal|rabi' al-awwal", "rabi al-thani|rabi' al-thani",
    "jumada al-awwal|jumada al-ula",
    "jumada al-thani|jumada al-akhirah", "rajab", "shaban|sha'ban", "ramadan|ramazan", "shawwal",
    "dhu al-qadah|dhul qadah",
    "dhu al-hijjah|dhul hijjah",
)  # fmt: skip
_HIJRI = {
    "en": _HIJRI_ENGLISH,
    "ar": _HIJRI_ARABIC,
    "fa": _HIJRI_PERSIAN,
    "ur": _HIJRI_URDU,
    "zh": (),
}

# Urdu names that mean something else too ("old man", "Buddha", "week") count only beside these words.
_UR_WEEKDAYS_WEAK = {"پیر": 1, "منگل": 2, "بدھ": 3, "ہفتہ": 6, "ہفتے": 6}
_UR_WEEKDAYS = {"سوموار": 1, "دوشنبہ": 1, "سہ شنبہ": 2, "جمعرات": 4, "جمعہ": 5, "جمعے": 5, "سنیچر": 6, "اتوار": 7}
_WEEKDAY_VARIANTS = {
    "en": {"tues": 2, "thurs": 4},
    "fa": {"سه شنبه": 2, "چهار شنبه": 3, "پنج شنبه": 4, "یک شنبه": 7, "دو شنبه": 1, "آدینه": 5},
}


def _gregorian(language: Language) -> Iterator[tuple[str, int]]:
    from babel import Locale  # noqa: PLC0415 - loading CLDR data takes longer than the rest of the package

    for name in _LOCALES[language.code]:
        months = Locale.parse(name).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                yield from ((word.rstrip("."), number) for number, word in months[context][width].items())


def months(language: Language) -> Iterator[tuple[str, Month]]:
    weak = _WEAK[language.code]
    for word, number in [*_gregorian(language), *_VARIANTS[language.code].items()]:
        yield word, Month(Calendar.GREGORIAN, number, weak=word.casefold() in weak)
    if language.code == "fa":
        for names in (_JALALI, _AFGHAN_JALALI):
            for number, words in enumerate(names, 1):
                for word in words.split():
                    meaning = Month(Calendar.JALALI, number, weak=word in weak)
                    yield from ((form, meaning) for form in (word, f"{word} ماه", f"{word}ماه"))
    for number, names_ in enumerate(_HIJRI[language.code], 1):
        yield from ((word, Month(Calendar.HIJRI, number, weak=True)) for word in names_.split("|"))


def weekdays(language: Language) -> Iterator[tuple[str, int]]:
    """Phrases that name a weekday, with its ISO number."""
    if language.code == "ur":
        yield from _urdu_weekdays()
    elif language.code == "zh":
        yield from _chinese_weekdays()
    else:
        from babel import Locale  # noqa: PLC0415 - as above

        names = Locale.parse(language.profile.locale).days["format"]["wide"]
        for number, word in names.items():
            yield from ((form, number + 1) for form in _weekday_forms(word, language))
        yield from _WEEKDAY_VARIANTS.get(language.code, {}).items()


def _weekday_forms(word: str, language: Language) -> Iterator[str]:
    yield word
    if language.code == "ar":
        yield from (f"و{word}", f"ب{word}", f"ل{word[1:]}", f"لل{word[2:]}")


def _urdu_weekdays() -> Iterator[tuple[str, int]]:
    yield from _UR_WEEKDAYS.items()
    for word, number in _UR_WEEKDAYS_WEAK.items():
        yield from (
            (f"{word} {after}", number) for after in ("کو", "کے روز", "کے دن", "کی صبح", "کی شام", "کی رات", "کی شب")
        )
        yield f"بروز {word}", number


def _chinese_weekdays() -> Iterator[tuple[str, int]]:
    for prefix in ("星期", "周", "週", "礼拜", "禮拜"):
        for number, day in enumerate("一二三四五六日", 1):
            yield prefix + day, number
    yield from ((prefix + "天", 7) for prefix in ("星期", "礼拜", "禮拜"))
