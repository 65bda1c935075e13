"""Each mechanism of ``dates.toml``, switched on by a language of a few lines."""

from __future__ import annotations

from datetime import date

import pytest

from cpecbot.language.values.finding import find_values
from cpecbot.language.values.value_keys import exact_key, value_keys
from fakes.values import MakeLanguage, shown

MONDAY = date(2026, 1, 5)
NUMBERS = """
[cardinals]
weak = "un"
[cardinals.words]
1 = "un"
[counting]
counted = "men, km"
[ranges]
to = "to"
between = "mid"
ands = "et"
[ordinals]
endings_of_figures = "th"
"""
UNITS = '[durations]\nyear = "jaro, y"\n'
DATES = """
repeated = "the, year"
[months]
locales = ["eo", "it"]
weak = "majo, marto"
jalali_patterns = ["{} mah"]
announced_by = "in"
followed_by = "before last"
[months.gregorian]
5 = "mayo"
[months.jalali]
10 = "dey"
[months.hijri]
7 = "rajab"
[weekdays]
locales = []
prefixes = "bi"
weak_patterns = ["on {}"]
not_past = "next"
[weekdays.words]
1 = "mond"
[weekdays.weak]
2 = "tew"
[days]
links = "of"
after_month = "the"
not_after = "week"
[years]
second_calendar = "jalali"
cues = "in"
links = ["of", ","]

[years.eras]
gregorian = "ce, y"
hijri = "ah"
jalali = "sh"
[decades]
endings = "s"
[marks]
year = "nen"
month = "getu"
day = "niti"
"""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5 januaro 2026", "date 2026-01-05"),
        ("5 gennaio 2026", "date 2026-01-05"),
        ("5 mayo 2026", "date 2026-05-05"),
        ("januaro", "date 2026-01-01..2026-01-31 ?"),
        ("majo", ""),
        ("in majo", "date 2026-05-01..2026-05-31 ?"),
        ("majo before last", "date 2026-05-01..2026-05-31 ?"),
        ("before last majo", ""),
        ("majo 5", "date 2026-05-05 ?"),
        ("5 majo", "date 2026-05-05 ?"),
        ("majo the 5", "date 2026-05-05 ?"),
        ("majo - 5", "date 2026-05-05 ?"),
        ("januaro. 2026", "date 2026-01-01..2026-01-31"),
        ("majo the 2026", "date 2026-01-01..2026-12-31"),
        ("5 of majo of 2026", "date 2026-05-05"),
        ("5th majo, 2026", "date 2026-05-05"),
        ("5 th majo", "number 5"),
        ("5-majo", "date 2026-05-05 ?"),
        ("5/majo", "date 2026-05-05 ?"),
        ("januaro (gennaio) 2026", "date 2026-01-01..2026-01-31"),
        ("januaro/gennaio 2026", "date 2026-01-01..2026-01-31"),
        ("januaro/februaro 2026", "date 2026-01-01..2026-01-31 ?; date 2026-02-01..2026-02-28"),
        ("week 5 januaro", "number 5; date 2026-01-01..2026-01-31 ?"),
        ("januaro 5 men", "date 2026-01-01..2026-01-31 ?; number 5"),
        ("31 januaro", "date 2026-01-31 ?"),
        ("32 januaro", "number 32; date 2026-01-01..2026-01-31 ?"),
        ("0 januaro", "number 0; date 2026-01-01..2026-01-31 ?"),
        ("5.5 januaro", "number 5.5; date 2026-01-01..2026-01-31 ?"),
        ("un januaro", "date 2026-01-01 ?"),
        ("14 dey 1404", "date 2026-01-04"),
        ("14 dey mah 1404", "date 2026-01-04"),
        ("14 dey", "date 2026-01-04 ?"),
        ("rajab", ""),
        ("15 rajab 1447", "date 2026-01-03..2026-01-05"),
        ("14 dey 1404 ah", "date 2026-01-04"),
        ("14 dey 1199", "date 2026-01-04 ?; number 1199"),
        ("14 dey 1200", "date 1822-01-04"),
        ("14 dey 1500", "date 2122-01-04"),
        ("14 dey 1501", "date 2026-01-04 ?; number 1501"),
        ("januaro 1000", "date 1000-01-01..1000-01-31"),
        ("januaro 2999", "date 2999-01-01..2999-01-31"),
        ("januaro 3000", "date 2026-01-01..2026-01-31 ?; number 3000"),
        ("1899", "number 1899"),
        ("1900", "date 1900-01-01..1900-12-31"),
        ("2100", "date 2100-01-01..2100-12-31"),
        ("2101", "number 2101"),
        ("1404", "number 1404"),
        ("in 1404", "date 2025-03-21..2026-03-20"),
        ("in 1289", "number 1289"),
        ("in 1290", "date 1911-03-22..1912-03-20"),
        ("in 1450", "date 2071-03-21..2072-03-19"),
        ("in 1451", "number 1451"),
        ("1404 sh", "date 2025-03-21..2026-03-20"),
        ("1447 ah", "date 2025-06-25..2026-06-16"),
        ("1447 ce", "number 1447"),
        ("1601 ce", "date 1601-01-01..1601-12-31"),
        ("1600 ah", "date 2173-12-05..2174-11-26"),
        ("2026 ah", "date 2026-01-01..2026-12-31"),
        ("2026 ce", "date 2026-01-01..2026-12-31"),
        ("2026 jaro", "duration 2026 year"),
        ("2026 y", "date 2026-01-01..2026-12-31"),
        ("2026 men", "number 2026"),
        ("$2026", "money 2026 USD"),
        ("#2026", ""),
        ("1990s", "date 1990-01-01..1999-12-31"),
        ("04/01/2026", "date 2026-01-04"),
        ("2026-01-04", "date 2026-01-04"),
        ("12/12/2026", "date 2026-12-12"),
        ("01/13/2026", "date 2026-01-13"),
        ("13/13/2026", ""),
        ("31/12/1404", ""),
        ("04/10/1404", "date 2025-12-25"),
        ("04/10/1199", "date 1199-10-04"),
        ("04/10/1200", "date 1821-12-25"),
        ("04/10/1500", "date 2121-12-25"),
        ("04/10/1501", "date 1501-10-04"),
        ("04/10/1447 ah", "date 2026-03-22..2026-03-24"),
        ("2026 nen 1 getu 4 niti", "date 2026-01-04"),
        ("1 getu 4 niti", "date 2026-01-04 ?"),
        ("2026 nen 4 niti", "date 2026-01-01..2026-12-31; date 2026-01-04 ?"),
        ("999 nen", "number 999"),
        ("1000 nen", "date 1000-01-01..1000-12-31"),
        ("2999 nen", "date 2999-01-01..2999-12-31"),
        ("3000 nen", "number 3000"),
        ("12 getu", "date 2026-12-01..2026-12-31 ?"),
        ("13 getu", "number 13"),
        ("0 getu", "number 0"),
        ("32 niti", "number 32"),
        ("mond", "weekday 1 2026-01-05"),
        ("bimond", "weekday 1 2026-01-05"),
        ("next mond", "weekday 1"),
        ("mond next", "weekday 1"),
        ("on tew", "weekday 2 2025-12-30"),
        ("tew", ""),
        ("un mond", "weekday 1 2026-01-05"),
    ],
)
def test_dates_have_the_words_of_the_file(make_language: MakeLanguage, text: str, value: str) -> None:
    assert shown(text, make_language(numbers=NUMBERS, units=UNITS, dates=DATES), MONDAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 to 5 januaro 2026", "date 2026-01-03..2026-01-05"),
        ("3 januaro to 5 februaro 2026", "date 2026-01-03..2026-02-05"),
        ("3 januaro 2026 to 5 februaro", "date 2026-01-03..2026-02-05"),
        ("januaro to februaro 2026", "date 2026-01-01..2026-02-28"),
        ("januaro 3 to 5", "date 2026-01-03..2026-01-05 ?"),
        ("januaro 3 to 5, 2026", "date 2026-01-03..2026-01-05"),
        ("januaro 3 to 5 km", "date 2026-01-03 ?; number 5"),
        ("januaro to 5", "date 2026-01-01..2026-01-31 ?; number 5"),
        ("3 to 5", "number 3..5"),
        ("5 to 3 januaro 2026", "number 5; date 2026-01-03"),
        ("mid 3 et 5 januaro 2026", "date 2026-01-03..2026-01-05"),
        ("3 et 5 januaro 2026", "number 3; date 2026-01-05"),
        ("the 3 to the 5 januaro 2026", "date 2026-01-03..2026-01-05"),
        ("2025 to 2029", "date 2025-01-01..2029-12-31"),
        ("2025 to year 2029", "date 2025-01-01..2029-12-31"),
        ("mid the 2025 et the 2029", "date 2025-01-01..2029-12-31"),
        ("2025 to 2024", "date 2025-01-01..2025-12-31; date 2024-01-01..2024-12-31"),
        ("30 decembro to 2 januaro", "date 2025-12-30..2026-01-02 ?"),
        ("29 februaro to 2 januaro", "number 29; date 2026-02-01..2026-02-28 ?; date 2026-01-02 ?"),
        ("28 februaro to 2 januaro", "date 2025-02-28..2026-01-02 ?"),
        ("3 niti to 5 niti", "date 2026-01-03..2026-01-05 ?"),
        ("14 dey to 5 januaro", "date 2026-01-04..2026-01-05 ?"),
        ("dey to bahman", "date 2025-12-22..2026-01-20 ?"),
    ],
)
def test_a_range_of_dates_shares_what_one_end_lacks(make_language: MakeLanguage, text: str, value: str) -> None:
    assert shown(text, make_language(numbers=NUMBERS, units=UNITS, dates=DATES), MONDAY) == value


