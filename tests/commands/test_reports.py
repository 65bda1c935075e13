"""What is reported over the whole corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import Cli
from cpecbot.corpus import Corpus


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


def test_changes_are_told_a_line_each_with_their_rounds(cli: Cli, corpus: Corpus) -> None:
    """What is kept among them."""
    rows = cli("changes", "--json").objects
    assert {row["status"] for row in rows} >= {"new", "reworded", "kept"}
    for row in rows:
        sides = row["earlier"], row["later"]
        assert [(side["round"], side["date"]) for side in sides] == [(5, None), (7, "2026-01-05")]
        for quote in (quote for side in sides for quote in side["quotes"]):
            assert corpus.articles[quote["source"]].text[quote["start"] : quote["end"]] == quote["text"]


def test_changes_on_a_topic_for_people(cli: Cli) -> None:
    out = cli("changes", "Gaza").out
    assert out.startswith("What changed from round 5 to round 7\n")
    assert "ceasefire in Gaza" in out
    assert "Kashmir" not in out


def test_changes_of_articles_on_one_round_say_what_is_needed(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The third round of the rice talks was held.", "utf-8")
    result = cli("changes", "--corpus", str(tmp_path))
    assert "no two rounds of one series" in result.out
    assert cli("changes", "--json", "--corpus", str(tmp_path)).out == ""


def test_the_outlets_are_held_against_the_primary_text(cli: Cli, elsewhere: Path) -> None:
    """A line for each point and outlet; every quote is a slice."""
    texts = {"p": "The two sides will build a dam. Tolls rise by 5 percent.", "a": "A dam will be built."}
    lines = [{"id": "p", "text": texts["p"], "role": "primary"}, {"id": "a", "text": texts["a"]}]
    (elsewhere / "articles.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    rows = cli("omissions", "--json", "--corpus", "articles.jsonl").objects
    assert [(row["source"], row["level"]) for row in rows] == [("a", "told"), ("a", "omitted")]
    assert not any(row["recognised"] for row in rows)
    for quote in (quote for row in rows for quote in (row["point"], *row["quotes"])):
        assert texts[quote["source"]][quote["start"] : quote["end"]] == quote["text"]
    shown = cli("omissions", "dam", "--corpus", "articles.jsonl").out
    assert "Compared with the primary text p · 1 point\na: told 1\n" in shown


def test_who_has_no_primary_text_is_told_how_to_mark_one(cli: Cli) -> None:
    """As among the five articles."""
    assert 'role = "primary"' in cli("omissions").out
    assert cli("omissions", "--json").objects == []


def test_no_other_role_is_known(cli: Cli, elsewhere: Path) -> None:
    (elsewhere / "articles.jsonl").write_text('{"id": "a", "text": "A dam.", "role": "main"}\n', "utf-8")
    refused = cli("omissions", "--corpus", "articles.jsonl")
    assert refused.code == 2
    assert 'Write "primary"' in refused.err


@pytest.mark.parametrize(("language", "words"), [("en", "The round: 000 says"), ("zh", "来源")])
def test_disagreements_for_people_speak_their_language(cli: Cli, language: str, words: str) -> None:
    assert words in cli("disagreements", "--lang", language).out
