"""Names of countries, cities, months, weekdays and currencies in every language, from the CLDR data of Babel."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.language.concepts.cldr_cities import city, key_of, without, zones
from cpecbot.language.concepts.concept import Concept, ConceptKind, Trait
from cpecbot.language.concepts.language_file import ConceptsFile, Names
from cpecbot.language.text.simplified import simplify
from cpecbot.languages import Language, Languages
from cpecbot.scripts import Script

if TYPE_CHECKING:
    from babel import Locale

_COUNTRY = expression("[A-Z]{2}")
# Names count also without it.
_REMARK = expression(r"\s*[(（].*")
# Unions, regions that stand for none, and Sark, which only English names.
_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "CQ"})
# The concept of a currency is named by this and its ISO 4217 code.
CURRENCY_PREFIX = "currency_"
_CURRENCIES = ("USD", "CNY", "PKR", "EUR", "GBP", "JPY", "RUB", "INR", "AED", "SAR", "IRR", "AFN", "BDT")
_STATE = frozenset({Trait.STATE})


_Forms = tuple[str, ...]


class _Cldr(Struct, frozen=True):
    """The data of one language. Its locale may lack a name, as those of small languages do."""

    language: Language
    locale: Locale
    more_months: tuple[Locale, ...]
    more_places: tuple[Locale, ...]
    names: Names

    def country(self, code: str) -> _Forms:
        called = (locale.territories.get(code) for locale in (self.locale, *self.more_places))
        return self._forms(each for name in called if name for each in (_REMARK.sub("", name) or name, name))

    def city(self, zone: str) -> _Forms:
        called = (city(zone, locale) for locale in (self.locale, *self.more_places))
        return self._forms(_REMARK.sub("", name) for name in called if name)

    def month(self, number: int) -> _Forms:
        own = (self.locale.months[context]["wide"][number] for context in ("stand-alone", "format"))
        others = (locale.months["format"]["wide"][number] for locale in self.more_months)
        return self._forms((*own, *others, *(pattern.format(number) for pattern in self.names.months)))

    def weekday(self, day: int) -> _Forms:
        names = [self.locale.days[context]["wide"][day] for context in ("stand-alone", "format")]
        return self._forms((*names, *(names[-1].replace(*pair) for pair in self.names.weekdays.items())))

    def currency(self, code: str) -> _Forms:
        name = self.locale.currencies.get(code)
        return self._forms((name,)) if name else ()

    def others(self, codes: Collection[str]) -> Iterator[str]:
        """What the countries of ``codes``, the months and the weekdays are called, in small letters."""
        for listed in (map(self.country, codes), map(self.month, range(1, 13)), map(self.weekday, range(7))):
            yield from (form.removeprefix("=").casefold() for forms in listed for form in forms)

    def _forms(self, names: Iterable[str]) -> _Forms:
        left_out = dict.fromkeys(map(ord, self.names.left_out))
        if self.language.profile.script is Script.HAN:
            names = map(simplify, names)
        plain = dict.fromkeys(name.translate(left_out) for name in names if name not in self.names.no_names)
        return tuple(f"={name}" if name in self.names.also_words else name for name in plain)


def cldr_concepts(languages: Languages) -> tuple[Concept, ...]:
    """Concepts ``country_pk``, ``dubai``, ``month_01``, ``weekday_1`` (Monday) and ``currency_USD``."""
    return languages.once(_cldr_concepts)


def _cldr_concepts(languages: Languages) -> tuple[Concept, ...]:
    return tuple(_concepts(tuple(filter(None, map(_cldr, languages)))))


def _concepts(known: Sequence[_Cldr]) -> Iterator[Concept]:
    codes = {code for each in known for code in map(str, each.locale.territories) if _COUNTRY.fullmatch(code)}
    for code in sorted(codes - _NO_COUNTRIES):
        forms = _told({each.language: each.country(code) for each in known})
        yield Concept(f"country_{code.lower()}", ConceptKind.PLACE, forms, traits=_STATE)
    yield from _cities(known, codes - _NO_COUNTRIES)
    for number in range(1, 13):
        yield _unit(f"month_{number:02}", {each.language: each.month(number) for each in known})
    for day in range(7):
        yield _unit(f"weekday_{day + 1}", {each.language: each.weekday(day) for each in known})
    for code in _CURRENCIES:
        yield _unit(f"{CURRENCY_PREFIX}{code}", {each.language: each.currency(code) for each in known})


def _cities(known: Sequence[_Cldr], codes: Collection[str]) -> Iterator[Concept]:
    """Cities, each a part of its country; not those that English calls as it calls a country."""
    others = {each.language: frozenset(each.others(codes)) for each in known}
    for zone, territory in zones():
        english = next((each for each in known if each.locale.language == "en"), known[0])
        forms = {each.language: without(each.city(zone), others[each.language]) for each in known}
        if named := forms[english.language]:
            key = key_of(named[0].removeprefix("="))
            broader = (f"country_{territory}",) if territory.upper() in codes else ()
            yield Concept(key, ConceptKind.PLACE, _told(forms), broader)


def _unit(key: str, forms: Mapping[Language, _Forms]) -> Concept:
    return Concept(key, ConceptKind.UNIT, _told(forms))


def _told(forms: Mapping[Language, _Forms]) -> Mapping[Language, _Forms]:
    return {language: listed for language, listed in forms.items() if listed}


def _cldr(language: Language) -> _Cldr | None:
    """None of a language that CLDR does not know."""
    from babel import Locale  # noqa: PLC0415 - CLDR data is slow to read

    names = language.read(ConceptsFile).names
    name = names.locale or language.profile.locale
    months, places = (tuple(map(Locale.parse, each)) for each in (names.months_of, names.places_of))
    return _Cldr(language, Locale.parse(name), months, places, names) if name else None
