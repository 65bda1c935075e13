"""Each mechanism of ``numbers.toml``, switched on by a language of a few lines, and off without them."""

from __future__ import annotations

import pytest

from cpecbot.language.values.finding import find_values
from cpecbot.languages import Language
from fakes.values import MakeLanguage, number_at_start, shown

WORDS = """
[cardinals.words]
1 = "ba"
2 = "be, bi"
5 = "bo"
20 = "ten"
30 = "tan"
[cardinals.times]
100 = "hun"
[cardinals.scales]
1000 = "tho"
1_000_000 = "mil"
"""


@pytest.fixture
def plain(make_language: MakeLanguage) -> Language:
    return make_language(numbers=WORDS)


def test_a_language_with_no_file_reads_figures_signs_and_the_months_of_its_locale(make_language: MakeLanguage) -> None:
    language = make_language(locale="eo")
    assert shown("7 %, $5, ₽6, 5 januaro 2026", language) == "percent 7; money 5 USD; money 6 RUB; date 2026-01-05"


def test_words_add_multiply_and_scale(plain: Language) -> None:
    assert number_at_start("bi hun ten bo tho be", plain) == (225_002, "")


MIXED = """
[cardinals.words]
2 = "bi"
5 = "bo"
9 = "no"
10 = "dek"
19 = "noteen"
20 = "ten"
99 = "noty"
100 = "cent"
[cardinals.times]
10 = "ty"
100 = "hun"
1000 = "kil"
"""


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("bi hun cent", 200, "cent"),
        ("bi hun noty", 299, ""),
        ("bi hun bo ty dek", 250, "dek"),
        ("bi hun bo ty no", 259, ""),
        ("bi ty noteen", 20, "noteen"),
        ("dek bi", 10, "bi"),
        ("ten no", 29, ""),
        ("ten dek", 20, "dek"),
        ("cent noty", 199, ""),
        ("cent cent", 100, "cent"),
        ("noty bi", 99, "bi"),
        ("dek kil", 10, "kil"),
        ("no kil", 9000, ""),
        ("dek hun", 1000, ""),
        ("bi kil dek hun", 2010, "hun"),
        ("bi kil bo hun", 2500, ""),
        ("bi hun bo kil", 205, "kil"),
        ("bi hun ty", 210, ""),
        ("bi hun hun", 200, "hun"),
        ("hun bi", None, None),
        ("ty bi", 12, ""),
    ],
)
def test_a_word_is_read_where_its_place_is_free(
    make_language: MakeLanguage, text: str, value: float | None, rest: str | None
) -> None:
    assert number_at_start(text, make_language(numbers=MIXED)) == (None if value is None else (value, rest))


@pytest.mark.parametrize(("top", "read"), [("", None), ("scales_alone = true", (1000, ""))])
def test_a_scale_may_count_alone(make_language: MakeLanguage, top: str, read: tuple[float, str] | None) -> None:
    language = make_language(numbers=f"[cardinals]\n{top}\n{WORDS}")
    assert number_at_start("tho", language) == read


def test_ten_counts_alone_where_it_multiplies(make_language: MakeLanguage) -> None:
    language = make_language(numbers='[cardinals.words]\n3 = "ba"\n[cardinals.times]\n10 = "dek"\n100 = "hun"')
    assert number_at_start("ba dek ba", language) == (33, "")
    assert number_at_start("dek ba", language) == (13, "")
    assert number_at_start("hun ba", language) is None


def test_a_ten_and_a_unit_may_be_one_word(make_language: MakeLanguage, plain: Language) -> None:
    language = make_language(numbers=f'[cardinals]\ncompounds = ["{{unit}}un{{tens}}"]\n{WORDS}')
    assert number_at_start("biunten", language) == (22, "")
    assert number_at_start("biunten", plain) is None


LINKED = 'conjunction = "u"\nprefixes = "al"\n[cardinals]\nunprefixed = "be"\n'


def test_a_conjunction_written_onto_the_next_word_joins_a_unit_and_a_ten(make_language: MakeLanguage) -> None:
    language = make_language(numbers=LINKED + WORDS)
    assert number_at_start("bi uten", language) == (22, "")
    assert number_at_start("bi ten", language) == (2, "ten")
    assert number_at_start("ten bi", language) == (20, "bi")
    assert number_at_start("bi hun uten", language) == (220, "")
    assert number_at_start("bi hun ten", language) == (200, "ten")


