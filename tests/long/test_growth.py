"""What long texts cost: no more than their length, whatever they hold."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from cpecbot.language.sentences.segmenting import segment
from cpecbot.language.text.phrases import PhraseTable, Token
from cpecbot.language.values.finding import find_values
from cpecbot.languages import Language
from cpecbot.models import Article
from fakes.languages import AR, EN, FA, UR, ZH


@pytest.mark.parametrize(
    ("unit", "language"),
    [
        ("“ a. b ", EN),
        ("(a. b) ", EN),
        ('" ', EN),
        ("*", EN),
        ("! ", EN),
        ("U.S. ", EN),
        ("ab", EN),
        ("، وقال الرئيس إن بلاده ترحب بهذا الاتفاق", AR),
        ("؛", FA),
        ("。", ZH),
        ("\n", UR),
    ],
)
def test_time_grows_with_the_length_of_a_line_and_not_with_its_square(unit: str, language: Language) -> None:
    """Eight times the text may take five times its share, which a quadratic cost (eight times) does not meet."""

    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        started = time.process_time()
        segment(text, language)
        return time.process_time() - started

    segment(unit, language)
    small = min(seconds(25_000) for _ in range(3))
    assert min(seconds(200_000) for _ in range(2)) < max(0.1, 40 * small)


def test_an_article_of_five_megabytes_is_cut_whole(articles: Mapping[str, Article]) -> None:
    article = articles["004"].text
    text = (article + "\n") * 650
    assert len(text) > 5_000_000
    found = segment(text, EN)
    assert len(found) == 650 * len(segment(article, EN))


@pytest.mark.parametrize(
    "odd",
    [
        "1,234", "one ", "3-", "一", "十", "2026-", "و ", "thousand million ", "ال", "1.", "between 1 and ", "1/2 ",
        "2½", "-1", "3:1 ", "2 618 ", "half a ", "and a half ", "5m to ", "one in ", "two thousand, ",
    ],
)  # fmt: skip
def test_odd_input_is_read_in_linear_time(monkeypatch: pytest.MonkeyPatch, odd: str) -> None:
    """Ten times the text asks for about ten times the words."""
    asked = 0
    match = PhraseTable.match

    def counted(table: PhraseTable[Any], tokens: Sequence[Token], at: int) -> tuple[Any, int] | None:
        nonlocal asked
        asked += 1
        return match(table, tokens, at)

    def questions(size: int) -> int:
        before = asked
        find_values(odd * (size // len(odd)), AR)
        return asked - before

    monkeypatch.setattr(PhraseTable, "match", counted)
    assert questions(3_000) <= 12 * questions(300)
