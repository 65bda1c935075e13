"""Who takes a stance on what, on which condition, in which words."""

from __future__ import annotations

import pytest

from cpecbot.disagreement.grouping.findings import Compare, Finding
from cpecbot.disagreement.reading.contrasts import Comparing, Contrast
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.rules.stances import condition_findings, stance_findings, wording_findings
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from cpecbot.models import Dimension
from fakes.languages import AR, EN
from fakes.readings import contrasts_of_roles, filled, reading


def stances(written: str, reader: Reader, language: Language = EN) -> list[Finding]:
    return list(stance_findings(reading(written, language), reader))


@pytest.mark.parametrize(("gap", "agent"), [(5, "country_cn"), (6, "country_pk")])
def test_the_actor_within_five_words_before_the_verb_takes_the_stance(gap: int, agent: str, by_roles: Reader) -> None:
    """Else the one who opens the sentence."""
    (found,) = stances(filled("c:country_pk x c:country_cn", gap, "t:stance"), by_roles)
    assert found.head == f"stance:{agent}"


def test_an_actor_of_another_clause_does_not_unless_it_opens_the_sentence(by_roles: Reader) -> None:
    (found,) = stances("c:country_pk x c:country_cn | t:stance", by_roles)
    assert found.head == "stance:country_pk"
    (found,) = stances("c:country_cn | t:stance", by_roles)
    assert found.head == "stance:country_cn"


@pytest.mark.parametrize(("gap", "taken"), [(0, True), (1, True), (2, False)])
def test_where_subjects_follow_the_verb_the_next_word_but_one_may_be_it(
    gap: int, taken: bool, by_roles: Reader
) -> None:
    written = filled("t:stance", gap, "c:country_cn")
    assert len(stances(written, by_roles, AR)) == taken
    assert stances(written, by_roles) == []


def test_the_sides_together_are_one_actor(by_roles: Reader) -> None:
    (found,) = stances("t:both_sides t:stance c:trade", by_roles)
    assert (found.head, found.context) == ("stance:both", {"trade"})


@pytest.mark.parametrize(("gap", "told"), [(21, True), (22, False)])
def test_the_stance_is_on_what_follows_within_twenty_two_words(gap: int, told: bool, by_roles: Reader) -> None:
    (found,) = stances(filled("c:country_cn t:stance", gap, "c:trade"), by_roles)
    assert ("trade" in found.context) is told


def test_and_not_on_what_the_next_stance_is_on_nor_on_an_institution(by_roles: Reader) -> None:
    first, second = stances("c:country_cn t:stance c:trade c:sco t:stance c:finance", by_roles)
    assert (first.context, second.context) == ({"trade"}, {"finance"})


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (filled("t:condition", 14, "t:basis"), True),
        (filled("t:condition", 15, "t:basis"), False),
        (filled("t:basis", 12, "t:condition"), True),
        (filled("t:basis", 13, "t:condition"), False),
    ],
)
def test_a_condition_refers_to_a_basis_near_it(written: str, found: bool, by_roles: Reader) -> None:
    """At most fourteen words from the condition's end to where the basis begins."""
    assert len(list(condition_findings(reading(written), by_roles))) == found


def test_what_a_condition_refers_to_is_no_common_topic(by_roles: Reader) -> None:
    (found,) = condition_findings(reading("c:trade t:condition t:basis&c:treaty"), by_roles)
    assert {key for key in found.context if ":" not in key} == {"trade"}


def distance(
    glossary: Glossary,
    reach: int = 0,
    comparing: Comparing = Comparing.SET,
    dimension: Dimension = Dimension.MODIFIER,
) -> Reader:
    about, options = (frozenset({"place"}), frozenset({"thing"})), frozenset({"near", "far"})
    contrast = Contrast("distance", "place", dimension, about, options, comparing, reach=reach)
    return Reader(glossary, contrasts_of_roles([contrast]))


@pytest.mark.parametrize(("gap", "said"), [(3, True), (4, False)])
def test_an_option_is_said_within_reach_of_what_it_is_about(gap: int, said: bool, glossary: Glossary) -> None:
    for written in (filled("t:place", gap, "t:near"), filled("t:near", gap, "t:place")):
        given = reading(f"t:thing | {written}")
        assert len(list(wording_findings(given, distance(glossary, 3)))) == said
        assert len(list(wording_findings(given, distance(glossary, 0)))) == 1


def test_a_wording_needs_every_group_and_an_option(glossary: Glossary) -> None:
    reader = distance(glossary)
    found = [
        len(list(wording_findings(reading(each), reader)))
        for each in ("t:place t:near", "t:thing t:place", "t:thing t:place t:far")
    ]
    assert found == [0, 0, 1]


@pytest.mark.parametrize(("comparing", "compare"), [(Comparing.SET, Compare.SET), (Comparing.CHOICE, Compare.CHOICE)])
def test_options_compare_as_the_file_says(comparing: Comparing, compare: Compare, glossary: Glossary) -> None:
    (found,) = wording_findings(reading("t:thing t:place t:far t:near"), distance(glossary, 0, comparing))
    assert (found.compare, found.values) == (compare, {"far", "near"})


def test_of_two_names_each_is_one(glossary: Glossary) -> None:
    reader = distance(glossary, dimension=Dimension.NAMING)
    (found,) = wording_findings(reading("t:thing t:place t:far t:near"), reader)
    assert found.compare is Compare.CHOICE


def test_the_evidence_holds_the_options_and_the_nearest_mention(glossary: Glossary) -> None:
    (found,) = wording_findings(reading("t:thing t:place x x x x t:near t:place"), distance(glossary, 2))
    assert found.reading.words_in(found.evidence) == (6, 8)
