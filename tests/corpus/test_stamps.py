"""The day above or below an article is that of its publication, and no part of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.corpus.loading import build_corpus
from cpecbot.corpus.stamps import find_stamps, without_stamps
from cpecbot.languages import Language
from cpecbot.models import Article
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from fakes.toy import toy

DAY = date(2024, 3, 12)
PROSE = {
    EN: "A bakery in Skardu burned down.",
    AR: "احترق مخبز في سكاكا.",
    FA: "یک نانوایی در بیرجند آتش گرفت.",
    UR: "سکردو میں ایک تندور جل گیا۔",
    ZH: "天水一家面包店起火。",
}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (EN, "date 2024-03-12"),
        (EN, "2024-03-12T10:20:00+05:00"),
        (EN, "March 12, 2024"),
        (EN, "Tuesday, March 12, 2024 - 10:20"),
        (EN, "Published: 12 March 2024"),
        (EN, "Posted on March 12, 2024 by admin"),
        (EN, "Last updated: March 12, 2024 10:20 am PKT"),
        (EN, "Updated 14 Mar 2024 Published 12 Mar 2024 04:30pm"),
        (EN, "Published in The Herald of Gilgit, March 12th, 2024"),
        (EN, "Business / 12 March 2024"),
        (AR, "تاريخ النشر: 12/03/2024"),
        (AR, "نُشر في 12 مارس 2024"),
        (AR, "الثلاثاء 2 رمضان 1445هـ الموافق 12 مارس 2024م"),
        (AR, "آخر تحديث: 12 مارس 2024 - 10:20 م"),
        (AR, "12 مارس 2024 / واس - الرياض"),
        (FA, "تاریخ انتشار: ۱۴۰۲/۱۲/۲۲ - ۱۰:۲۰"),
        (FA, "تاریخ انتشار : سه‌شنبه ۲۲ اسفند ۱۴۰۲ ساعت ۱۰:۲۰"),
        (FA, "۲۲ اسفند ۱۴۰۲ | ۱۰:۲۰"),
        (UR, "شائع شدہ 12 مارچ 2024"),
        (UR, "اشاعت: 12 مارچ 2024ء 10:20 صبح"),
        (UR, "Published On 12 March,2024 01:28 am"),
        (ZH, "2024年3月12日"),
        (ZH, "发布时间：2024-03-12 10:20"),
        (ZH, "2024年03月12日 10:20 来源：天水晚报"),
        (ZH, "日期: 2024-03-12 | 来源: 天水晚报 | 字体: 小 中 大"),
    ],
)
def test_a_line_that_is_a_stamp_tells_the_day_and_is_no_sentence(language: Language, line: str) -> None:
    text = f"{line}\n{PROSE[language]}"
    assert [stamp.published for stamp in find_stamps(text, language)] == [DAY]
    sentences = build_corpus([Article("a", text, language)]).sentences["a"]
    assert [sentence.text for sentence in sentences] == [PROSE[language]]


@pytest.mark.parametrize("language", [EN, AR, FA, UR, ZH])
@pytest.mark.parametrize("stamp", ["date 2024-03-12", "2024-03-12", "2024-03-12 10:20", "Published: 12 March 2024 |"])
def test_a_stamp_glued_before_the_first_sentence_is_left_out(language: Language, stamp: str) -> None:
    text = f" {stamp} {PROSE[language]}"
    (only,) = build_corpus([Article("a", text, language)]).sentences["a"]
    assert only.text == PROSE[language] == only.span.slice(text)
    assert find_stamps(text, language)[0].published == DAY


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "On March 12, 2024, a bakery burned down in Skardu."),
        (EN, "March 12, 2024 was the day on which the bakery of Skardu burned down."),
        (EN, "2024-03-12, the day of the fire, is remembered in Skardu."),
        (EN, "A bakery burned down on 12 March"),
        (
            EN,
            "The list that was published on 12 March 2024 names all bakeries of Skardu and Gilgit, old and new",
        ),
        (AR, "في 12 مارس 2024 احترق مخبز في سكاكا."),
        (FA, "۲۲ اسفند ۱۴۰۲ یک نانوایی در بیرجند آتش گرفت."),
        (UR, "12 مارچ 2024 کو سکردو میں ایک تندور جل گیا۔"),
        (ZH, "2024年3月12日，天水一家面包店起火。"),
        (ZH, "天水一家面包店2024年3月12日起火。"),
    ],
)
def test_prose_with_a_date_is_no_stamp(language: Language, text: str) -> None:
    whole = f"{PROSE[language]}\n{text}"
    assert find_stamps(whole, language) == ()


def test_the_day_of_publication_is_told_before_that_of_a_change() -> None:
    text = f"Last updated: 14 March 2024\nPublished: 12 March 2024\n13 March 2024\n{PROSE[EN]}"
    days = [stamp.published.day for stamp in find_stamps(text, EN)]
    assert days == [12, 13, 14]


def test_a_day_that_ends_the_title_is_told_and_the_title_kept() -> None:
    text = f"Fire in a bakery of Skardu 12 March, 2024\n\n{PROSE[EN]}"
    assert [stamp.published for stamp in find_stamps(text, EN)] == [DAY]
    assert build_corpus([Article("a", text, EN)]).sentences["a"][0].text.startswith("Fire in a bakery")


def test_a_stamp_is_above_or_below_an_article_and_not_within() -> None:
    lines = [PROSE[EN]] * 20
    within = "\n".join([*lines, "12 March 2024", *lines])
    below = "\n".join([*lines, "Published in The Herald of Gilgit, March 12th, 2024"])
    assert find_stamps(within, EN) == ()
    assert [(stamp.published, stamp.outlet) for stamp in find_stamps(below, EN)] == [(DAY, "The Herald of Gilgit")]


def test_a_line_before_a_dateline_keeps_it() -> None:
    text = "date 2024-03-12 KARACHI: A bakery burned down."
    (stamp,) = find_stamps(text, EN)
    assert without_stamps(text, [stamp]).strip() == "KARACHI: A bakery burned down."


def test_a_label_of_the_file_makes_a_stamp_of_a_longer_line(tmp_path: Path) -> None:
    """Here of an invented language."""
    line = "Eldonita 2024-03-12 de nia bona amiko en la urbo\nIli parolis."
    (tmp_path / "own").mkdir()
    language = toy(tmp_path / "own", articles='[stamps]\npublished = ["eldonita"]')
    assert [stamp.published for stamp in find_stamps(line, language)] == [DAY]
    (tmp_path / "bare").mkdir()
    assert find_stamps(line, toy(tmp_path / "bare")) == ()


@pytest.mark.parametrize(
    ("language", "line", "day", "outlet"),
    [
        (EN, "http://www.valley.example   2024-03-12 15:12:35", date(2024, 3, 12), None),
        (EN, "Reuters Updated - March 12, 2024 at 02:11 PM.", date(2024, 3, 12), "Reuters"),
        (EN, "(Valley News Agency March 12, 2024)", date(2024, 3, 12), "Valley News Agency"),
        (UR, "datetime 12  مارچ  2024", date(2024, 3, 12), None),
        (ZH, "新闻来源: 河谷周刊/新京报 于2024-03-12 9:54:15  提示:新闻观点不代表本网", date(2024, 3, 12), None),
        (ZH, "《河谷日报》2024年3月12日", date(2024, 3, 12), "河谷日报"),
    ],
)
def test_addresses_and_outlets_beside_a_day_make_no_prose(
    language: Language, line: str, day: date, outlet: str | None
) -> None:
    (stamp,) = find_stamps(f"{line}\nThe dam is full.", language)
    assert (stamp.published, stamp.outlet) == (day, outlet)


@given(st.text(alphabet="date 0123456789-/:年月日،\nPublished مارس", max_size=120), st.sampled_from(list(LANGUAGES)))
def test_stamps_are_in_the_text_and_leave_the_rest_where_it_is(text: str, language: Language) -> None:
    stamps = find_stamps(text, language)
    assert all(0 <= stamp.span.start <= stamp.span.end <= len(text) for stamp in stamps)
    bare = without_stamps(text, stamps)
    assert len(bare) == len(text)
    assert all(one in (other, " ") for one, other in zip(bare, text, strict=True))
