"""Who heads something is told by a title or by a deed."""

from __future__ import annotations

import pytest

from cpecbot.answering.reading.understanding import Understanding

TITLES = {"c:chief_executive", "c:president", "c:board_chairman"}


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Who runs Nordlicht Bank?", "runs"),
        ("Who heads the museum?", "heads"),
        ("من يدير المتحف؟", "يدير"),
        ("چه کسی موزه را اداره می\u200cکند؟", "اداره"),
        ("میوزیم کا سربراہ کون ہے؟", "سربراہ"),
        ("谁掌管博物馆？", "掌管"),
    ],
)
def test_whoever_heads_something_is_found_by_every_title(everyday: Understanding, question: str, word: str) -> None:
    (unit,) = (each for each in everyday.read(question).units if each.text.startswith(word))
    assert unit.keys >= TITLES
    assert not unit.light


def test_a_title_is_found_by_what_says_that_somebody_has_it_and_by_no_other_title(everyday: Understanding) -> None:
    unit = everyday.read("Who is the chief executive of Nordlicht Bank?").units[0]
    assert "c:head_organisation" in unit.keys
    assert unit.keys.isdisjoint({"c:president", "c:board_chairman"})


@pytest.mark.parametrize("question", ["When did she run the bank?", "Who led?"])
def test_nothing_is_added_where_no_head_of_a_thing_is_asked_for(everyday: Understanding, question: str) -> None:
    assert all(unit.keys.isdisjoint(TITLES) for unit in everyday.read(question).units)
