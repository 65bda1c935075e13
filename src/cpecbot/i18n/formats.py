"""Dates, numbers, lists and language names by CLDR, through Babel.

Digits are those of each language's newspapers, as its profile gives them, whatever CLDR says of its country. Where CLDR
does not know a language, the fallback's ways serve, as its words do where a catalogue lacks them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Literal

from babel import Locale, dates, lists, numbers

from cpecbot.languages import Language


def format_date(day: date, language: Language) -> str:
    """The Gregorian day in words: ``5 January 2026``, ``۵ ژانویهٔ ۲۰۲۶``, ``2026年1月5日``."""
    return localise_digits(dates.format_date(day, format="long", locale=language_locale(language)), language)


def format_number(number: float, language: Language) -> str:
    return localise_digits(
        numbers.format_decimal(number, locale=language_locale(language), numbering_system="latn"), language
    )


ListStyle = Literal["standard", "or"]


def format_list(items: Sequence[str], language: Language, style: ListStyle = "standard") -> str:
    """The items joined as the language joins them: ``a, b and c``, ``أ وب وج``, ``甲、乙和丙``; or ``a, b or c``."""
    return lists.format_list(list(items), style=style, locale=language_locale(language))


def language_name(language: Language, spoken: Language) -> str:
    """What ``language`` is called in the language ``spoken``, or by its speakers where CLDR has no word for it."""
    return language_locale(spoken).languages.get(language.code) or language.profile.name or language.code


def native_name(language: Language) -> str:
    """What a language is called by those who speak it."""
    return language.profile.name or language_name(language, language)


def localise_digits(text: str, language: Language) -> str:
    return text.translate(language.once(_own_digits))


def language_locale(language: Language) -> Locale:
    """The locale whose ways ``language`` follows."""
    return _parse_locale(language.profile.locale or language.fallback.profile.locale or "root")


@cache
def _parse_locale(name: str) -> Locale:
    return Locale.parse(name)


def _own_digits(language: Language) -> dict[int, int]:
    return str.maketrans("0123456789", language.profile.digits)
