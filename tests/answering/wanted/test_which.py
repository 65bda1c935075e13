"""Which ones of a class a sentence names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.answering.wanted.which import which_ones
from cpecbot.corpus.loading import build_corpus
from cpecbot.languages import Language
from cpecbot.models import Article
from cpecbot.store.entries import read_entries
from fakes.languages import AR, EN, ZH

Telling = Callable[..., Library]


@pytest.mark.parametrize(
    ("question", "language", "text", "told"),
    [
        ("Which river flooded?", EN, "Near Brekk the Orvela river flooded.", {"Orvela"}),
        (
            "Which rivers flooded?",
            EN,
            "It rained, and rivers such as Orvela, Harl and Ostra flooded.",
            {"Orvela", "Harl", "Ostra"},
        ),
        # Who stands apart from the noun is none of them.
        ("Which river flooded?", EN, "The river flooded, Karl Otterlund said.", set()),
        ("Which river flooded?", EN, "The river flooded. Otterlund left.", set()),
        ("أي نهر فاض؟", AR, "وفاض نهر أورفيلا أمس.", {"أورفيلا"}),
        ("哪些地区受灾？", ZH, "布雷肯、奥斯莫等地区受灾。", {"布雷肯", "奥斯莫"}),
    ],
)
def test_names_beside_the_noun_and_those_listed_with_them_are_told(
    everyday: Understanding, question: str, language: Language, text: str, told: set[str]
) -> None:
    query, glossary = everyday.read(question), everyday.analyzer.glossary
    entries = read_entries(build_corpus([Article("a", text, language)]), everyday.analyzer)

    found = {span.slice(each.sentence.reading) for each in entries for span in which_ones(query, each, {}, glossary)}

    assert found == told


@pytest.mark.parametrize(
    ("question", "text", "title"),
    [
        (
            "Which novel won the prize?",
            "The prize was won by a shy teacher for The Glass Orchard, and not to a star.",
            "The Glass Orchard",
        ),
        ("Which film won the prize?", "The prize was won by “Winter Bread” on Sunday.", "“Winter Bread”"),
        ("ما الفيلم الذي فاز؟", "فاز فيلم «خبز الشتاء» مساء الأحد.", "«خبز الشتاء»"),
    ],
)
def test_a_work_is_known_by_its_title(telling_everyday: Telling, question: str, text: str, title: str) -> None:
    (sentence,) = telling_everyday(text).explain(question).sentences
    assert sentence.answering == (title,)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        # A bridge has none, and words in quotation marks need be none.
        ("Which bridge won the prize?", "The prize went to what he called “a narrow thing”."),
        ("ما شعار الفوز؟", "شعار الفوز «خبز الشتاء»."),
        ("Which novel won the prize?", "The prize for a novel of a Welsh teacher was won."),
    ],
)
def test_what_has_no_title_is_not_told_by_one(telling_everyday: Telling, question: str, text: str) -> None:
    (sentence,) = telling_everyday(text).explain(question).sentences
    assert sentence.answering == ()
