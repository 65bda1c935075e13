"""Commands that draw what the articles hold as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import Cli
from cpecbot.corpus import Corpus


def test_coverage_counts_statements_per_source(cli: Cli, corpus: Corpus) -> None:
    rows = {row["concept"]: row for row in cli("coverage", "--json", "--lang", "zh").objects}
    assert all(list(row["counts"]) == list(corpus.articles) for row in rows.values())
    assert list(rows["gaza"]["counts"].values()) == [0, 1, 0, 0, 1]
    assert list(rows["terrorism"]["counts"].values()) == [None, 4, None, 4, 4]
    assert rows["gaza"]["label"] == "加沙"


def test_coverage_for_people_is_a_table(cli: Cli) -> None:
    out = cli("coverage").out
    assert out.splitlines()[1].split() == ["Topic", "000", "001", "002", "003", "004"]
    assert ["Gaza", "–", "1", "–", "–", "1"] in [line.split() for line in out.splitlines()]
    assert "silent: –" in " ".join(out.split())


def test_coverage_is_drawn_into_a_file(cli: Cli, elsewhere: Path) -> None:
    result = cli("coverage", "--png", "topics.png")
    assert (result.code, result.out) == (0, "")
    assert (elsewhere / "topics.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("command", [("coverage",), ("timeline",), ("timeline", "strategic", "dialogue")])
def test_a_picture_is_drawn_into_files(cli: Cli, elsewhere: Path, command: tuple[str, ...]) -> None:
    result = cli(*command, "--svg", "drawn.svg", "--png", "drawn.png", "--lang", "ur")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert (elsewhere / "drawn.svg").read_text("utf-8").startswith("<svg ")
    assert (elsewhere / "drawn.png").read_bytes().startswith(b"\x89PNG")


def test_what_has_no_date_is_not_drawn(cli: Cli, elsewhere: Path) -> None:
    result = cli("timeline", "zebra", "--png", "drawn.png")
    assert result.code == 2
    assert "No source gives a date for zebra." in result.err
    assert not (elsewhere / "drawn.png").exists()
    assert cli("timeline", "zebra").out.strip() == "No source gives a date for zebra."


def test_the_timeline_quotes_the_words_for_each_day(cli: Cli, corpus: Corpus) -> None:
    rows = cli("timeline", "--json").objects
    days = [(row["from"], row["to"]) for row in rows]
    assert days == sorted(days)
    assert ("2026-01-03", "2026-01-05") in days
    for row in rows:
        for quote in row["quotes"]:
            text = corpus.articles[quote["source"]].text
            assert text[quote["start"] : quote["end"]] == quote["text"]
            assert quote["highlights"]
    held = next(row for row in rows if row["text"] == "4 January 2026")
    ((start, end),) = held["quotes"][0]["highlights"]
    assert corpus.articles[held["quotes"][0]["source"]].text[start:end] == "January 4, 2026"
    assert [note["dimension"] for note in held["differing"]] == ["date"]
    assert cli("timeline", "zebra", "--json").objects == []
