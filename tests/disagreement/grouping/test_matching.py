"""Which findings speak of one thing, and how few of them are set against each other."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from cpecbot.disagreement.grouping import matching
from cpecbot.disagreement.grouping.findings import Finding
from cpecbot.disagreement.grouping.groups import Group, groups
from cpecbot.disagreement.grouping.matching import MOST_VALUES, components, joined, overlap
from cpecbot.models import Dimension
from fakes.languages import AR
from fakes.readings import finding, reading


def always(_one: Finding, _other: Finding, _level: object) -> bool:
    return True


def topical(source: str, context: Iterable[str], values: Iterable[str] = ("1",), **changes: object) -> Finding:
    """A finding that is compared with those on the same topic."""
    return finding(source, values, context=frozenset(context), by_topic=True, **changes)


def anchored(made: Finding, anchor: str) -> Finding:
    return replace(made, claim=replace(made.claim, anchor=frozenset({anchor})))


def told(found: Iterable[Group]) -> list[list[tuple[str, str]]]:
    return [[(each.source, *each.values) for each in group.sayings] for group in found]


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


@pytest.mark.parametrize(("count", "parts"), [(MOST_VALUES, 1), (MOST_VALUES + 1, 2)])
def test_what_is_told_in_more_values_than_one_thing_has_is_of_several_things(count: int, parts: int) -> None:
    found = [finding(str(number), [str(number)]) for number in range(count)]
    assert len(joined(found, [(number, number + 1) for number in range(count - 1)])) == parts


def test_any_number_of_sources_may_tell_the_same() -> None:
    found = [finding(str(number), [str(number % 3)]) for number in range(10 * MOST_VALUES)]
    assert len(joined(found, [(0, number) for number in range(1, len(found))])) == 1


def test_parts_that_may_not_join_are_asked_but_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many of their findings match: the growth is that of the pairs, not of the parts."""
    asked: list[object] = []
    real = matching._Part.may_join
    monkeypatch.setattr(
        matching._Part, "may_join", lambda self, other: asked.append(other) or real(self, other), raising=True
    )
    found = [finding(source, ["1"]) for source in "abcabc"]
    inside = [(0, 1), (1, 2), (3, 4), (4, 5)]
    across = [(one, other) for one in range(3) for other in range(3, 6) if one != other - 3]
    assert [len(part) for part in joined(found, [*inside, *across, *across])] == [3, 3]
    assert len(asked) == len(inside) + 1
