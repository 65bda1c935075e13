"""Who speaks of one thing, and do they agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest

from cpecbot.disagreement.grouping.findings import CLOSED_LIST, Compare, Finding
from cpecbot.disagreement.grouping.groups import (
    Group,
    Pair,
    Saying,
    agreeing,
    components,
    groups,
    overlap,
    paired,
    relation,
)
from cpecbot.models import Dimension, Level, Span
from fakes.languages import AR
from fakes.readings import finding, reading, value


def always(_one: Finding, _other: Finding, _level: Level) -> bool:
    return True


def topical(source: str, context: Iterable[str], values: Iterable[str] = ("1",), **changes: object) -> Finding:
    """A finding that is compared with those on the same topic."""
    return finding(source, values, context=frozenset(context), by_topic=True, **changes)


def anchored(made: Finding, anchor: str) -> Finding:
    return replace(made, claim=replace(made.claim, anchor=frozenset({anchor})))


def told(found: Iterable[Group]) -> list[list[tuple[str, str]]]:
    return [[(each.source, *each.values) for each in group.sayings] for group in found]


def saying(values: Iterable[str], *qualifiers: str, **changes: object) -> Saying:
    made = finding("a", values, **changes)
    made = replace(made, claim=replace(made.claim, qualifiers=frozenset(qualifiers)))
    return Saying("a", made.values, (made,))


# --- do they speak of one thing ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "same"),
    [("p1", True), ("p12", False), ("pq123", False), ("pqr123", True), ("pqrstu1234567", False)],
)
def test_half_of_the_smaller_context_must_be_shared(own: str, same: bool) -> None:
    """The larger context may say whatever it says; with less than half, tie breaks included, they are apart."""
    left, right = topical("a", own, ["1"]), anchored(topical("b", "pqrstuvwxyzabcdefg", ["2"]), "dam")
    assert len(list(groups([left, right], always))) == same


def test_one_anchor_counts_for_a_third() -> None:
    left, right = topical("a", {"port", "1"}), topical("b", {"port", "2"})
    assert overlap(left, right) == pytest.approx(0.5 + 1 / 300 + 1 / 3)
    assert overlap(left, anchored(right, "dam")) == pytest.approx(0.5 + 1 / 300)


@pytest.mark.parametrize(("least", "score"), [(1, True), (2, False)])
def test_countries_are_no_common_topic(least: int, score: bool) -> None:
    spoken_of = replace(reading("x"), states=frozenset({"country_cn"}))
    left = topical("a", {"country_cn", "port"}, least_shared=least, reading=spoken_of)
    assert bool(overlap(left, topical("b", {"country_cn", "port"}))) is score
    assert overlap(left, topical("b", {"country_cn"})) == 0


def test_lemmas_are_shared_only_within_a_language() -> None:
    context = frozenset({"en:harbour", "port", "term:dam"})
    left, right = finding("a", context=context), finding("b", context=context | {"en:old"})
    foreign = replace(right, reading=reading("x", AR))
    assert overlap(left, right) == pytest.approx(1 + 3 / 400 + 1 / 3)
    assert overlap(left, foreign) == pytest.approx(1 + 2 / 200 + 1 / 3)


@pytest.mark.parametrize(
    ("here", "there", "apart"),
    [
        ({"names": {"karachi"}}, {"names": {"lahore"}}, True),
        ({"names": {"karachi"}}, {"names": {"karachi", "lahore"}}, False),
        ({"names": {"karachi"}}, {}, False),
        ({"things": {"dam"}}, {"things": {"port"}}, True),
        ({"things": {"dam"}}, {}, False),
        ({"of_a_work": True, "works": {"karot"}}, {"works": {"hub"}}, True),
        ({"of_a_work": True, "works": {"karot"}}, {}, True),
        ({"of_a_work": True}, {}, False),
        ({"works": {"karot"}}, {"works": {"hub"}}, False),
        ({"year": 2025}, {"year": 2026}, True),
        ({"year": 2025}, {"year": 2025}, False),
        ({"year": 2025}, {}, False),
    ],
)
def test_single_values_of_different_things_are_not_compared(
    here: dict[str, object], there: dict[str, object], apart: bool
) -> None:
    """Other persons or places, another thing or work, another year."""
    assert (overlap(_of(here), _of(there)) == 0) is apart


def _of(said: dict[str, object]) -> Finding:
    year = said.get("year")
    given = reading(f"d:{year}-01-01..{year}-12-31" if year else "x")
    given = replace(given, things=frozenset(said.get("things", ())), works=frozenset(said.get("works", ())))  # type: ignore[call-overload]
    names, of_a_work = frozenset(said.get("names", ())), bool(said.get("of_a_work"))  # type: ignore[call-overload]
    return topical("a", {"port"}, reading=given, names=names, of_a_work=of_a_work)


def test_a_date_may_be_of_another_year() -> None:
    """Sums and counts belong to a year, a date is one."""
    dates = [
        replace(_of({"year": year}), claim=replace(_of({}).claim, dimension=Dimension.DATE)) for year in (2025, 2026)
    ]
    assert overlap(*dates) > 0


def test_only_who_is_closest_to_each_other_is_compared() -> None:
    near = topical("a", "pqrs", ["1"]), topical("b", "pqrs", ["2"])
    far = topical("b", "pqxy", ["3"])
    assert told(groups([*near, far], always)) == [[("a", "1"), ("b", "2")]]


def test_who_says_the_same_joins_though_not_the_closest() -> None:
    found = [topical("a", "pqrs", ["1"]), topical("b", "pqrs", ["2"]), topical("c", "pq", ["1"])]
    ((*group,),) = told(groups(found, always))
    assert sorted(group) == [("a", "1"), ("b", "2"), ("c", "1")]


def test_two_findings_of_one_source_never_get_into_one_group() -> None:
    found = [topical("a", "pqrs", ["1"]), topical("b", "pqrs", ["2"]), topical("a", "pqrt", ["2"])]
    for component in components(found):
        sources = [each.source for each in component]
        assert len(sources) == len(set(sources))


def test_other_rules_and_heads_are_other_things() -> None:
    one, other = finding("a", ["1"]), finding("b", ["2"])
    assert len(list(groups([one, other], always))) == 1
    assert list(groups([one, replace(other, head="else")], always)) == []
    assert list(groups([one, replace(other, rule="else")], always)) == []
    assert list(groups([one, replace(finding("a", ["2"]))], always)) == []


def test_what_only_one_source_tells_is_no_component() -> None:
    assert list(components([finding("a"), finding("a", ["2"])])) == []
    assert len(list(components([finding("a"), finding("b")]))) == 1


# --- do they agree ----------------------------------------------------------------------------------------------------


def test_a_veto_silences_and_the_gravest_level_stays() -> None:
    found = [finding("a", ["1"]), finding("b", ["2"])]
    assert list(groups(found, lambda *_: False)) == []
    assert [group.level for group in groups(found, always)] == [Level.CONTRADICTION]


@pytest.mark.parametrize(("identity", "parted"), [(False, False), (True, True)])
def test_who_also_says_what_the_other_says_is_at_odds_with_nobody(identity: bool, parted: bool) -> None:
    """But of what tells one event from another it is enough that one of them does not."""
    found = [finding(source, [each], identity=identity) for source, each in (("a", "1"), ("a", "2"), ("b", "2"))]
    assert bool(list(groups(found, always))) is parted


def test_of_many_that_say_the_same_eight_speak_for_all() -> None:
    """The ninth is not asked whether it may be set against another."""
    found = [*(finding(source, ["1"]) for source in "abcdefghi"), finding("z", ["2"])]

    def only_set_against(source: str) -> bool:
        return bool(list(groups(found, lambda one, other, _: source in (one.source, other.source))))

    assert [only_set_against(source) for source in "ahi"] == [True, True, False]


@pytest.mark.parametrize(
    ("one", "other", "compare", "level"),
    [
        (["1"], ["1"], Compare.SINGLE, None),
        (["1"], ["2"], Compare.SINGLE, Level.CONTRADICTION),
        (["1", "2"], ["2", "3"], Compare.CHOICE, None),
        (["1"], ["2"], Compare.CHOICE, Level.CONTRADICTION),
        (["1", "2"], ["2"], Compare.SET, Level.DETAIL),
        (["2"], ["1", "2"], Compare.SET, Level.DETAIL),
        (["1", "2"], ["2", "3"], Compare.SET, Level.CONTRADICTION),
        (["1"], ["2"], Compare.SET, Level.CONTRADICTION),
    ],
)
def test_how_far_two_sayings_are_apart(one: list[str], other: list[str], compare: Compare, level: Level | None) -> None:
    assert relation(saying(one, compare=compare), saying(other, compare=compare)) is level


def test_a_closed_list_that_holds_less_differs() -> None:
    shorter = saying(["2"], CLOSED_LIST, compare=Compare.SET)
    longer = saying(["1", "2"], compare=Compare.SET)
    assert relation(shorter, longer) is relation(longer, shorter) is Level.CONTRADICTION
    assert (
        relation(saying(["2"], compare=Compare.SET), saying(["1", "2"], CLOSED_LIST, compare=Compare.SET))
        is Level.DETAIL
    )


def test_amounts_that_may_both_hold_are_not_apart() -> None:
    """Others of another kind than single values compare by what they say."""
    few, many = (saying([each], amount=value(each)) for each in ("n:7+", "n:8"))
    assert relation(few, many) is None
    few, many = (saying([each], amount=value(each), compare=Compare.SET) for each in ("n:7+", "n:8"))
    assert relation(few, many) is Level.CONTRADICTION


def test_sides_are_made_of_who_agrees_and_a_bound_joins_its_own_number() -> None:
    exact = [saying([each], amount=value(each)) for each in ("n:26", "n:30", "n:26")]
    bound = saying(["n:30+"], amount=value("n:30+"))
    sides = agreeing([bound, *exact])
    assert [[sorted(each.values) for each in side] for side in sides] == [[["n:26"], ["n:26"]], [["n:30"], ["n:30+"]]]
    vague = saying(["n:20+"], amount=value("n:20+"))
    assert len(agreeing([vague, *exact])[0]) == 3


# --- what was aligned -------------------------------------------------------------------------------------------------


def aligned(source: str, said: str, at: int) -> Finding:
    return finding(source, [said], highlights=(Span(at, at + 1),))


def test_pairs_that_share_a_finding_tell_of_one_thing() -> None:
    one, other, third = aligned("a", "1", 0), aligned("b", "2", 0), aligned("c", "3", 0)
    assert told(paired([Pair(one, other), Pair(other, third)], always)) == [[("a", "1"), ("b", "2"), ("c", "3")]]
    elsewhere = aligned("b", "2", 5)
    assert len(told(paired([Pair(one, other), Pair(elsewhere, third)], always))) == 2


def test_what_agrees_makes_no_group() -> None:
    findings: Sequence[Finding] = [aligned("a", "1", 0), aligned("b", "1", 0)]
    assert list(paired([Pair(*findings)], always)) == []
