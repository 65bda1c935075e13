"""What of a message is the question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.answering import Library
from cpecbot.answering.reading.framing import asked_part
from cpecbot.languages import Language
from cpecbot.models import AskOptions, Status
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH

ABOUT_ONESELF = {
    EN: ("Hi, I keep bees near Lahore and read a lot.", "What did the two sides say about Gaza?", "Many thanks!"),
    AR: ("مرحبا، أنا معلمة في مدينة صغيرة وأقرأ كثيرا.", "ماذا قال الجانبان عن غزة؟", "شكرا جزيلا."),
    FA: ("سلام، من معلم هستم و زیاد می‌خوانم.", "دو طرف دربارهٔ غزه چه گفتند؟", "خیلی ممنون."),
    UR: ("السلام علیکم، میں ایک استاد ہوں اور بہت پڑھتا ہوں۔", "دونوں ملکوں نے غزہ پر کیا کہا؟", "بہت شکریہ۔"),
    ZH: ("你好，我是老师，平时喜欢看书。", "双方对加沙停火怎么说？", "谢谢！"),
}


@pytest.mark.parametrize("language", ABOUT_ONESELF)
def test_who_asks_and_thanks_are_no_part_of_the_question(language: Language) -> None:
    before, question, after = ABOUT_ONESELF[language]
    assert asked_part(f"{before} {question} {after}", language) == question
    assert asked_part(f"{before}\n\n{question}", language) == question


@pytest.mark.parametrize("language", ABOUT_ONESELF)
def test_an_answer_does_not_depend_on_who_asks(language: Language, library: Library) -> None:
    before, question, after = ABOUT_ONESELF[language]
    options = AskOptions(fallback_language=language)
    alone = library.ask(question, options)
    framed = library.ask(f"{before} {question} {after}", options)
    assert alone.status is framed.status is Status.ANSWERED
    assert framed.quotes == alone.quotes


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("I am a student in Lahore.", "What was said about Gwadar?"),
        ("مرحبا. أنا طالب.", "ماذا قيل عن غزة؟"),
        ("سلام. من دانشجو هستم.", "درباره گوادر چه گفته شد؟"),
        ("السلام علیکم۔ میں طالب علم ہوں۔", "گوادر کے بارے میں کیا کہا گیا؟"),
        ("我是学生。", "关于瓜达尔说了什么？"),
    ],
)
def test_one_name_is_enough_to_ask_of(before: str, question: str, library: Library) -> None:
    alone = library.ask(question)
    assert alone.status is Status.ANSWERED
    assert library.ask(f"{before} {question}").quotes == alone.quotes


def test_all_that_asks_stays_and_what_asks_nothing_stays_whole() -> None:
    assert asked_part("Who chaired it? It was long. When did it end? Thanks.", EN) == (
        "Who chaired it? It was long. When did it end?"
    )
    assert asked_part("Gwadar port. The Karakoram highway.", EN) == "Gwadar port. The Karakoram highway."


@pytest.mark.parametrize("mark", sorted({each.profile.punctuation.question for each in LANGUAGES}))
def test_the_mark_of_any_language_asks(mark: str) -> None:
    assert asked_part(f"Hi there. Gwadar port{mark} Many thanks.", EN) == f"Gwadar port{mark}"


def test_what_a_short_question_goes_on_from_is_not_cut_off(library: Library) -> None:
    answer = library.ask("The seventh round took place in Beijing. When was it?", AskOptions())
    assert "January 4" in answer.quotes[0].text


@given(st.text(), st.sampled_from([*LANGUAGES]))
def test_the_question_is_always_a_part_of_what_was_typed(text: str, language: Language) -> None:
    assert asked_part(text, language) in text
