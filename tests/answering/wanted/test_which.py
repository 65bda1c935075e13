"""Which ones of a class a sentence names."""

from __future__ import annotations

import pytest

from cpecbot.answering.reading.understanding import Understanding
from cpecbot.answering.wanted.which import which_ones
from cpecbot.corpus.snapshot import build_corpus
from cpecbot.languages import Language
from cpecbot.models import Article
from cpecbot.store.entries import read_entries
from fakes.languages import AR, EN, ZH


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
