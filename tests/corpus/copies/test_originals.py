"""Which of several prints is the original."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.copies.samples import BRIDGE, article, found
from cpecbot.models import Article

WIRE = " ".join(BRIDGE)


def test_the_earliest_is_the_original() -> None:
    copies = found(article("a", WIRE, day=3), article("b", WIRE, day=2), article("c", WIRE))
    assert copies.originals == {"a": "b", "c": "b"}
    assert [sentence.source for sentence in next(iter(copies.tellings.values()))] == ["b", "a", "c"]


def test_of_one_day_the_agency_s_own_is() -> None:
    paper = replace(article("a", WIRE, day=2), outlet="Valley Paper", cites=("Hunza Wire",))
    agency = replace(article("b", WIRE, day=2), outlet="HUNZA WIRE")
    assert found(paper, agency).originals == {"a": "b"}
    assert found(replace(paper, cites=()), agency).originals == {"b": "a"}


@pytest.mark.parametrize(
    ("longer", "shorter", "originals"),
    [
        (article("b", WIRE), article("a", " ".join(BRIDGE[:3])), {"a": "b"}),
        (article("b", WIRE, day=2), article("a", " ".join(BRIDGE[:3]), day=2), {"a": "b"}),
        (article("b", WIRE, day=2), article("a", " ".join(BRIDGE[:3]), day=3), {"a": "b"}),
        (article("b", WIRE, day=3), article("a", " ".join(BRIDGE[:3]), day=2), {}),
    ],
)
def test_a_part_is_a_copy_of_the_whole_unless_it_was_there_first(
    longer: Article, shorter: Article, originals: dict[str, str]
) -> None:
    """Who reported more of it later did not copy what had been reported."""
    copies = found(shorter, longer)
    assert copies.originals == originals
    assert copies.passages == {"a": ("b",), "b": ("a",)}
