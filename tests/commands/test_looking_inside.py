"""``explain`` and ``glossary check`` show what answers rest on."""

from __future__ import annotations

import re

from command_line import Cli


def test_an_answer_is_explained_from_question_to_quote(cli: Cli) -> None:
    out = cli("explain", "When was the seventh round of the dialogue held?").out
    lines = out.splitlines()
    assert lines[1:3] == ["Language  en", "Kind      when"]
    assert "Outcome   answered, " in out
    assert "answers with: January 4, 2026" in out


def test_a_refusal_is_explained_too(cli: Cli) -> None:
    out = cli("explain", "How long is the Karakoram Highway in kilometres?").out
    assert "Outcome   no_answer, kind_missing, 0 quoted" in out


def test_words_that_no_concept_covers_are_listed_by_frequency(cli: Cli) -> None:
    result = cli("glossary", "check", "--json", "--least", "1")
    counts = [row["count"] for row in result.objects]
    assert counts == sorted(counts, reverse=True)
    assert min(counts) == 1
    often = cli("glossary", "check", "--json", "--least", "2")
    assert often.objects == [row for row in result.objects if row["count"] > 1]
    assert "pakistan" not in {row["word"].lower() for row in result.objects}
    assert re.search(r"\d+ concepts and \d+ words, all well-formed", result.err)
