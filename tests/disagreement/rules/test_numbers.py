"""Numbers and the nouns they belong to: how near, and what forbids it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cpecbot.disagreement.grouping.findings import BOUND, OTHER_TIME, Finding
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.rules.numbers import number_findings
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Level
from fakes.readings import contrasts_of_roles, filled, reading


def found(written: str, reader: Reader, dateline: int = 0) -> list[Finding]:
    return list(number_findings(reading(written, dateline=dateline), reader))


def heads(written: str, reader: Reader) -> list[str]:
    return [each.head for each in found(written, reader)]


@pytest.fixture(scope="module")
def counting_tolls(glossary: Glossary) -> Reader:
    """To this reader tolls are also counted right beside a number."""
    return Reader(glossary, contrasts_of_roles(counted="toll"))


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
    assert found("t:both_sides/2 n:2 t:counted", by_roles) == []
    assert found("t:both_sides&n:2 t:counted", by_roles) == []
    assert heads("t:both_sides n:2 t:counted", by_roles) == ["counted"]


def test_a_count_is_of_the_noun_beside_it_and_an_ordinal_of_its_own_nouns(by_roles: Reader) -> None:
    assert [(each.rule, each.head) for each in found("n:5 t:counted", by_roles)] == [("count", "counted")]
    assert [(each.rule, each.head) for each in found("o:5 t:numbered", by_roles)] == [("ordinal", "numbered")]
    assert found("n:5 t:numbered", by_roles) == found("o:5 t:counted", by_roles) == []


def test_a_bound_is_told(by_roles: Reader) -> None:
    assert [BOUND in each.claim.qualifiers for each in found("n:5+ t:counted n:6 t:counted", by_roles)] == [True, False]


def test_a_count_of_another_thing_is_none_but_an_ordinal_is(by_roles: Reader) -> None:
    assert found("t:other_thing x x x x n:5 t:counted", by_roles) == []
    assert heads("t:other_thing x x x x o:5 t:numbered", by_roles) == ["numbered"]


@pytest.mark.parametrize(
    ("written", "head"),
    [
        ("n:2 c:country_cn t:toll", "toll:country_cn"),
        ("n:2 x c:country_cn t:toll", "toll:country_cn"),
        ("n:2 x x c:country_cn t:toll", "toll"),
        ("n:2 c:people c:country_cn t:toll", "toll:country_cn"),
        ("c:country_cn n:2 t:toll", "toll"),
    ],
)
def test_the_dead_of_one_nation_are_counted_apart(written: str, head: str, counting_tolls: Reader) -> None:
    """Named right behind the number, at most a word between."""
    assert heads(written, counting_tolls) == [head]


@pytest.mark.parametrize(
    "written",
    [
        "n:2 c:people of the of the of t:toll",
        "t:toll of the of the of the n:2",
        "n:3 | n:2 of t:toll",
        "n:2 of t:toll | n:3",
    ],
)
def test_the_only_number_of_a_clause_counts_its_toll(written: str, by_roles: Reader) -> None:
    """Up to six words off, when only people and grammar stand between."""
    assert heads(written, by_roles) == ["toll"]


@pytest.mark.parametrize(
    "written",
    [
        "n:2 of the of the of the of t:toll",
        "t:toll of the of the of the of n:2",
        "n:2 of port t:toll",
        "n:2 of t:toll n:3",
        "n:2 of | t:toll",
        "t:toll | of n:2",
    ],
)
def test_otherwise_it_does_not(written: str, by_roles: Reader) -> None:
    assert found(written, by_roles) == []


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
    assert [each.of_a_work for each in found("n:5 t:counted", by_roles)] == [False]


def test_lemmas_of_more_than_three_letters_are_what_a_clause_speaks_of(by_roles: Reader) -> None:
    (count,) = found("n:5 t:counted port dam | rail", by_roles)
    assert {key for key in count.context if key.startswith("en:")} == {"en:counted", "en:port"}
    (count,) = found("port n:5 | t:counted", by_roles)
    assert {key for key in count.context if key.startswith("en:")} == {"en:counted", "en:port"}
