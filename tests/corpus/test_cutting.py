"""An article's title is a heading; its paragraphs are not, whatever they end with."""

from __future__ import annotations

import pytest

from cpecbot.corpus.loading import build_corpus
from cpecbot.languages import Language
from cpecbot.models import Article, SentenceKind
from fakes.languages import AR, EN, FA, UR, ZH

BODY = {
    EN: "The bakery of Skardu, which is the oldest one of the valley, burned down during the night.\nNobody was hurt.",
    AR: "احترق مخبز سكاكا القديم الذي يعرفه كل سكان المنطقة منذ عشرات السنين خلال الليل.\nولم يصب أحد بأذى.",
    FA: "نانوایی قدیمی بیرجند که همه مردم شهر آن را می‌شناسند شب گذشته در آتش سوخت.\nکسی آسیب ندید.",
    UR: "سکردو کا پرانا تندور جسے وادی کے سب لوگ جانتے ہیں رات کے وقت جل کر راکھ ہو گیا۔\nکوئی زخمی نہیں ہوا۔",
    ZH: "天水一家开了三十多年、城里人人都熟悉的老面包店昨天夜里发生火灾，店铺被烧毁。\n没有人员受伤。",
}


def kinds(text: str, language: Language, title: str | None = None) -> list[SentenceKind]:
    return [each.kind for each in build_corpus([Article("a", text, language, title=title)]).sentences["a"]]


@pytest.mark.parametrize(
    ("language", "title"),
    [
        (EN, "Old bakery of Skardu burned down, nobody hurt, say 12 firemen of the valley"),
        (AR, "احتراق مخبز سكاكا القديم، ولا إصابات بين 12 عاملا"),
        (FA, "نانوایی قدیمی بیرجند در آتش سوخت، ۱۲ نفر نجات یافتند"),
        (UR, "سکردو کا تندور جل گیا، 12 افراد محفوظ رہے"),
        (ZH, "天水老面包店起火，12人安全撤离"),
    ],
)
def test_a_first_line_without_a_stop_is_the_title(language: Language, title: str) -> None:
    found = kinds(f"{title}\n{BODY[language]}", language)
    assert found[0] is SentenceKind.HEADING
    assert SentenceKind.HEADING not in found[1:]


def test_a_title_that_is_said_again_is_one_both_times_whatever_it_ends_with() -> None:
    title = "Bakery of Skardu burned down!"
    found = kinds(f"{title}\n{BODY[EN]}\n{title}\n{BODY[EN]}", EN)
    assert [kind is SentenceKind.HEADING for kind in found] == [True, False, False, True, False, False]


def test_what_the_article_is_called_is_its_title() -> None:
    title = "Bakery of Skardu burned down."
    assert kinds(f"{title} {BODY[EN]}", EN, title)[0] is SentenceKind.HEADING
    assert kinds(f"{title} {BODY[EN]}", EN)[0] is SentenceKind.BODY


@pytest.mark.parametrize(
    "text",
    [
        BODY[EN],
        "The bakery of Skardu burned down at night\nNobody was hurt.",
        f"The bakery {'of the old valley town ' * 6}burned down at night\n{BODY[EN]}",
        f"The bakery of Skardu burned down. {BODY[EN]}",
        "The bakery of Skardu, which all knew, burned down at night\nNobody was hurt.\nAll is well.",
    ],
)
def test_a_first_paragraph_is_no_title(text: str) -> None:
    assert SentenceKind.HEADING not in kinds(text, EN)
