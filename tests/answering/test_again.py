"""The last question asked again: of other sources, for more, for where it stands, in another language."""

from __future__ import annotations

import pytest

from cpecbot.answering import Library, answer_after
from cpecbot.answering.reading.followup import FORGET_AFTER_SECONDS
from cpecbot.language.questions.about_file import PIECE, AboutFile
from cpecbot.language.questions.again import AgainFile
from cpecbot.languages import Language
from cpecbot.models import Answer, AskOptions, Reason, Status, Turn
from fakes.languages import LANGUAGES

_SLOTS = {"source", "tongue"}


def last_of(library: Library, *questions: str) -> Answer:
    *earlier, newest = questions
    return answer_after(earlier, newest, library.ask, AskOptions())


def limited_to(answer: Answer) -> set[str]:
    return {source[:3] for source in answer.limits.sources}


@pytest.mark.parametrize(
    ("first", "then", "limits"),
    [
        ("What does source 003 say about Kashmir?", "Do the others say the same?", {"000", "001", "002", "004"}),
        ("منبع 003 دربارهٔ کشمیر چه می‌گوید؟", "بقیه منابع هم همینو میگن؟", {"000", "001", "002", "004"}),
        ("ماخذ 003 کشمیر پر کیا کہتا ہے؟", "دوسرے ماخذ کیا کہتے ہیں؟", {"000", "001", "002", "004"}),
        # Where all were asked, those are the others that were not quoted.
        ("Is the Khunjerab Pass open all year?", "what do the other sources say?", {"000", "001", "002", "003"}),
        ("What did they plan for Gwadar?", "and APP?", {"004"}),
        ("What did they plan for Gwadar?", "and in 003?", {"003"}),
        ("What did they plan for Gwadar?", "only in source 4", {"004"}),
        ("ماذا قيل عن غوادر؟", "فقط في المصدر 004", {"004"}),
        ("درباره گوادر چه گفتند؟", "فقط در منبع 004", {"004"}),
        ("گوادر کے بارے میں کیا کہا گیا؟", "صرف ماخذ 004 میں", {"004"}),
        ("瓜达尔港怎么说？", "只看来源004", {"004"}),
    ],
)
def test_the_same_question_goes_to_other_sources(library: Library, first: str, then: str, limits: set[str]) -> None:
    answer = last_of(library, first, then)
    assert limited_to(answer) == limits
    assert not {quote.source[:3] for quote in answer.quotes} - limits


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("What did they say about Gaza?", "and the two Arabic ones?"),
        ("ماذا قالوا عن غزة؟", "والمصدران العربيان؟"),
        ("درباره غزه چی گفتن؟", "اون دو تا عربی چی؟"),
        ("غزہ کے بارے میں کیا کہا؟", "اور عربی والے دونوں؟"),
        ("加沙问题怎么说？", "那阿拉伯文的那两篇呢？"),
    ],
)
def test_sources_are_named_by_their_language(library: Library, first: str, then: str) -> None:
    answer = last_of(library, first, then)
    assert (answer.status, answer.understood) == (Status.ANSWERED, first)
    assert {quote.source[:3] for quote in answer.quotes} == {"001"}


def test_a_language_of_no_article_is_a_limit_too(library: Library) -> None:
    answer = last_of(library, "What did they say about Gaza?", "and the Chinese ones?")
    assert (answer.reason, [each.code for each in answer.limits.languages]) == (Reason.FILTERED_OUT, ["zh"])


@pytest.mark.parametrize("then", ["explain the last point more", "فصّل لي أكثر", "بیشتر بگو", "مزید بتاؤ", "展开说说"])
def test_more_is_the_rest_of_the_answer(library: Library, then: str) -> None:
    first = library.ask("What about Taiwan?", AskOptions(limit=1))
    options = AskOptions(previous=Turn("What about Taiwan?", "en", 0.0), now=1.0, limit=1)
    assert library.ask(then, options).reason is Reason.MORE
    assert answer_after(["What about Taiwan?"], then, library.ask, AskOptions(limit=1)).quotes == first.more[:1]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Where will the next round be held?", "where is the original from?"),
        ("أين تعقد الجولة المقبلة؟", "من أين هذا الكلام؟"),
        ("دور بعدی کجا برگزار می‌شود؟", "اینو از کجا آوردی؟"),
        ("اگلا دور کہاں ہوگا؟", "یہ کس خبر میں لکھا ہے؟"),
        ("下一轮对话在哪儿办？", "原文出自哪里"),
    ],
)
def test_where_it_is_from_shows_the_source_of_the_quote(library: Library, first: str, then: str) -> None:
    answer = last_of(library, first, then)
    assert [quote.source[:3] for quote in answer.quotes] == ["001"]
    assert answer.understood == first


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("What did they say about Gaza?", "What exactly?"),
        ("What did they say about Gaza?", "which words do they use?"),
        ("ماذا قالوا عن غزة؟", "بأي ألفاظ؟"),
        ("درباره غزه چی گفتن؟", "با چه عبارتی؟"),
        ("غزہ کے بارے میں کیا کہا؟", "اصل الفاظ کیا ہیں؟"),
        ("加沙问题怎么说？", "用的是什么措辞？"),
        ("加沙问题怎么说？", "具体说了什么？"),
        ("ماذا قالوا عن غزة؟", "في أي مصدر؟"),
        ("ماذا قالوا عن غزة؟", "من ذكرها؟"),
        ("ماذا قالوا عن غزة؟", "كيف صيغ ذلك حرفيًا؟"),
        ("What did they say about Gaza?", "which article?"),
        ("ماذا قالوا عن غزة؟", "ومن قال ذلك؟"),
        ("درباره غزه چی گفتن؟", "این را کدام خبرگزاری نوشته؟"),
        ("غزہ کے بارے میں کیا کہا؟", "یہ کس ایجنسی کی خبر ہے؟"),
        ("加沙问题怎么说？", "这是哪家通讯社的报道？"),
    ],
)
def test_who_asks_for_the_words_or_whose_they_are_sees_the_quotes_again(
    library: Library, first: str, then: str
) -> None:
    answer = last_of(library, first, then)
    assert answer.understood == first
    assert answer.quotes == library.ask(first).quotes