def test_a_range_over_new_year_begins_in_the_year_before_even_on_29_february(make_language: MakeLanguage) -> None:
    language = make_language(numbers=NUMBERS, dates=DATES)
    assert shown("29 februaro to 2 januaro", language, date(2024, 3, 1)) == "date 2023-02-28..2024-01-02 ?"
    assert shown("31 januaro to 2 januaro", language, date(2024, 3, 1)) == "date 2023-01-31..2024-01-02 ?"


def test_a_conjunction_written_onto_the_next_word_joins_a_range(make_language: MakeLanguage) -> None:
    numbers = NUMBERS + '[ordinals.words]\n3 = "trito"\n5 = "kvinto"\n'
    joined = make_language(numbers=f'conjunction = "w"\n{numbers}')
    assert shown("mid trito wkvinto januaro 2026", joined) == "date 2026-01-03..2026-01-05"
    assert shown("trito wkvinto januaro 2026", joined) == "ordinal 3; date 2026-01-05"
    assert (
        shown("mid trito wkvinto januaro 2026", make_language(numbers=numbers))
        == "ordinal 3; date 2026-01-01..2026-01-31"
    )


WEEKS = """
[weekdays]
locales = []
count_weeks = true
weeks_after = "each"
[weekdays.words]
1 = "wun"
"""


