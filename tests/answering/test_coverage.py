"""The topics of the articles: what somebody asks about, who speaks of it, and who is silent by the rule of answers."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from answering.conftest import Telling
from cpecbot.answering import Library
from cpecbot.languages import Language
from cpecbot.models import Coverage
from fakes.languages import EN, FA

Counts = Mapping[str, tuple[int | None, ...]]


def rows(coverage: Coverage) -> Counts:
    return {row.concept: row.counts for row in coverage.rows}


def test_a_row_is_of_what_is_asked_about_and_not_of_how_it_is_told(telling: Telling) -> None:
    """A name, or a subject: not that something was announced, in which round, by whose agency, or from where."""
    found = telling(
        "KARACHI (Reuters) - In the second round of talks, Lahore announced an agreement on agriculture.",
        "They agreed on participation in a programme.",
    ).coverage()
    assert {"lahore", "agriculture"} == set(rows(found))


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("A suicide attack was reported.", "suicide_attack"),  # a kind of terrorism
        ("An invitation was accepted.", None),
    ],
)
def test_an_event_is_a_topic_where_it_is_a_kind_of_one(telling: Telling, sentence: str, topic: str | None) -> None:
    found = set(rows(telling(sentence, "Nothing.", "More.").coverage()))
    assert found == ({topic} if topic else set())


def test_a_name_that_is_missing_is_silence_and_a_thing_that_is_missing_is_not(telling: Telling) -> None:
    """It may be put otherwise, at least by who reports the same."""
    counts = rows(telling("Lahore trades in cement.", "A report on something.").coverage())
    assert counts["lahore"] == (1, 0)
    assert counts["trade"] == (1, None)


def test_a_kind_or_a_part_of_it_is_no_silence(telling: Telling) -> None:
    """Who speaks of Punjab may mean Lahore."""
    counts = rows(telling("It rained in Lahore, not in Punjab.", "It rained in Punjab.", "It rained.").coverage())
    assert counts["lahore"] == (1, None, 0)
    assert counts["punjab"] == (1, 1, 0)


def test_a_capital_may_stand_for_its_country(telling: Telling) -> None:
    counts = rows(telling("Islamabad praised Kashgar.", "Pakistan praised it.", "It was praised.").coverage())
    assert counts["islamabad"] == (1, None, 0)
    assert counts["kashgar"] == (1, 0, 0)


def test_what_only_a_heading_names_is_no_silence(telling: Telling) -> None:
    counts = rows(telling("A talk on Lahore was held.", "Lahore\n\nA talk on this was held in the town.").coverage())
    assert counts["lahore"] == (1, None)


def test_what_parts_the_sources_comes_first(telling: Telling) -> None:
    """Half against half parts them more than one against all, proven silence more than none, much more than little."""
    found = telling(
        "Multan is dry. Sahiwal and Quetta are dry. Education is rare.",
        "Sahiwal is dry. Sahiwal, Multan and Quetta are wet. Education is rare.",
        "Quetta is wet. Education is common.",
        "Quetta and Kashgar are wet. Education is common.",
        "Kashgar is wet. Of industry nobody speaks.",
    ).coverage()
    keys = list(rows(found))
    assert keys.index("sahiwal") < keys.index("education")
    assert keys.index("kashgar") < keys.index("industry")
    assert keys.index("kashgar") < keys.index("education")


def test_a_country_is_left_out_where_the_same_statements_name_its_city(telling: Telling) -> None:
    counts = rows(telling("It rained in Lahore in Punjab.", "It rained.", "It snowed.").coverage())
    assert "lahore" in counts
    assert "punjab" not in counts


@pytest.mark.parametrize(("language", "question"), [(EN, "What is said about {}?"), (FA, "دربارهٔ {} چه گفته شده است؟")])
def test_silence_is_that_of_answers(library: Library, language: Language, question: str) -> None:
    found = library.coverage()
    for row in found.rows:
        answer = library.ask(question.format(library.label(row.concept, language)))
        silent = tuple(source for source, count in zip(found.sources, row.counts, strict=True) if count == 0)
        assert silent == answer.silent_sources, row.concept
