"""How a question goes on from the last one: what carries it on, takes it back, and stands for what was named."""

from __future__ import annotations

import pytest

from cpecbot.language.questions.continuing import Stands, continuing
from cpecbot.languages import Language
from cpecbot.models import Span
from fakes.languages import AR, EN, FA, UR, ZH


@pytest.mark.parametrize(
    ("text", "language", "rest"),
    [
        ("and Afghanistan?", EN, "Afghanistan"),
        ("What about the port?", EN, "the port"),
        ("Afghanistan too", EN, "Afghanistan"),
        ("والضفة الغربية؟", AR, "الضفة الغربية"),
        ("ومتى؟", AR, "متى"),
        ("وماذا عن اليمن؟", AR, "اليمن"),
        ("و در مورد بندر؟", FA, "بندر"),
        ("غزه چطور؟", FA, "غزه"),
        ("اور کشمیر؟", UR, "کشمیر"),
        ("阿富汗呢？", ZH, "阿富汗"),
        ("那医院呢？", ZH, "医院"),
    ],
)
def test_openings_and_closings_carry_a_question_on(text: str, language: Language, rest: str) -> None:
    line = continuing(language).read(text)
    assert (line.leans, line.rest.slice(text)) == (True, rest)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("and", EN),
        ("android phones", EN),
        ("وزير الخارجية", AR),  # the letter is one of the word
        ("وفد", AR),
        ("ورم", AR),  # too little is left
        ("和", ZH),
    ],
)
def test_what_only_looks_like_an_opening_is_none(text: str, language: Language) -> None:
    assert not continuing(language).read(text).leans


def test_an_opening_is_none_inside_a_word_that_is_known() -> None:
    text = "和平协议"
    assert continuing(ZH).read(text).leans
    assert not continuing(ZH).read(text, [Span(0, 2)]).leans


@pytest.mark.parametrize(
    ("text", "language", "rest"),
    [
        ("No, I meant the port", EN, "the port"),
        ("no, the port", EN, "the port"),
        ("لا، أقصد الميناء", AR, "الميناء"),
        ("نه، منظورم بندر بود", FA, "بندر"),
        ("نہیں، میرا مطلب بندرگاہ تھا", UR, "بندرگاہ"),
        ("不，我是说港口", ZH, "港口"),
    ],
)
def test_the_topic_is_taken_back(text: str, language: Language, rest: str) -> None:
    line = continuing(language).read(text)
    assert (line.corrects, line.rest.slice(text)) == (True, rest)


def test_a_single_no_takes_nothing_back_without_a_comma() -> None:
    assert not continuing(EN).read("no port").corrects


@pytest.mark.parametrize(
    ("text", "language", "stands"),
    [
        ("who signed it?", EN, Stands.THING),
        ("When did he arrive?", EN, Stands.PERSON),
        ("Where did they meet?", EN, Stands.PARTY),
        ("Who lives there?", EN, Stands.PLACE),
        ("who signed this?", EN, Stands.POINTING),
        ("ماذا قيل عنه؟", AR, Stands.THING),
        ("من كان هناك؟", AR, Stands.PLACE),
        ("او کجا رفت؟", FA, Stands.PERSON),
        ("آنجا چه شد؟", FA, Stands.PLACE),
        ("وہاں کون تھا؟", UR, Stands.PLACE),
        ("انہوں نے کیا کہا؟", UR, Stands.PERSON),
        ("他说了什么？", ZH, Stands.PERSON),
        ("它有多长？", ZH, Stands.THING),
    ],
)
def test_words_that_stand_for_something(text: str, language: Language, stands: Stands) -> None:
    (anaphor,) = continuing(language).anaphora(text)
    assert stands in anaphor.stands


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("items of the list", EN),
        ("how many rounds have there been?", EN),
        ("Is it true that the port opened?", EN),
        ("There is a port", EN),
        ("ما هي القطاعات؟", AR),
        ("من هو الوزير؟", AR),
        ("کیا یہ درست ہے کہ بندرگاہ کھل گئی؟", UR),
        ("其他国家说了什么？", ZH),
        ("这是第几轮对话？", ZH),
    ],
)
def test_no_word_stands_for_anything_in_an_idiom_or_a_longer_word(text: str, language: Language) -> None:
    assert continuing(language).anaphora(text) == ()


def test_no_character_of_a_known_name_stands_for_anything() -> None:
    text = "土耳其总统"
    assert continuing(ZH).anaphora(text, [Span(0, 3)]) == ()
    assert continuing(ZH).anaphora("其总统", [Span(1, 3)])


@pytest.mark.parametrize(
    ("word", "language", "stems"),
    [("ترأسه", AR, ("ترأس",)), ("هدفش", FA, ("هدف",)), ("أبه", AR, ()), ("port", EN, ())],
)
def test_a_pronoun_may_be_written_onto_a_word(word: str, language: Language, stems: tuple[str, ...]) -> None:
    assert continuing(language).without_attached(word) == stems
