"""Sources that report another event are told apart, and do not contradict by themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from cpecbot.disagreement.grouping.events import Events, Guard, leading_pairs, partition
from cpecbot.disagreement.grouping.findings import OTHER_TIME, Compare, Finding
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.models import Dimension, Disagreement, Level
from fakes.readings import finding, reading, value

Texts = Callable[..., tuple[Disagreement, ...]]

SEVENTH = "The seventh round of the China-Pakistan strategic dialogue was held in Beijing."
FIFTH = "The fifth round of the China-Pakistan strategic dialogue was held in Islamabad."


def test_the_minority_round_is_another_event(texts: Texts) -> None:
    """The source that names another round than most may speak of another meeting."""
    (note,) = texts(SEVENTH, SEVENTH, FIFTH)
    assert (note.dimension, note.level, note.other_event) == (Dimension.ORDINAL, Level.CONTRADICTION, ("c",))


def test_another_event_has_its_own_place_and_sums(texts: Texts) -> None:
    """Only what makes it another event is noted, not all that follows from that."""
    loan = " China will provide $2 billion in loans."
    notes = texts(SEVENTH + loan, SEVENTH + loan, FIFTH + loan.replace("2", "3"))
    assert [note.dimension for note in notes] == [Dimension.ORDINAL]


def test_without_a_majority_nobody_is_the_outlier(texts: Texts) -> None:
    """Of two sources neither is the odd one."""
    (note,) = texts(SEVENTH, FIFTH)
    assert note.other_event == ()


@pytest.mark.parametrize(("day", "contradict"), [("4 May 2023", False), ("4 January 2026", True)])
def test_rounds_of_days_months_apart_contradict_nothing(texts: Texts, day: str, contradict: bool) -> None:
    """Each was held in its time; of one time one source has the number wrong."""
    notes = texts(SEVENTH.replace(".", " on 4 January 2026."), FIFTH.replace(".", f" on {day}."))
    assert any(note.dimension is Dimension.ORDINAL for note in notes) is contradict


def test_a_source_at_odds_with_itself_has_a_note_of_its_own(texts: Texts) -> None:
    """A dialogue named after two countries but chaired by the ministers of two others."""
    text = (
        "The China-America strategic dialogue was held and co-chaired by Pakistani Foreign Minister Ishaq Dar "
        "and Chinese Foreign Minister Wang Yi."
    )
    (note,) = texts(text)
    assert note.kind == "inner:party"
    assert [side.values for side in note.sides] == [("country_cn", "country_us"), ("country_cn", "country_pk")]
    assert {source for side in note.sides for source in side.sources} == {"a"}


def test_a_dialogue_of_other_countries_is_no_contradiction(texts: Texts) -> None:
    """An article on another pair of countries speaks of another dialogue."""
    notes = texts(
        "China and Pakistan met. The China-Pakistan strategic dialogue was held.",
        "India and Russia met. The India-Russia strategic dialogue was held.",
    )
    assert notes == ()


def edition(source: str, number: str, **changes: Any) -> Finding:
    return finding(source, [number], rule="ordinal", identity=True, **changes)


def outliers(*said: tuple[str, str]) -> set[str]:
    return set(partition(edition(source, number) for source, number in said).outliers)


def test_outliers_need_a_clear_majority() -> None:
    assert outliers(("a", "7"), ("b", "7"), ("c", "5")) == {"c"}
    assert outliers(("a", "7"), ("b", "7"), ("c", "5"), ("d", "5")) == set()
    assert outliers(("a", "7"), ("b", "7"), ("c", "7"), ("d", "5"), ("e", "5"), ("f", "4")) == {"d", "e", "f"}
    assert outliers(("a", "7"), ("b", "7")) == set()


def test_sources_that_share_an_edition_are_of_one_event_transitively() -> None:
    assert outliers(("a", "7"), ("b", "7"), ("b", "5"), ("c", "5"), ("d", "4")) == {"d"}


def test_only_ordinals_that_identify_tell_events_apart() -> None:
    sevens = [edition("a", "7"), edition("b", "7")]
    for other in (
        finding("c", ["5"], rule="ordinal"),
        finding("c", ["5"], identity=True),
        edition("c", "5", head="another series"),
        _of_another_time(edition("c", "5")),
    ):
        assert partition([*sevens, other]).outliers == set()


def _of_another_time(found: Finding) -> Finding:
    return replace(found, claim=replace(found.claim, qualifiers=frozenset({OTHER_TIME})))


def test_an_article_reports_the_affairs_of_the_two_countries_it_names_most(by_roles: Reader) -> None:
    written = "c:country_ir c:country_cn c:country_cn c:country_pk c:country_pk c:trade c:trade c:trade"
    assert leading_pairs([reading(written)], by_roles) == {"a": {"country_cn", "country_pk"}}


GUARD = Guard(
    Events((frozenset("ab"), frozenset("c")), frozenset("c")),
    {"a": frozenset("xy"), "b": frozenset("xy"), "c": frozenset("xz")},
)


def allowed(one: str, other: str, level: Level = Level.CONTRADICTION, **changes: Any) -> bool:
    return GUARD(finding(one, **changes), finding(other, **changes), level)


def test_another_event_contradicts_only_in_what_makes_it_another() -> None:
    assert allowed("a", "b")
    assert not allowed("a", "c")
    assert allowed("a", "c", identity=True)


def test_of_another_event_only_lists_may_differ() -> None:
    assert allowed("a", "c", Level.DIFFERING, compare=Compare.SET)
    assert not allowed("a", "c", Level.DETAIL, compare=Compare.SET)
    assert not allowed("a", "c", Level.DIFFERING)


def test_parties_are_compared_where_the_same_countries_lead() -> None:
    assert allowed("a", "b", rule="party", identity=True)
    assert not allowed("a", "c", rule="party", identity=True)


@pytest.mark.parametrize(("day", "near"), [("2026-01-09", True), ("2026-01-10", False), ("2025-12-30", True)])
def test_the_days_of_one_meeting_lie_within_five_days(day: str, near: bool) -> None:
    """From 4 January; of different proceedings, and of one event."""
    first = finding("a", rule="timing", subject="hold", amount=value("d:2026-01-04"))
    other = finding("b", rule="timing", subject="statement", amount=value(f"d:{day}"))
    assert GUARD(first, other, Level.DIFFERING) is near
    assert not GUARD(first, replace(other, subject="hold"), Level.DIFFERING)
    assert not GUARD(first, replace(other, claim=replace(other.claim, source="c")), Level.DIFFERING)
    assert GUARD(first, replace(other, amount=None), Level.DIFFERING)
