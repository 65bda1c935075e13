"""Datelines of news agencies are read; what only looks like one is left alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cpecbot.corpus.dateline import read_dateline
from cpecbot.corpus.facts import Facts
from cpecbot.errors import GlossaryError
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, UR, ZH
from fakes.toy import toy


@pytest.mark.parametrize(
    ("language", "text", "facts"),
    [
        (EN, "ISLAMABAD, Jan 5 (APP): Pakistan and China agreed.", Facts(outlet="APP", place="Islamabad")),
        (
            EN,
            "A title\n\nBEIJING, Jan. 5, 2026 (Xinhua) -- China and Pakistan agreed.",
            Facts(outlet="Xinhua", place="Beijing", published=date(2026, 1, 5)),
        ),
        (EN, "NEW YORK (Reuters) - Oil rose.", Facts(outlet="Reuters", place="New York")),
        (EN, "LAHORE (Web Desk) – The chief minister said.", Facts(place="Lahore")),
        (EN, "KARACHI: The port handled more.", Facts(place="Karachi")),
        (EN, "BEIJING/ISLAMABAD: The port handled more.", Facts(place="Beijing/Islamabad")),
        (EN, "PESHAWAR, Pakistan (AP) — The port handled more.", Facts(outlet="AP", place="Peshawar")),
        (EN, "(AP) — The port handled more.", Facts(outlet="AP")),
        (
            EN,
            "Jeddah, 11 March 2023 (SPA): The port handled more.",
            Facts(outlet="SPA", place="Jeddah", published=date(2023, 3, 11)),
        ),
        (
            EN,
            "MULTAN, (Valley Post - 27th Aug, 2025) The port handled more.",
            Facts(outlet="Valley Post", place="Multan", published=date(2025, 8, 27)),
        ),
        (
            AR,
            "بكين 5 يناير 2026 (شينخوا) -- اتفقت الصين وباكستان.",
            Facts(outlet="شينخوا", place="بكين", published=date(2026, 1, 5)),
        ),
        (AR, "جنيف - «الوادي»:", Facts(outlet="الوادي", place="جنيف")),
        (AR, "(د ب أ) - اتفقت الصين.", Facts(outlet="د ب أ")),
        (AR, "الكويت - 5 - 1 (كونا) -- اتفقت الصين.", Facts(outlet="كونا", place="الكويت")),
        (
            AR,
            "جدة 12 رمضان 1445 هـ الموافق 22 مارس 2024 م واس اتفقت الصين.",
            Facts(outlet="واس", place="جدة", published=date(2024, 3, 22)),
        ),
        (AR, "إسلام آباد – وكالات: اتفقت الصين وباكستان.", Facts(place="إسلام آباد")),
        (
            FA,
            "به گزارش گروه بین الملل خبرگزاری مهر از پکن به نقل از روزنامه «دان»، دو کشور توافق کردند.",
            Facts(outlet="مهر", place="پکن", cites=("دان",)),
        ),
        (FA, "یزد - ایرنا - دو کشور توافق کردند.", Facts(outlet="ایرنا", place="یزد")),
        (FA, "به گزارش خبرنگار ایسنا، دو کشور توافق کردند.", Facts(outlet="ایسنا")),
        (FA, "به گزارش ایرنا از یزد، دو کشور توافق کردند.", Facts(place="یزد", cites=("ایرنا",))),
        (
            FA,
            "هرات (پژواک، ۵ حوت ۱۴۰۲): دو کشور توافق کردند.",
            Facts(outlet="پژواک", place="هرات", published=date(2024, 2, 24)),
        ),
        (
            FA,
            "یزد، ۱۴ اسفند ۱۴۰۳ (ایرنا) - دو کشور توافق کردند.",
            Facts(outlet="ایرنا", place="یزد", published=date(2025, 3, 4)),
        ),
        (UR, "ملتان، وادی ٹوڈے: پاکستان نے کہا۔", Facts(outlet="وادی ٹوڈے", place="ملتان")),
        (UR, "ملتان (نمائندہ خصوصی) پاکستان نے کہا۔", Facts(place="ملتان")),
        (UR, "ملتان: پاکستان نے کہا۔", Facts(place="ملتان")),
        (UR, "اسلام آباد (اے پی پی) پاکستان اور چین نے اتفاق کیا۔", Facts(outlet="اے پی پی", place="اسلام آباد")),
        (UR, "بیجنگ(مانیٹرنگ ڈیسک) چین نے کہا۔", Facts(place="بیجنگ")),
        (
            ZH,
            "新华社北京2026年1月5日电（记者 王伟）中巴双方一致同意。",
            Facts(outlet="新华社", place="北京", published=date(2026, 1, 5)),
        ),
        (ZH, "[环球网报道]中巴双方一致同意。", Facts(outlet="环球网")),
        (ZH, "【环球时报综合报道】中巴双方一致同意。", Facts(outlet="环球时报")),
        (ZH, "央视新闻客户端消息：中巴双方一致同意。", Facts(outlet="央视新闻客户端")),
        (ZH, "（香港山谷報十二月四日電）中巴雙方一致同意。", Facts(outlet="香港山谷報")),
        (ZH, "本报兰州3月5日讯 中巴双方一致同意。", Facts(place="兰州")),
        (ZH, "〔記者張三／台南報導〕雙方一致同意。", Facts(place="台南")),
        (ZH, "据法新社3月5日报道，中巴双方一致同意。", Facts(cites=("法新社",))),
        (ZH, "中新网伊斯兰堡1月5日电 双方同意。", Facts(outlet="中新网", place="伊斯兰堡")),
        (EN, "Valley Times - The two governments agreed.", Facts(outlet="Valley Times")),
        (EN, "Valley News, Lahore – The port handled more.", Facts(outlet="Valley News", place="Lahore")),
        (EN, "Valley News – LAHORE, Jan 5 (AFP) – The port.", Facts(outlet="AFP", place="Lahore")),
        (EN, "LAHORE, Jan 5, 2026 (APP via QNA) -- The port.", Facts(None, "APP", "Lahore", date(2026, 1, 5))),
        (EN, "LAHORE (Newsdesk) - The port handled more.", Facts(place="Lahore")),
        (AR, "الوادي الإخباري - اتفقت الصين.", Facts(outlet="الوادي الإخباري")),
        (AR, "الوادي اليوم - طنجة", Facts(outlet="الوادي اليوم", place="طنجة")),
        (FA, "به گزارش گروه اقتصاد دره‌نیوز، دو کشور توافق کردند.", Facts(outlet="دره‌نیوز")),
        (FA, "یزد - دو کشور توافق کردند.", Facts(place="یزد")),
        (UR, "ملتان، 14 ستمبر (رائٹر) پاکستان نے کہا۔", Facts(outlet="رائٹر", place="ملتان")),
        (UR, "ملتان،14ستمبر(ایجنسی) پاکستان نے کہا۔", Facts(place="ملتان")),
        (UR, "ملتان (جیوڈیسک) پاکستان نے کہا۔", Facts(place="ملتان")),
        (UR, "وادی نیوز: پاکستان نے کہا۔", Facts(outlet="وادی نیوز")),
        (UR, "ملتان۔ پاکستان نے کہا۔", Facts(place="ملتان")),
        (ZH, "中新社北京报道，记者王伟 1月5日电：双方同意。", Facts(outlet="中新社", place="北京")),
        (ZH, "新華社電 雙方一致同意。", Facts(outlet="新華社")),
        (ZH, "河谷報／記者王大明／即時報導", Facts(outlet="河谷報")),
        (ZH, "【本報綜合報導】雙方一致同意。", Facts()),
    ],
)
def test_a_dateline_states_place_outlet_and_day(language: Language, text: str, facts: Facts) -> None:
    assert read_dateline(text, language) == facts


def test_a_day_without_a_year_is_completed_from_the_article_itself() -> None:
    text = "ISLAMABAD, Jan 5 (APP): They met.\nHe visited China from January 3 to January 5, 2026."
    assert read_dateline(text, EN).published == date(2026, 1, 5)


def test_two_possible_years_leave_the_day_unstated() -> None:
    text = "ISLAMABAD, Jan 5 (APP): They met on January 5, 2025 and on January 5, 2026."
    assert read_dateline(text, EN).published is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "Beijing and Islamabad (both capitals) agreed."),
        (EN, "Analysis: Pakistan and China agreed."),
        (EN, "CPEC is a project: it has two phases."),
        (EN, "NOTE: the two governments agreed."),
        (EN, "CPEC (China-Pakistan Economic Corridor) - a project of two phases."),
        (AR, "الثلاثاء 5 مارس 2024 (اليوم) اتفقت الصين وباكستان."),
        (UR, "وزیر خارجہ (اسحاق ڈار) نے کہا۔"),
        (UR, "تجزیہ: دونوں ملکوں نے اتفاق کیا۔"),
        (EN, "In the plan of 2026-01-05 the two governments set out how they would go about building the railway."),
        (AR, "اتفقت الصين وباكستان (الجاران) على التعاون."),
        (AR, "المصدر - رويترز"),
        (AR, 'وزير المياه لـ"الوادي": امتلأ السد'),
        (FA, "به گزارش خبرگزاری رویترز، چین توافق کرد."),
        (ZH, "中国和巴基斯坦1月5日发表联合公报。"),
    ],
)
def test_prose_states_nothing(language: Language, text: str) -> None:
    assert read_dateline(text, language) == Facts()


ARTICLES = r"""
outlets = ["XINHUA", "APP"]
datelines = [
  '''
  (?P<place>{place}), la (?P<date>{day}(?: {year})?)[ ]
  \((?P<outlet>\w+)(?: laŭ (?P<cites>{outlets}))?\)
  ''',
]
nobody = ["Redakcio"]
[pieces]
place = '[A-Z]+'
day = '\d+ \w+'
year = '\d{4}'
"""


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "PEKINO, la 5 aŭgusto 2026 (XINHUA laŭ APP) Ili parolis.",
            Facts(outlet="XINHUA", place="Pekino", published=date(2026, 8, 5), cites=("APP",)),
        ),
        (
            "PEKINO, la 5 januaro (XINHUA) Ili parolis la 5 januaro 2026 kaj la 6 januaro 2025.",
            Facts(outlet="XINHUA", place="Pekino", published=date(2026, 1, 5)),
        ),
        ("PEKINO, la 5 januaro (REDAKCIO) Ili parolis.", Facts(place="Pekino")),
        ("PEKINO, la 5 horo 2026 (XINHUA) Ili parolis.", Facts()),
        ("PEKINO, la 5 januaro (XINHUA laŭ NHK) Ili parolis.", Facts()),
    ],
)
def test_the_datelines_of_a_language_are_those_of_its_file(tmp_path: Path, text: str, facts: Facts) -> None:
    """Here of an invented one; a date that is none makes no dateline."""
    assert read_dateline(text, toy(tmp_path, articles=ARTICLES)) == facts


def test_without_a_file_nothing_is_a_dateline(tmp_path: Path) -> None:
    assert read_dateline("PEKINO, Jan 5, 2026 (APP): Ili parolis.", toy(tmp_path)) == Facts()


@pytest.mark.parametrize(
    ("articles", "message"),
    [
        ("datelines = ['(']", r"articles\.toml, line 1: datelines\.0: .*not a regular expression"),
        ("\ndatelines = ['(?P<city>x)']", r"line 2: datelines\.0: .*named groups of cites, date, outlet, place"),
        ("datelines = ['x']", r"line 1: datelines\.0: .*named groups"),
        ("datelines = ['(?P<place>{city})']", r"datelines\.0: .*no such piece: \{city\}; write one of nobody, outlets"),
        ("[pieces]\ncity = '('", r"line 2: pieces\.city: .*not a regular expression"),
        ("cites = ['(?P<place>x)']", r"line 1: cites\.0: .*named groups of cites"),
        ("stamp_lines = ['(?P<place>x)']", r"line 1: stamp_lines\.0: .*named groups of date, outlet"),
        ("nobody = ['']", r"line 1: nobody\.0: "),
        ("[boilerplate]\nline = ['x']", r"line 2: boilerplate\.line: "),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_line_and_key(tmp_path: Path, articles: str, message: str) -> None:
    with pytest.raises(GlossaryError, match=message):
        read_dateline("Text.", toy(tmp_path, articles=articles))
