"""What is reported over the whole corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import Cli
from cpecbot.corpus import Corpus


def test_coverage_counts_statements_per_source(cli: Cli, corpus: Corpus) -> None:
    rows = {row["concept"]: row for row in cli("coverage", "--json", "--lang", "zh").objects}
    assert all(list(row["counts"]) == list(corpus.articles) for row in rows.values())
    assert all(rows["agriculture"]["counts"].values())
    assert any(0 in row["counts"].values() for row in rows.values())
    assert rows["beijing"]["label"] == "北京"


def test_coverage_for_people_is_a_table(cli: Cli) -> None:
    out = cli("coverage").out
    assert out.splitlines()[1].split() == ["Topic", "000", "001", "002", "003", "004"]


def test_coverage_is_drawn_into_a_file(cli: Cli, elsewhere: Path) -> None:
    result = cli("coverage", "--png", "topics.png")
    assert (result.code, result.out) == (0, "")
    assert (elsewhere / "topics.png").read_bytes().startswith(b"\x89PNG")


def test_a_disagreement_quotes_both_sides_exactly(cli: Cli, corpus: Corpus) -> None:
    rows = cli("disagreements", "--json", "--topic", "round").objects
    assert rows
    for row in rows:
        assert len(row["sides"]) >= 2
        assert row["note"]
        for quote in (quote for side in row["sides"] for quote in side["quotes"]):
            assert corpus.articles[quote["source"]].text[quote["start"] : quote["end"]] == quote["text"]


def test_disagreements_are_narrowed_by_level_and_topic(cli: Cli) -> None:
    everything = cli("disagreements", "--json").objects
    contradictions = cli("disagreements", "--json", "--level", "contradiction").objects
    assert contradictions == [row for row in everything if row["level"] == "contradiction"]
    assert cli("disagreements", "--json", "--topic", "penguins").objects == []


@pytest.mark.parametrize(("language", "words"), [("en", "The round: 000 says"), ("zh", "来源")])
def test_disagreements_for_people_speak_their_language(cli: Cli, language: str, words: str) -> None:
    assert words in cli("disagreements", "--lang", language).out
