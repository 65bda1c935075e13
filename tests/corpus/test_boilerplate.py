"""Page chrome is dropped in five languages; the article's own sentences never are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.corpus.boilerplate import Boilerplate, load_boilerplate
from cpecbot.errors import CorpusError
from fakes.languages import LANGUAGES
from fakes.toy import toy_languages

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = load_boilerplate(ROOT / "config" / "boilerplate.toml", LANGUAGES)
PROSE = "The two sides agreed to build the port and the railway, " * 4


def dropped(text: str, rules: Boilerplate = SHIPPED) -> list[str]:
    return [span.slice(text).strip() for span in rules.spans(text)]


def test_the_articles_lose_exactly_their_page_chrome() -> None:
    found = {file.stem[:3]: dropped(file.read_bytes().decode()) for file in sorted((ROOT / "seeds").glob("*.txt"))}
    assert found == {
        "000": [],
        "001": ["شاركها."],
        "002": ["date 2026-01-05 پخش زنده"],
        "003": [
            "Related Articles",
            "Leave a Reply",
            "Your email address will not be published. Required fields are marked *",
            "Back to top button",
        ],
        "004": [],
    }


@pytest.mark.parametrize(
    "line",
    [
        "SHARE ON FACEBOOK",
        "• Share •",
        "By Staff Reporter",
        "Published: January 5, 2026 10:15 am",
        "Click to share on WhatsApp (Opens in new window)",
        "© 2026 Example News. All rights reserved.",
        "3 min read",
        "اقرأ أيضاً: باكستان والصين",
        "تاريخ النشر: 5 يناير 2026",
        "جميع الحقوق محفوظة",
        "کد خبر: ۱۲۳۴۵۶",
        "انتهای پیام/",
        "نظر شما",
        "نشانی ایمیل شما منتشر نخواهد شد. بخش‌های موردنیاز علامت‌گذاری شده‌اند *",
        "مزید پڑھیں: پاک چین مذاکرات",
        "شیئر کریں",
        "（责任编辑：王伟）",
        "2026年1月5日 10:15 来源：新华网",
        "版权所有，未经授权不得转载",
        "分享到：",
    ],
)
def test_a_line_of_page_chrome_is_dropped(line: str) -> None:
    assert dropped(f"{PROSE}\n{line}\n{PROSE}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The two sides agreed to share water data.",
        "By 2030 the two sides will double trade.",
        "On January 5, 2026 they met in Beijing.",
        "Related projects were discussed in Islamabad.",
        "شارك الوزير في الحوار الاستراتيجي.",
        "نظر شما درباره کریدور چیست؟",
        "双方同意分享经验。",
        "1月5日，双方在北京举行对话。",
    ],
)
def test_a_sentence_is_never_page_chrome(line: str) -> None:
    assert dropped(f"{PROSE}\n{line}\n{PROSE}") == []


def test_short_lines_after_a_marker_belong_to_the_tail() -> None:
    text = f"{PROSE}\r\nRelated Articles\r\nMinister visits port\r\nTrade up by a third\r\n"
    assert dropped(text) == ["Related Articles", "Minister visits port", "Trade up by a third"]


def test_prose_after_a_marker_is_kept() -> None:
    assert dropped(f"{PROSE}\nRelated Articles\nMinister visits port\n{PROSE}") == ["Related Articles"]


@given(st.text())
def test_any_text_is_read_without_error_and_rules_match_whole_lines(text: str) -> None:
    for span in SHIPPED.spans(text):
        assert span.start == 0 or text[span.start - 1] in "\r\n\u2028\u2029"
        assert span.end == len(text) or text[span.end] in "\r\n\u2028\u2029"


def test_without_rules_nothing_is_dropped() -> None:
    assert dropped("Share\nLeave a Reply", Boilerplate()) == []


def test_a_pattern_matches_a_whole_line() -> None:
    rules = Boilerplate(patterns=(re.compile(r"page \d of \d", re.IGNORECASE),))
    assert dropped("Page 3 of 4\nOn page 3 of 4", rules) == ["Page 3 of 4"]


def test_the_page_chrome_of_every_language_counts_beside_that_of_none(tmp_path: Path) -> None:
    """Here of an invented one."""
    file = tmp_path / "boilerplate.toml"
    file.write_text("lines = ['Facebook']", "utf-8")
    articles = "[boilerplate]\nlines = ['Kunhavigi']\ntails = ['Legu ankaŭ']\npatterns = ['paĝo \\d']"
    rules = load_boilerplate(file, toy_languages(tmp_path, articles=articles))
    text = f"{PROSE}\nFacebook\nkunhavigi!\nPAĜO 3\nShare\nLegu ankaŭ\nFino"
    assert dropped(text, rules) == ["Facebook", "kunhavigi!", "PAĜO 3", "Legu ankaŭ", "Fino"]


@pytest.mark.parametrize(("length", "tail"), [(120, True), (121, False)])
def test_a_caption_in_the_tail_has_at_most_120_characters(length: int, tail: bool) -> None:
    assert ("x" * length in dropped(f"{PROSE}\nRelated Articles\n{'x' * length}")) is tail


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lines = 'Share'", '"lines" must be a list'),
        ("lines = ['']", "none of them empty"),
        ("patterns = ['(']", "not a regular expression"),
        ("line = ['Share']", "unknown key 'line'"),
        ("lines = [", "not valid TOML"),
    ],
)
def test_a_mistake_in_the_rules_is_named(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "boilerplate.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(CorpusError, match=message):
        load_boilerplate(file, LANGUAGES)
