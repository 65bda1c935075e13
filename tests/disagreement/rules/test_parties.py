"""Who met, and where."""

from __future__ import annotations

import pytest

from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.rules.parties import inner_groups, party_findings, venue_findings
from fakes.readings import filled, reading

CHINA, PAKISTAN = "c:country_cn", "c:country_pk"


def parties(written: str, reader: Reader) -> list[set[str]]:
    return [{key[-2:] for key in each.values} for each in party_findings(reading(written), reader)]


def venues(written: str, reader: Reader) -> list[tuple[str, set[str]]]:
    return [(each.head, set(each.values)) for each in venue_findings(reading(written), reader)]


@pytest.mark.parametrize(("gap", "near"), [(4, True), (5, False)])
def test_countries_stand_within_four_words_of_the_meeting_and_of_each_other(
    gap: int, near: bool, by_roles: Reader
) -> None:
    expected = [{"cn", "pk"}] if near else []
    assert parties(filled(filled("t:series", gap, CHINA), 4, PAKISTAN), by_roles) == expected
    assert parties(filled(filled("t:series", 4, CHINA), gap, PAKISTAN), by_roles) == expected
    assert parties(filled(filled(PAKISTAN, gap, CHINA), 4, "t:series"), by_roles) == expected
    assert parties(filled(filled(PAKISTAN, 4, CHINA), gap, "t:series"), by_roles) == expected


@pytest.mark.parametrize(("gap", "near"), [(7, True), (8, False)])
def test_between_lets_them_stand_eight_words_off(gap: int, near: bool, by_roles: Reader) -> None:
    """Even across clauses."""
    written = filled("t:series t:between |", gap, f"{CHINA} {PAKISTAN}")
    assert parties(written, by_roles) == ([{"cn", "pk"}] if near else [])


@pytest.mark.parametrize(("gap", "near"), [(1, True), (2, False)])
def test_between_stands_by_the_meeting(gap: int, near: bool, by_roles: Reader) -> None:
    written = filled("t:series", gap, f"t:between x x x x {CHINA} {PAKISTAN}")
    assert parties(written, by_roles) == ([{"cn", "pk"}] if near else [])


def test_without_it_another_clause_is_about_others(by_roles: Reader) -> None:
    assert parties(f"t:series | {CHINA} {PAKISTAN}", by_roles) == []
    assert parties(f"{CHINA} {PAKISTAN} | t:series", by_roles) == []


@pytest.mark.parametrize(
    ("countries", "found"),
    [
        ("c:country_cn", []),
        ("c:country_cn c:country_pk c:country_af", [{"cn", "pk", "af"}]),
        ("c:country_cn c:country_pk c:country_af c:country_ir", []),
        ("c:country_cn&c:country_pk", [{"cn", "pk"}]),
    ],
)
def test_two_or_three_countries_meet(countries: str, found: list[set[str]], by_roles: Reader) -> None:
    assert parties(f"t:series {countries}", by_roles) == found
    assert parties(f"{countries} t:series", by_roles) == found


@pytest.mark.parametrize(
    ("written", "held"),
    [
        (filled("t:series", 9, "t:venue c:beijing"), True),
        (filled("t:series", 10, "t:venue c:beijing"), False),
        ("c:beijing t:venue t:series", False),
        ("t:series c:beijing t:venue", True),
        ("t:series c:beijing x t:venue", False),
        ("t:series t:venue x c:beijing", True),
        ("t:series t:venue x x c:beijing", False),
        ("t:series t:venue&c:beijing", True),
        ("t:series t:venue c:country_cn", False),
        ("t:series t:venue c:trade", False),
    ],
)
def test_a_place_after_in_is_the_venue_of_the_meeting_before(written: str, held: bool, by_roles: Reader) -> None:
    assert venues(written, by_roles) == ([("series", {"beijing"})] if held else [])


def test_a_city_does_not_name_its_province_too(by_roles: Reader) -> None:
    assert venues("t:series t:venue c:karachi&c:sindh", by_roles) == [("series", {"karachi"})]


def test_the_next_meeting_has_a_venue_of_its_own_and_another_time_none(by_roles: Reader) -> None:
    assert venues("t:next t:series t:venue c:beijing", by_roles) == [("series:next", {"beijing"})]
    assert venues("t:other_time t:series t:venue c:beijing", by_roles) == []
    assert venues("t:other_time | t:series t:venue c:beijing", by_roles) == [("series", {"beijing"})]
    assert venues("t:series_split t:series t:venue c:beijing", by_roles) == [("series:series_split", {"beijing"})]


def test_the_meeting_nearest_before_the_place_was_there(by_roles: Reader) -> None:
    (found,) = venue_findings(reading("t:series x t:series t:venue c:beijing"), by_roles)
    assert found.reading.words_in(found.evidence) == (2, 5)


INNER = f"c:country_us {CHINA} t:series t:held"


@pytest.mark.parametrize(
    ("chairs", "odd"),
    [
        (f"c:minister x x {CHINA} {PAKISTAN}", True),
        (f"c:minister x x x {CHINA} {PAKISTAN}", False),
        (f"c:minister x {CHINA} x {PAKISTAN}", True),
        (f"{PAKISTAN} x c:minister x {CHINA}", True),
        (f"{PAKISTAN} x x c:minister x {CHINA}", False),
        (f"c:minister {CHINA} c:country_us", False),
        (f"c:wang_yi {CHINA} {PAKISTAN}", False),
    ],
)
def test_ministers_of_two_other_countries_are_at_odds_with_the_name(chairs: str, odd: bool, by_roles: Reader) -> None:
    """A country within three words of a title, behind what says that the meeting was held."""
    assert len(list(inner_groups([reading(f"{INNER} | {chairs}")], by_roles))) == odd


def test_ministers_named_before_it_was_held_are_no_chairs(by_roles: Reader) -> None:
    written = f"c:country_us {CHINA} t:series | c:minister {CHINA} {PAKISTAN} | t:held"
    assert list(inner_groups([reading(written)], by_roles)) == []
