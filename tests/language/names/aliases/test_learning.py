"""What articles call one thing by two names: with brackets, or with words for it."""

from __future__ import annotations

import pytest

from cpecbot.language.names.aliases.learning import learn
from cpecbot.language.names.aliases.table import Aliases
from cpecbot.language.text.tokens import tokenize
from cpecbot.languages import Language
from cpecbot.models import Sentence, SentenceKind, Span
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH


def sentence(text: str, language: Language) -> Sentence:
    return Sentence("a", Span(0, len(text)), text, SentenceKind.BODY, language)


def aliases(*told: tuple[str, Language]) -> Aliases:
    return learn([sentence(*each) for each in told], LANGUAGES, lambda _: frozenset())


def forms(found: Aliases, text: str, language: Language) -> set[str]:
    return {form for each, _ in found.find(text, tokenize(text), language) for form in each}


@pytest.mark.parametrize(
    ("told", "language", "asked", "asked_in", "form"),
    [
        ("The River Rescue Service (RRS) met.", EN, "Who leads RRS?", EN, "riverrescueservice"),
        ("The River Rescue Service (RRS) met.", EN, "The River Rescue Service met", EN, "rrs"),
        ("District Rescue Services (DRSs) met.", EN, "a District Rescue Service", EN, "drs"),
        ("أعلنت هيئة إنقاذ الأنهار (هـ إ ن) ذلك.", AR, "رئيس هيئة إنقاذ الأنهار", AR, "هان"),
        ("سازمان نجات رودها (سنر) گفت.", FA, "سازمان نجات رودها کجاست؟", FA, "سنر"),
        ("ریور ریسکیو سروس (آر آر ایس) نے کہا۔", UR, "Who leads RRS?", EN, "ريورريسكيوسروس"),
        ("国家河流救援局（河救局）开会。", ZH, "国家河流救援局在哪里？", ZH, "河救局"),
        ("导演托马斯·克莱默（Thomas Kramer）获奖。", ZH, "克莱默说了什么？", ZH, "kramer"),
        ("導演湯瑪斯克萊默（Thomas Kramer）獲獎。", ZH, "克萊默說了什麼？", ZH, "kramer"),
        ("影片《夏夜的雨》（Rain of a Summer Night）获奖。", ZH, "《夏夜的雨》", ZH, "rainofasummernight"),
        ("Zayd Omari, known as Abu Lahm, came.", EN, "Where is Abu Lahm?", EN, "zaydomari"),
        ("زيد العمري، المعروف بأبو لحم، جاء.", AR, "أين أبو لحم؟", AR, "زيدالعمري"),
        ("زید عمری، معروف به «باران»، آمد.", FA, "باران کجاست؟", FA, "زيدعمري"),
        ("زید عمری، جو ابو لحم کے نام سے مشہور ہے، آیا۔", UR, "ابو لحم کہاں ہے؟", UR, "زيدعمري"),
        ("陈大海，又名“海鸥”，来了。", ZH, "海鸥在哪里？", ZH, "陈大海"),
        ("国家河流救援局（以下简称“河援”）开会。", ZH, "河援在哪里？", ZH, "国家河流救援局"),
    ],
)
def test_two_names_of_one_are_learnt(told: str, language: Language, asked: str, asked_in: Language, form: str) -> None:
    assert form in forms(aliases((told, language)), asked, asked_in)


@pytest.mark.parametrize(
    ("told", "language", "asked"),
    [
        ("The match (Izmir) was won.", EN, "the match"),
        ("The film (2006) was shown.", EN, "The film"),
        ("He won (for the second time).", EN, "He won"),
        ("球队获胜。(图/资料)", ZH, "获胜"),
        ("لاہور (دنیا) میں", UR, "لاہور"),
    ],
)
def test_what_else_stands_in_brackets_is_no_name(told: str, language: Language, asked: str) -> None:
    assert not forms(aliases((told, language)), asked, language)


def test_a_short_form_of_two_names_stands_for_neither() -> None:
    found = aliases(("The River Rescue Service (RRS) met.", EN), ("The Road Repair Service (RRS) met.", EN))
    assert not forms(found, "Who leads RRS?", EN)


def test_a_name_may_be_translated_twice() -> None:
    found = aliases(("《夏夜的雨》（Summer Rain）", ZH), ("《夏天的雨》（Summer Rain）", ZH))
    assert forms(found, "《夏天的雨》", ZH) == {"夏夜的雨", "夏天的雨", "summerrain"}


def test_of_a_long_run_what_is_mentioned_again_is_the_name() -> None:
    found = aliases(("非营利组织蓝河联盟（Blue River Union）发表声明。", ZH), ("蓝河联盟种了树。", ZH))
    assert "blueriverunion" in forms(found, "蓝河联盟种了什么？", ZH)


def test_what_is_known_to_be_one_is_left_out() -> None:
    found = learn([sentence("The River Rescue Service (RRS) met.", EN)], LANGUAGES, lambda _: frozenset({"rrs"}))
    assert not forms(found, "RRS", EN)


def test_a_short_form_that_is_a_word_needs_its_capitals() -> None:
    found = aliases(("The World Owl Watch (WOW) met.", EN))
    assert forms(found, "the WOW", EN)
    assert not forms(found, "Wow, they met", EN)


def test_a_name_keeps_its_place_behind_what_is_written_onto_it() -> None:
    found = aliases(("هيئة إنقاذ الأنهار (RRS)", AR))
    text = "قالت لهيئة إنقاذ الأنهار"
    [(_, place)] = found.find(text, tokenize(text), AR)
    assert place.slice(text) == "لهيئة إنقاذ الأنهار"
