"""Rules that hold for any question."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpecbot.answering import Library
from cpecbot.errors import QuestionError
from cpecbot.languages import Language
from cpecbot.models import Answer, AskOptions, Quote, Status
from fakes.languages import LANGUAGES

ENGLISH = [
    "when",
    "who",
    "where",
    "China",
    "Pakistan",
    "Gwadar",
    "terrorism",
    "Gaza",
    "seventh",
    "7th",
    "2026",
    "hello",
]
OTHERS = ["الجولة", "السابعة", "بكين", "کشمیر", "هفتمین", "瓜达尔", "؟", "?"]
WORDS = st.sampled_from([*ENGLISH, *OTHERS])
QUESTIONS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=8).map(" ".join))


def quotes_of(answer: Answer) -> list[Quote]:
    notes = [quote for note in answer.disagreements for side in note.sides for quote in side.quotes]
    return [*answer.quotes, *answer.more, *notes, *([answer.nearest] if answer.nearest else [])]


@settings(max_examples=150, deadline=None)
@given(QUESTIONS, st.sampled_from([None, *LANGUAGES]))
def test_every_quote_is_a_slice_of_its_article(library: Library, question: str, fallback: Language | None) -> None:
    try:
        answer = library.ask(question, AskOptions(fallback_language=fallback))
    except QuestionError:
        return
    for quote in quotes_of(answer):
        text = library.corpus.articles[quote.source].text
        assert quote.text == text[quote.span.start : quote.span.end]
        ends = [edge for span in quote.highlights for edge in (span.start, span.end)]
        assert ends == sorted(ends)
        assert all(quote.span.contains(span) and len(span) > 0 for span in quote.highlights)


@settings(max_examples=100, deadline=None)
@given(QUESTIONS)
def test_an_answer_is_either_given_or_refused_with_a_reason(library: Library, question: str) -> None:
    try:
        answer = library.ask(question)
    except QuestionError:
        return
    assert (answer.status is Status.ANSWERED) == bool(answer.quotes) == (answer.reason is None)
    speaking = {quote.source for quote in answer.quotes}
    assert speaking.isdisjoint(answer.silent_sources)


VARIANTS = [
    ("When was the 7th round?", "WHEN was the seventh round"),
    ("When was the seventh round?", "the seventh round, when was it?"),
    ("What is said about Gwadar Port?", "what is said about gwadar port"),
    ("terrorism zero tolerance", "zero tolerance terrorism"),
    ("What anniversary falls in 2026?", "What anniversary falls in ۲۰۲۶?"),
    ("ما الجولة التي عقدت في بكين؟", "ما الجوله التي عقدت في بكين"),
    ("محطة الفضاء الصينية", "مَحَطَّة الفَضاء الصِّينيّة"),
    ("شاهراه قراقروم", "شاهراه قراقروم؟"),
    ("حمایت چین از حاکمیت پاکستان", "حمايت چين از حاكميت پاكستان"),
    ("سرمایه‌گذاری چین در سیپک چقدر است؟", "سرمایه گذاری چین در سیپک چقدر است"),
    ("سرمایه‌گذاری چین در سیپک چقدر است؟", "سرمایهگذاری چین در سیپک چقدر است؟"),
    ("کشمیر کے بارے میں چین نے کیا کہا؟", "كشمير کے بارے میں چین نے کیا کہا"),
    ("瓜达尔港", "瓜達爾港"),
    ("中国对克什米尔的立场", "中国对克什米尔的立场？"),
]


@pytest.mark.parametrize(("question", "variant"), VARIANTS)
def test_how_a_question_is_written_changes_no_first_quote(library: Library, question: str, variant: str) -> None:
    first, second = library.ask(question).quotes[0], library.ask(variant).quotes[0]
    assert (first.source, first.span) == (second.source, second.span)


@pytest.mark.parametrize("question", ["x source:nowhere", "x lang:de", "x from:yesterday"])
def test_a_filter_that_cannot_be_understood_is_refused_with_what_to_write(library: Library, question: str) -> None:
    with pytest.raises(QuestionError, match=r"Known sources|Write"):
        library.ask(question)
