"""The language of a text: by script and letters, then by words, then by what the chat spoke last."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.text.identify import identify
from cpecbot.models import Article
from fakes.languages import FA, LANGUAGES, UR, ZH


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("When was the seventh round?", "en"),
        ("متى زار وزير الخارجية الباكستاني الصين؟", "ar"),
        ("هفتمین دور گفتگو کجا برگزار شد؟", "fa"),
        ("سرمایه‌گذاری چین در سیپک چقدر است؟", "fa"),
        ("گوادر پورٹ", "ur"),
        ("کشمیر کے بارے میں چین نے کیا کہا؟", "ur"),
        ("瓜达尔港", "zh"),
        ("CPEC 二期什么时候开始？", "zh"),
        ("CPEC کیا ہے؟", "ur"),
        ("ما هو CPEC؟", "ar"),
        ("What does گوادر mean in English?", "en"),
    ],
)
def test_questions_are_identified(text: str, language: str) -> None:
    assert identify(text, LANGUAGES).code == language


@pytest.mark.parametrize(
    ("number", "language"), [("000", "ar"), ("001", "ar"), ("002", "fa"), ("003", "en"), ("004", "en")]
)
def test_articles_are_identified(articles: dict[str, Article], number: str, language: str) -> None:
    assert identify(articles[number].text, LANGUAGES).code == language


def test_one_ambiguous_word_is_in_the_language_of_the_chat() -> None:
    assert identify("کشمیر", LANGUAGES, FA).code == "fa"
    assert identify("کشمیر", LANGUAGES, UR).code == "ur"


def test_text_without_letters_is_in_the_language_of_the_chat() -> None:
    assert identify("2026?", LANGUAGES, ZH).code == "zh"
    assert identify("2026?", LANGUAGES).code == "en"


def test_persian_typed_on_an_arabic_keyboard_stays_persian() -> None:
    assert identify("هفتمين دور گفتگو كجا برگزار شد؟", LANGUAGES).code == "fa"


@given(st.text())
def test_any_text_has_one_of_the_five_languages(text: str) -> None:
    assert identify(text, LANGUAGES) in set(LANGUAGES)
