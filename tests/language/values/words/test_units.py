"""Each mechanism of ``units.toml``, switched on by a language of a few lines."""

from __future__ import annotations

import pytest
from babel.numbers import list_currencies

from cpecbot.language.values.words.units_file import UnitsFile
from cpecbot.languages import Language
from fakes.languages import LANGUAGES
from fakes.values import MakeLanguage, shown

UNITS = """
percent = "pro cento"
percent_before = "de cent"
links = "of"
[currencies]
USD = "dolaro"
JPY = "eno, ¥"
[currencies_before]
USD = "us"
[scale_letters]
1_000_000 = "m"
[[multiples]]
names = "tomano"
currency = "IRR"
times = 10
[quantities]
kilometre = "km"
square_kilometre = "km kv"
tonne = "tan"
[durations]
year = "jaro"
[not_units_before]
"tan" = "dead, alive"
"""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7 pro cento", "percent 7"),
        ("de cent 7", "percent 7"),
        ("de cent", ""),
        ("%7", "percent 7"),
        ("3%7", "percent 3; number 7"),
        ("7 dolaro", "money 7 USD"),
        ("7 of dolaro", "money 7 USD"),
        ("7-dolaro", "money 7 USD"),
        ("us 7", "money 7 USD"),
        ("us7m", "money 7000000 USD"),
        ("us7 m", "money 7000000 USD"),
        ("7m", "number 7"),
        ("$7m", "money 7000000 USD"),
        ("7 $", "money 7 USD"),
        ("¥7", "money 7 CNY"),
        ("7 ¥", "money 7 JPY"),
        ("7 tomano", "money 70 IRR"),
        ("7 km", "quantity 7 kilometre"),
        ("7 km kv", "quantity 7 square_kilometre"),
        ("us 7 km", "money 7 USD"),
        ("7 tan", "quantity 7 tonne"),
        ("7 tan dead", "number 7"),
        ("7 tan here", "quantity 7 tonne"),
        ("7 jaro", "duration 7 year"),
        ("G20", ""),
        ("F-16", ""),
        ("us-16", ""),
        ("2026/7", "date 2026-01-01..2026-12-31"),
        ("1.2.3", "version 1.2.3"),
        ("7-state", ""),
        ("7 - state", "number 7"),
    ],
)
def test_amounts_have_the_units_of_the_file(make_language: MakeLanguage, text: str, value: str) -> None:
    assert shown(text, make_language(units=UNITS)) == value


RANGES = """
[ranges]
to = "to"
"""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 km to 7 km", "quantity 3..7 kilometre"),
        ("3 km to 7 jaro", "quantity 3 kilometre; duration 7 year"),
        ("7 km to 3 km", "quantity 7 kilometre; quantity 3 kilometre"),
        ("3 km to 3 km", "quantity 3 kilometre; quantity 3 kilometre"),
        ("us 3 to us 7", "money 3..7 USD"),
        ("us 3 to 7", "money 3..7 USD"),
    ],
)
def test_a_range_may_repeat_its_unit(make_language: MakeLanguage, text: str, value: str) -> None:
    assert shown(text, make_language(numbers=RANGES, units=UNITS)) == value


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_currencies_are_those_of_iso_4217(language: Language) -> None:
    file = language.read(UnitsFile)
    written = {*file.currencies, *file.currencies_before, *(each.currency for each in file.multiples)}
    assert written <= list_currencies()
