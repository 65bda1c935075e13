"""The hour at which something happened, for who asks for it and for who asks when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.models import QuestionKind

Telling = Callable[..., Library]

FERRY = {
    "en": "The ferry Calypso left Volos on Monday at 7:05 p.m. with 120 passengers.",
    "ar": "غادرت العبارة كاليبسو ميناء فولوس يوم الاثنين في الساعة السابعة و5 دقائق مساء وعلى متنها 120 راكبا.",
    "fa": "کشتی کالیپسو روز دوشنبه ساعت ۱۹:۰۵ بندر وولوس را با ۱۲۰ مسافر ترک کرد.",
    "ur": "کشتی کیلپسو پیر کی شام 7 بجکر 5 منٹ پر 120 مسافروں کے ساتھ وولوس سے روانہ ہوئی۔",
    "zh": "渡轮卡吕普索号周一晚7点5分载着120名乘客离开沃洛斯。",
}


@pytest.mark.parametrize(
    ("language", "question", "hour"),
    [
        ("en", "What time did the ferry leave Volos?", "7:05 p.m."),
        ("ar", "في أي ساعة غادرت العبارة ميناء فولوس؟", "الساعة السابعة و5 دقائق مساء"),
        ("fa", "کشتی چه ساعتی بندر وولوس را ترک کرد؟", "ساعت ۱۹:۰۵"),
        ("ur", "کشتی وولوس سے کتنے بجے روانہ ہوئی؟", "7 بجکر 5 منٹ"),
        ("zh", "渡轮几点离开沃洛斯？", "晚7点5分"),
    ],
)
def test_who_asks_for_the_hour_is_shown_the_hour(telling: Telling, language: str, question: str, hour: str) -> None:
    """And not the day, nor how many were on board."""
    quote = telling(FERRY[language]).ask(question).quotes[0]
    assert [span.shift(-quote.span.start).slice(quote.text) for span in quote.highlights] == [hour]


def test_a_day_alone_is_told_where_no_source_knows_the_hour(telling: Telling) -> None:
    """It comes after a source that does."""
    day, hour = "The ferry Calypso left Volos on Monday.", FERRY["en"]
    assert [quote.text for quote in telling(day, hour).ask("What time did the ferry leave Volos?").quotes] == [hour]
    assert telling(day).ask("What time did the ferry leave Volos?").quotes[0].text == day


def test_the_day_and_the_hour_of_one_moment_are_one_answer(telling: Telling) -> None:
    """Not where another zone's time stands beside it in brackets."""
    text = "The ferry Calypso left Volos on Monday at 7:05 p.m. (16:05 GMT)."
    answer = telling(text).ask("When did the ferry leave Volos?")
    quote = answer.quotes[0]
    assert answer.kind is QuestionKind.WHEN
    marked = [span.shift(-quote.span.start).slice(quote.text) for span in quote.highlights]
    assert "Monday at 7:05 p.m." in marked[0]
    assert all("16:05" not in each for each in marked)