def test_without_a_conjunction_no_unit_stands_before_its_ten(plain: Language) -> None:
    assert number_at_start("bi ten", plain) == (2, "ten")


def test_prefixes_are_written_onto_all_words_but_some(make_language: MakeLanguage, plain: Language) -> None:
    language = make_language(numbers=LINKED + WORDS)
    assert [number_at_start(word, language) for word in ("albi", "ualbi", "ube")] == [(2, "")] * 3
    assert [number_at_start(word, language) for word in ("albe", "ualbe", "alubi")] == [None] * 3
    assert number_at_start("albi", plain) is None


def test_words_join_the_parts_of_a_number(make_language: MakeLanguage, plain: Language) -> None:
    language = make_language(numbers=f'[cardinals]\njoiners = "a"\njoiners_after_hundreds = "o"\n{WORDS}')
    assert number_at_start("ten a bi", language) == (22, "")
    assert number_at_start("bi hun a bi", language) == (202, "")
    assert number_at_start("bi hun o bi", language) == (202, "")
    assert number_at_start("bi tho o bi", language) == (2002, "")
    assert number_at_start("ten o bi", language) == (20, "o bi")
    assert number_at_start("ten a bi", plain) == (20, "a bi")


def test_two_of_a_scale_may_be_one_word(make_language: MakeLanguage) -> None:
    language = make_language(numbers=WORDS + '[cardinals.pairs]\n2000 = "thoan"')
    assert number_at_start("thoan ba", language) == (2001, "")
    assert number_at_start("ba thoan", language) == (1, "thoan")


def test_many_of_a_scale_are_a_lower_bound(make_language: MakeLanguage) -> None:
    language = make_language(
        numbers='[cardinals]\nbetween_many = "di"\n' + WORDS + '[cardinals.many]\n100 = "huns"\n1000 = "thos"'
    )
    assert shown("thos", language) == "number >=1000"
    assert shown("huns di thos", language) == "number >=100000"
    assert shown("huns di tho", language) == "number >=100"
    assert shown("bi thos", language) == "number 2000"


def test_openers_count_before_a_scale_only(make_language: MakeLanguage) -> None:
    language = make_language(
        numbers=f'[cardinals]\nvague_openers = "some"\n{WORDS}[cardinals.openers]\n"0.5" = "half a"\n3 = "trio"'
    )
    assert shown("half a mil", language) == "number 500000"
    assert shown("trio mil", language) == "number 3000000"
    assert shown("some mil", language) == "number >=1000000"
    assert shown("half a hun", language) == "number 50"
    assert shown("half a, some", language) == ""
    assert shown("half a ten", language) == "number 20"


def test_a_quarter_is_added_to_the_number_after_it(make_language: MakeLanguage) -> None:
    language = make_language(numbers=WORDS + '[cardinals.quarters]\n"0.5" = "sar"\n"-0.25" = "pun"')
    assert shown("sar bi", language) == "number 2.5"
    assert shown("pun bi mil", language) == "number 1750000"
    assert shown("ten sar bi", language) == "number 20; number 2.5"
    assert shown("sar bi sar ba", language) == "number 2.5; number 1.5"
    assert shown("sar tho", language) == ""


def test_extenders_leave_a_number_open(make_language: MakeLanguage) -> None:
    language = make_language(numbers=f'[cardinals]\nextenders = "plus"\nextenders_not_after_units = "odd"\n{WORDS}')
    assert shown("bi plus", language) == "number >=2"
    assert shown("bi odd", language) == "number 2"
    assert shown("bi odd mil", language) == "number >=2000000"
    assert shown("ten odd", language) == "number >=20"
    assert shown("7 odd", language) == "number >=7"


FIGURES = """
[figures]
ends_a_pair = "nul"
points = "dot"
no_decimal_before = "hour"
decimal_marks = ";"
[figures.words]
0 = "nul, zip"
1 = "ba"
7 = "sep"
"""


def test_figures_may_be_written_one_by_one(make_language: MakeLanguage, plain: Language) -> None:
    language = make_language(numbers=WORDS + FIGURES)
    assert number_at_start("ba nul sep sep", language) == (1077, "")
    assert number_at_start("ba zip sep", language) == (107, "")
    assert number_at_start("ba sep", language) == (1, "sep")
    assert number_at_start("ba nul", language) == (10, "")
    assert number_at_start("ba zip", language) == (1, "zip")
    assert number_at_start("ba ba ba", plain) == (1, "ba ba")