def test_names_that_count_weeks_are_no_days_after_a_number(make_language: MakeLanguage) -> None:
    language = make_language(numbers=NUMBERS, dates=WEEKS)
    assert [shown(text, language) for text in ("wun", "un wun", "each wun")] == ["weekday 1", "", ""]
    plain = make_language(numbers=NUMBERS, dates=WEEKS.replace("true", "false"))
    assert [shown(text, plain) for text in ("wun", "un wun", "each wun")] == ["weekday 1"] * 3


def test_without_a_second_calendar_no_such_year_stands_alone(make_language: MakeLanguage) -> None:
    language = make_language(dates='[years]\ncues = "in"')
    assert shown("in 1404", language) == "number 1404"
    assert shown("01/07/1299", language) == "date 1299-07-01"
    assert shown("01/07/1300", language) == "date 1883-05-07..1883-05-09"
    assert shown("01/07/1500", language) == "date 2077-05-22..2077-05-24"
    assert shown("01/07/1501", language) == "date 1501-07-01"


def test_what_is_counted_may_be_another_list_for_dates(make_language: MakeLanguage) -> None:
    language = make_language(numbers=NUMBERS, dates='counted = "men"')
    assert shown("2026 men, 2026 km", language) == "number 2026; date 2026-01-01..2026-12-31"
    assert shown("2026 men", make_language(numbers=NUMBERS, dates='counted = ""')) == "date 2026-01-01..2026-12-31"


