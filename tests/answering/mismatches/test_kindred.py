"""One named prize or contest is not another of its kind."""

from __future__ import annotations

import pytest

from cpecbot.answering.mismatches.kindred import named_ones, names_another_of_the_kind
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.corpus.loading import build_corpus
from cpecbot.languages import Language
from cpecbot.models import Article
from cpecbot.store.entries import read_entries
from fakes.languages import AR, EN, FA, UR, ZH


def is_another(everyday: Understanding, question: str, text: str, language: Language) -> bool:
    glossary = everyday.analyzer.glossary
    (entry,) = read_entries(build_corpus([Article("a", text, language)]), everyday.analyzer)
    return names_another_of_the_kind(entry, named_ones(everyday.read(question), glossary), glossary)


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("Who won the Grammy?", EN, "Olga Petrova won an Oscar."),
        ("Who won the Golden Lion?", FA, "اولگا پترووا نخل طلا گرفت."),
        ("من فاز بجائزة غرامي؟", ZH, "奥尔加获得奥斯卡奖。"),
        ("ورلڈ کپ کس نے جیتا؟", EN, "Aston Villa won the Champions League."),
        ("谁赢得了世界杯？", AR, "فاز النادي بدوري أبطال أوروبا."),
    ],
)
def test_another_of_the_kind(everyday: Understanding, question: str, language: Language, text: str) -> None:
    assert is_another(everyday, question, text, language)


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("Who won the Grammy?", EN, "Olga Petrova won a Grammy and an Oscar."),
        ("Who won the Grammy?", EN, "Olga Petrova won a prize."),
        ("Who won the prize?", EN, "Olga Petrova won an Oscar."),
        ("Who won the Oscar?", UR, "اولگا نے آسکر ایوارڈ جیتا۔"),
        ("Who won the World Cup?", EN, "The team won the final."),
    ],
)
def test_the_same_or_none_of_the_kind(everyday: Understanding, question: str, language: Language, text: str) -> None:
    assert not is_another(everyday, question, text, language)
