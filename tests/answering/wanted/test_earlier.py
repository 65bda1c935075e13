"""When something was before the time that is reported, until when it is, and how long it was to take."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library

Telling = Callable[..., Library]

CROWN = {
    "en": "The crown of Ostra came to Delmar on 4 June. It is its first showing in Delmar since 1987.",
    "ar": "وصل تاج أوسترا إلى متحف دلمار في 4 يونيو. وهذا أول عرض للتاج في متحف دلمار منذ 1987.",
    "fa": "نمایش تاج اوسترا ۴ ژوئن در دلمار آغاز شد. این نخستین نمایش تاج اوسترا در دلمار پس از ۱۹۸۷ است.",
    "zh": "奥斯特拉王冠6月4日在德尔马展出。这是王冠自1987年以来首次在德尔马展出。",
}


@pytest.mark.parametrize(
    ("language", "question", "year"),
    [
        ("en", "Before this, when was the crown last shown in Delmar?", "1987"),
        ("ar", "متى عرض التاج في متحف دلمار آخر مرة قبل هذا العرض؟", "1987"),
        ("fa", "پیش از این، آخرین بار تاج اوسترا کی در دلمار نمایش داده شد؟", "۱۹۸۷"),
        ("zh", "此前王冠上一次在德尔马展出是什么时候？", "1987年"),
    ],
)
def test_the_time_before_is_the_one_since_when(
    telling_everyday: Telling, language: str, question: str, year: str
) -> None:
    """And not the day that is reported."""
    quote = telling_everyday(CROWN[language]).ask(question).quotes[0]
    assert [span.shift(-quote.span.start).slice(quote.text) for span in quote.highlights] == [year]


ROAD = {
    "en": "The road to Brena was closed on 2 May and stays closed until 9 July.",
    "ar": "أغلق طريق برينا في 2 مايو ويبقى مغلقا حتى 9 يوليو.",
    "zh": "通往布雷纳的公路5月2日关闭，要在7月9日前重新开放。",
}


@pytest.mark.parametrize(
    ("language", "question", "day"),
    [
        ("en", "Until when is the road to Brena closed?", "9 July"),
        ("en", "حتى متى يغلق الطريق؟", "9 July"),
        ("ar", "حتى متى يبقى طريق برينا مغلقا؟", "9 يوليو"),
        ("zh", "公路要在什么时候之前重新开放？", "7月9日"),
    ],
)
def test_until_when_asks_for_the_last_day(telling_everyday: Telling, language: str, question: str, day: str) -> None:
    """And not for the first."""
    quote = telling_everyday(ROAD[language]).ask(question).quotes[0]
    assert [span.shift(-quote.span.start).slice(quote.text) for span in quote.highlights] == [day]


SURGERY = "The surgery took nine hours. The doctors had expected the surgery to take four hours."


@pytest.mark.parametrize(
    ("question", "hours"),
    [
        ("How long was the surgery expected to take?", "four hours"),
        ("How long did the surgery take?", "nine hours"),
        ("手术预计需要多久？", "four hours"),
    ],
)
def test_what_was_expected_is_not_what_it_took(telling_everyday: Telling, question: str, hours: str) -> None:
    """Nor the other way round."""
    quote = telling_everyday(SURGERY).ask(question).quotes[0]
    assert [span.shift(-quote.span.start).slice(quote.text) for span in quote.highlights] == [hours]