@pytest.mark.parametrize(
    "then", ["Which words stand about Gaza?", "which agencies are there?", "What exactly is CPEC?"]
)
def test_what_names_something_else_asks_anew(library: Library, then: str) -> None:
    previous = Turn("What did they say about Taiwan?", "en", 0.0)
    assert library.ask(then, AskOptions(previous=previous, now=1.0)).understood is None


@pytest.mark.parametrize("then", ["is that all?", "هل هذا كل شيء؟", "فقط همین؟", "بس اتنا ہی؟", "就这些吗？"])
def test_whether_that_is_all_asks_for_more(library: Library, then: str) -> None:
    previous = Turn("What did they say about Taiwan?", "en", 0.0)
    assert library.ask(then, AskOptions(previous=previous, now=1.0)).reason is Reason.MORE


def test_without_a_question_mark_it_is_a_goodbye(library: Library) -> None:
    previous = Turn("What did they say about Taiwan?", "en", 0.0)
    assert library.ask("بس اتنا ہی", AskOptions(previous=previous, now=1.0)).reason is Reason.LEAVING


@pytest.mark.parametrize(
    ("then", "tongue"),
    [
        ("به انگلیسی هم بگو", "en"),
        ("به عربی ترجمه‌اش کن", "ar"),
        ("say it in English too", "en"),
        ("用英文再说一遍", "en"),
    ],
)
def test_only_the_words_around_the_quotes_change_their_language(library: Library, then: str, tongue: str) -> None:
    first = library.ask("پاکستان درباره تایوان چی گفت؟")
    answer = last_of(library, "پاکستان درباره تایوان چی گفت؟", then)
    assert (answer.told_in.code, answer.retold, answer.language.code) == (tongue, True, "fa")
    assert {quote.text for quote in answer.answering} == {quote.text for quote in first.answering}
    assert answer.quotes[0].language.code == tongue


@pytest.mark.parametrize("now", [0.0, FORGET_AFTER_SECONDS + 1])
def test_without_a_last_question_nothing_is_asked_again(library: Library, now: float) -> None:
    previous = Turn("What did they say about Gaza?", "en", 0.0) if now else None
    answer = library.ask("which outlet said that?", AskOptions(previous=previous, now=now))
    assert answer.understood is None


@pytest.mark.parametrize(
    "then",
    [
        "What do other countries think of the corridor?",
        "What did the Arab states say about Gaza?",
        "Tell me more about terrorism",
        "What is the original plan for Gwadar?",
        "Where does the money for CPEC come from?",
    ],
)
def test_a_whole_question_is_no_wish_for_the_last_answer(library: Library, then: str) -> None:
    previous = Turn("What did they say about Taiwan?", "en", 0.0)
    assert library.ask(then, AskOptions(previous=previous, now=1.0)).understood is None


def test_the_last_question_is_asked_in_the_language_of_the_newest_line(library: Library) -> None:
    answer = last_of(library, "When was the seventh dialogue held?", "其他来源怎么说？")
    assert (answer.language.code, answer.status) == ("zh", Status.ANSWERED)
    assert "什么时候" in (answer.understood or "")


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_every_piece_of_a_wording_is_known(language: Language) -> None:
    file = language.read(AgainFile)
    asked = (wording for kind in type(file.asked).model_fields for wording in getattr(file.asked, kind))
    pieces = (wording for piece in file.pieces.values() for wording in piece)
    used = {name for wording in (*pieces, *asked) for name in PIECE.findall(wording)}
    assert used <= _SLOTS | file.pieces.keys() | language.read(AboutFile).pieces.keys()