def test_months_and_weekdays_are_those_of_the_language_where_nothing_else_is_said(make_language: MakeLanguage) -> None:
    assert shown("lundo 5 januaro 2026", make_language(locale="eo")) == "weekday 1 2026-01-05; date 2026-01-05"


def test_a_language_that_cldr_does_not_know_has_the_names_of_its_file_alone(make_language: MakeLanguage) -> None:
    language = make_language(dates='[months.gregorian]\n1 = "yanul"', locale=None)
    assert shown("5 yanul 2026, 5 january, lundo", language) == "date 2026-01-05; number 5"


@pytest.mark.parametrize(
    ("reference", "day"),
    [
        (date(2026, 1, 5), "date 2026-01-05 ?"),
        (date(2026, 1, 4), "date 2026-01-05 ?"),
        (date(2026, 1, 3), "date 2025-12-05 ?"),
        (date(2026, 1, 31), "date 2026-01-05 ?"),
    ],
)
def test_a_day_alone_is_the_last_such_day_or_tomorrow(make_language: MakeLanguage, reference: date, day: str) -> None:
    assert shown("5 niti", make_language(numbers=NUMBERS, dates=DATES), reference) == day


def test_a_day_alone_that_its_month_does_not_have_is_no_date(make_language: MakeLanguage) -> None:
    language = make_language(numbers=NUMBERS, dates=DATES)
    assert shown("31 niti", language, date(2026, 3, 1)) == "number 31"
    assert shown("5 niti", language) == "date day 5"


def test_without_reference_a_date_is_of_year_1_and_february_has_28_days(make_language: MakeLanguage) -> None:
    language = make_language(numbers=NUMBERS, dates=DATES)
    assert shown("5 marto", language) == "date 0001-03-05 ?"
    assert shown("29 februaro", language) == "date 0001-02-28 ?"
    assert shown("30 dey", language) == "date 0001-01-19 ?"
    assert shown("15 rajab", language) == "date 0001-01-03..0001-01-05 ?"


