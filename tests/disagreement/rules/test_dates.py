"""A date and the occasion that it dates."""

from __future__ import annotations

import pytest

from cpecbot.disagreement.grouping.findings import Finding
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.rules.numbers import number_findings
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Level
from fakes.readings import contrasts_of_roles, filled, reading

DAY = "d:2026-01-04"


@pytest.fixture(scope="module")
def reader(glossary: Glossary) -> Reader:
    """To this reader the other roles of a term are occasions, too."""
    return Reader(glossary, contrasts_of_roles(occasion="held proceedings step visit"))


def found(written: str, reader: Reader) -> list[Finding]:
    return list(number_findings(reading(written), reader))


@pytest.mark.parametrize("written", [filled(DAY, 12, "t:occasion"), filled("t:occasion", 12, DAY), "w:1 t:occasion"])
def test_a_date_dates_the_occasion_within_twelve_words(written: str, reader: Reader) -> None:
    assert [(each.rule, each.head) for each in found(written, reader)] == [("date", "occasion")]


@pytest.mark.parametrize("written", [filled(DAY, 13, "t:occasion"), filled("t:occasion", 13, DAY)])
def test_and_none_farther_off(written: str, reader: Reader) -> None:
    assert found(written, reader) == []


@pytest.mark.parametrize(("gap", "head"), [(0, "visit"), (2, "visit"), (3, "held")])
def test_of_what_was_held_the_thing_itself_is_dated_when_it_stands_beside(gap: int, head: str, reader: Reader) -> None:
    """As of "the attack took place" the attack; at most two words between."""
    assert found(f"{DAY} {filled('t:held', gap, 't:visit')}", reader)[0].head == head
    assert (
        found(f"{DAY} x {filled('t:visit', gap, 't:held')}", reader)[0].head
        == {0: "visit", 2: "visit", 3: "visit"}[gap]
    )


def test_the_proceedings_of_a_meeting_are_also_compared_among_themselves(reader: Reader) -> None:
    dated, timing = found(f"{DAY} t:proceedings", reader)
    assert (dated.rule, timing.rule, timing.level) == ("date", "timing", Level.DIFFERING)
    assert [each.rule for each in found("d:2026-01-04..2026-01-05 t:proceedings", reader)] == ["date"]


@pytest.mark.parametrize(("gap", "kept"), [(1, 0), (2, 1)])
def test_an_occasion_of_another_time_is_not_dated(gap: int, kept: int, reader: Reader) -> None:
    """When that is said within the two words before."""
    assert len(found(filled("t:other_time", gap, f"{DAY} t:occasion"), reader)) == kept


@pytest.mark.parametrize(("written", "least"), [(f"{DAY} t:step", 2), (f"{DAY} t:occasion", 1)])
def test_steps_that_every_undertaking_has_must_share_more(written: str, least: int, reader: Reader) -> None:
    (dated,) = found(written, reader)
    assert (dated.least_shared, dated.of_a_work) == (least, least == 2)


def test_of_two_dates_of_one_occasion_none_is_meant(reader: Reader) -> None:
    assert found(f"{DAY} t:occasion d:2026-02-01", reader) == []
    assert len(found(f"{DAY} t:occasion t:visit d:2026-02-01", reader)) == 2
