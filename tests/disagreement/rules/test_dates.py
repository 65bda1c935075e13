"""The days of one meeting's proceedings, as a source tells them."""

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
    """To this reader the other roles of a term are proceedings, too."""
    return Reader(glossary, contrasts_of_roles(occasion="held proceedings visit", proceedings="held occasion"))


def found(written: str, reader: Reader) -> list[Finding]:
    return list(number_findings(reading(written), reader))


@pytest.mark.parametrize(
    "written", [filled(DAY, 12, "t:proceedings"), filled("t:proceedings", 12, DAY), f"{DAY} t:held"]
)
def test_a_day_is_of_the_proceedings_within_twelve_words(written: str, reader: Reader) -> None:
    assert [(each.rule, each.level) for each in found(written, reader)] == [("timing", Level.DIFFERING)]


@pytest.mark.parametrize(
    "written",
    [
        filled(DAY, 13, "t:proceedings"),
        filled("t:proceedings", 13, DAY),
        f"{DAY} t:visit",
        "d:2026-01-04..2026-01-05 t:held",
    ],
)
def test_and_none_farther_off_nor_of_other_occasions_nor_of_several_days(written: str, reader: Reader) -> None:
    assert found(written, reader) == []


@pytest.mark.parametrize(("gap", "kept"), [(1, 0), (2, 1)])
def test_proceedings_of_another_time_are_not_dated(gap: int, kept: int, reader: Reader) -> None:
    """When that is said within the two words before."""
    assert len(found(filled("t:other_time", gap, f"{DAY} t:held"), reader)) == kept


def test_of_two_dates_of_one_occasion_none_is_meant(reader: Reader) -> None:
    assert found(f"{DAY} t:held d:2026-02-01", reader) == []