PERIODS = """
[days]
year_first = true
alone_after = "on the"
alone_before = "this moon"
alone_then = "in"
alone_words_from = 4
aliases = "or rather"
clock = "hour"
[months.lunar]
1 = "firstmoon"
[months.hijri]
7 = "rajab"
[years]
second_calendar = "jalali"
[years.eras]
gregorian = "ce"
[years.eras_before]
hijri = "islamic"
lunar = "moonly"
[decades]
endings = "s"
after = "ten years"
before = "decade"
announced_by = "late"
not_after = "his"
not_before = "of age"
[decades.names]
80 = "eightyish"
[centuries]
before = "age"
after = "century"
after_numbers = "centuria"
links = "of"
[centuries.relative]
-1 = "last century"
[marks]
year = "nen"
month = "getu"
day = "niti"
not_before = "niti inn"
not_after = "during"
"""
PERIOD_NUMBERS = """
[ordinals.words]
3 = "trito"
8 = "oketo"
19 = "naudeko"
20 = "dudeko"
[ordinals]
endings_of_figures = "th"
[ranges]
to = "to, -"
between = "mid"
ands = "et"
"""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # A decade: an ending is written onto the figures; tens and names need to be announced.
        ("1980s", "date 1980-01-01..1989-12-31"),
        ("1980 s", "date 1980-01-01..1980-12-31"),
        ("1985s", "date 1985-01-01..1985-12-31"),
        ("late 80s", "date 1980-01-01..1989-12-31"),
        ("80s", "number 80"),
        ("'80s", "date 1980-01-01..1989-12-31"),
        ("late eightyish", "date 1980-01-01..1989-12-31"),
        ("eightyish", ""),
        ("his late 80s", "date 1980-01-01..1989-12-31"),
        ("late 80s of age", "duration 80..89 year"),
        # Words before or behind announce it, and tens alone are of the second calendar.
        ("1980 ten years", "date 1980-01-01..1989-12-31"),
        ("decade 1980", "date 1980-01-01..1989-12-31"),
        ("decade 1360", "date 1981-03-21..1991-03-20"),
        ("decade 60", "date 1981-03-21..1991-03-20"),
        ("decade 20", "date 2041-03-20..2051-03-20"),
        ("decade 60 ce", "date 1960-01-01..1969-12-31"),
        ("decade 20 ce", "date 2020-01-01..2029-12-31"),
        ("decade 30 ce", "date 1930-01-01..1939-12-31"),
        ("decade 65", "number 65"),
        # A century, and a decade of it; the current one dates nothing.
        ("naudeko century", "date 1801-01-01..1900-12-31"),
        ("19th century", "date 1801-01-01..1900-12-31"),
        ("19 century", "number 19"),
        ("19 centuria", "date 1801-01-01..1900-12-31"),
        ("age naudeko", "date 1801-01-01..1900-12-31"),
        ("21th century", "ordinal 21"),
        ("last century", "date 1901-01-01..2000-12-31"),
        ("late 80s of last century", "date 1980-01-01..1989-12-31"),
        ("late 80s of naudeko century", "date 1880-01-01..1889-12-31"),
        ("last century of 80 ten years", "date 1980-01-01..1989-12-31"),
        ("1950s to 1970s", "date 1950-01-01..1979-12-31"),
        ("1970s to 1950s", "date 1970-01-01..1979-12-31; date 1950-01-01..1959-12-31"),
        # A day without its month.
        ("on the 8", "date 2025-12-08 ?"),
        ("on the 8 in", "date 2025-12-08 ?"),
        ("on the 8 floor", "number 8"),
        ("on the oketo", "date 2025-12-08 ?"),
        ("on the trito", "ordinal 3"),
        ("8 this moon", "date 2025-12-08 ?"),
        ("on the 8 to 10 in", "date 2025-12-08..2025-12-10 ?"),
        ("8 niti", "date 2025-12-08 ?"),
        ("8 niti inn", "number 8"),
        ("during 8 niti", "number 8"),
        ("6 niti to 9 niti", "date 2026-01-06..2026-01-09 ?"),
        # One mark for both ends of a range.
        ("3 getu 6-9 niti", "date 2026-03-06..2026-03-09 ?"),
        ("2025 nen 3 getu 6 to 9 niti", "date 2025-03-06..2025-03-09"),
        ("2025 nen 3-5 getu", "date 2025-03-01..2025-05-31"),
        ("3 getu 9-6 niti", "number 3; score 9-6"),
        # Two years of a range over New Year, and years of two figures.
        ("30 decembro to 2 januaro 2026", "date 2025-12-30..2026-01-02"),
        ("03/02/15", "date 2024-05-04"),
        ("98/02/15", "date 2019-05-05"),
        ("5 januaro 2026 hour 10", "date 2026-01-05; number 10"),
        # Other calendars.
        ("islamic 1447 nen 7 getu 15 niti", "date 2026-01-03..2026-01-05"),
        ("moonly 8 getu 15", "date none"),
        ("firstmoon 8", "date none"),
        ("5 januaro 2026 (15 rajab 1447)", "date 2026-01-05"),
        ("15 rajab 1447, 5 januaro 2026", "date 2026-01-05"),
        ("15 rajab 1447, 9 januaro 2026", "date 2026-01-03..2026-01-05; date 2026-01-09"),
        ("15 rajab 1447 (9 januaro 2026)", "date 2026-01-09"),
        ("15 rajab 1447 or rather 9 januaro 2026", "date 2026-01-09"),
        ("15 rajab or rather 5 januaro 2026", "date 2026-01-05"),
        ("5 januaro 2026 (moonly 8 getu 15)", "date 2026-01-05"),
        ("5 januaro 2026 (6 januaro 2026)", "date 2026-01-05; date 2026-01-06"),
        # The weekday of a date.
        ("lundo, 4 marto 2024", "weekday 1 2024-03-04; date 2024-03-04"),
        ("4 marto 2024 (lundo)", "date 2024-03-04; weekday 1 2024-03-04"),
        ("lundo or rather 4 marto 2024", "weekday 1 2024-03-04; date 2024-03-04"),
        ("lundo. 4 marto 2024", "weekday 1 2026-01-05; date 2024-03-04"),
        ("lundo, 5 marto 2024", "weekday 1; date 2024-03-05"),
        ("lundo, 4 marto to lundo, 11 marto 2024", "weekday 1 2024-03-04; date 2024-03-04..2024-03-11"),
    ],
)
def test_longer_periods_lone_days_and_other_calendars_have_the_words_of_the_file(
    make_language: MakeLanguage, text: str, value: str
) -> None:
    assert shown(text, make_language(numbers=PERIOD_NUMBERS, dates=PERIODS), MONDAY) == value


