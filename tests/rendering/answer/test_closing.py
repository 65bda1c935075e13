"""What is said of the sources that are not quoted: no more than that they mention certain words of the question."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cpecbot.languages import Language
from cpecbot.models import Answer, QuestionKind, Quote
from cpecbot.rendering.answer.closing import closing_blocks
from cpecbot.rendering.answer.context import make_context
from fakes.languages import AR, EN, FA, UR, ZH
from rendering.samples import ARTICLES, HELD_EN, answered, label

SOURCES = {source[:3]: source for source in ARTICLES}
TOLD = replace(HELD_EN, mentions=("round", "dialogue"))


def passage(source: str, *mentions: str) -> Quote:
    return replace(HELD_EN, source=SOURCES[source], mentions=mentions)


def lines(answer: Answer, language: Language = EN) -> list[str]:
    (block,) = closing_blocks(answer, make_context(ARTICLES, label, language))
    return block.text.splitlines()


def beside(*passages: Quote, without: tuple[str, ...] = (), language: Language = EN) -> Answer:
    """The answer to when something was, with one quote that holds all that was asked."""
    values = tuple(SOURCES[source] for source in without)
    return replace(
        answered(language),
        kind=QuestionKind.WHEN,
        quotes=(TOLD,),
        more=passages,
        also_speaking=passages,
        without_value=values,
        silent_sources=(),
        disagreements=(),
    )


def test_who_holds_all_that_the_first_quote_does_speaks_of_it_and_others_mention_words() -> None:
    beyond = (passage("001", "round"), passage("002", "round"), passage("003", "dialogue", "round", "Gaza"))
    told = lines(replace(beside(*beyond), kind=QuestionKind.TOPIC))
    assert told == ["Source 003 also speaks of it.", "Sources 001 and 002 mention “round”."]


def test_who_gives_no_place_that_was_asked_for_only_mentions_words() -> None:
    told = lines(replace(beside(passage("003", "dialogue", "round")), kind=QuestionKind.WHERE))
    assert told == ["Source 003 mentions “dialogue” and “round”."]


def test_of_who_surely_mentions_nothing_nothing_is_said() -> None:
    answer = beside(passage("001"))
    assert closing_blocks(answer, make_context(ARTICLES, label, EN)) == []


def test_of_who_mentions_words_but_gives_no_date_both_are_said() -> None:
    told = lines(beside(passage("001", "round"), passage("002", "round", "dialogue"), without=("001", "002")))
    assert told == ["Source 002 speaks of it but gives no date.", "Source 001 mentions “round” but gives no date."]


def test_at_most_three_words_and_three_groups_are_named() -> None:
    mentioned = (("a",), ("b", "c"), ("d", "e", "f", "g"), ("h", "i", "j"))
    told = lines(beside(*(passage(f"00{number}", *words) for number, words in enumerate(mentioned))))
    assert told == [
        "Source 002 mentions “d”, “e” and “f”.",
        "Source 003 mentions “h”, “i” and “j”.",
        "Source 001 mentions “b” and “c”.",
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (AR, "يذكر المصدران 001 و002 «دور»."),
        (FA, "در منابع ۰۰۱ و ۰۰۲ به «دور» اشاره شده است."),
        (UR, "مآخذ 001 اور 002 میں ”دور“ کا ذکر ہے۔"),
        (ZH, "来源 001 和 002 提到“دور”。"),
    ],
)
def test_the_words_are_set_in_the_marks_of_the_language(language: Language, expected: str) -> None:
    (told,) = lines(beside(passage("001", "دور"), passage("002", "دور"), language=language), language)
    unmarked = told.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f")))
    assert unmarked == expected
