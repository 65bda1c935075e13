"""What a list holds, and whether it is closed."""

from __future__ import annotations

import pytest

from cpecbot.disagreement.grouping.findings import Finding
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.rules.lists import list_findings
from cpecbot.languages import Language
from fakes.languages import EN, UR
from fakes.readings import filled, reading


def found(written: str, reader: Reader, language: Language = EN, dateline: int = 0) -> list[Finding]:
    return list(list_findings(reading(written, language, dateline=dateline), reader))


def members(written: str, reader: Reader, language: Language = EN, dateline: int = 0) -> list[set[str]]:
    return [set(each.values) for each in found(written, reader, language, dateline)]


@pytest.mark.parametrize(("first", "next_", "held"), [(7, 3, True), (8, 3, False), (7, 4, False)])
def test_members_follow_within_seven_words_and_each_other_within_three(
    first: int, next_: int, held: bool, by_roles: Reader
) -> None:
    written = filled(filled("t:list_frame", first, "c:trade"), next_, "c:finance")
    assert members(written, by_roles) == ([{"trade", "finance"}] if held else [])
    mirrored = filled(filled("c:finance", next_, "c:trade"), first, "t:list_frame")
    assert members(mirrored, by_roles, UR) == ([{"trade", "finance"}] if held else [])
    assert members(mirrored, by_roles) == []


def test_one_member_is_no_list_and_other_kinds_are_no_members(by_roles: Reader) -> None:
    assert members("t:list_frame c:trade", by_roles) == []
    assert members("t:list_frame c:trade c:wang_yi c:finance", by_roles) == [{"trade", "finance"}]


def test_of_concepts_on_the_same_words_the_first_is_meant(by_roles: Reader) -> None:
    assert members("t:list_frame c:banking&c:finance c:trade", by_roles) == [{"banking", "trade"}]


def test_a_member_inside_another_is_none_of_its_own(by_roles: Reader) -> None:
    assert members("t:list_frame c:trade/2 c:finance c:investment", by_roles) == [{"trade", "investment"}]
    assert members("c:investment c:trade/2 c:finance t:list_frame", by_roles, UR) == [{"investment", "trade"}]


def test_a_list_ends_where_the_next_begins(by_roles: Reader) -> None:
    written = "t:list_frame c:trade c:finance t:list_frame c:banking c:loan"
    assert members(written, by_roles) == [{"trade", "finance"}, {"banking", "loan"}]
    assert members("t:list_frame c:trade c:finance/2 t:list_frame", by_roles) == []
    mirrored = "c:banking c:loan t:list_frame c:trade c:finance t:list_frame"
    assert members(mirrored, by_roles, UR)[0] == {"trade", "finance"}
    assert members("c:trade c:finance t:list_frame t:list_frame", by_roles, UR) == [{"trade", "finance"}]


def test_before_the_frame_the_dateline_holds_no_member(by_roles: Reader) -> None:
    assert members("c:trade c:finance t:list_frame", by_roles, UR, dateline=1) == []
    assert members("x c:trade c:finance t:list_frame", by_roles, UR, dateline=1) == [{"trade", "finance"}]


@pytest.mark.parametrize(
    ("written", "closed"),
    [
        ("n:2 x x t:list_frame c:trade c:finance", True),
        ("n:2 x x x t:list_frame c:trade c:finance", False),
        ("t:list_frame x x n:2 c:trade c:finance", True),
        ("t:list_frame x x x n:2 c:trade c:finance", False),
        ("o:2 t:list_frame c:trade c:finance", False),
    ],
)
def test_a_number_by_the_frame_closes_the_list(written: str, closed: bool, by_roles: Reader) -> None:
    (listed,) = found(written, by_roles)
    assert listed.claim.qualifiers == ({"closed list"} if closed else frozenset())


def test_such_as_leaves_it_open_whatever_the_number(by_roles: Reader) -> None:
    (listed,) = found("n:2 t:list_frame t:open_list c:trade c:finance", by_roles)
    assert (listed.claim.qualifiers, listed.least_shared) == ({"open list"}, 2)
