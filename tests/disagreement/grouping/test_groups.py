"""Who speaks of one thing, and do they agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from cpecbot.disagreement.grouping import groups as module
from cpecbot.disagreement.grouping.findings import CLOSED_LIST, Compare, Finding
from cpecbot.disagreement.grouping.groups import (
    Group,
    Pair,
    Saying,
    agreeing,
    groups,
    paired,
    relation,
)
from cpecbot.disagreement.grouping.matching import MOST_VALUES
from cpecbot.models import Level, Span
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


def _counting(function: Callable[..., object], asked: list[object]) -> Callable[..., object]:
    """``function``, of which every call is noted in ``asked``."""

    def counted(*given: object) -> object:
        asked.append(given)
        return function(*given)

    return counted


def saying(values: Iterable[str], *qualifiers: str, **changes: object) -> Saying:
    made = finding("a", values, **changes)
    made = replace(made, claim=replace(made.claim, qualifiers=frozenset(qualifiers)))
    return Saying("a", made.values, (made,))


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


@pytest.mark.parametrize(("count", "compared"), [(MOST_VALUES, 1), (MOST_VALUES + 1, 0)])
def test_more_values_than_one_thing_has_are_cut_by_the_days_of_their_reports(count: int, compared: int) -> None:
    """The value of the first day meets that of the last only where all are of one thing."""
    days = (date(2026, 1, 1) + timedelta(days=number) for number in range(count))
    found = [
        finding(str(number), [str(number)], reading=replace(reading("x", source=str(number)), published=day))
        for number, day in enumerate(days)
    ]
    met: list[set[str]] = []
    list(groups(reversed(found), lambda one, other, _: met.append({one.source, other.source}) or True))
    assert met.count({"0", str(count - 1)}) == compared


def test_the_comparisons_grow_with_the_sources_not_with_their_square(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where each source gives the one thing another value."""
    counts = []
    for size in (200, 400):
        compared: list[object] = []
        monkeypatch.setattr(
            module, "relation", lambda one, other, seen=compared: seen.append(one) or relation(one, other)
        )
        list(groups([finding(str(number), [str(number)]) for number in range(size)], always))
        counts.append(len(compared))
    assert counts[0] > 0
    assert counts[1] < 2.2 * counts[0]


@pytest.mark.parametrize("size", [100, 200])
def test_sides_are_made_at_a_cost_that_grows_with_the_sources(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many that say the same a few speak for all."""
    compared: list[object] = []
    monkeypatch.setattr(module, "both_hold", _counting(lambda *_: False, compared))
    sayings = [Saying(str(number), frozenset({str(number % 2)}), (finding("a"),)) for number in range(size)]
    assert [len(side) for side in agreeing(sayings)] == [size / 2, size / 2]
    assert len(compared) <= 2 * size


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


def chosen(**said: str) -> list[Finding]:
    """Findings of sources that each say some of the options."""
    return [finding(source, options, compare=Compare.CHOICE) for source, options in said.items()]


def test_who_says_what_either_side_says_is_on_none() -> None:
    assert told(groups(chosen(a="1", b="2", c="12"), always)) == [[("a", "1"), ("b", "2")]]
    assert told(groups(chosen(a="12", b="23", c="34", d="14"), always)) == []


def test_an_option_in_common_makes_one_side() -> None:
    (group,) = groups(chosen(a="1", b="2", c="13"), always)
    assert [{each.source for each in side} for side in agreeing(group.sayings)] == [{"a", "c"}, {"b"}]


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


def test_what_may_be_true_beside_two_stands_with_who_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """The round that was held is between these two countries, whoever says of those two that it will be."""
    monkeypatch.setattr(module, "both_hold", lambda one, other: "coming" in (one.subject, other.subject))
    others, these, coming = saying(["1"]), saying(["2"]), saying(["2"], subject="coming")
    assert agreeing([others, these, coming]) == [[others], [these, coming]]


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
