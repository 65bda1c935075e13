"""Names of countries, months, weekdays and currencies in the five languages, from the CLDR data that Babel carries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from cpecbot.language.concepts.concept import Concept, ConceptKind
from cpecbot.languages import Languages

if TYPE_CHECKING:
    from babel import Locale

_Named = tuple[str, ConceptKind, dict[str, tuple[str, ...]]]
_LOCALES = {
    "en": "en",
    "ar": "ar",
    "fa": "fa",
    "ur": "ur",
    "zh": "zh_Hans",
}
_LEVANT = "ar_SY"  # its months are those that Iraq and the Levant use beside يناير
_COUNTRY = re.compile("[A-Z]{2}")
_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
_CURRENCIES = ("USD", "CNY", "PKR", "EUR", "GBP", "JPY", "RUB", "INR", "AED", "SAR", "IRR", "AFN", "BDT")
# English names that are common words too count only as they are written.
_ALSO_WORDS = frozenset({"March", "May", "Chad", "Turkey", "Guinea", "Jersey", "Niger"})


def cldr_concepts(languages: Languages) -> tuple[Concept, ...]:
    """Concepts ``country_pk``, ``month_01``, ``weekday_1`` (Monday) and ``currency_USD``."""
    made = (*_countries(), *_months(), *_weekdays(), *_currencies())
    return tuple(
        Concept(key, kind, {languages[code]: forms for code, forms in named.items() if languages.get(code)})
        for key, kind, named in made
    )


def _countries() -> Iterator[_Named]:
    def names(code: str, locale: Locale) -> Iterator[str]:
        name = locale.territories[code]
        yield re.sub(r"\s*[(（].*", "", name) or name  # without a remark in brackets
        yield name

    codes = set.intersection(*(set(_locale(name).territories) for name in _LOCALES.values())) - _NO_COUNTRIES
    for code in sorted(code for code in codes if _COUNTRY.fullmatch(code)):
        yield _concept(f"country_{code.lower()}", ConceptKind.PLACE, partial(names, code))


def _months() -> Iterator[_Named]:
    def names(month: int, locale: Locale) -> Iterator[str]:
        yield from (locale.months[context]["wide"][month] for context in ("stand-alone", "format"))
        if locale.language == "ar":
            yield _locale(_LEVANT).months["format"]["wide"][month]
        if locale.language == "zh":
            yield f"{month}月"

    for month in range(1, 13):
        yield _concept(f"month_{month:02}", ConceptKind.UNIT, partial(names, month))


def _weekdays() -> Iterator[_Named]:
    def names(day: int, locale: Locale) -> Iterator[str]:
        yield from (locale.days[context]["wide"][day] for context in ("stand-alone", "format"))
        if locale.language == "zh":
            yield locale.days["format"]["wide"][day].replace("星期", "周")

    for day in range(7):
        yield _concept(f"weekday_{day + 1}", ConceptKind.UNIT, partial(names, day))


def _currencies() -> Iterator[_Named]:
    def names(code: str, locale: Locale) -> tuple[str, ...]:
        return (locale.currencies[code],)

    for code in _CURRENCIES:
        yield _concept(f"currency_{code}", ConceptKind.UNIT, partial(names, code))


def _concept(key: str, kind: ConceptKind, names: Callable[[Locale], Iterable[str]]) -> _Named:
    return (key, kind, {language: _forms(names(_locale(name))) for language, name in _LOCALES.items()})


def _forms(names: Iterable[str]) -> tuple[str, ...]:
    # Persian months carry the mark of ezafe, which newspapers leave out.
    plain = dict.fromkeys(name.replace("\u0654", "") for name in names)
    return tuple(f"={name}" if name in _ALSO_WORDS else name for name in plain)


@lru_cache(maxsize=8)
def _locale(name: str) -> Locale:
    from babel import Locale  # noqa: PLC0415 - CLDR data is slow to read

    return Locale.parse(name)
