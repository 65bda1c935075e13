"""Dates, numbers, lists and language names by CLDR, through Babel.

Digits are those of each language's newspapers: Persian ones in Persian, Western ones elsewhere. Arabic has Western ones
too, as the Arabic outlets on this field print them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from babel import Locale, dates, lists, numbers

from cpecbot.models import Language

_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def format_date(day: date, language: Language) -> str:
    """The Gregorian day in words: ``5 January 2026``, ``۵ ژانویهٔ ۲۰۲۶``, ``2026年1月5日``."""
    pattern = "d MMMM y" if language is Language.EN else "long"
    return localise_digits(dates.format_date(day, format=pattern, locale=_locale(language)), language)


def format_number(number: float, language: Language) -> str:
    return localise_digits(numbers.format_decimal(number, locale=_locale(language), numbering_system="latn"), language)


def format_list(items: Sequence[str], language: Language) -> str:
    """The items joined as the language joins them: ``a, b and c``, ``أ وب وج``, ``甲、乙和丙``."""
    return lists.format_list(list(items), style="standard", locale=_locale(language))


def language_name(language: Language, spoken: Language) -> str:
    """What ``language`` is called in the language ``spoken``."""
    name = _locale(language).get_language_name(spoken.value)
    return name or language.value


def localise_digits(text: str, language: Language) -> str:
    return text.translate(_PERSIAN_DIGITS) if language is Language.FA else text


@cache
def _locale(language: Language) -> Locale:
    # English as Pakistan writes it: day before month, no comma before "and".
    return Locale.parse({Language.EN: "en_GB"}.get(language, language.value))