def test_the_span_of_a_date_in_two_calendars_holds_both(make_language: MakeLanguage) -> None:
    language = make_language(numbers=PERIOD_NUMBERS, dates=PERIODS)
    text = "Sur 5 januaro 2026 (15 rajab 1447)."
    assert [value.span.slice(text) for value in find_values(text, language)] == ["5 januaro 2026 (15 rajab 1447)"]


def test_a_day_alone_without_reference_has_its_number_and_no_days(make_language: MakeLanguage) -> None:
    language = make_language(numbers=PERIOD_NUMBERS, dates=PERIODS)
    (lone, several) = (find_values(text, language)[0] for text in ("8 niti", "8 niti to 10 niti"))
    assert (lone.first, lone.last, lone.low, lone.high) == (None, None, 8, 8)
    assert (several.low, several.high) == (8, 10)
    assert shown("10 niti to 8 niti", language) == "date day 10; date day 8"


def test_a_day_alone_is_found_by_its_number_with_and_without_reference(make_language: MakeLanguage) -> None:
    language = make_language(numbers=PERIOD_NUMBERS, dates=PERIODS)
    dated, undated = (find_values("8 niti", language, day)[0] for day in (MONDAY, None))
    assert exact_key(undated) == "v:dayofmonth:08"
    assert exact_key(undated) in value_keys(dated)
    assert "v:monthday:12-08" in value_keys(dated)


def test_a_decade_and_a_century_are_found_by_their_years(make_language: MakeLanguage) -> None:
    language = make_language(numbers=PERIOD_NUMBERS, dates=PERIODS)
    decade, century = (find_values(text, language)[0] for text in ("1980s", "last century"))
    assert {"v:year:1984", exact_key(decade)} <= set(value_keys(decade))
    assert value_keys(century) == (exact_key(century),) == ("v:years:1901-2000",)
