"""Numbers and the nouns they belong to: how near, and what forbids it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cpecbot.disagreement.grouping.findings import BOUND, OTHER_TIME, Finding
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.rules.numbers import number_findings
from cpecbot.models import Level
from fakes.readings import filled, reading


def found(written: str, reader: Reader, dateline: int = 0) -> list[Finding]:
    return list(number_findings(reading(written, dateline=dateline), reader))


def heads(written: str, reader: Reader) -> list[str]:
    return [each.head for each in found(written, reader)]


@pytest.mark.parametrize(
    "written",
    [
        filled("o:7 t:edition", 8, "t:series"),
        filled("t:series", 3, "t:edition o:7"),
        filled("o:7", 3, "t:series"),
        filled("t:series", 2, "o:7"),
    ],
)
def test_an_ordinal_numbers_the_meetings_of_a_series(written: str, by_roles: Reader) -> None:
    """Up to eight words ahead or three behind the round; without one, right beside it."""
    (edition,) = found(written, by_roles)
    assert (edition.rule, edition.head, edition.values) == ("ordinal", "edition:series", {"7"})
    assert edition.identity
    assert edition.level is Level.CONTRADICTION


@pytest.mark.parametrize(
    "written",
    [
        filled("o:7 t:edition", 9, "t:series"),
        filled("t:series", 4, "t:edition o:7"),
        filled("o:7", 4, "t:series"),
        filled("t:series", 3, "o:7"),
        "n:7 t:edition t:series",
    ],
)
def test_farther_off_it_numbers_none(written: str, by_roles: Reader) -> None:
    assert found(written, by_roles) == []


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("t:other_time o:7 t:edition t:series", True),
        ("t:other_time x o:7 t:edition t:series", False),
        ("o:7 t:edition t:series t:other_time", True),
    ],
)
def test_the_round_of_another_time_identifies_no_event(written: str, other: bool, by_roles: Reader) -> None:
    (edition,) = found(written, by_roles)
    assert ((OTHER_TIME in edition.claim.qualifiers), edition.identity) == (other, not other)


def test_a_split_of_the_series_is_a_series_of_its_own(by_roles: Reader) -> None:
    assert heads("o:7 t:edition t:series_split t:series", by_roles) == ["edition:series:series_split"]
    assert heads("t:series_split&o:7 t:edition t:series", by_roles) == ["edition:series:series_split"]
    assert heads("t:series_split o:7 t:edition t:series", by_roles) == ["edition:series"]
    assert heads("o:7 t:edition t:series | t:series_split", by_roles) == ["edition:series"]


def test_what_stands_in_the_dateline_is_no_claim(by_roles: Reader) -> None:
    assert found("o:7 t:edition t:series", by_roles, dateline=1) == []
    assert len(found("x o:7 t:edition t:series", by_roles, dateline=1)) == 1


def test_a_number_that_only_names_the_sides_is_none(by_roles: Reader) -> None:
    assert found("t:both_sides&o:2 t:numbered", by_roles) == []
    assert heads("t:both_sides o:2 t:numbered", by_roles) == ["numbered"]


def test_an_ordinal_is_of_its_own_nouns(by_roles: Reader) -> None:
    assert [(each.rule, each.head) for each in found("o:5 t:numbered", by_roles)] == [("ordinal", "numbered")]
    assert found("n:5 t:numbered", by_roles) == found("o:5 t:toll", by_roles) == []


def test_a_bound_is_told(by_roles: Reader) -> None:
    assert [BOUND in each.claim.qualifiers for each in found("m:5+ | x x x x x x x x x m:6", by_roles)] == [True, False]


def test_an_ordinal_of_another_thing_is_one(by_roles: Reader) -> None:
    assert heads("t:other_thing x x x x o:5 t:numbered", by_roles) == ["numbered"]


@pytest.mark.parametrize("written", [filled("c:cpec", 8, "v:2.0"), filled("v:2.0", 8, "c:cpec"), "v:2.0 c:cpec"])
def test_a_version_is_of_the_programme_near_it(written: str, by_roles: Reader) -> None:
    (version,) = found(written, by_roles)
    assert (version.head, version.identity) == ("version:cpec", False)


@pytest.mark.parametrize(
    "written", [filled("c:cpec", 9, "v:2.0"), filled("v:2.0", 9, "c:cpec"), "v:2.0 c:gwadar_port", "v:2.0 c:trade"]
)
def test_and_of_none_farther_off_nor_of_a_part_of_one(written: str, by_roles: Reader) -> None:
    assert found(written, by_roles) == []


def test_sums_and_measures_are_told_apart_by_what_they_measure(by_roles: Reader) -> None:
    assert heads("m:5", by_roles) == ["money:USD"]
    assert heads("p:5", by_roles) == ["percent:"]
    assert heads("q:5", by_roles) == ["quantity:kilometre"]


def test_what_is_wanted_is_another_measure(by_roles: Reader) -> None:
    assert heads("t:aim x x x x x x x x x x m:5", by_roles) == ["money:USD:aim"]


@pytest.mark.parametrize("role", ["other_time", "other_thing"])
def test_a_measure_of_another_time_or_thing_in_its_clause_is_none(role: str, by_roles: Reader) -> None:
    assert found(f"t:{role} x m:5", by_roles) == []
    assert len(found(f"t:{role} | x m:5", by_roles)) == 1


@pytest.mark.parametrize(("gap", "kept"), [(8, 0), (9, 2)])
def test_of_two_measures_of_a_kind_within_eight_words_none_is_meant(gap: int, kept: int, by_roles: Reader) -> None:
    assert len(found(filled("m:5", gap, "m:6"), by_roles)) == kept
    assert len(found(filled("m:5", gap, "m:5"), by_roles)) == 2
    assert len(found(filled("m:5", gap, "p:6"), by_roles)) == 2


def test_one_in_the_dateline_is_no_rival(by_roles: Reader) -> None:
    assert len(found("m:5 x m:6", by_roles, dateline=1)) == 1
    assert found("x m:5 m:6", by_roles, dateline=1) == []


def test_a_measure_whose_unit_begins_another_word_is_none(by_roles: Reader) -> None:
    assert found("q:2/2 c:plan/2 x", by_roles) == []
    assert len(found("q:2/2 c:plan x", by_roles)) == 1
    assert len(found("q:2&c:plan/2 x", by_roles)) == 1
    assert len(found("q:2/2 x c:plan", by_roles)) == 1


def test_a_sum_is_of_a_work_and_a_measure_also_of_its_thing(by_roles: Reader) -> None:
    given = replace(reading("m:5 | q:5"), things=frozenset({"dam"}), works=frozenset({"karot"}))
    of_sum, of_measure = number_findings(given, by_roles)
    assert (of_sum.rule, of_sum.of_a_work, of_sum.context) == ("sum", True, frozenset())
    assert (of_measure.rule, of_measure.of_a_work, of_measure.context) == ("measure", True, {"term:dam", "karot"})
    assert [each.of_a_work for each in found("o:5 t:numbered", by_roles)] == [False]


def test_lemmas_of_more_than_three_letters_are_what_a_clause_speaks_of(by_roles: Reader) -> None:
    (ordinal,) = found("o:5 t:numbered port dam | rail", by_roles)
    assert {key for key in ordinal.context if key.startswith("en:")} == {"en:numbered", "en:port"}
    (ordinal,) = found("port o:5 | t:numbered", by_roles)
    assert {key for key in ordinal.context if key.startswith("en:")} == {"en:numbered", "en:port"}
