"""What CLDR (through Babel) calls units and currencies in a language, in every form that follows a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from babel import Locale
from msgspec import Struct

from cpecbot.language.values.units import CLDR_UNITS, CURRENCIES, DURATIONS, Measure, kind_of
from cpecbot.models import ValueKind

# One character alone is a sign that each language has to list itself: "m" is a million, too.
_LEAST = 2
_SLOT = "{0}"


class Names(Struct, frozen=True):
    """``duals`` hold their number, two, in themselves (يومان)."""

    measures: tuple[tuple[str, Measure], ...]
    duals: tuple[tuple[str, Measure], ...]


def unit_names(locales: Sequence[str]) -> Names:
    """The names in ``locales``, those of CLDR."""
    found = [Locale.parse(name) for name in locales]
    return Names(
        tuple(each for locale in found for each in (*_units(locale), *_currencies(locale))),
        tuple(each for locale in found for each in _duals(locale)),
    )


def _units(locale: Locale) -> Iterator[tuple[str, Measure]]:
    for unit, forms in _patterns(locale):
        for count, pattern in forms.items():
            name = pattern.removeprefix(_SLOT).strip()
            if count != "per" and pattern.startswith(_SLOT) and len(name) >= _LEAST:
                yield name, Measure(kind_of(unit), unit)


def _duals(locale: Locale) -> Iterator[tuple[str, Measure]]:
    """Of spans of time alone: two miles are written as Milan is."""
    for unit, forms in _patterns(locale):
        if unit in DURATIONS and "two" in forms and _SLOT not in forms["two"]:
            yield forms["two"], Measure(kind_of(unit), unit)


def _patterns(locale: Locale) -> Iterator[tuple[str, dict[str, str]]]:
    """The patterns of each unit by the count that they are for; abbreviations only where nobody writes it out.

    English "in" and "dec" are an inch and a decade in CLDR.
    """
    known = locale._data["unit_patterns"]  # Babel has no other way to all forms of a unit
    for unit, name in CLDR_UNITS.items():
        widths = (dict(known.get(name, {}).get(width, {})) for width in ("long", "short"))
        yield unit, next((forms for forms in widths if forms.keys() - {"per"}), {})


def _currencies(locale: Locale) -> Iterator[tuple[str, Measure]]:
    plurals = locale._data["currency_names_plural"]
    for code in CURRENCIES:
        names = (locale.currencies.get(code), *plurals.get(code, {}).values())
        yield from ((name, Measure(ValueKind.MONEY, code)) for name in dict.fromkeys(names) if name)
