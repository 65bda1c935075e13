"""What somebody or something is called, where the question asks for a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering.reading.understanding import Understanding
from cpecbot.answering.wanted.called import called
from cpecbot.corpus.loading import build_corpus
from cpecbot.languages import Language
from cpecbot.models import Article
from cpecbot.store.entries import read_entries
from fakes.languages import AR, EN, FA, UR, ZH

Telling = Callable[..., list[str]]


@pytest.fixture(scope="module")
def names(everyday: Understanding) -> Telling:
    """What a text names for a question."""

    def find(question: str, text: str, language: Language = EN) -> list[str]:
        query = everyday.read(question)
        assert query.naming
        glossary, found = everyday.analyzer.glossary, []
        for entry in read_entries(build_corpus([Article("a", text, language)]), everyday.analyzer):
            terms = entry.analysis.terms
            places = {unit: tuple(term.span for term in terms if term.key in unit.keys) for unit in query.units}
            matched = {unit: spans for unit, spans in places.items() if spans}
            found += [span.slice(entry.sentence.text) for span in called(query, entry, matched, glossary)]
        return found

    return find


@pytest.mark.parametrize(
    ("question", "language", "text", "told"),
    [
        ("What is the name of the pilot?", EN, "The pilot, Olga Petrova, landed safely.", ["Olga Petrova"]),
        ("What was the pilot's name?", EN, "The pilot, Olga Petrova, landed safely.", ["Olga Petrova"]),
        ("飞行员叫什么名字？", ZH, "飞行员安娜·贝尔安全降落。", ["安娜·贝尔"]),
        ("نام خلبان چیست؟", EN, "The pilot, Olga Petrova, landed safely.", ["Olga Petrova"]),
        ("ما اسم الطيار؟", FA, "خلبان زورکا پتریشکوا به سلامت فرود آمد.", ["زورکا پتریشکوا"]),
        ("پائلٹ کا نام کیا ہے؟", ZH, "飞行员安娜·贝尔安全降落。", ["安娜·贝尔"]),
        ("电影叫什么？", ZH, "电影《长河》上映。", ["《长河》"]),
    ],
)
def test_a_name_beside_whose_it_is(
    names: Telling, question: str, language: Language, text: str, told: list[str]
) -> None:
    assert names(question, text, language) == told


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("What is the name of the pilot?", EN, "The pilot landed safely in London."),
        ("What is the name of the pilot's wife?", EN, "The pilot, Olga Petrova, landed safely."),
        ("What are the names of the three pilots?", EN, "Three Pakistani pilots landed safely."),
        ("ما اسم زوجة الطيار؟", AR, "هبط الطيار محمد سالم بسلام."),
        ("پائلٹ کا نام کیا ہے؟", UR, "پائلٹ بحفاظت اتر گیا۔"),
    ],
)
def test_no_name_of_another_and_no_place(names: Telling, question: str, language: Language, text: str) -> None:
    assert names(question, text, language) == []


@pytest.mark.parametrize("words", [2, 12])
def test_a_name_far_from_whose_it_is_tells_nothing(names: Telling, words: int) -> None:
    text = f"The pilot is a {'very ' * words}good friend of Olga Petrova."
    told = names("What is the name of the pilot?", text)
    assert told == (["Olga Petrova"] if words == 2 else [])