def test_a_decimal_may_be_written_in_words(make_language: MakeLanguage) -> None:
    language = make_language(numbers=WORDS + FIGURES)
    assert number_at_start("bi dot sep nul ba", language) == (2.701, "")
    assert number_at_start("bi dot sep hour", language) == (2, "dot sep hour")
    assert number_at_start("bi dot ten", language) == (2, "dot ten")


def test_other_marks_of_a_decimal_are_believed_before_a_scale(make_language: MakeLanguage, plain: Language) -> None:
    language = make_language(numbers=WORDS + FIGURES)
    assert number_at_start("3;5 mil", language) == (3.5e6, "")
    assert number_at_start("3;5 hun", language) == (350, "")
    assert number_at_start("3;5 ten", language) == (3, "; 5 ten")
    assert number_at_start("3;5 mil", plain) == (3, "; 5 mil")


ORDINALS = """
[ordinals]
endings = ["th", " eth"]
endings_from = 5
compounds = ["{tens}{unit}"]
not_after = "per"
not_ordinal = "prim rate, wait prim, wait a sec"
endings_of_figures = "d, eth"
nouns = "day, year"
[ordinals.words]
1 = "prim"
2 = "sec"
[ordinals.compound_units]
1 = "un"
[ordinals.before_nouns]
1 = "other"
"""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("prim", "ordinal 1"),
        ("both", "ordinal 5"),
        ("bo eth", "ordinal 5"),
        ("tenth", "ordinal 20"),
        ("hunth", "ordinal 100"),
        ("bith", ""),
        ("tenun", "ordinal 21"),
        ("tensec", "ordinal 22"),
        ("un", ""),
        ("7d", "ordinal 7"),
        ("7 d", "number 7"),
        ("7 eth", "ordinal 7"),
        ("per sec", ""),
        ("prim rate", ""),
        ("prim rate prim", "ordinal 1"),
        ("wait prim prim", "ordinal 1"),
        ("wait a sec", ""),
        ("wait a prim", "ordinal 1"),
        ("other day", "ordinal 1"),
        ("other", ""),
        ("bi hun prim", "ordinal 201"),
    ],
)
def test_ordinals_are_listed_or_made_of_cardinals(make_language: MakeLanguage, text: str, value: str) -> None:
    assert shown(text, make_language(numbers=WORDS + ORDINALS)) == value


def test_prefixes_are_written_onto_ordinals_too(make_language: MakeLanguage) -> None:
    language = make_language(numbers=LINKED + WORDS + ORDINALS)
    assert [shown(word, language) for word in ("alprim", "ualprim", "uprim")] == ["ordinal 1"] * 3
    assert shown("ten uprim", language) == "number 20; ordinal 1"


SERIES = """
[cardinals]
weak = "ba"
[series]
nouns = "round"
nouns_before_figures = "no"
weak_after_nouns = "ba"
nouns_before_roman = "plan"
before = "nth"
not_before = "bus"
onto_figures = "al"
after = "anno"
nouns_after = "stage"
not_nouns_after = "stage fright"
[counting]
also_article = "ba"
"""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("round 7", "ordinal 7"),
        ("round-7", "ordinal 7"),
        ("round ba", "ordinal 1"),
        ("round bi", "ordinal 2"),
        ("round II", "ordinal 2"),
        ("round-II", "ordinal 2"),
        ("round 9999", "ordinal 9999"),
        ("round 10000", "number 10000"),
        ("round 2.5", "number 2.5"),
        ("round 7 %", "percent 7"),
        ("no 7", "ordinal 7"),
        ("no bi", "number 2"),
        ("no-bi", "ordinal 2"),
        ("plan II", "ordinal 2"),
        ("plan-II", "ordinal 2"),
        ("plan 2", "number 2"),
        ("II", ""),
        ("nth 7", "ordinal 7"),
        ("nth bi", "ordinal 2"),
        ("nth 7 bus", "number 7"),
        ("nth 9999", "ordinal 9999"),
        ("nth 10000", "number 10000"),
        ("al7", "ordinal 7"),
        ("al 7", "number 7"),
        ("7 anno", "ordinal 7"),
        ("7 stage", "ordinal 7"),
        ("20 stage", "ordinal 20"),
        ("21 stage", "number 21"),
        ("7 stage fright", "number 7"),
        ("2.5 anno", "number 2.5"),
    ],
)
def test_a_number_is_a_place_in_a_series(make_language: MakeLanguage, text: str, value: str) -> None:
    language = make_language(numbers=SERIES.replace("[series]", WORDS + "[series]"))
    assert shown(text, language) == value


