"""Values of single phrases (values.tsv), of the real articles, and the rules that hold for any text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpecbot.language.values.finding import find_values
from cpecbot.languages import Language
from cpecbot.models import Span, ValueKind
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from fakes.values import show, shown

HERE = Path(__file__).parent
SEEDS = HERE.parents[2] / "seeds"
MONDAY = date(2026, 1, 5)


def _rows() -> list[tuple[str, str, str]]:
    lines = (HERE / "values.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(language, text, values) for language, text, values in (line.split("\t") for line in lines)]


@pytest.mark.parametrize(("language", "text", "expected"), _rows())
def test_a_phrase_holds_these_values(language: str, text: str, expected: str) -> None:
    """The phrase, read on Monday 5 January 2026, holds exactly the listed values."""
    assert shown(text, LANGUAGES[language], MONDAY) == expected


SAME = {
    "the seventh round": [
        (EN, ["seventh round", "the 7th round", "Round 7", "round seven", "Round No. 7"]),
        (AR, ["الجولة السابعة", "سابع جولة", "الجولة رقم 7", "الجولة ٧", "الجولة الـ7"]),
        (FA, ["هفتمین دور", "دور هفتم", "دور ۷", "۷مین دور"]),
        (UR, ["ساتواں دور", "ساتویں دور", "7ویں دور", "۷ واں دور", "دور نمبر 7"]),
        (ZH, ["第七轮", "第7轮", "第７轮"]),
    ],
    "4 January 2026": [
        (EN, ["January 4, 2026", "4 Jan 2026", "2026-01-04", "4th of January, 2026", "04/01/2026"]),
        (AR, ["4 يناير 2026", "٤ كانون الثاني ٢٠٢٦", "الرابع من يناير/كانون الثاني 2026"]),
        (FA, ["۴ ژانویه ۲۰۲۶", "چهارم ژانویه ۲۰۲۶", "۱۴ دی ۱۴۰۴", "چهاردهم دی‌ماه ۱۴۰۴", "۱۴۰۴/۱۰/۱۴"]),
        (UR, ["4 جنوری 2026", "۴ جنوری ۲۰۲۶ء", "چار جنوری 2026"]),
        (ZH, ["2026年1月4日", "二〇二六年一月四日", "２０２６年１月４号"]),
    ],
    "more than 30 billion dollars": [
        (EN, ["more than $30 billion", "over 30bn dollars", "at least US$30 bn"]),
        (AR, ["أكثر من 30 مليار دولار", "ما يزيد على ثلاثين مليار دولار"]),
        (FA, ["بیش از ۳۰ میلیارد دلار", "بیش از سی میلیارد دلار"]),
        (UR, ["30 ارب ڈالر سے زائد", "تیس ارب ڈالر سے زیادہ"]),
        (ZH, ["超过300亿美元", "三百多亿美元", "300亿美元以上"]),
    ],
}  # fmt: skip


@pytest.mark.parametrize("meaning", SAME)
def test_one_meaning_is_one_value_in_every_language(meaning: str) -> None:
    """All wordings of a meaning give a value that differs in its span alone."""
    meanings = {
        show(value)
        for language, phrases in SAME[meaning]
        for phrase in phrases
        for value in find_values(phrase, language, MONDAY)
    }
    assert len(meanings) == 1


ARTICLES = {
    "000": (AR, ["ordinal 5", "ordinal 2"]),
    "001": (
        AR,
        ["weekday 1", "ordinal 7", "date 2026-01-01..2026-12-31", "ordinal 75", "date 2025-01-01..2029-12-31",
         "version 2.0", "ordinal 2"],
    ),
    "002": (
        FA,
        ["date 2026-01-05", "ordinal 7", "ordinal 7", "date 2026-01-03..2026-01-05", "date 2026-01-01..2026-12-31",
         "ordinal 75", "date 2025-01-01..2029-12-31", "ordinal 1", "money >=1000000000 USD",
         "money >=30000000000 USD", "ordinal 2", "ordinal 2", "ordinal 2"],
    ),
    "003": (EN, ["version 2.0", "ordinal 7", "ordinal 75"]),
    "004": (
        EN,
        ["date 2026-01-05 ?", "weekday 1 2026-01-05", "version 2.0", "number 3", "ordinal 7",
         "date 2026-01-03..2026-01-05", "date 2026-01-04", "ordinal 7", "date 2026-01-01..2026-12-31", "ordinal 75",
         "ordinal 14", "duration 5 year", "ordinal 15", "duration 5 year"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("source", ARTICLES)
def test_an_article_holds_these_values(source: str) -> None:
    """All values of a real article, leaving out the many "two sides"."""
    language, expected = ARTICLES[source]
    text = next(SEEDS.glob(f"{source}_*.txt")).read_text(encoding="utf-8")
    reference = MONDAY if source in {"002", "004"} else None
    values = [show(value) for value in find_values(text, language, reference)]
    assert [value for value in values if value != "number 2"] == expected


DIGITS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９")
GROUPED = {"South Asian": ",", "Swiss": "'", "plain": " ", "no-break": "\xa0", "thin": "\u2009", "narrow": "\u202f"}


def _in_groups(number: int, separator: str, size: int) -> str:
    """The figures of a number with a separator before the last three, and then before every ``size``."""
    figures = str(number)
    head, groups = figures[:-3], [figures[-3:]]
    while head:
        groups.insert(0, head[-size:])
        head = head[:-size]
    return separator.join(groups)


@settings(max_examples=100, deadline=None)
@given(
    st.integers(1000, 10**9),
    st.sampled_from(list(GROUPED)),
    st.sampled_from(["", *DIGITS]),
)
def test_figures_in_groups_are_one_number(number: int, way: str, digits: str) -> None:
    written = _in_groups(number, GROUPED[way], 2 if way == "South Asian" else 3)
    text = written.translate({ord(str(value)): digit for value, digit in enumerate(digits)}) + " tonnes"
    (value,) = find_values(text, EN)
    assert (value.low, value.high, value.span.slice(text)) == (number, number, text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("in 2022 618 people", ["2022", "618"]),
        ("on May 12 300 people", ["May 12", "300"]),
        ("in round 7 200 firms", ["7", "200"]),
        ("the numbers 2 618 4", ["2", "618", "4"]),
        ("the numbers 2  618", ["2", "618"]),
        ("call 021 618", ["021", "618"]),
        ("of 2.5 618 left", ["2.5", "618"]),
        ("2 618.5 tonnes", ["2 618.5 tonnes"]),
        ("2 6180 tonnes", ["2", "6180 tonnes"]),
    ],
)
def test_a_space_joins_only_groups_of_three(text: str, values: list[str]) -> None:
    assert [value.span.slice(text).removeprefix("in ") for value in find_values(text, EN)] == values


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 999), st.sampled_from([("half", 0.5), ("quarter", 0.25)]))
def test_a_part_more_is_added_before_and_behind_the_scale(whole: int, part: tuple[str, float]) -> None:
    name, size = part
    assert shown(f"{whole} and a {name} million", EN) == f"number {(whole + size) * 1e6:.15g}"
    assert shown(f"{whole} million and a {name}", EN) == f"number {(whole + size) * 1e6:.15g}"


def test_the_span_holds_the_bound_and_the_unit_but_not_what_announces_them() -> None:
    text = "در سال ۲۰۲۶ بیش از ۳۰ میلیارد دلار"
    spans = [value.span.slice(text) for value in find_values(text, FA)]
    assert spans == ["۲۰۲۶", "بیش از ۳۰ میلیارد دلار"]


def test_spans_count_code_points_of_the_unfolded_text() -> None:
    text = "هفتاد‌و‌پنجمین ســال، ۲٫۰"
    assert [value.span.slice(text) for value in find_values(text, FA)] == ["هفتاد‌و‌پنجمین", "۲٫۰"]


@pytest.mark.parametrize(
    ("reference", "day"),
    [
        (date(2026, 1, 5), date(2026, 1, 5)),
        (date(2026, 1, 11), date(2026, 1, 5)),
        (date(2026, 1, 4), date(2025, 12, 29)),
    ],
)
def test_a_weekday_is_the_last_one_at_or_before_the_reference(reference: date, day: date) -> None:
    (value,) = find_values("on Monday", EN, reference)
    assert (value.unit, value.first, value.last) == ("1", day, day)


def test_a_weekday_without_reference_stays_open() -> None:
    (value,) = find_values("الاثنين", AR)
    assert (value.unit, value.first, value.last) == ("1", None, None)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("late yesterday", EN, 4),
        ("صباح اليوم", AR, 5),
        ("پس‌فردا", FA, 7),
        ("گزشتہ روز", UR, 4),
        ("前天", ZH, 3),
        ("later that day", EN, None),
        ("當天中午", ZH, None),
    ],
)
def test_a_day_is_told_by_its_distance_from_the_article(text: str, language: Language, day: int | None) -> None:
    (value,) = find_values(text, language, date(2026, 1, 5))
    assert (value.kind, value.span, value.first) == (
        ValueKind.RELATIVE_DAY,
        Span(0, len(text)),
        date(2026, 1, day) if day else None,
    )


@pytest.mark.parametrize("reference", [date.min, date.max])
@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("yesterday", "tomorrow", EN),
        ("last week", "next week", EN),
        ("last month", "next month", EN),
        ("last decade", "next decade", EN),
        ("سال گذشته", "سال آینده", FA),
    ],
)
def test_no_day_is_outside_of_the_calendar(before: str, after: str, language: Language, reference: date) -> None:
    """An article may be dated 9999-12-31, where its program has no date for it."""
    (value,) = find_values(before if reference == date.min else after, language, reference)
    assert (value.kind, value.first, value.last) == (ValueKind.RELATIVE_DAY, None, None)


def test_a_date_without_year_and_reference_is_of_year_1() -> None:
    (value,) = find_values("Jan 5", EN)
    assert (value.first, value.year_known) == (date(1, 1, 5), False)


def test_nothing_is_read_across_lines() -> None:
    assert [show(value) for value in find_values("in 5\nJanuary 2026", EN)] == [
        "number 5",
        "date 2026-01-01..2026-01-31",
    ]


_FRAGMENTS = st.sampled_from([
    "the", "7", "12", "2026", "1404", "1447", "3.5", "1,234", "-", "–", "/", ".", ",", "%", "$", "(", ")",
    "and", "to", "of", "between", "more", "than", "three", "hundred", "billion", "dollars", "years",
    "January", "May", "Monday", "second", "third-party", "Phase-II", "v2.0", "ال", "و", "بين", "من", "إلى",
    "الخامسة", "والسبعين", "مليارات", "دولار", "يناير", "15", "رجب", "هـ", "سه", "تا", "دی", "هزار", "و",
    "۳/۵", "ساڑھے", "تین", "ارب", "ویں", "پیر", "کو", "سے", "زائد", "第", "七", "十", "五", "亿", "多", "年", "月",
    "日", "两", "点", "百分之", "周", "一", "½", "㋀", "②", "ﷺ", "\n",
])  # fmt: skip
_TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(_FRAGMENTS, max_size=25).map(" ".join),
    st.lists(_FRAGMENTS, max_size=25).map("".join),
)


@settings(max_examples=200, deadline=None)
@given(
    _TEXTS,
    st.sampled_from(list(LANGUAGES)),
    st.none() | st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)),
)
def test_any_text_gives_values_in_order_that_do_not_overlap(text: str, language: Language, day: date | None) -> None:
    values = find_values(text, language, day)
    ends = [0, *(value.span.end for value in values)]
    assert all(end <= value.span.start < value.span.end <= len(text) for end, value in zip(ends, values, strict=False))


@settings(max_examples=200, deadline=None)
@given(_TEXTS, st.sampled_from(list(LANGUAGES)), st.sampled_from(DIGITS))
def test_the_script_of_digits_changes_nothing(text: str, language: Language, digits: str) -> None:
    other = text.translate({ord(str(value)): digit for value, digit in enumerate(digits)})
    assert find_values(other, language) == find_values(text, language)


@pytest.mark.parametrize(
    ("language", "many", "counted"),
    [
        (EN, ["hundreds of people", "tens of thousands of homes", "several million dollars"], "over 300 people"),
        (AR, ["مئات الأشخاص", "ملايين الدولارات"], "أكثر من 300 شخص"),
        (FA, ["صدها نفر", "میلیاردها دلار"], "بیش از ۳۰۰ نفر"),
        (UR, ["سینکڑوں افراد", "اربوں ڈالر"], "300 سے زائد افراد"),
        (ZH, ["数百人", "数十亿美元"], "三百多人"),
    ],
    ids=str,
)
def test_a_word_for_many_is_vague_and_a_bound_is_not(language: Language, many: list[str], counted: str) -> None:
    for text in (*many, counted):
        (value,) = find_values(text, language)
        assert value.high is None
        assert value.vague is (text in many), text
