"""Dates, numbers, lists and language names by CLDR, through Babel.

Digits are those of each language's newspapers, as its profile gives them, whatever CLDR says of its country; so are the
last joint of a list and the order of a date where the profile gives them. Where CLDR does not know a language, the
fallback's ways serve, as its words do where a catalogue lacks them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache, reduce
from typing import Literal

from babel import Locale, dates, lists, numbers

from cpecbot.languages import Language, Profile


def format_date(day: date, language: Language) -> str:
    """The Gregorian day in words: ``5 January 2026``, ``۵ ژانویهٔ ۲۰۲۶``, ``2026年1月5日``."""
    pattern = next((each.long_date for each in _profiles(language) if each.long_date), "long")
    return localise_digits(dates.format_date(day, format=pattern, locale=language_locale(language)), language)


def format_number(number: float, language: Language) -> str:
    return localise_digits(
        numbers.format_decimal(number, locale=language_locale(language), numbering_system="latn"), language
    )


ListStyle = Literal["standard", "or"]


def format_list(items: Sequence[str], language: Language, style: ListStyle = "standard") -> str:
    """The items joined as the language joins them: ``a, b and c``, ``أ وب وج``, ``甲、乙和丙``; or ``a, b or c``."""
    own, locale = [each.lists for each in _profiles(language)], language_locale(language)
    joiner = next((each for each in (way.last if style == "standard" else way.last_or for way in own) if each), None)
    if joiner is None or len(items) < 2:
        return lists.format_list(list(items), style=style, locale=locale)
    *before, last = items
    return _join(joiner, reduce(locale.list_patterns[style]["middle"].format, before), last, language)


def _join(joiner: str, first: str, last: str, language: Language) -> str:
    if not language.profile.spaced:
        joiner = joiner if first[-1:].isascii() else joiner.replace("{0} ", "{0}")
        joiner = joiner if last[:1].isascii() else joiner.replace(" {1}", "{1}")
    return joiner.format(first, last)


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
    return _parse_locale(next((each.locale for each in _profiles(language) if each.locale), "root"))


def _profiles(language: Language) -> tuple[Profile, ...]:
    """Those whose ways ``language`` follows, its own first; the fallback's, too, where CLDR does not know it."""
    own = language.profile
    return (own,) if own.locale else (own, language.fallback.profile)


@cache
def _parse_locale(name: str) -> Locale:
    return Locale.parse(name)


def _own_digits(language: Language) -> dict[int, int]:
    return str.maketrans("0123456789", language.profile.digits)