COUNTING = """
[cardinals]
weak = "ba, bo"
[counting]
counted = "men, cups"
also_article = "ba"
counted_by_article = "men"
not_counted = "bi by bi, all bi, all in bi"
labels = "law"
versions = "edit"
versions_after = "ed"
"""


@pytest.mark.parametrize(
    ("text", "value", "with_nouns_first"),
    [
        ("bi", "number 2", "number 2"),
        ("bo", "", ""),
        ("bo men", "number 5", "number 5"),
        ("men bo", "", "number 5"),
        ("ba men", "number 1", "number 1"),
        ("ba cups", "", ""),
        ("men ba", "", ""),
        ("bi by bi", "", ""),
        ("all bi bi", "number 2", "number 2"),
        ("all in bi", "", ""),
        ("all by bi", "number 2", "number 2"),
        ("in 2026", "date 2026-01-01..2026-12-31", "date 2026-01-01..2026-12-31"),
        ("law 2026", "number 2026", "number 2026"),
        ("2026 men", "number 2026", "number 2026"),
        ("edit 2", "version 2", "version 2"),
        ("2.1 ed", "version 2.1", "version 2.1"),
        ("12 ed", "version 12", "version 12"),
        ("123 ed", "number 123", "number 123"),
        ("edit 2 %", "percent 2", "percent 2"),
        ("edit 2.1 %", "percent 2.1", "percent 2.1"),
        ("2.0", "version 2.0", "version 2.0"),
        ("2.1", "number 2.1", "number 2.1"),
        ("2.0 %", "percent 2", "percent 2"),
        ("2.0-%", "percent 2", "percent 2"),
        ("$2.0", "money 2 USD", "money 2 USD"),
        ("edit 1,000", "number 1000", "number 1000"),
    ],
)
def test_counts_are_told_from_names_labels_and_versions(
    make_language: MakeLanguage, text: str, value: str, with_nouns_first: str
) -> None:
    numbers = COUNTING.replace("[counting]", WORDS + "[counting]")
    assert shown(text, make_language(numbers=numbers)) == value
    assert shown(text, make_language(numbers=f"{numbers}\nmay_precede = true")) == with_nouns_first


BOUNDS = """
[bounds]
low_before = "over"
high_before = "under"
low_after = "up"
high_after = "down"
none_after = "down to"
fillers = "about"
gap_before_after = "ge"
[ranges]
to = "to"
between = "mid"
ands = "et"
"""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("over 7", "number >=7"),
        ("over about 7", "number >=7"),
        ("under 7", "number <=7"),
        ("7 up", "number >=7"),
        ("7 down", "number <=7"),
        ("7 down to", "number 7"),
        ("7 ge up", "number >=7"),
        ("7 ge 8", "number 7; number 8"),
        ("7 to 9", "number 7..9"),
        ("9 to 7", "number 9; number 7"),
        ("7 to 7", "number 7; number 7"),
        ("mid 7 et 9", "number 7..9"),
        ("7 et 9", "number 7; number 9"),
        ("3 to 5 mil", "number 3000000..5000000"),
        ("3 to 5 hun", "number 3..500"),
        ("3 mil to 5 mil", "number 3000000..5000000"),
        ("3 to 5000", "number 3..5000"),
        ("5 to 5 tho", "number 5; number 5000"),
        ("6 to 5 tho", "number 6; number 5000"),
        ("999 to 999 mil", "number 999; number 999000000"),
        ("1000 to 5 tho", "number 1000..5000"),
        ("1000 to 5 mil", "number 1000..5000000"),
        ("3 to 1 tho", "number 3; number 1000"),
    ],
)
def test_bounds_and_ranges(make_language: MakeLanguage, text: str, value: str) -> None:
    assert shown(text, make_language(numbers=WORDS + BOUNDS)) == value


def test_what_only_looks_like_a_bound_is_no_part_of_the_value(make_language: MakeLanguage) -> None:
    text = "7 down to 5 up"
    values = find_values(text, make_language(numbers=WORDS + BOUNDS))
    assert [value.span.slice(text) for value in values] == ["7", "5 up"]
